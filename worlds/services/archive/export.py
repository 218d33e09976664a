"""What leaves the archive for good is written to a file first: one of gzipped JSON lines for each week of a world.

The first line is ``{"format": 1, "world", "name", "seed", "week", "after", "until", "heroes", "guild"}``: the steps
``after < step <= until``, and the numbers and names of the heroes by their ids. Every other line is a row of the logs as
it was, ``{"activity": {column: value}, "decision": {column: value} or null}``, in order of (step, seq).
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import orjson

from heroes.models import Hero
from herotycoon.pg.route import here
from worlds.models import Guild, World
from worlds.sim.clock import STEPS_A_WEEK

FORMAT = 1
_ROWS = """
SELECT jsonb_build_object('activity', to_jsonb(a), 'decision', to_jsonb(d))::text
FROM activity_archive packed
CROSS JOIN LATERAL unpacked_activities(packed, -1, 2147483647) AS a
LEFT JOIN (SELECT old.* FROM activity_archive packed
           CROSS JOIN LATERAL unpacked_decisions(packed, -1, 2147483647) AS old
           WHERE packed.world_id = %(world)s AND packed.week = %(week)s) AS d ON d.id = a.id
WHERE packed.world_id = %(world)s AND packed.week = %(week)s
ORDER BY a.step, a.seq
"""


def export(world: World, week: int, folder: Path) -> tuple[Path, int]:
    """Write an archived week of a world to its file, whole or not at all; the path, and how many rows it has.

    The file is on the disk when this returns. Raises OSError.
    """
    path = folder / str(world.pk) / f"week-{week:05}.jsonl.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    count = -1  # the first line is no row
    with draft.open("wb") as raw:
        with gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as file:
            for line in _lines(world, week):
                file.write(line + b"\n")
                count += 1
        raw.flush()
        os.fsync(raw.fileno())
    draft.replace(path)
    _flush(path.parent)
    return path, count


def _lines(world: World, week: int) -> Iterator[bytes]:
    yield orjson.dumps(_header(world, week))
    with here().cursor() as cursor:
        cursor.execute(_ROWS, {"world": world.pk, "week": week})
        for (line,) in cursor.fetchall():
            yield line.encode()


def _header(world: World, week: int) -> dict[str, object]:
    heroes = Hero.objects.filter(world=world).order_by("number").values_list("pk", "number", "name")
    guilds: list[tuple[UUID, str]] = list(Guild.objects.filter(world=world).values_list("pk", "name"))
    return {
        "format": FORMAT,
        "world": str(world.pk),
        "name": world.name,
        "seed": world.seed,
        "week": week,
        "after": week * STEPS_A_WEEK - 1,
        "until": (week + 1) * STEPS_A_WEEK - 1,
        "heroes": {str(pk): {"number": number, "name": name} for pk, number, name in heroes},
        "guild": {str(pk): name for pk, name in guilds},
    }


def _flush(folder: Path) -> None:
    """See that the folder's new entry survives a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
