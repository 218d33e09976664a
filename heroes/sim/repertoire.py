"""What heroes can do, and what draws them to it: the table behind every decision.

All pulls are thousandths of a unit of utility. ``traits`` are per point above 50; ``drives`` per point of the drive
(0–100, see ``needs``); ``bonds`` per point of the bond with the companion at hand; ``influence`` per point above 50.
Yields are thousandths per step of 30 minutes. A published version of this table never changes: see ``rules``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from heroes.sim.lexicon import Action, Venue

Pulls = dict[str, int]


@dataclass(frozen=True)
class Spec:
    """One action: where and how long it is done, what pulls towards it, what it yields."""

    venue: Venue
    steps: tuple[int, int]
    base: int
    hours: str
    traits: Pulls
    drives: Pulls = field(default_factory=dict)
    bonds: Pulls = field(default_factory=dict)
    influence: Pulls = field(default_factory=dict)
    skill: str | None = None
    energy: int = 0
    mood: int = 0
    health: int = 0
    experience: int = 0
    gold: int = 0
    treasury: int = 0
    items: int = 0
    risk: int = 0


_A, _V = Action, Venue

# fmt: off
REPERTOIRE: dict[Action, Spec] = {
    _A.REST: Spec(
        _V.HERE, (1, 3), 800, "any",
        {"courage": -8, "ambition": -8, "patience": 6},
        {"tired": 30, "hurt": 45}, energy=3000, mood=100, health=350,
    ),
    _A.SLEEP: Spec(
        _V.GUILD, (12, 16), -600, "night",
        {"ambition": -3},
        {"tired": 55, "hurt": 20}, energy=5600, mood=0, health=110,
    ),
    _A.EAT: Spec(
        _V.TOWN, (1, 2), -200, "meal",
        {"greed": -4}, {"hungry": 55, "sad": 4}, energy=1200, mood=400, health=50, gold=-600,
    ),
    _A.TRAIN_COMBAT: Spec(
        _V.GUILD, (3, 5), 900, "day",
        {"courage": 14, "ambition": 14, "empathy": -10, "curiosity": -6},
        {"tired": -12, "hurt": -25}, {"rivalry": 8}, {"respect": 5},
        "combat", -2600, -150, 0, 1400, risk=10,
    ),
    _A.TRAIN_MAGIC: Spec(
        _V.GUILD, (3, 5), 800, "day",
        {"curiosity": 12, "ambition": 12, "patience": 6, "greed": -5},
        {"tired": -12, "hurt": -6}, {}, {"respect": 5},
        "magic", -2300, -100, 0, 1400,
    ),
    _A.STUDY: Spec(
        _V.GUILD, (3, 6), 950, "day",
        {"curiosity": 18, "patience": 12, "ambition": 6, "courage": -6, "greed": -6},
        {"tired": -10}, {}, {}, "lore", -1600, -50, 0, 1300,
    ),
    _A.PATROL: Spec(
        _V.WILD, (4, 6), 700, "day",
        {"courage": 16, "loyalty": 16, "curiosity": -5, "greed": -6},
        {"tired": -14, "hurt": -30}, {}, {"respect": 8, "trust": 6, "fear": 4},
        "combat", -2400, -100, 0, 1100, 0, 450, 0, 30,
    ),
    _A.HUNT: Spec(
        _V.WILD, (4, 7), 900, "day",
        {"courage": 12, "greed": 8, "empathy": -14, "patience": -6},
        {"tired": -12, "hurt": -30, "poor": 3}, {}, {},
        "survival", -2300, 60, 0, 900, 0, 100, 480, 38,
    ),
    _A.GATHER: Spec(
        _V.WILD, (4, 6), 900, "day",
        {"patience": 12, "curiosity": 5, "courage": -6, "ambition": -8},
        {"tired": -8, "hurt": -12, "poor": 4}, {}, {},
        "survival", -1700, 80, 0, 600, 0, 80, 850, 8,
    ),
    _A.CRAFT: Spec(
        _V.GUILD, (4, 6), 1350, "day",
        {"patience": 16, "greed": 10, "curiosity": 3, "empathy": -3},
        {"tired": -10, "poor": 5}, {}, {"respect": 4},
        "craft", -1800, 40, 0, 900, 0, 150,
    ),
    _A.TRADE: Spec(
        _V.TOWN, (2, 4), 900, "day",
        {"greed": 20, "ambition": 6, "empathy": -6, "patience": 3},
        {"tired": -6, "poor": 10}, {}, {}, "trade", -1500, 50, 0, 700,
    ),
    _A.EXPLORE: Spec(
        _V.WILD, (5, 9), 700, "day",
        {"curiosity": 20, "courage": 10, "patience": -6, "loyalty": -6},
        {"tired": -14, "hurt": -30}, {}, {"fear": -8},
        "survival", -2200, 220, 0, 1500, 250, 0, 160, 30,
    ),
    _A.SOCIALISE: Spec(
        _V.HERE, (2, 4), 500, "evening",
        {"empathy": 14, "patience": 4, "ambition": -6, "greed": -8},
        {"lonely": 14, "sad": 8}, {"friendship": 7, "romance": 3, "rivalry": -12, "compatibility": 10}, {},
        "charm", -700, 450, 0, 400,
    ),
    _A.COURT: Spec(
        _V.HERE, (2, 4), 350, "evening",
        {"empathy": 12, "courage": 8, "ambition": -3},
        {"lonely": 10, "sad": 3}, {"romance": 10, "friendship": 3, "rivalry": -30, "compatibility": 12}, {},
        "charm", -900, 550, 0, 350,
    ),
    _A.MENTOR: Spec(
        _V.HERE, (3, 5), 400, "day",
        {"empathy": 16, "loyalty": 12, "patience": 12, "greed": -14},
        {"tired": -6, "lonely": 4}, {"mentor": 6, "friendship": 3, "rivalry": -24, "gap": 12}, {"trust": 6},
        "charm", -1200, 250, 0, 900,
    ),
    _A.PRAY: Spec(
        _V.SHRINE, (1, 3), 100, "dawn",
        {"patience": 12, "empathy": 10, "loyalty": 4, "greed": -10, "ambition": -6},
        {"sad": 10, "hurt": 8}, {}, {}, "faith", -500, 400, 100, 500,
    ),
    _A.WORK: Spec(
        _V.GUILD, (5, 8), 900, "day",
        {"loyalty": 20, "greed": 8, "patience": 4, "curiosity": -12},
        {"tired": -12, "poor": 6}, {}, {"trust": 10, "respect": 10, "fear": 12},
        "trade", -1700, -120, 0, 600, 350, 1600,
    ),
    _A.CAROUSE: Spec(
        _V.TOWN, (3, 6), 500, "late",
        {"patience": -14, "loyalty": -8, "ambition": -10, "courage": 3},
        {"sad": 14, "lonely": 8, "poor": -10}, {"friendship": 4, "rivalry": -6}, {"fear": -6},
        "charm", -1900, 750, -50, 200, -1200,
    ),
    _A.SEEK_HELP: Spec(
        _V.GUILD, (2, 4), -200, "any",
        {"courage": -10, "ambition": -4, "empathy": 2},
        {"hurt": 70, "sad": 16}, {"friendship": 4}, {"trust": 12},
        None, 400, 500, 3500, 0, -300,
    ),
    _A.LOAF: Spec(
        _V.TOWN, (1, 3), 600, "any",
        {"ambition": -16, "loyalty": -10, "patience": -4, "curiosity": -4},
        {"tired": 10, "sad": 3}, {}, {"fear": -12, "respect": -6}, None, 500, 300,
    ),
    _A.QUEST_TRAVEL: Spec(
        _V.ROAD, (6, 12), 700, "day",
        {"courage": 12, "ambition": 10, "loyalty": 8, "patience": -3},
        {"tired": -30, "hurt": -60, "poor": 6}, {"friendship": 6}, {"trust": 8, "respect": 12},
        "survival", -900, 50, 0, 700,
    ),
    _A.QUEST_TRIAL: Spec(
        _V.ROAD, (4, 8), 1200, "any",
        {"courage": 24, "ambition": 10, "loyalty": 10},
        {"tired": -18, "hurt": -45}, {"friendship": 10}, {"respect": 8},
        "combat", -2800, -50, 0, 3000, 0, 0, 0, 90,
    ),
    _A.QUEST_RETURN: Spec(
        _V.ROAD, (6, 12), 0, "any",
        {"courage": -10, "patience": 3},
        {"tired": 10, "hurt": 30}, {}, {"fear": -4}, "survival", -900, 50, 0, 300,
    ),
    _A.DEPART: Spec(
        _V.ROAD, (2, 2), -5200, "day",
        {"loyalty": -50, "ambition": 10, "courage": 8},
        {"sad": 18, "poor": 6}, {"friendship": -14, "romance": -20},
        {"trust": -50, "respect": -30, "fear": 10},
    ),
}
# fmt: on

HOURS: dict[str, list[tuple[int, int, int]]] = {
    "any": [],
    "night": [(0, 10, 3400), (10, 13, 900), (13, 40, -2600), (40, 43, 600), (43, 48, 2800)],
    "day": [(0, 11, -2200), (11, 14, 0), (14, 36, 700), (36, 40, -300), (40, 48, -1600)],
    "dawn": [(0, 9, -1500), (9, 16, 900), (16, 34, 0), (34, 40, 500), (40, 48, -800)],
    "meal": [
        (0, 11, -1500),
        (11, 17, 900),
        (17, 23, -100),
        (23, 28, 1000),
        (28, 35, -200),
        (35, 41, 1100),
        (41, 48, -700),
    ],
    "evening": [(0, 12, -2200), (12, 30, -200), (30, 36, 300), (36, 44, 1200), (44, 48, -400)],
    "late": [(0, 4, 0), (4, 30, -1800), (30, 36, -200), (36, 47, 1100), (47, 48, 300)],
}
"""Appetite by the hour: (from, to, thousandths) in half hours of the day."""

POLICY_PULLS: dict[str, dict[Action, int]] = {
    "balanced": {_A.WORK: 300, _A.PATROL: 150, _A.MENTOR: 150},
    "martial": {_A.TRAIN_COMBAT: 700, _A.PATROL: 700, _A.HUNT: 300, _A.QUEST_TRAVEL: 200},
    "scholarly": {_A.STUDY: 700, _A.TRAIN_MAGIC: 600, _A.MENTOR: 400},
    "mercantile": {_A.TRADE: 600, _A.CRAFT: 600, _A.WORK: 500, _A.GATHER: 300},
    "charitable": {_A.MENTOR: 600, _A.PRAY: 400, _A.SOCIALISE: 300, _A.SEEK_HELP: 300},
    "adventurous": {_A.QUEST_TRAVEL: 700, _A.EXPLORE: 700, _A.TRAIN_COMBAT: 200},
}
"""What the guild asks for; felt in proportion to loyalty and trust."""

CLASS_PULLS: dict[str, dict[Action, int]] = {
    "warrior": {_A.TRAIN_COMBAT: 500, _A.PATROL: 400, _A.QUEST_TRAVEL: 200},
    "ranger": {_A.HUNT: 500, _A.EXPLORE: 300, _A.GATHER: 300},
    "mage": {_A.TRAIN_MAGIC: 700, _A.STUDY: 300},
    "cleric": {_A.PRAY: 800, _A.MENTOR: 200, _A.SEEK_HELP: 100},
    "rogue": {_A.TRADE: 400, _A.CAROUSE: 300, _A.EXPLORE: 200},
    "bard": {_A.SOCIALISE: 500, _A.CAROUSE: 400, _A.COURT: 300},
    "artisan": {_A.CRAFT: 700, _A.WORK: 300},
    "scholar": {_A.STUDY: 700, _A.MENTOR: 300},
}
"""The habits of a class."""

DRIFT: dict[Action, Pulls] = {
    _A.TRAIN_COMBAT: {"courage": 1, "ambition": 1},
    _A.TRAIN_MAGIC: {"curiosity": 1, "ambition": 1},
    _A.STUDY: {"curiosity": 1, "patience": 1},
    _A.PATROL: {"courage": 1, "loyalty": 1},
    _A.HUNT: {"courage": 1, "empathy": -1},
    _A.GATHER: {"patience": 1},
    _A.CRAFT: {"patience": 1},
    _A.TRADE: {"greed": 1},
    _A.EXPLORE: {"curiosity": 1, "courage": 1},
    _A.SOCIALISE: {"empathy": 1},
    _A.COURT: {"empathy": 1},
    _A.MENTOR: {"empathy": 1, "patience": 1, "greed": -1},
    _A.PRAY: {"patience": 1, "greed": -1},
    _A.WORK: {"loyalty": 1},
    _A.CAROUSE: {"patience": -1},
    _A.LOAF: {"ambition": -1},
    _A.QUEST_TRIAL: {"courage": 1, "ambition": 1, "loyalty": 1},
}
"""Which traits an action strengthens or wears when it goes well (and the reverse when it goes badly)."""
