"""One world that nobody looked after for long: all of it in one tick, against step by step."""

from __future__ import annotations

from uuid import UUID

from herotycoon.pg.databases import Databases, connected_to
from worlds.benchmark import village
from worlds.benchmark.budgets import CATCH_UP, Measured
from worlds.benchmark.clock import seconds, spread
from worlds.benchmark.sizes import Size
from worlds.sim.clock import STEPS_A_DAY
from worlds.tick import tick


def measure(size: Size, databases: Databases) -> dict[str, Measured]:
    """Seconds per step either way, of two worlds from one seed."""
    with connected_to(village.founded(databases)):
        [at_once] = village.settle(1, tick)
        span = seconds(lambda: tick({at_once: STEPS_A_DAY + size.catch_up_steps}))
    with connected_to(village.founded(databases)):
        [by_step] = village.settle(1, tick)
        singles = [_one(by_step, STEPS_A_DAY + number) for number in range(1, size.single_steps + 1)]
    single, together = sum(singles) / len(singles), span / size.catch_up_steps
    return {CATCH_UP: Measured(single / together, {
        "steps_in_one_tick": size.catch_up_steps, "ms_per_step": round(1000 * together, 3),
        "single_steps": size.single_steps, "ms_per_single_step": round(1000 * single, 3), "spread": spread(singles),
    })}  # fmt: skip


def _one(world: UUID, to: int) -> float:
    return seconds(lambda: tick({world: to}))
