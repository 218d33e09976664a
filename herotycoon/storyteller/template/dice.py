"""Counter-based dice: the same key throws the same numbers on every platform and every version of Python."""

from collections.abc import Sequence
from hashlib import blake2b
from math import gcd
from typing import Final, TypeVar

T = TypeVar("T")

_MASK: Final = (1 << 64) - 1
_GOLDEN: Final = 0x9E3779B97F4A7C15


def key(seed: int, purpose: str, *counters: int) -> int:
    """64 bits that depend on all arguments and on nothing else."""
    text = "|".join((str(seed), purpose, *map(str, counters)))
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


class Dice:
    """Throws for one purpose (SplitMix64 over a key). Made where it is used and thrown away."""

    __slots__ = ("_state",)

    def __init__(self, seed: int, purpose: str, *counters: int) -> None:
        self._state = key(seed, purpose, *counters)

    def below(self, sides: int) -> int:
        """A whole number in 0..sides-1."""
        self._state = state = (self._state + _GOLDEN) & _MASK
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _MASK
        return ((state ^ (state >> 31)) * sides) >> 64

    def between(self, low: int, high: int) -> int:
        """A whole number in low..high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self.below(len(choices))]

    def shuffled(self, choices: Sequence[T]) -> list[T]:
        deck = list(choices)
        for last in range(len(deck) - 1, 0, -1):
            other = self.below(last + 1)
            deck[last], deck[other] = deck[other], deck[last]
        return deck

    def sample(self, choices: Sequence[T], count: int) -> list[T]:
        """`count` different ones (all of them if there are fewer), in random order."""
        return self.shuffled(choices)[:count]

    def weighted(self, choices: Sequence[tuple[T, int]]) -> T:
        """One choice by whole-number weight; at least one weight is positive."""
        throw = self.below(sum(weight for _, weight in choices))
        for choice, weight in choices:
            throw -= weight
            if throw < 0:
                return choice
        raise ValueError("weights must be positive")


def nth_of(size: int, count: int, start: int) -> int:
    """The `count`-th index of a walk that visits 0..size-1 each once before it repeats.

    Neighbours in the walk lie far apart, so that neighbouring numbers share few digits.
    """
    stride = max(1, size * 618 // 1000)
    while gcd(stride, size) != 1:
        stride += 1
    return (start + stride * count) % size
