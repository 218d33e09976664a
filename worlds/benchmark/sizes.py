"""How much is measured: every size measures the same rows, a larger one with less noise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Numbers of worlds of 20 heroes, of steps, and of repetitions."""

    core_worlds: int
    """turned together in memory"""
    core_repeats: int
    rival_decisions: int
    worlds: int
    """turned together into PostgreSQL"""
    steps: int
    runs: int
    """each from the same state; the median counts"""
    orm_worlds: int
    catch_up_steps: int
    single_steps: int
    log_worlds: int
    """one half of them lives on while the log grows from short to long"""
    short_log: int
    """decisions, like the next"""
    long_log: int
    log_rounds: int
    """readings of each log, in turns"""
    archive_worlds: int
    """of which a week is archived"""
    served_days: int
    """game days that each world of the API's clients has lived"""
    requests: int
    """of each client"""


SIZES = {
    "small": Size(200, 3, 3_000, 100, 48, 3, 20, 960, 96, 5, 5_000, 50_000, 12, 40, 7, 144),
    "default": Size(500, 5, 10_000, 500, 48, 3, 50, 17_280, 336, 20, 50_000, 500_000, 6, 200, 28, 576),
    "full": Size(500, 9, 20_000, 500, 48, 5, 100, 17_280, 960, 20, 50_000, 5_000_000, 10, 500, 28, 2_304),
}
TINY = Size(3, 1, 50, 2, 12, 1, 1, 24, 4, 2, 400, 900, 1, 1, 1, 18)
"""For tests: everything once, nothing worth a look."""
HEROES = 20
