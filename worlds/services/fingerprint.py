"""One hash for everything that a world's seed and inputs decide: its state and its history.

Left out is what differs between two worlds of one seed and the same inputs: database ids (heroes, quests and
events go by their numbers, wherever an id occurs), the owner, the world's name, real times, how often a row was
written. What is hashed comes as text from PostgreSQL, in an order of whole numbers: JSONB prints its keys in an
order of its own that has not changed since it exists, and no collation, time zone or locale has a say.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Any, cast
from uuid import UUID

from django.db import models

from heroes.models import Activity, Decision, Hero, HeroRelationship
from herotycoon.pg.replica import from_replica
from herotycoon.pg.route import here
from influence.models import MasterInfluence
from quests.models import Quest, QuestAssignment
from worlds.models import Guild, World, WorldEvent
from worlds.services.ledger import opening_step
from worlds.services.snapshot import snapshot
from worlds.sim.clock import STEPS_A_WEEK

WORLD_COLUMNS = ("seed", "rules_version", "step", "seq", "data")
"""Of `worlds`. The rest is a name, real time, or how the world is run."""
LEFT_OUT = {"id", "world_id", "version", "explained_by", "created_at", "updated_at", "real_at", "booked"}
"""Of every other table."""
_TAIL = re.compile(rb"-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
"""A UUID without its first eight digits: what begins with a dash is found six times faster."""
_HEAD = re.compile(rb"[0-9a-f]{8}")

_STATE: tuple[tuple[type[models.Model], str, str], ...] = (
    (Guild, "guilds t", "1"),
    (Hero, "heroes t", "t.number"),
    (
        HeroRelationship,
        "hero_relationships t JOIN heroes a ON (a.id, a.world_id) = (t.hero_id, t.world_id)"
        " JOIN heroes b ON (b.id, b.world_id) = (t.other_id, t.world_id)",
        'a.number, b.number, t.kind COLLATE "C"',
    ),
    (
        MasterInfluence,
        "master_influence t JOIN heroes a ON (a.id, a.world_id) = (t.hero_id, t.world_id)",
        "a.number",
    ),
    (Quest, "quests t", "t.number"),
    (
        QuestAssignment,
        "quest_assignments t JOIN quests q ON (q.id, q.world_id) = (t.quest_id, t.world_id)"
        " JOIN heroes a ON (a.id, a.world_id) = (t.hero_id, t.world_id)",
        "q.number, a.number",
    ),
    (WorldEvent, "world_events t", "t.number"),
)
"""Each table of the state: from where, in which order."""


@from_replica
def fingerprint(world: UUID, to_step: int | None = None, after: int | None = None) -> str:
    """SHA-256, in hexadecimal, of a world's state and history; a million rows take constant memory.

    With ``to_step``, of the history up to the end of that step alone: the state of back then is not kept. ``after``
    is the step behind which history starts, by default the one up to which it was dropped, if it was.
    """
    digest = hashlib.sha256()
    with snapshot():
        known = _names(world)
        start = opening_step(world) if after is None else after

        def write(row: bytes) -> None:
            digest.update(_renamed(row, known))

        for name, query in _state(world) if to_step is None else ():
            digest.update(name.encode() + b"\n")
            _copy(query, write)
        digest.update(b"history\n")
        for query in _history(world, start, to_step):
            _copy(query, write)
    return digest.hexdigest()


def _renamed(row: bytes, known: dict[bytes, bytes]) -> bytes:
    """The row with names in place of all ids; a row that has no name is called 'id'."""
    told, last = [], 0
    for tail in _TAIL.finditer(row):
        start = tail.start() - 8
        if start >= last and _HEAD.fullmatch(row, start, tail.start()):
            told += [row[last:start], known.get(row[start : tail.end()], b"id")]
            last = tail.end()
    return b"".join([*told, row[last:]])


def _names(world: UUID) -> dict[bytes, bytes]:
    """What to call the rows that others refer to by their ids."""
    tables: dict[str, models.QuerySet[Any]] = {
        "hero": Hero.objects.all(),
        "quest": Quest.objects.all(),
        "event": WorldEvent.objects.all(),
    }
    names = {
        str(pk).encode(): f"{kind} {number}".encode()
        for kind, rows in tables.items()
        for pk, number in rows.filter(world_id=world).values_list("pk", "number")
    }
    guilds = Guild.objects.filter(world_id=world).values_list("pk", flat=True)
    return names | {str(pk).encode(): b"guild" for pk in guilds}


def _state(world: UUID) -> Iterator[tuple[str, str]]:
    """(table, query) of the world's row and of every table of its state."""
    own = {field.attname: field for field in World._meta.concrete_fields}
    columns = ", ".join(_text(own[name], "t") for name in WORLD_COLUMNS)
    yield "worlds", f"SELECT {columns} FROM worlds t WHERE t.id = '{world}'"  # noqa: S608 - a UUID
    for model, source, order in _STATE:
        columns = ", ".join(_told(model, "t"))
        where = f"t.world_id = '{world}'"
        yield model._meta.db_table, f"SELECT {columns} FROM {source} WHERE {where} ORDER BY {order}"  # noqa: S608


def _history(world: UUID, after: int, to_step: int | None) -> Iterator[str]:
    """Queries of all activities with their decisions, a week each: what they sort and join is never much."""
    columns = ", ".join([*_told(Activity, "a"), *_told(Decision, "d")])
    last = _last_step(world) if to_step is None else int(to_step)
    for end in range(after, last, STEPS_A_WEEK):
        stretch = f"'{world}', {end}, {min(end + STEPS_A_WEEK, last)}"
        yield (
            f"SELECT {columns} FROM activity_history({stretch}) a"  # noqa: S608 - a UUID and whole numbers
            f" LEFT JOIN decision_history({stretch}) d ON d.id = a.id ORDER BY a.step, a.seq"
        )


def _last_step(world: UUID) -> int:
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT greatest((SELECT max(step) FROM activity_log WHERE world_id = %(world)s),"
            " (SELECT max(week + 1) FROM activity_archive WHERE world_id = %(world)s) * %(long)s, -1)",
            {"world": world, "long": STEPS_A_WEEK},
        )
        return int(cursor.fetchone()[0])


def _told(model: type[models.Model], alias: str) -> list[str]:
    """The columns of a table that are hashed, by name; a new column is hashed from its first day."""
    told = [field for field in model._meta.concrete_fields if field.attname not in LEFT_OUT]
    return [_text(field, alias) for field in sorted(told, key=lambda field: str(field.column))]


def _text(field: models.Field[Any, Any], alias: str) -> str:
    """A column as a text that depends on no setting of the session."""
    column = f"{alias}.{field.column}"
    if isinstance(field, models.DateTimeField):
        return f"(extract(epoch FROM {column}) * 1000000)::bigint"
    return column


def _copy(query: str, write: Callable[[bytes], None]) -> None:
    """Stream the result of a query, row by row, as COPY writes it."""
    with here().cursor() as cursor:
        raw = cast(Any, cursor).cursor
        with raw.copy(f"COPY ({query}) TO STDOUT") as copy:
            for row in copy:
                write(bytes(row))
