"""What places, landmarks, facilities and events make of each action."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import EFFECT_STEMS, FACILITIES, ITEMS, KINDS, Action

I32 = NDArray[np.int32]
_A = Action
BIOME_KIND = {
    "forest": "woods", "jungle": "woods", "mountains": "heights", "hills": "heights", "swamp": "waters",
    "coast": "waters", "plains": "open", "desert": "open", "tundra": "open", "ruins": "ruins",
}  # fmt: skip
LANDMARKS = (
    "mystical_tree", "standing_stones", "hot_spring", "shrine", "ruined_tower", "battlefield",
    "great_library", "dragon_bones", "waterfall", "lighthouse", "hermitage", "wishing_well",
)  # fmt: skip
RESOURCES = {
    "wood": "wood", "peat": "wood", "herbs": "herbs", "mushrooms": "herbs", "ore": "ore", "stone": "ore",
    "hides": "hides", "game": "hides", "fish": "fish", "relics": "relics", "crystal": "relics", "amber": "relics",
    "honey": "goods", "salt": "goods", "silk": "goods", "mystical_spring": "potions",
}  # fmt: skip
"""Which item a resource of a biome is carried home as."""

KIND_PULLS: dict[str, dict[Action, int]] = {
    "guild": {_A.REST: 200, _A.SLEEP: 300},
    "town": {_A.SOCIALISE: 200, _A.LOAF: 100},
    "woods": {_A.HUNT: 250, _A.GATHER: 300, _A.REST: 100},
    "heights": {_A.EXPLORE: 250, _A.GATHER: 100, _A.PATROL: 150},
    "waters": {_A.GATHER: 250, _A.HUNT: 100, _A.EXPLORE: 50},
    "open": {_A.PATROL: 250, _A.HUNT: 150},
    "ruins": {_A.EXPLORE: 500, _A.HUNT: -200, _A.GATHER: -200, _A.PATROL: 100},
    "shrine": {_A.PRAY: 300, _A.REST: 150, _A.MENTOR: 50},
}
DIFFICULTY_PULLS: dict[Action, int] = {
    _A.HUNT: -45,
    _A.GATHER: -45,
    _A.EXPLORE: 25,
    _A.PATROL: 30,
    _A.REST: -40,
}
"""Per degree of a biome's difficulty (1–10) above 3."""

EFFECT_PULLS: dict[str, dict[Action, int]] = {
    "combat": {_A.TRAIN_COMBAT: 50, _A.PATROL: 30},
    "magic": {_A.TRAIN_MAGIC: 60},
    "lore": {_A.STUDY: 60},
    "wisdom": {_A.STUDY: 45, _A.PRAY: 45, _A.MENTOR: 25},
    "survival": {_A.HUNT: 40, _A.GATHER: 30, _A.EXPLORE: 30},
    "craft": {_A.CRAFT: 60},
    "trade": {_A.TRADE: 60},
    "charm": {_A.SOCIALISE: 40, _A.COURT: 50, _A.CAROUSE: 20},
    "faith": {_A.PRAY: 60},
    "energy": {_A.REST: 50, _A.SLEEP: 30},
    "mood": {_A.SOCIALISE: 40, _A.LOAF: 40, _A.PRAY: 30, _A.CAROUSE: 30},
    "health": {_A.REST: 40, _A.SEEK_HELP: 60},
    "courage": {_A.PATROL: 30, _A.TRAIN_COMBAT: 30},
    "greed": {_A.TRADE: 40},
    "loyalty": {_A.WORK: 40, _A.PATROL: 20},
    "curiosity": {_A.EXPLORE: 40, _A.STUDY: 30, _A.TRAIN_MAGIC: 20},
    "ambition": {_A.TRAIN_COMBAT: 25, _A.TRAIN_MAGIC: 25},
    "patience": {_A.PRAY: 25, _A.STUDY: 20, _A.CRAFT: 20},
    "empathy": {_A.MENTOR: 35, _A.SOCIALISE: 25},
    "gold": {_A.TRADE: 40, _A.WORK: 40},
    "experience": {_A.TRAIN_COMBAT: 20, _A.TRAIN_MAGIC: 20, _A.STUDY: 20, _A.EXPLORE: 20},
    **{item: {_A.GATHER: 40, _A.HUNT: 20 if item in ("hides", "fish") else 0} for item in ITEMS},
    "potions": {_A.SEEK_HELP: 40, _A.GATHER: 20},
    "goods": {_A.TRADE: 40, _A.CRAFT: 20},
    "relics": {_A.EXPLORE: 50, _A.STUDY: 15},
}
"""Thousandths per point of an effect ``<stem>_bonus``."""

FACILITY_PULLS: dict[str, dict[Action, int]] = {
    "training_grounds": {_A.TRAIN_COMBAT: 180},
    "library": {_A.STUDY: 180, _A.TRAIN_MAGIC: 160},
    "infirmary": {_A.SEEK_HELP: 260, _A.REST: 80},
    "tavern": {_A.SOCIALISE: 260, _A.COURT: 160, _A.LOAF: 60},
    "workshop": {_A.CRAFT: 200, _A.WORK: 120},
    "watchtower": {_A.PATROL: 150},
}
"""Thousandths per level, at the guild hall; the watchtower's beacon helps patrols everywhere."""


class UnknownEffect(ValueError):
    """An effect whose key is not one of the closed set."""


def pulls(table: Mapping[Action, int]) -> I32:
    """(A,) a row from a table of pulls."""
    return np.array([table.get(action, 0) for action in Action], dtype=np.int32)


def effects(bonuses: Mapping[str, int]) -> I32:
    """(A,) thousandths that effects such as ``{"wisdom_bonus": 10}`` add to each action."""
    total = np.zeros(len(Action), dtype=np.int32)
    for key, points in bonuses.items():
        stem = key.removesuffix("_bonus")
        if stem == key or stem not in EFFECT_STEMS:
            raise UnknownEffect(
                f"{key!r} is not an effect; effects are <stem>_bonus with a stem of {EFFECT_STEMS}"
            )
        total += pulls(EFFECT_PULLS[stem]) * points
    return total


def biome(kind: str, difficulty: int) -> I32:
    """(A,) what a biome affords."""
    return pulls(KIND_PULLS[kind]) + pulls(DIFFICULTY_PULLS) * (difficulty - 3)


def hall(levels: Mapping[str, int]) -> I32:
    """(A,) what the guild hall affords with its facilities."""
    total = pulls(KIND_PULLS["guild"])
    for facility in FACILITIES:
        total = total + pulls(FACILITY_PULLS[facility]) * levels.get(facility, 0)
    return total


def hauls(kind: str, resources: list[str]) -> list[list[int]]:
    """(3, 4) codes of the items that hunting, gathering and exploring bring home from such a place."""
    carried = [ITEMS.index(RESOURCES[name]) for name in resources] or [ITEMS.index("herbs")]
    prey = [ITEMS.index("fish" if kind == "waters" else "hides")]
    found = [ITEMS.index("relics"), *carried]
    return [(prey * 4)[:4], (carried * 4)[:4], (found * 4)[:4]]


def kind_code(kind: str) -> int:
    """The code of a kind of place."""
    return KINDS.index(kind)
