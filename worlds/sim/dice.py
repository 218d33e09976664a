"""Counter-based dice: what is rolled depends on who asks, when and what for, never on what was rolled before.

Each roll is a keyed hash of (world seed, hero's number, step, purpose, lane). The mixer is the finaliser of SplitMix64
(Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014), applied twice; the idea of
addressing random numbers by counters is that of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
Ints = NDArray[np.int64]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_STEP = np.uint64(0xD1B54A32D192ED03)
_PURPOSE = 0x8CB92BA72F3D8DD7
_LANE = 0xAEF17502108EF2D9
_WORD = (1 << 64) - 1
_S30, _S27, _S31, _HALF = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(32)
_M1, _M2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
WORLD_ITSELF = -1
"""The "hero's number" under which a world rolls for itself."""


def _word(number: int) -> np.uint64:
    return np.uint64(number & _WORD)


@cache
def _purposes(block: int) -> U64:
    """(16, 1) what sixteen purposes add to a key."""
    return np.array([[_word(number * _PURPOSE)] for number in range(block * 16, block * 16 + 16)])


@cache
def _lanes(lanes: int) -> U64:
    return np.arange(lanes, dtype=np.uint64) * np.uint64(_LANE)


def mix(word: U64) -> U64:
    """SplitMix64's finaliser: a bijection of 64-bit words in which every bit depends on every other."""
    out: U64 = word ^ (word >> _S30)
    out *= _M1
    out ^= out >> _S27
    out *= _M2
    out ^= out >> _S31
    return out


def keys(seed: NDArray[np.int64], number: NDArray[np.int64]) -> U64:
    """One key per roller, from the world's seed and the hero's number (or ``WORLD_ITSELF``); any shape."""
    own = (number + 2).astype(np.uint64) * _GOLDEN
    return mix(mix(seed.astype(np.uint64) + _GOLDEN) ^ own)


@dataclass(frozen=True)
class Dice:
    """Dice in the hands of ``n`` rollers at one step each.

    ``key`` (n,) is already bound to the step; every method names its ``purpose`` so that no two rolls share a number.
    Words are made for sixteen purposes at a time and kept in ``block``: most of what a roll costs is asking for it.
    """

    key: U64
    block: dict[int, U64] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def at(cls, roller: U64, step: NDArray[np.int64], seq: int = 0) -> Dice:
        """Bind rollers (n,) to their steps (n,) and, for a master's input, to its place within the step."""
        moment = step.astype(np.uint64) * _STEP + _word(seq * _LANE)
        return cls(mix(roller ^ mix(moment)))

    def take(self, rows: NDArray[np.intp] | NDArray[np.bool_]) -> Dice:
        """The dice of some of the rollers."""
        return Dice(self.key[rows], {at: words[:, rows] for at, words in self.block.items()})

    def raw(self, purpose: int) -> U64:
        """(n,) words of 64 even bits; not to be written to."""
        at, row = divmod(purpose, 16)
        words = self.block.get(at)
        if words is None:
            words = self.block[at] = mix(self.key + _purposes(at))
        return words[row]

    def below(self, limit: NDArray[np.int64] | int, purpose: int) -> Ints:
        """(n,) whole numbers in 0 … limit − 1 (limit ≥ 1, at most 2³²)."""
        word = self.raw(purpose) >> _HALF
        word *= np.uint64(limit) if isinstance(limit, int) else limit.astype(np.uint64)
        word >>= _HALF
        return word.view(np.int64)

    def between(self, low: int, high: int, purpose: int) -> Ints:
        """(n,) whole numbers in low … high, both included."""
        return self.below(high - low + 1, purpose) + low

    def whole(self, thousandths: NDArray[np.int64], purpose: int) -> Ints:
        """Make fractions whole by dice: the mean of the result is ``thousandths`` / 1000."""
        return (thousandths + self.below(1000, purpose)) // 1000

    def bell(self, lanes: int, spread: int, purpose: int) -> NDArray[np.int32]:
        """(n, lanes) bell-shaped whole numbers within ±2 ``spread``, of standard deviation 0.58 ``spread``.

        The sum of four 16-bit uniforms (Irwin and Hall): no logarithm, hence the same on every platform.
        """
        word = mix((self.key + _word(purpose * _PURPOSE))[:, None] + _lanes(lanes))
        low = np.uint64(0x0000FFFF0000FFFF)
        pairs = (word & low) + ((word >> np.uint64(16)) & low)
        total = ((pairs & np.uint64(0xFFFFFFFF)) + (pairs >> np.uint64(32))).astype(np.int64)
        return (((total - 131_070) * spread) >> 16).astype(np.int32)
