"""The numbers a world is born with, from its seed alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.bonds import compatibility
from heroes.sim.lexicon import CLASSES, FACILITIES, SKILLS, TRAITS, Bond
from heroes.sim.outcomes import CRAFT_OF_CLASS
from worlds.sim.dice import WORLD_ITSELF, Dice, keys

I64 = NDArray[np.int64]
GENESIS = 1_000
"""First of the purposes for which birth rolls."""
WAGE, PURSE, PURSE_PER_HERO = 3, 250, 15


@dataclass
class Newborn:
    """(n,) heroes at birth, by number; traits (n, 7), skills (n, 8), pillars (n, 3) of trust, respect and fear."""

    hero_class: I64
    traits: I64
    skills: I64
    gold: I64
    energy: I64
    mood: I64
    health: I64
    pillars: I64


@dataclass
class Acquaintance:
    """(k,) opening bonds between heroes ``a`` < ``b`` (numbers); ``mentor_is_a`` where the kind is mentor."""

    a: I64
    b: I64
    kind: I64
    strength: I64
    mentor_is_a: NDArray[np.bool_]


def heroes(seed: int, first: int, count: int) -> Newborn:
    """Heroes ``first`` … ``first + count − 1`` of the world with that seed: the same whenever they are asked for."""
    number = np.arange(first, first + count, dtype=np.int64)
    dice = Dice.at(keys(np.full(count, seed), number), np.zeros(count, dtype=np.int64))
    hero_class = dice.below(len(CLASSES), GENESIS)
    traits = np.stack([_trait(dice, GENESIS + 10 + 5 * t) for t in range(len(TRAITS))], axis=1)
    skills = np.stack([5 + dice.below(28, GENESIS + 60 + s) for s in range(len(SKILLS))], axis=1)
    own = CRAFT_OF_CLASS[hero_class]
    skills[np.arange(count), own] = 32 + dice.below(26, GENESIS + 70)
    pillars = np.stack(
        [
            44 + dice.below(18, GENESIS + 71),
            40 + dice.below(20, GENESIS + 72),
            6 + dice.below(18, GENESIS + 73),
        ],
        axis=1,
    )
    return Newborn(
        hero_class=hero_class,
        traits=traits,
        skills=skills,
        gold=20 + dice.below(60, GENESIS + 74),
        energy=50 + dice.below(30, GENESIS + 75),
        mood=45 + dice.below(20, GENESIS + 76),
        health=86 + dice.below(15, GENESIS + 77),
        pillars=pillars,
    )


def _trait(dice: Dice, purpose: int) -> I64:
    """(n,) 3–97, mostly in the middle, now and then extreme."""
    middling = dice.below(34, purpose) + dice.below(34, purpose + 1) + dice.below(33, purpose + 2)
    extreme = 3 + dice.below(95, purpose + 3)
    return np.clip(np.where(dice.below(3, purpose + 4) == 0, extreme, middling), 3, 97)


def acquaintances(seed: int, newborn: Newborn) -> Acquaintance:
    """Who already knows whom: about three bonds for every two heroes."""
    n = len(newborn.gold)
    tries = np.arange(3 * n if n > 1 else 0, dtype=np.int64)
    dice = Dice.at(keys(np.full(len(tries), seed), tries + 5_000), np.zeros(len(tries), dtype=np.int64))
    one = np.sort(np.stack([tries % n, dice.below(n, GENESIS + 80)], axis=1), axis=1)
    _, unique = np.unique(one[:, 0] * n + one[:, 1], return_index=True)
    keep = np.sort(unique)
    keep = keep[(one[keep, 0] != one[keep, 1]) & (dice.below(2, GENESIS + 81)[keep] == 0)]
    a, b, dice = one[keep, 0], one[keep, 1], dice.take(keep)
    alike = compatibility(newborn.traits[a], newborn.traits[b])
    lot = dice.below(100, GENESIS + 82) + alike // 2
    kind = np.select(
        [lot < 28, lot < 78, lot < 90],
        [int(Bond.RIVALRY), int(Bond.FRIENDSHIP), int(Bond.MENTOR)],
        int(Bond.ROMANTIC),
    )
    teach = newborn.skills[np.arange(n), CRAFT_OF_CLASS[newborn.hero_class]]
    strength = 12 + dice.below(34, GENESIS + 83) + np.maximum(alike, 0) // 3
    return Acquaintance(a, b, kind, strength, teach[a] >= teach[b])


def facilities(seed: int) -> dict[str, int]:
    """The roofs the guild starts with: training grounds, a tavern, and one more."""
    dice = Dice.at(keys(np.array([seed]), np.array([WORLD_ITSELF])), np.zeros(1, dtype=np.int64))
    third = FACILITIES[int(dice.below(len(FACILITIES), GENESIS + 90)[0])]
    levels = dict.fromkeys(FACILITIES, 0) | {"training_grounds": 1, "tavern": 1}
    levels[third] += 1
    return levels
