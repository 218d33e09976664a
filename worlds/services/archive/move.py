"""Old weeks move from the logs to the archive, a batch at a time.

A batch is some heroes of one week, in one transaction that holds the world as a tick does: killed anywhere, it has
moved all of them or none. What it reads is of one moment (REPEATABLE READ): should somebody change one of these rows
meanwhile, or add to them, the batch starts again.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import OperationalError

from herotycoon.accounts.services.audit import Action, record
from herotycoon.pg.bulk import Cursor, raw_cursor, together
from herotycoon.pg.route import here
from worlds.services.archive.packing import pack
from worlds.services.archive.reach import Reach
from worlds.sim.clock import STEPS_A_WEEK

logger = logging.getLogger(__name__)
BATCH_ROWS = 2_000
"""Activities moved at once, about what twenty heroes do in a week. With their decisions they cost 110 to 170 microseconds
each: a world is held for a third of a second, and larger batches are no faster."""
ATTEMPTS = 8
PATIENCE = 0.05
"""Seconds to wait for a world that somebody else holds, and to leave a world to others between two batches."""
WAITS = 200
Progress = Callable[[int], None]
"""Called with the number of weeks of a world that are done."""


class Miscounted(Exception):
    """What was copied is not what would be deleted: nothing was moved."""


@dataclass
class Moved:
    """What a run came to. ``left`` rows contradict themselves; ``busy`` worlds were never free."""

    weeks: int = 0
    activities: int = 0
    decisions: int = 0
    left: int = 0
    busy: int = 0


def move(reaches: Iterable[Reach], progress: Progress | None = None) -> Moved:
    """Move these weeks. Worlds take turns, so that none is held twice in a row while others wait."""
    moved, tell = Moved(), progress or (lambda weeks: None)
    turns = [iter(_world(reach, moved)) for reach in reaches if reach.weeks]
    while turns:
        alone = len(turns) == 1
        for turn in list(turns):
            weeks = next(turn, None)
            if weeks is None:
                turns.remove(turn)
                continue
            tell(weeks)
            if alone:
                time.sleep(PATIENCE)
    if moved.activities:
        rows = {"weeks": moved.weeks, "activities": moved.activities, "decisions": moved.decisions}
        logger.info("archived %s", rows)
        record(Action.ARCHIVE, details=rows)
    return moved


def _world(reach: Reach, moved: Moved) -> Iterator[int]:
    """A batch at each step; gives how many weeks it finished (0 or 1). A world that is busy too long is given up."""
    for week in reach.weeks:
        before = moved.activities
        for batch in _batches(reach.world, week):
            if not _patiently(reach.world, week, batch, moved):
                logger.warning("world %s is busy; the rest of it stays in the logs for now", reach.world)
                moved.busy += 1
                return
            yield 0
        moved.weeks += moved.activities > before
        yield 1


def _batches(world: UUID, week: int) -> Iterator[list[UUID]]:
    """Who has rows in a week of the logs, as many together as make a batch; the guild goes by its id."""
    low = week * STEPS_A_WEEK
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(hero_id, guild_id), count(*) FROM activity_log "
            "WHERE world_id = %s AND step >= %s AND step < %s GROUP BY 1 ORDER BY 1",
            [world, low, low + STEPS_A_WEEK],
        )
        found = cursor.fetchall()
    batch: list[UUID] = []
    size = 0
    for subject, rows in found:
        if batch and size + rows > BATCH_ROWS:
            yield batch
            batch, size = [], 0
        batch.append(subject)
        size += rows
    if batch:
        yield batch


def _patiently(world: UUID, week: int, subjects: list[UUID], moved: Moved) -> bool:
    """Move a batch as soon as nobody else holds the world; False where that takes too long."""
    attempts = 0
    for _ in range(WAITS):
        try:
            if _batch(world, week, subjects, moved):
                return True
        except OperationalError as error:
            attempts += 1
            if attempts >= ATTEMPTS or getattr(error.__cause__, "sqlstate", None) not in ("40001", "40P01"):
                raise
        time.sleep(PATIENCE)
    return False


def _batch(world: UUID, week: int, subjects: list[UUID], moved: Moved) -> bool:
    """One transaction: copy, count, delete decisions, delete activities. False where somebody else holds the world."""
    own = not here().in_atomic_block
    with together():
        cursor = raw_cursor()
        if own:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        if not hold(cursor, world):
            return False
        ids, decisions = pack(cursor, world, week, subjects)
        _delete(cursor, "hero_decisions", world, ids, decisions)
        _delete(cursor, "activity_log", world, ids, len(ids))
        left = _left(cursor, world, week, subjects)
    moved.activities += len(ids)
    moved.decisions += decisions
    moved.left += left
    return True


def hold(cursor: Cursor, world: UUID) -> bool:
    """Take the world as a tick does, until the transaction ends; False where somebody else has it."""
    cursor.execute("SELECT id FROM worlds WHERE id = %s FOR NO KEY UPDATE SKIP LOCKED", [world])
    return cursor.fetchone() is not None


def _delete(cursor: Cursor, log: str, world: UUID, ids: list[UUID], copied: int) -> None:
    statement = f"DELETE FROM {log} WHERE world_id = %s AND id = ANY(%s)"  # noqa: S608 - one of our two logs
    cursor.execute(statement.encode(), [world, ids])
    if cursor.rowcount != copied:
        raise Miscounted(f"{copied:,} rows of {log} were copied and {cursor.rowcount:,} deleted")


def _left(cursor: Cursor, world: UUID, week: int, subjects: list[UUID]) -> int:
    low = week * STEPS_A_WEEK
    cursor.execute(
        "SELECT count(*) FROM activity_log WHERE world_id = %s AND step >= %s AND step < %s "
        "AND coalesce(hero_id, guild_id) = ANY(%s)",
        [world, low, low + STEPS_A_WEEK, subjects],
    )
    return int(cursor.fetchall()[0][0])
