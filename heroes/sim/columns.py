"""Heroes and their bonds as columns: one position per hero, over all worlds of a batch at once.

Heroes are ordered by world, then by number; a hero's position in the columns means nothing outside the batch.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

I64 = NDArray[np.int64]
I32 = NDArray[np.int32]
I16 = NDArray[np.int16]
Rows = NDArray[np.intp]
FOREVER = 2**31 - 1
"""The step at which nothing is due any more."""


def within(values: I64, low: int, high: I64 | int) -> I64:
    """Values no lower and no higher than that. What ``np.clip`` asks of small arrays costs ten times as much."""
    out: I64 = np.minimum(np.maximum(values, low), high)
    return out


@dataclass
class Heroes:
    """(H,) unless said otherwise."""

    world: I64
    """position of the world in the batch"""
    number: I64
    traits: I64
    """(H, 7)"""
    born: I64
    """(H, 7) the traits at birth, towards which drift is pulled back"""
    skills: I64
    """(H, 8)"""
    items: I64
    """(H, 8)"""
    gold: I64
    experience: I64
    energy: I64
    mood: I64
    health: I64
    hero_class: I64
    status: I64
    place: I64
    """number of the place within the world"""
    action: I64
    started: I64
    until: I64
    """the step at which the activity ends: the hero is due"""
    fed: I64
    met: I64
    last: I64
    streak: I64
    partner: I64
    """position of the hero with whom the activity is shared, −1 for nobody"""
    quest: I64
    """position of the quest under way, −1 for none"""
    expectations: I16
    """(H, A, kinds of place) points of satisfaction"""
    memories: I32
    """(H, SLOTS, FIELDS) what is not forgotten; see ``heroes.sim.memory``"""
    thought: I64
    """the decision in flight: its position in the bite's store, or −1 − position among the carried ones"""
    touched: NDArray[np.bool_]
    """whether the row has to be written back"""

    def __len__(self) -> int:
        return len(self.number)

    def grown_by(self, other: Heroes) -> Heroes:
        """Both, one after the other."""
        joined = [np.concatenate([getattr(self, f.name), getattr(other, f.name)]) for f in fields(self)]
        return Heroes(*joined)


@dataclass
class Bonds:
    """One position per pair and kind, the lower position first; spare room at the end is dead.

    ``mentor_is_a`` tells the roles where the kind is mentor. ``slots`` (H, cap) lists each hero's bonds, −1 for none.
    """

    a: I64
    b: I64
    kind: I64
    strength: I64
    interactions: I64
    last: I64
    mentor_is_a: NDArray[np.bool_]
    alive: NDArray[np.bool_]
    touched: NDArray[np.bool_]
    size: int
    """how many positions are in use, dead ones included"""
    stored: int
    """how many of them came from the database"""
    slots: I64

    def other(self, bond: I64, hero: I64) -> I64:
        """The far end of each bond, seen from each hero."""
        out: I64 = np.where(self.a[bond] == hero, self.b[bond], self.a[bond])
        return out

    def grow(self, more: int) -> None:
        """Make room for ``more`` bonds."""
        if self.size + more <= len(self.a):
            return
        room = max(self.size + more, 2 * len(self.a)) - len(self.a)
        for name in ("a", "b", "kind", "strength", "interactions", "last", "mentor_is_a", "alive", "touched"):
            column = getattr(self, name)
            setattr(self, name, np.concatenate([column, np.zeros(room, dtype=column.dtype)]))
