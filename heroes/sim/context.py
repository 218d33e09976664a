"""What a hero sees when looking around: every input that a choice depends on, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import TRAITS

I32 = NDArray[np.int32]

FEATURES = (
    *TRAITS,
    "energy",
    "mood",
    "health",
    "hunger",  # steps since the last meal
    "solitude",  # steps since the last company
    "gold",
    "hour",  # half hours since midnight, 0–47
    "place",  # number of the place where the hero is
    "kind",  # its kind
    "wild",  # number of the biome the hero would go to
    "shrine",  # number of the landmark the hero would go to
    "trust",
    "respect",
    "fear",
    "arrears",  # days in a row on which the guild could not pay in full
    "policy",
    "hero_class",
    "order",  # 1 + code of the action that was ordered and agreed to, 0 for none
    "last",  # code of the previous action
    "streak",  # how often in a row
    "phase",  # 0 free, 1 before the trial of a quest, 2 after it
    "company",  # 1 + number of the hero at hand, 0 for nobody
    "friendship",
    "romance",
    "mentor",
    "gap",  # how much better the hero is at their own craft than the company
    "compatibility",
    "rivalry",  # with the company
    "foe",  # 1 + number of the worst rival in the same place
    "enmity",  # strength of that rivalry
    "quest",  # number of the quest on offer or under way, 0 for none
    "odds",  # the hero's estimate of success, 0–100
    "danger",
    "reward",  # gold
    "comrades",  # bonds with those who already go, summed
    "wares",  # things that can be sold
    "materials",  # things that can be worked
    "counsel",  # 1 + code of the action that the hero's mind was made up for beforehand, 0 for none
    "memory",  # 1 + code of the kind of memory that is on the hero's mind, 0 for none
    "memory_place",  # 1 + number of the place where that was
    "memory_ground",  # 1 + code of the kind of place
    "memory_other",  # 1 + number of the hero it is about, 0 for nobody
    "memory_days",  # how long ago that was
)
"""Whole numbers, in the order of the columns of ``Context.look``."""

# The engine reads the seven traits, the three pillars and the six sides of company as slices: keep them together.
F = {name: column for column, name in enumerate(FEATURES)}
VECTORS = ("affords", "events", "learned", "remembered")
"""What a context says of each action."""


@dataclass
class Context:
    """``n`` heroes looking around at once.

    ``look`` (n, len(FEATURES)); ``affords``, ``events``, ``learned``, ``remembered`` (n, A): what place, events, the
    hero's own experience and the memory on their mind say of each action, in thousandths, thousandths, points of
    satisfaction and points of feeling. Contexts of before heroes remembered have zeros there.
    """

    look: I32
    affords: I32
    events: I32
    learned: I32
    remembered: I32

    def __getitem__(self, name: str) -> I32:
        column: I32 = self.look[:, F[name]]
        return column

    def __setitem__(self, name: str, values: NDArray[np.int64] | NDArray[np.int32] | int) -> None:
        self.look[:, F[name]] = values

    def __len__(self) -> int:
        return len(self.look)

    def take(self, rows: NDArray[np.intp]) -> Context:
        """Some of those heroes, copied."""
        return Context(self.look[rows], *(getattr(self, name)[rows] for name in VECTORS))

    @classmethod
    def blank(cls, n: int, actions: int) -> Context:
        """Room for ``n`` contexts."""
        zeros = [np.zeros((n, actions), dtype=np.int32) for _ in VECTORS]
        return cls(np.zeros((n, len(FEATURES)), dtype=np.int32), *zeros)
