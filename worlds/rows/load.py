"""Everything a bite needs of a batch of worlds, in a handful of queries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from uuid import UUID

import orjson

from herotycoon.pg.bulk import Cursor
from worlds.rows.records import (
    AssignmentRow,
    BondRow,
    EventRow,
    GuildRow,
    HeroRow,
    InfluenceRow,
    QuestRow,
    Rows,
    WorldRow,
)

Row = TypeVar("Row", bound=tuple[Any, ...])
_JSON = {
    "data", "facilities", "personality", "birth", "skills", "items", "carried", "standing_order", "counsel", "promises",
    "effects",
}  # fmt: skip


def load(cursor: Cursor, worlds: Sequence[UUID]) -> Rows:
    """The rows of these worlds (ids), in the order that the columns want: by world, then by number."""
    ids = list(worlds)
    by_number = "WHERE world_id = ANY(%s) ORDER BY world_id, number"
    quests = _fetch(
        cursor, QuestRow, "quests",
        "WHERE world_id = ANY(%s) AND status IN ('open', 'mustering', 'underway') "
        f"UNION SELECT {', '.join(QuestRow._fields)} FROM quests WHERE (world_id, number) IN ("
        "SELECT world_id, quest_number FROM heroes WHERE world_id = ANY(%s) AND quest_number IS NOT NULL) "
        "ORDER BY world_id, number", ids, ids,
    )  # fmt: skip
    return Rows(
        worlds=_fetch(cursor, WorldRow, "worlds", "WHERE id = ANY(%s) ORDER BY id", ids),
        guilds=_fetch(cursor, GuildRow, "guilds", "WHERE world_id = ANY(%s)", ids),
        heroes=_fetch(cursor, HeroRow, "heroes", by_number, ids),
        bonds=_fetch(cursor, BondRow, "hero_relationships", "WHERE world_id = ANY(%s)", ids),
        influence=_fetch(cursor, InfluenceRow, "master_influence", "WHERE world_id = ANY(%s)", ids),
        quests=quests,
        assignments=_assignments(cursor, quests, ids),
        events=_fetch(
            cursor, EventRow, "world_events",
            "WHERE world_id = ANY(%s) AND status IN ('coming', 'in_force') ORDER BY world_id, number", ids,
        ),
        next_quest=_next(cursor, "quests", ids),
        next_event=_next(cursor, "world_events", ids),
    )  # fmt: skip


def _assignments(cursor: Cursor, quests: list[QuestRow], ids: list[UUID]) -> list[AssignmentRow]:
    taken = [row.id for row in quests if row.status != "open"]
    where = "WHERE world_id = ANY(%s) AND quest_id = ANY(%s) ORDER BY assigned_step, id"
    return _fetch(cursor, AssignmentRow, "quest_assignments", where, ids, taken) if taken else []


def _next(cursor: Cursor, table: str, ids: list[UUID]) -> dict[UUID, int]:
    cursor.execute(
        f"SELECT world_id, max(number) + 1 FROM {table} WHERE world_id = ANY(%s) GROUP BY 1".encode(), [ids]
    )
    return dict(cursor.fetchall())


def _fetch(cursor: Cursor, row: type[Row], table: str, where: str, *params: object) -> list[Row]:
    """Rows of a table as named tuples, in the order of their fields; JSON decoded."""
    names: tuple[str, ...] = row._fields  # type: ignore[attr-defined]
    cursor.execute(f"SELECT {', '.join(names)} FROM {table} {where}".encode(), params)
    found = cursor.fetchall()
    decoders: list[tuple[int, Callable[[Any], Any]]] = [
        (at, _decode) for at, name in enumerate(names) if name in _JSON
    ]
    make = row._make  # type: ignore[attr-defined]
    if not decoders:
        return [make(one) for one in found]
    out = []
    for one in found:
        values = list(one)
        for at, decode in decoders:
            values[at] = decode(values[at])
        out.append(make(values))
    return out


def _decode(value: Any) -> Any:
    return orjson.loads(value) if isinstance(value, str | bytes) else value
