"""Edits done once more: what a hand changed in one world, changed in its twin.

The triggers of ``worlds/0003`` log every edit with what was set. The same statement on a twin fires the same triggers,
which log the same row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
from psycopg import sql

from herotycoon.pg.bulk import Cursor, raw_cursor, together
from worlds.services.history import Done

Json = Mapping[str, Any]
_HERO = "(SELECT id FROM heroes WHERE world_id = %(world)s AND number = %({})s)"
_MINE, _FAR = _HERO.format("hero"), _HERO.format("with")
_KEYS = {
    "heroes": "t.number = %(hero)s",
    "guilds": "true",
    "master_influence": f"t.hero_id = {_MINE}",
    "hero_relationships": f"t.hero_id = {_MINE} AND t.other_id = {_FAR} AND t.kind = %(kind)s",
}
"""Which row of a world an edit is of."""
_OWN = {
    "heroes": {"guild_id": "(SELECT id FROM guilds WHERE world_id = %(world)s)", "birth": "'{}'"},
    "hero_relationships": {"hero_id": _MINE, "other_id": _FAR, "kind": "%(kind)s"},
}
"""What a new row has besides what was logged of it."""
_ENTRY = """
INSERT INTO activity_log (world_id, hero_id, guild_id, kind, action, mood_impact, importance, data, changes)
SELECT w.id, (SELECT id FROM heroes WHERE world_id = w.id AND number = %(hero)s),
       CASE WHEN %(hero)s::int4 IS NULL THEN (SELECT id FROM guilds WHERE world_id = w.id) END,
       %(kind)s, %(action)s, %(mood_impact)s, %(importance)s, %(data)s::jsonb, %(changes)s::jsonb
FROM worlds AS w WHERE w.id = %(world)s
"""


def redo(world: UUID, edit: Json, hero: int | None) -> None:
    """Do to a world what an entry of kind edit tells of; ``hero`` is the number of the hero whose entry it is."""
    table = edit["table"]
    named = {"world": world, "hero": hero, "with": edit.get("with"), "kind": edit.get("kind")}
    with together():
        cursor = raw_cursor()
        if "set" in edit:
            _update(cursor, table, edit["set"], named)
        elif "insert" in edit:
            _insert(cursor, table, edit["insert"], named)
        else:
            statement = f"DELETE FROM {table} AS t WHERE t.world_id = %(world)s AND {_KEYS[table]}"  # noqa: S608
            cursor.execute(statement.encode(), named)


def _update(cursor: Cursor, table: str, values: Json, named: Json) -> None:
    query = sql.SQL(
        "UPDATE {table} AS t SET {sets} FROM jsonb_populate_record(NULL::{table}, %(row)s::jsonb) AS v"
        " WHERE t.world_id = %(world)s AND {key}"
    ).format(
        table=sql.Identifier(table),
        sets=sql.SQL(", ").join(sql.SQL("{0} = v.{0}").format(sql.Identifier(name)) for name in values),
        key=sql.SQL(_KEYS[table]),
    )
    cursor.execute(query, {**named, "row": orjson.dumps(values).decode()})


def _insert(cursor: Cursor, table: str, values: Json, named: Json) -> None:
    own = {"id": "fresh_id()", "world_id": "%(world)s", **_OWN[table]}
    columns = [sql.Identifier(name) for name in (*own, *values)]
    given = [
        *(sql.SQL(value) for value in own.values()),
        *(sql.SQL("v.{}").format(sql.Identifier(name)) for name in values),
    ]
    query = sql.SQL(
        "INSERT INTO {table} ({columns}) SELECT {given} FROM jsonb_populate_record(NULL::{table}, %(row)s::jsonb) AS v"
    ).format(
        table=sql.Identifier(table), columns=sql.SQL(", ").join(columns), given=sql.SQL(", ").join(given)
    )
    cursor.execute(query, {**named, "row": orjson.dumps(values).decode()})


def enter(world: UUID, entry: Done) -> None:
    """Log an activity of another hand's once more."""
    told = entry._asdict()
    told |= {name: orjson.dumps(told[name]).decode() for name in ("data", "changes")}
    with together():
        raw_cursor().execute(_ENTRY.encode(), {"world": world, **told})
