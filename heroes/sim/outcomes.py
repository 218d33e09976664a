"""What an activity brings, and how the hero feels about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from heroes.sim.columns import within
from heroes.sim.lexicon import CLASS_SKILL, CLASSES, ITEMS, SKILLS, Action, Bond
from heroes.sim.rules import YIELDS, Rules

I64 = NDArray[np.int64]
Y = {name: row for row, name in enumerate(YIELDS)}
_MATERIALS = [ITEMS.index(name) for name in ("wood", "herbs", "ore", "hides")]
_GOODS, _POTIONS = ITEMS.index("goods"), ITEMS.index("potions")
PRICES = np.array([2, 2, 3, 3, 2, 9, 7, 8], dtype=np.int64)
"""Gold for one of each item at even markets."""
_LIVING = np.isin(np.arange(len(Action)), (Action.EAT, Action.CAROUSE, Action.LOAF, Action.SEEK_HELP))
"""(A,) what costs the more, the fuller the purse."""
REPOSE, COMPOSURE = 58, 16
"""The mood a hero settles at when nothing happens, and how fast: thousandths per point and step."""
HARM = 24
"""A mishap costs 5 points of health, and up to so many more."""


@dataclass
class Ended:
    """``m`` activities that end in this step, ordered by world and hero number; the heroes' columns before they end.

    ``span`` steps; ``affords`` and ``events`` thousandths for this action in this place; ``haul`` code of the item
    that the place yields; ``market`` percent by which prices stand off the ordinary;
    ``toll`` thousandths of health lost to a plague per step; ``whole`` and ``roll`` are dice.
    """

    action: I64
    span: I64
    traits: I64
    born: I64
    skills: I64
    items: I64
    gold: I64
    energy: I64
    mood: I64
    health: I64
    fear: I64
    affords: I64
    events: I64
    haul: I64
    market: I64
    toll: I64
    fit: I64
    """the traits' own contributions to the action, in thousandths: whether it suits the hero"""


class Rolls(Protocol):
    """Dice for ``m`` heroes at one step, as ``worlds.sim.dice`` makes them. Here we only say what we roll for."""

    def below(self, limit: I64 | int, purpose: int) -> I64:
        """(m,) whole numbers in 0 … limit − 1."""
        ...

    def whole(self, thousandths: I64, purpose: int) -> I64:
        """(m,) fractions made whole."""
        ...


@dataclass
class Brought:
    """(m,) whole-number changes, not yet clamped to what a hero can hold."""

    effectiveness: I64
    satisfaction: I64
    energy: I64
    mood: I64
    health: I64
    experience: I64
    gold: I64
    treasury: I64
    items: I64
    """(m, 8)"""
    skill: I64
    """code of the skill that was trained, −1 for none"""
    learned: I64
    """points the skill rose"""
    hurt: I64
    """health lost to a mishap"""


def effectiveness(e: Ended, roll: Rolls, rules: Rules) -> I64:
    """(m,) 0–100: skill, place, events, strength and luck."""
    level = _level(e, rules, 40)
    luck = roll.below(26, 20) + roll.below(26, 21) - 25
    worth = 30 + level // 2 + (e.affords + e.events) // 60 + luck
    worth += (e.energy - 50) // 8 + (e.mood - 50) // 10
    return within(worth, 3, 100)


def _level(e: Ended, rules: Rules, untaught: int) -> I64:
    """(m,) the skill that the action draws on; ``untaught`` where it needs none."""
    skill = rules.skill[e.action]
    return np.where(skill >= 0, e.skills[np.arange(len(skill)), np.maximum(skill, 0)], untaught)


def _standard(e: Ended, rules: Rules) -> I64:
    """(m,) how well heroes think they should do: masters ask more of themselves, so that mastery alone is no bliss."""
    return 36 + _level(e, rules, 36) // 2


def bring(e: Ended, roll: Rolls, rules: Rules) -> Brought:
    """The yields of ``m`` ended activities, quests' rewards and wages apart."""
    worth = effectiveness(e, roll, rules)
    rate = rules.yields[:, e.action] * e.span
    scaled = rate * (40 + worth) // 100
    hurt = _mishap(rate[Y["risk"]], worth, e, roll)
    items = _haul(e, scaled[Y["items"]], roll)
    gold = _gold(e, scaled[Y["gold"]], worth, items, roll)
    mood = roll.whole(scaled[Y["mood"]] + _composure(e) * e.span, 22)
    mood += e.fit // 700 + (worth - _standard(e, rules)) // 14 - hurt // 3
    skill, learned = _practice(e, worth, roll, rules)
    return Brought(
        effectiveness=worth,
        satisfaction=_satisfaction(e, worth, mood, hurt),
        energy=roll.whole(rate[Y["energy"]], 23),
        mood=mood,
        health=roll.whole(rate[Y["health"]] + (40 - e.toll) * e.span, 24) - hurt,
        experience=roll.whole(scaled[Y["experience"]], 25),
        gold=gold,
        treasury=roll.whole(scaled[Y["treasury"]], 26),
        items=items,
        skill=skill,
        learned=learned,
        hurt=hurt,
    )


