"""Everything that moves trust, respect and fear. Nothing else does."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

I64 = NDArray[np.int64]


class Effect(NamedTuple):
    """Points added to the three pillars, and to the hero's mood."""

    trust: int
    respect: int
    fear: int
    mood: int = 0


LIVED = (
    "wages_paid",
    "wages_missed",
    "quest_won",
    "quest_lost",
    "order_done",
    "promise_broken",
    "calm_days",
    "quiet_days",
)
"""Causes that come about in the course of life; bit ``i`` of a cause mask means ``LIVED[i]``."""

CAUSES: dict[str, Effect] = {
    "wages_paid": Effect(1, 0, 0),
    "wages_missed": Effect(-3, -1, 0),
    "quest_won": Effect(0, 1, 0),
    "quest_lost": Effect(-1, -2, 0),
    "order_done": Effect(0, 1, 0),
    "promise_broken": Effect(-12, -4, 0),
    "calm_days": Effect(0, 0, -1),
    "quiet_days": Effect(0, -1, 0),
    "praise": Effect(3, 1, -1, 5),
    "reward": Effect(4, 2, -1, 6),
    "gift": Effect(5, 1, -2, 6),
    "punish": Effect(-6, 1, 9, -10),
    "threaten": Effect(-4, -2, 7, -6),
    "console": Effect(5, 0, -4, 7),
    "mediate": Effect(2, 2, -1, 3),
    "promise": Effect(2, 0, 0, 3),
    "promise_kept": Effect(6, 4, 0, 4),
    "order_agreed": Effect(0, 0, 0),
    "order_refused": Effect(0, -1, 0),
    "urgent_order": Effect(-1, 0, 1, -2),
}

_BITS = np.arange(len(LIVED))
_PILLARS = np.array([CAUSES[name][:3] for name in LIVED], dtype=np.int64)


def content(loyalty: I64) -> I64:
    """(n,) how far wages alone win trust, one payday in three: the loyal give more credit."""
    return 48 + loyalty * 3 // 10


def esteem(loyalty: I64) -> I64:
    """(n,) how much respect outlasts quiet days: old fame wears off, less with the loyal."""
    return 54 + loyalty // 5


def unease(courage: I64) -> I64:
    """(n,) the fear that calm days leave: the timid never quite lose it."""
    return 3 + (100 - courage) // 7


def masks(mask: I64) -> I64:
    """(n, 3) what the lived causes of each mask add to trust, respect and fear."""
    bits = (mask[:, None] >> _BITS) & 1
    out: I64 = bits @ _PILLARS
    return out


def named(mask: int) -> list[str]:
    """The lived causes in a mask."""
    return [name for bit, name in enumerate(LIVED) if mask >> bit & 1]


def repeated(effect: Effect, times: int) -> Effect:
    """The same kindness (or cruelty) repeated within a game day does half as much each time."""
    return Effect(*(int(points / 2**times) for points in effect))
