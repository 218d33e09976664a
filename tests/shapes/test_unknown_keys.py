"""JSON documents keep keys that nobody knows: engine and services change what they know, and leave the rest."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from herotycoon.accounts.models import User
from tests.operations.smoke import said
from tests.worlds.inputs_scene import SENSIBLE, enrich, make_rivals
from tests.worlds.lives import aged, told
from worlds.models import World
from worlds.tick import tick

KEY = "of_tomorrow"
MARK = f'{{"{KEY}": 1}}'
OBJECTS = {
    "worlds": ["data", "settings"],
    "guilds": ["facilities", "birth"],
    "heroes": ["skills", "items", "birth"],
    "master_influence": ["baseline", "answers"],
    "quests": ["outcome"],
    "activity_log": ["data", "changes"],
    "hero_decisions": ["context", "options", "contributions", "personality_factors", "outcome"],
}
"""Every document that is an object, but for personality and the effects of events, which are closed, and `carried`,
`standing_order` and `counsel`, which are replaced as a whole."""
LISTS = {"hero_relationships": ["history"], "master_influence": ["history", "promises"]}
"""Every document that is a list of objects."""


@pytest.fixture
def grown(master: User) -> World:
    """A world with something in every document."""
    world = aged(master, 72)
    enrich(world, 5_000)
    make_rivals(world)
    told(world.id, "promise", {"hero": 4, "gold": 10, "days": 2})
    return world


def test_keys_of_tomorrow_stay_in_every_document(superuser: psycopg.Connection, grown: World) -> None:
    superuser.execute(
        "SET session_replication_role = replica"
    )  # as if they had been there from the first day
    for table, column in each(OBJECTS):
        superuser.execute(f"UPDATE {table} SET {column} = {column} || %s::jsonb".encode(), [MARK])  # noqa: S608
    for table, column in each(LISTS):
        marked = f"SELECT jsonb_agg(one || %s::jsonb) FROM jsonb_array_elements({column}) AS one"  # noqa: S608
        superuser.execute(f"UPDATE {table} SET {column} = ({marked}) WHERE {column} <> '[]'".encode(), [MARK])  # noqa: S608
    before = kept()
    for verb, args in SENSIBLE.items():
        told(grown.id, verb, args)
    tick({grown.id: 168})
    after = kept()
    lost = {where: (count, after[where]) for where, count in before.items() if after[where] < count}
    assert lost == {}
    assert all(before.values()), before
    assert said("offline_progress", str(grown.id))


def test_personality_is_closed(grown: World) -> None:
    with pytest.raises(DatabaseError, match="heroes_personality_check"), transaction.atomic():
        connection.cursor().execute("UPDATE heroes SET personality = personality || %s::jsonb", [MARK])


def test_every_document_is_in_the_list(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
            " WHERE atttypid = 'jsonb'::regtype AND relkind IN ('r', 'p') AND NOT relispartition"
            " AND relnamespace = 'public'::regnamespace AND NOT attisdropped"
        )
        found = {tuple(row) for row in cursor.fetchall()}
    elsewhere = {
        ("heroes", "personality"), ("heroes", "quirks"), ("heroes", "carried"), ("master_influence", "standing_order"),
        ("master_influence", "counsel"),
        ("world_events", "effects"), ("audit_log", "details"), ("idempotent_answers", "document"),
    }  # fmt: skip
    archive = {row for row in found if row[0].startswith("archive_")}
    assert found - archive == {*each(OBJECTS), *each(LISTS)} | elsewhere


def each(documents: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(table, column) for table, columns in documents.items() for column in columns]


def kept() -> dict[str, Any]:
    """In how many places of each document the key is."""
    with connection.cursor() as cursor:
        counts = {}
        for table, column in [*each(OBJECTS), *each(LISTS)]:
            path = f"$.{KEY}" if column in OBJECTS.get(table, []) else f"$[*].{KEY}"
            cursor.execute(f"SELECT count(*) FROM {table} WHERE {column} @? '{path}'")  # noqa: S608 - names of ours
            (counts[f"{table}.{column}"],) = cursor.fetchone()
    return counts
