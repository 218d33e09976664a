"""Stopwatches, and how far repeated readings lie apart."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from statistics import median

Clock = Callable[[], float]
WALL: Clock = time.perf_counter
OWN: Clock = time.process_time
"""The time that one core gave to this process, which others on the machine do not disturb much."""


def seconds(work: Callable[[], object], clock: Clock = WALL) -> float:
    """How long the work takes, with the waste of earlier work cleared away."""
    gc.collect()
    start = clock()
    work()
    return clock() - start


def spread(readings: Sequence[float]) -> str:
    """The distance between the lowest and the highest reading, in per cent of the median."""
    if len(readings) < 2:
        return "one reading"
    return f"{100 * (max(readings) - min(readings)) / median(readings):.0f} % over {len(readings)} readings"
