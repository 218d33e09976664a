"""Hot worlds, which somebody watches and which are turned every minute, and cold ones, which are turned now and then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from django.utils import timezone

from herotycoon.pg.route import here

HOT = timedelta(minutes=15)
"""How long a world stays hot after somebody asked for it."""
REWARMED = timedelta(minutes=5)
"""A world that was warmed less than this ago is warm enough: a visit of many requests writes now and then."""
CHUNK = 100
"""Worlds that are handed out together, at the most."""
HEROES = 2_000
"""Heroes that are handed out together: they decide how long a batch takes."""

WARM = """
    UPDATE worlds SET hot_until = %(until)s
    WHERE id = %(world)s AND id = (
        SELECT id FROM worlds WHERE id = %(world)s AND (hot_until IS NULL OR hot_until < %(stale)s)
        FOR NO KEY UPDATE SKIP LOCKED)
"""
# The values are put into the statement as literals, so that only one of the two conditions on heat is planned.
DUE = """
    SELECT id, (SELECT count(*) FROM heroes WHERE world_id = late.id) FROM (
        SELECT id, real_at(worlds, worlds.step + 1) AS turn FROM worlds
        WHERE status = 'running' AND (hot_until > %(now)s OR NOT %(hot)s)
              AND (NOT coalesce(hot_until > %(now)s, false) OR %(hot)s) AND real_at(worlds, worlds.step + 1) <= %(now)s
        ORDER BY turn, id LIMIT %(most)s) AS late
    ORDER BY turn, id
"""


def warm_enough(hot_until: datetime | None) -> bool:
    """Whether a world that is hot until then need not be warmed yet."""
    return hot_until is not None and hot_until >= timezone.now() + HOT - REWARMED


def warm(world: UUID) -> bool:
    """Keep a world hot for the next quarter of an hour; whether that had to be written.

    Waits for nobody: a world that somebody holds at this moment is warmed by the next request. Row security has its say,
    so that a player warms the worlds their scope is in. The world's revision stays as it is.
    """
    now = timezone.now()
    with here().cursor() as cursor:
        cursor.execute(WARM, {"world": world, "until": now + HOT, "stale": now + HOT - REWARMED})
        return bool(cursor.rowcount)


def due(now: datetime, *, hot: bool, most: int) -> Iterator[list[UUID]]:
    """Running worlds that are at least a step behind a real time, the hot ones or the cold, in at most so many batches of
    as many worlds as have ``HEROES`` heroes together, and no more than ``CHUNK``.

    Who is furthest behind comes first: where there is less room than worlds, nobody is left out time and again.
    """
    return islice(_batches(now, hot, most * CHUNK), most)


def _batches(now: datetime, hot: bool, most: int) -> Iterator[list[UUID]]:
    with here().cursor() as cursor:
        cursor.execute(DUE, {"now": now, "hot": hot, "most": most})
        found = cursor.fetchall()
    batch: list[UUID] = []
    size = 0
    for world, heroes in found:
        if batch and (size + heroes > HEROES or len(batch) == CHUNK):
            yield batch
            batch, size = [], 0
        batch.append(world)
        size += heroes
    if batch:
        yield batch
