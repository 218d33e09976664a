"""Quests as columns: the boards of all worlds of a batch at once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

I64 = NDArray[np.int64]
PARTY = 4
MUSTER = 8
"""Steps for which others may still join the first who accepts."""


class QuestStatus(IntEnum):
    """The life of a quest."""

    OPEN = 0
    MUSTERING = 1
    UNDERWAY = 2
    SUCCEEDED = 3
    FAILED = 4
    EXPIRED = 5


QUEST_STATUSES = tuple(status.name.lower() for status in QuestStatus)
ASSIGNMENT_STATUSES = ("travelling", "trial", "succeeded", "failed", "abandoned")
SOURCES = ("world", "master")


@dataclass
class Quests:
    """(N,) unless said otherwise; ordered by world and number where loaded, later ones appended."""

    world: I64
    number: I64
    status: I64
    source: I64
    place: I64
    monster: I64
    """position among the monsters of the place (only of quests made in this bite)"""
    difficulty: I64
    reward: I64
    experience: I64
    party_max: I64
    travel: I64
    trial: I64
    posted: I64
    expires: I64
    trial_step: I64
    """the step at which the party faces the trial, −1 before anybody accepted"""
    party: I64
    """(N, 4) positions of heroes, −1 for an empty place"""
    touched: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.number)

    def append(self, other: Quests) -> None:
        """Add quests at the end."""
        for f in fields(self):
            setattr(self, f.name, np.concatenate([getattr(self, f.name), getattr(other, f.name)]))

    def size(self) -> I64:
        """(N,) how many heroes are in each party."""
        return (self.party >= 0).sum(axis=1)


@dataclass
class Assignments:
    """Who took part in what: a growing journal of this bite. ``quest``, ``hero`` are positions."""

    quest: list[int]
    hero: list[int]
    status: list[int]
    step: list[int]
    ordered: list[bool]

    def note(
        self, quest: I64, hero: I64, status: int, step: I64, ordered: NDArray[np.bool_] | None = None
    ) -> None:
        """Write down that these heroes are now at ``status`` (a position in ``ASSIGNMENT_STATUSES``)."""
        self.quest += quest.tolist()
        self.hero += hero.tolist()
        self.status += [status] * len(quest)
        self.step += step.tolist()
        self.ordered += ordered.tolist() if ordered is not None else [False] * len(quest)


def board(quests: Quests, worlds: int) -> I64:
    """(worlds, Q) positions of the quests that can still be accepted, by number, −1 for none; Q ≥ 1."""
    live = np.flatnonzero(quests.status <= QuestStatus.MUSTERING)
    live = live[np.lexsort((quests.number[live], quests.world[live]))]
    world = quests.world[live]
    count = np.bincount(world, minlength=worlds)
    out = np.full((worlds, max(int(count.max(initial=0)), 1)), -1, dtype=np.int64)
    start = np.cumsum(count) - count
    out[world, np.arange(len(live)) - start[world]] = live
    return out
