"""The state of a batch: many worlds at once, as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.columns import Bonds, Heroes
from heroes.sim.rules import Rules
from influence.sim.columns import Influence
from quests.sim.columns import Assignments, Quests
from worlds.sim.dice import U64, Dice
from worlds.sim.log import Log

I64 = NDArray[np.int64]
I32 = NDArray[np.int32]


@dataclass
class Worlds:
    """(W,) unless said otherwise; the guild of each world is part of its row."""

    key: U64
    """the dice of the world itself"""
    hero_key: U64
    """(H,) the dice of each hero"""
    step: I64
    target: I64
    seq: I64
    """rows already logged at ``step``"""
    treasury: I64
    reputation: I64
    level: I64
    policy: I64
    wage: I64
    arrears: I64
    facilities: I64
    """(W, 6) levels"""
    next_quest: I64
    next_event: I64
    first_hero: I64
    heroes: I64
    """how many"""
    first_place: I64
    biomes: I64
    """how many; they have the place numbers 2 …"""
    landmarks: I64


@dataclass
class Places:
    """(P,) the places of all worlds, one world after the other; ``A`` actions."""

    kind: NDArray[np.intp]
    affords: I32
    """(P, A) thousandths: what the place (and the guild's facilities) make of each action"""
    push: I32
    """(P, A) thousandths: what the events in force make of it"""
    haul: I64
    """(P, 3, 4) codes of the items that hunting, gathering and exploring yield here"""
    difficulty: I64
    monsters: I64
    """how many kinds of monsters live here"""


@dataclass
class Events:
    """(E,) the events that are still to come or in force, those of this bite at the end."""

    world: I64
    number: I64
    kind: I64
    place: I64
    """−1 for everywhere"""
    starts: I64
    ends: I64
    status: I64
    """0 coming, 1 in force, 2 over"""
    pull: I32
    """(E, A) thousandths that the effects of the event add to each action"""
    market: I64
    """per cent on prices"""
    touched: NDArray[np.bool_]


@dataclass
class Batch:
    """Everything that one bite reads and changes."""

    rules: Rules
    worlds: Worlds
    places: Places
    heroes: Heroes
    bonds: Bonds
    influence: Influence
    quests: Quests
    events: Events
    assignments: Assignments
    log: Log

    def dice(self, hero: I64) -> Dice:
        """The dice of some heroes at their worlds' present steps."""
        return Dice.at(self.worlds.hero_key[hero], self.worlds.step[self.heroes.world[hero]])

    def world_dice(self, world: I64) -> Dice:
        """The dice of some worlds at their present steps."""
        return Dice.at(self.worlds.key[world], self.worlds.step[world])

    def now(self, hero: I64) -> I64:
        """(n,) the present step of each hero's world."""
        step: I64 = self.worlds.step[self.heroes.world[hero]]
        return step
