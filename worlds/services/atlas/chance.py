"""Unevenness that is always the same: numbers in 0..1 that depend on whole numbers and on nothing else."""

from __future__ import annotations

import math
from functools import lru_cache

_WORD = (1 << 64) - 1
_GOLDEN = 0x9E3779B97F4A7C15


def roll(*keys: int) -> float:
    """A number in [0, 1) for these whole numbers, in this order (SplitMix64's finaliser over each)."""
    word = _GOLDEN
    for key in keys:
        word = (word ^ (key & _WORD)) * _GOLDEN & _WORD
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9 & _WORD
        word = (word ^ (word >> 27)) * 0x94D049BB133111EB & _WORD
        word ^= word >> 31
    return (word >> 11) / (1 << 53)


def sway(*keys: int) -> float:
    """A number in [-1, 1) for these whole numbers."""
    return 2 * roll(*keys) - 1


def ripple(seed: int, x: float, y: float) -> float:
    """Smooth noise in [-1, 1] over the plane; it turns about once in a unit."""
    left, top = math.floor(x), math.floor(y)
    across, down = _ease(x - left), _ease(y - top)
    upper = _between(_node(seed, left, top), _node(seed, left + 1, top), across)
    lower = _between(_node(seed, left, top + 1), _node(seed, left + 1, top + 1), across)
    return _between(upper, lower, down)


@lru_cache(maxsize=16_384)
def _node(seed: int, column: int, row: int) -> float:
    """The noise where lattice lines cross: neighbouring points ask for the same ones."""
    return sway(seed, column, row)


def _ease(part: float) -> float:
    return part * part * (3 - 2 * part)


def _between(one: float, other: float, part: float) -> float:
    return one + (other - one) * part
