"""What the board asks and pays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

I64 = NDArray[np.int64]


def difficulty(place: I64, reputation: I64, luck: I64) -> I64:
    """(n,) 5–100: a hard country, a famous guild (harder things are brought to it), chance (``luck`` 0–20)."""
    return np.clip(14 + place * 4 + reputation // 16 + luck - 10, 5, 100)


def reward(hard: I64, luck: I64) -> I64:
    """(n,) gold; ``luck`` 0–20."""
    return 18 + hard + luck + hard * hard // 60


def experience(hard: I64) -> I64:
    """(n,) for each hero of the party."""
    return 20 + hard


def expectable(heroes: I64) -> I64:
    """(n,) how many quests a board holds for so many heroes."""
    return np.maximum(4, heroes // 4)
