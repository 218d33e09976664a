"""What the contexts of decisions say about each contribution, as the features that ``families`` has words for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import Context, F
from heroes.sim.lexicon import KEPT_IN_MIND, KINDS, TRAITS, Action, Venue
from heroes.sim.needs import drives
from heroes.sim.rules import BONDS, PILLARS, Rules
from heroes.sim.words import families, hours, memories, quests, whims
from heroes.sim.words.fortunes import CAUSES, OF_CAUSE

I64 = NDArray[np.int64]
I32 = NDArray[np.int32]
Rows = NDArray[np.intp]

MARKED = 15
"""Points from the middle from which a trait is marked."""
QUEST_TERMS: dict[Action, tuple[int, int, int]] = {
    Action.QUEST_TRAVEL: (8, 30, 12),
    Action.QUEST_TRIAL: (0, 26, 10),
    Action.QUEST_RETURN: (0, -18, -10),
}
"""What a point of reward, of odds above 50, and of comrades weighs in ``heroes.sim.contributions``."""
_TERMS = np.array([QUEST_TERMS.get(action, (0, 0, 0)) for action in Action], dtype=np.int32)
_PART = np.searchsorted(np.array(hours.ENDS), np.arange(48), side="right")
_TOLD = np.array([[(cause, action) in OF_CAUSE for cause in CAUSES[1:]] for action in Action])
_ODDS = np.array([highest for highest, _ in quests.ODDS])
_MIND = np.array([
    [families.MINDS.index((what, ground if what in families.PLACED else "")) for ground in ("", *KINDS)]
    for what in KEPT_IN_MIND
])  # fmt: skip
_BAND = np.array([memories.band(days) for days in range(memories.WEEKS + 1)])
_DANGER = np.array([highest for highest, _, _ in quests.DANGER])


@dataclass(frozen=True)
class Scene:
    """The ``n`` contexts of some decisions, and the rules they were made by."""

    context: Context
    rules: Rules

    @cached_property
    def drives(self) -> I32:
        """(n, 6)"""
        return drives(self.context)

    @cached_property
    def measures(self) -> I32:
        """(n, 6) what ``needs.NEEDS`` speaks of, in the order of the drives."""
        ctx = self.context
        told = (ctx["energy"], ctx["hunger"], ctx["health"], ctx["mood"], ctx["solitude"] // 2, ctx["gold"])
        return np.clip(np.stack(told, axis=1), 0, families.MEASURES - 1)

    def columns(self, names: tuple[str, ...], rows: Rows) -> I32:
        """(m, len(names))"""
        out: I32 = self.context.look[rows[:, None], [F[name] for name in names]]
        return out


Reading = Callable[[Scene, Rows, Rows], NDArray[np.integer]]


def feature(scene: Scene, contribution: str, rows: Rows, action: Rows) -> NDArray[np.integer]:
    """(m,) the feature of one contribution to these actions of these heroes (m,)."""
    if contribution in TRAITS:
        away = scene.context[contribution][rows] - 50
        return 2 * (away > 0) + (np.abs(away) >= MARKED)
    reading = READINGS.get(contribution)
    return reading(scene, rows, action) if reading else np.zeros(len(rows), dtype=np.int64)


def danger_band(per_cent: I32) -> Rows:
    """Which of ``quests.DANGER``."""
    return np.searchsorted(_DANGER, np.minimum(per_cent, 100))


def odds_band(per_cent: I32) -> Rows:
    """Which of ``quests.ODDS``."""
    return np.searchsorted(_ODDS, np.minimum(per_cent, 100))


def _needs(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    loudest = (scene.drives[rows] * scene.rules.drives.T[action]).argmax(axis=1)
    return loudest * families.MEASURES + scene.measures[rows, loudest]


def _hour(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    return _PART[scene.context["hour"][rows]]


def _place(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    """The kind of place is known where the action is done on the spot."""
    venue, ctx = scene.rules.venue[action], scene.context
    here = (venue == Venue.HERE) | ((venue == Venue.WILD) & (ctx["wild"] == ctx["place"])[rows])
    return np.where(here, 1 + ctx["kind"][rows], 0)


def _bonds(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    bonds = scene.columns(BONDS, rows)
    return _loudest(bonds, bonds * scene.rules.bonds.T[action])


def _influence(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    away = scene.columns(PILLARS, rows) - 50
    return _loudest(away, away * scene.rules.influence.T[action])


def _loudest(value: I32, pull: I32) -> NDArray[np.integer]:
    which = pull.argmax(axis=1)
    return 2 * which + (value[np.arange(len(which)), which] > 0)


def _experience(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    return (scene.context.learned[rows, action] >= whims.SURE).astype(np.int64)


def _events(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    """Which event it must be, by the marks that events leave on a hero's options; 0 when there is any doubt."""
    push = scene.context.events[rows]
    ale, market, border = push[:, Action.CAROUSE], push[:, Action.TRADE], push[:, Action.PATROL]
    beyond, game = push[:, Action.EXPLORE], push[:, Action.HUNT]
    signs = (
        ale >= 900,
        ale <= -900,
        market >= 900,
        market <= -900,
        border >= 1500,
        beyond >= 1500,
        (game <= -1500) & (border <= -900),
    )
    seen = np.stack(signs, axis=1) & _TOLD[action]
    return np.where(seen.sum(axis=1) == 1, 1 + seen.argmax(axis=1), 0)


def _guild(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    days = np.clip(scene.context["arrears"][rows], 0, families.MOST_UNPAID)
    return np.where(action == Action.DEPART, families.UNPAID + days, scene.context["policy"][rows])


def _quest(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    told = scene.columns(("reward", "odds", "comrades"), rows)
    reward, odds = np.clip(told[:, 0], 0, families.RICHEST), np.clip(told[:, 1], 0, families.SUREST)
    pull = np.stack([reward, told[:, 1] - 50, told[:, 2]], axis=1) * _TERMS[action]
    loudest = pull.argmax(axis=1)
    meant = np.stack([reward, families.ODDS + odds, np.full(len(rows), families.COMRADES)], axis=1)
    over = (action == Action.QUEST_RETURN) & (scene.context["phase"][rows] == 2)
    return np.where(over, families.BEHIND, meant[np.arange(len(rows)), loudest])


def _habit(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    return scene.context["hero_class"][rows]


def _memory(scene: Scene, rows: Rows, action: Rows) -> NDArray[np.integer]:
    """What is on the hero's mind, where that was, and how long ago."""
    what, ground, days = scene.columns(("memory", "memory_ground", "memory_days"), rows).T
    return _MIND[what, ground] * memories.BANDS + _BAND[np.clip(days, 0, len(_BAND) - 1)]


READINGS: dict[str, Reading] = {
    "needs": _needs,
    "hour": _hour,
    "place": _place,
    "bonds": _bonds,
    "influence": _influence,
    "experience": _experience,
    "events": _events,
    "guild": _guild,
    "quest": _quest,
    "habit": _habit,
    "memory": _memory,
}
