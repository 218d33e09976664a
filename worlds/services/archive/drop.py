"""Dropping archived weeks for good: exported first, then a checkpoint, then they go, a week of a world at a time.

Killed anywhere, a week is whole in the archive or whole in its file and behind the checkpoint. What masters, game
masters and other hands did is kept, in the archive: it is little, and a world cannot be lived again without it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from herotycoon.accounts.services.audit import Action, record
from herotycoon.pg.bulk import Cursor, raw_cursor, together
from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.archive import checkpoint
from worlds.services.archive.export import export
from worlds.services.archive.move import hold
from worlds.services.archive.packing import pack_inputs
from worlds.services.archive.reach import Reach
from worlds.services.ledger import opening_step
from worlds.sim.clock import STEPS_A_WEEK

logger = logging.getLogger(__name__)
Progress = Callable[[int], None]


class CannotDrop(Exception):
    """Something stands against it; the message says what. Nothing of this week was dropped."""


@dataclass
class Dropped:
    """What a run came to: weeks of worlds, rows that went, rows that were kept."""

    weeks: int = 0
    rows: int = 0
    kept: int = 0
    busy: int = 0


def drop(reaches: Iterable[Reach], folder: Path, progress: Progress | None = None) -> Dropped:
    """Export these weeks into the folder and drop them. Raises ``CannotDrop``, OSError."""
    dropped, tell = Dropped(), progress or (lambda weeks: None)
    for reach in reaches:
        world = World.objects.get(pk=reach.world)
        first = (opening_step(world.pk) + 1) // STEPS_A_WEEK
        for week in range(first, reach.end):
            _refuse_where_not_archived(world, week)
            path, rows = export(world, week, folder)
            if not _week(world, week, path, rows, dropped):
                logger.warning("world %s is busy; its week %s is exported and not dropped", world.pk, week)
                dropped.busy += 1
                break
            tell(1)
    return dropped


def _refuse_where_not_archived(world: World, week: int) -> None:
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM activity_log WHERE world_id = %s AND step < %s",
            [world.pk, (week + 1) * STEPS_A_WEEK],
        )
        rows = cursor.fetchone()[0]
    if rows:
        raise CannotDrop(
            f"World {world.pk} has {rows:,} rows of week {week} or before in its logs that were not archived; "
            "archive them first, and see what verify_world says of those that cannot be."
        )


def _week(world: World, week: int, path: Path, rows: int, dropped: Dropped) -> bool:
    """One transaction: checkpoint, delete, keep the inputs, record. False where somebody else holds the world."""
    own = not here().in_atomic_block
    with together():
        cursor = raw_cursor()
        if own:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        if not hold(cursor, world.pk):
            return False
        until = (week + 1) * STEPS_A_WEEK - 1
        checkpoint.write(world, until)
        old, subjects, count = _packed(cursor, world.pk, week)
        if count != rows:
            raise CannotDrop(f"Week {week} of world {world.pk} changed while it was exported; try again.")
        kept = pack_inputs(cursor, world.pk, week, subjects)
        cursor.execute("DELETE FROM activity_archive WHERE world_id = %s AND id = ANY(%s)", [world.pk, old])
        record(
            Action.DROP_ARCHIVE,
            subject_id=world.owner_id,
            world_id=world.pk,
            details={"until_step": until, "rows": rows - kept, "kept": kept, "export": path.name},
        )
    logger.info("world %s: dropped %s rows of week %s, exported to %s", world.pk, rows - kept, week, path)
    dropped.weeks += 1
    dropped.rows += rows - kept
    dropped.kept += kept
    return True


def _packed(cursor: Cursor, world: UUID, week: int) -> tuple[list[UUID], list[UUID], int]:
    """(ids, subjects, number of rows of the log) of an archived week."""
    cursor.execute(
        "SELECT id, coalesce(hero_id, guild_id), cardinality(ids) FROM activity_archive WHERE world_id = %s AND week = %s",
        [world, week],
    )
    found = cursor.fetchall()
    return [row[0] for row in found], list({row[1] for row in found}), sum(row[2] for row in found)
