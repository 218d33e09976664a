"""What a decision takes on the disk once its week is archived."""

from __future__ import annotations

from django.db import connection

from herotycoon.pg.databases import Databases, connected_to
from worlds.benchmark import village
from worlds.benchmark.budgets import ARCHIVED_BYTES, Measured
from worlds.benchmark.clock import seconds
from worlds.benchmark.sizes import Size
from worlds.benchmark.storage import ARCHIVE, stored
from worlds.services.archive.move import BATCH_ROWS, Moved, move
from worlds.services.archive.reach import Reach
from worlds.sim.clock import STEPS_A_DAY, STEPS_A_WEEK
from worlds.tick import tick

HOUR = 24
"""Steps in a real hour at the usual pace, after which worlds that nobody watches are ticked: ids are as scattered as
they are in a real log, and so take the room that they take there."""


def measure(size: Size, databases: Databases) -> dict[str, Measured]:
    """Archive a week of some worlds."""
    moved: list[Moved] = []
    with connected_to(village.founded(databases)):
        worlds = village.settle(size.archive_worlds, tick)
        for step in range(STEPS_A_DAY, STEPS_A_WEEK + HOUR, HOUR):
            tick(dict.fromkeys(worlds, step + HOUR))
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
        empty = stored(ARCHIVE)
        week = [Reach(world, 0, 1) for world in worlds]
        span = seconds(lambda: moved.append(move(week)))
        grown = stored(ARCHIVE).since(empty)
    decisions = moved[0].decisions
    return {ARCHIVED_BYTES: Measured(grown["total"] / decisions, {
        "worlds": size.archive_worlds, "decisions": decisions, "activities": moved[0].activities,
        "left": moved[0].left, "moved_decisions_per_s": round(decisions / span), "batch_activities": BATCH_ROWS,
        "bytes_each": {part: round(bytes_ / decisions, 1) for part, bytes_ in grown.items()},
    })}  # fmt: skip