def _composure(e: Ended) -> I64:
    """(m,) thousandths of mood per step: back to repose, which wounds and fear lower."""
    return (REPOSE - e.mood) * COMPOSURE - np.maximum(85 - e.health, 0) * 3 - np.maximum(e.fear - 40, 0) * 4


def _mishap(risk: I64, worth: I64, e: Ended, roll: Rolls) -> I64:
    """Danger takes its toll of those who do a dangerous thing badly."""
    unlucky = roll.below(1000, 27) < risk * (140 - worth) // 100
    return np.where(unlucky, 5 + roll.below(HARM, 28), 0)


def _haul(e: Ended, thousandths: I64, roll: Rolls) -> I64:
    """(m, 8) things found, made, used up and sold."""
    items = np.zeros_like(e.items)
    rows = np.arange(len(e.action))
    items[rows, e.haul] += roll.whole(thousandths, 29)
    crafting = np.flatnonzero(e.action == Action.CRAFT)
    if len(crafting):
        stock = e.items[crafting][:, _MATERIALS]
        kind = np.array(_MATERIALS)[stock.argmax(axis=1)]
        used = np.minimum(stock.max(axis=1), 3)
        items[crafting, kind] -= used
        made = np.where(kind == 1, _POTIONS, _GOODS)
        items[crafting, made] += (used + 1) // 2
    trading = e.action == Action.TRADE
    items[trading] -= (e.items[trading] + 1) // 2
    helped = (e.action == Action.SEEK_HELP) & (e.items[:, _POTIONS] > 0)
    items[helped, _POTIONS] -= 1
    return items


def _gold(e: Ended, thousandths: I64, worth: I64, items: I64, roll: Rolls) -> I64:
    """Wages apart: what is earned, what sales bring, and the cost of living, which grows with the purse."""
    sold = (np.where((e.action == Action.TRADE)[:, None], -items, 0) * PRICES).sum(axis=1)
    sales = sold * (50 + worth // 2) * (100 + e.market) // 10_000
    luxury = np.where(_LIVING[e.action], e.gold * e.span // 60, 0)
    return np.maximum(roll.whole(thousandths, 30) + sales - luxury, -e.gold)


def _practice(e: Ended, worth: I64, roll: Rolls, rules: Rules) -> tuple[I64, I64]:
    skill = rules.skill[e.action]
    level = e.skills[np.arange(len(skill)), np.maximum(skill, 0)]
    chance = e.span * worth * (100 - level) * (100 - level) // 40_000
    better = (skill >= 0) & (roll.below(1000, 31) < chance)
    return skill, better.astype(np.int64)


def _satisfaction(e: Ended, worth: I64, mood: I64, hurt: I64) -> I64:
    """−100 … 100: success, suitability and mood; fear spoils it."""
    felt = (worth - 45) + e.fit // 40 + mood * 3 - hurt * 2 - np.maximum(e.fear - 50, 0) // 2
    return within(felt, -100, 100)


def warmth(compatibility: I64, worth: I64, action: I64, roll: Rolls) -> I64:
    """(m,) how a shared activity changes what two heroes feel: like minds and good hours draw together."""
    base = compatibility // 5 + (worth - 48) // 9 + roll.below(7, 32) - 3
    return within(base - 2 * (action == Action.TRAIN_COMBAT), -9, 9)


BOND_OF_ACTION = np.full(len(Action), -1, dtype=np.int64)
"""(A,) the bond that an action works on: friendship (or rivalry, when it goes badly), romance, teaching."""
for _action in (Action.SOCIALISE, Action.CAROUSE, Action.TRAIN_COMBAT, Action.QUEST_TRIAL):
    BOND_OF_ACTION[_action] = Bond.FRIENDSHIP
BOND_OF_ACTION[Action.COURT] = Bond.ROMANTIC
BOND_OF_ACTION[Action.MENTOR] = Bond.MENTOR

CRAFT_OF_CLASS = np.array([SKILLS.index(CLASS_SKILL[name]) for name in CLASSES])
"""(8,) code of the skill that each class lives by, in the order of ``CLASSES``."""
