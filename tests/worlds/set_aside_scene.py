"""What the tests of set_aside share."""

from __future__ import annotations

from typing import Any

from django.db import connection
from psycopg import sql
from psycopg.types.json import Jsonb

from tests.worlds.lives import wrong
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

START, UNTIL = 20, 32
ACCOUNTED = ("heroes", "guilds", "hero_relationships", "master_influence")


def spoil(world: World, table: str, values: dict[str, Any], where: str = "true") -> None:
    """Write nonsense that the database allows."""
    sets = sql.SQL(", ").join(
        sql.SQL("{} = {}").format(
            sql.Identifier(name), sql.Literal(Jsonb(value) if isinstance(value, dict | list) else value)
        )
        for name, value in values.items()
    )
    if table in ACCOUNTED:  # as the code would: what is to be nonsense must not be refused, nor booked
        sets += sql.SQL(", explained_by = gen_random_uuid(), version = version + 1")
    key = sql.Identifier("id" if table == "worlds" else "world_id")
    statement = sql.SQL("UPDATE {} SET {} WHERE {} = {} AND {}").format(
        sql.Identifier(table), sets, key, sql.Literal(world.id), sql.SQL(where)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string(None))
        assert cursor.rowcount > 0


def damaged(data: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A world's document with some of it changed; None leaves a key out."""
    return {key: value for key, value in (data | changes).items() if value is not None}


def first(data: dict[str, Any], key: str, **changes: Any) -> dict[str, Any]:
    """A world's document with its first biome or landmark changed."""
    return data | {key: [damaged(data[key][0], changes), *data[key][1:]]}


def turn_all(bad: list[World], neighbours: list[tuple[World, World]]) -> list[str]:
    """Turn bad worlds among others, who must not notice; why each was set aside, '' where it was not."""
    turned = tick({world.id: UNTIL for world, _ in neighbours} | {world.id: UNTIL for world in bad})

    for world in bad:
        world.refresh_from_db()
    aside = [world for world in bad if world.status == "set_aside"]
    assert turned.set_aside == {world.id: world.error for world in aside}
    assert turned.worlds == len(neighbours) + len(bad)
    for world, twin in neighbours:
        assert fingerprint(world.id) == fingerprint(twin.id)
        assert wrong(world) == []
    return [world.error if world.status == "set_aside" else "" for world in bad]


AN_ACTIVE_HERO = "number = (SELECT min(number) FROM heroes h WHERE h.world_id = heroes.world_id)"
