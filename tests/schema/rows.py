"""A valid row of every table, and ways to write another one that differs in a few columns, in plain SQL."""

import json
from typing import Any

from django.db import connection
from psycopg.sql import SQL, Identifier

from heroes.models import Hero
from tests import factories
from worlds.models import ApiKey, Guild, World


def one_of_each() -> None:
    """A row in every one of our tables, and a second world with a guild, a hero and a quest of its own."""
    world = factories.a_world(owner=factories.a_session().user)
    hero = factories.a_hero(world=world)
    factories.an_audit_entry(about_world=world.id)
    factories.an_event(world=world)
    ApiKey.objects.create(world=world, purpose="storyteller", provider="bards", key_id="x", ciphertext=b"?")
    factories.a_relationship(hero=hero)
    factories.an_influence(hero=hero)
    factories.an_assignment(hero=hero, quest=factories.a_quest(world=world), world=world)
    factories.a_decision(activity=factories.an_activity(hero=hero))
    factories.an_archived_week(hero=hero)
    factories.a_checkpoint(hero=hero)
    abroad = factories.a_world(owner=world.owner, name="Abroad")
    factories.a_quest(world=abroad, title="A quest abroad")
    factories.a_hero(world=abroad, name="A hero abroad")


def columns_of_one(table: str) -> dict[str, Any]:
    """The first row of the table."""
    with connection.cursor() as cursor:
        cursor.execute(SQL("SELECT to_jsonb(t) FROM {} AS t ORDER BY id LIMIT 1").format(Identifier(table)))
        row: dict[str, Any] = json.loads(cursor.fetchone()[0])
    return row


def write_like_the_first(table: str, **changes: Any) -> None:
    """Insert a copy of the table's first row with these changes; None is NULL."""
    row = columns_of_one(table) | changes
    with connection.cursor() as cursor:
        insert = SQL("INSERT INTO {0} SELECT * FROM jsonb_populate_record(NULL::{0}, %s)")
        cursor.execute(insert.format(Identifier(table)), [json.dumps(row)])


def count(table: str) -> int:
    """How many rows the table has."""
    with connection.cursor() as cursor:
        cursor.execute(SQL("SELECT count(*) FROM {}").format(Identifier(table)))
        (rows,) = cursor.fetchone()
    return int(rows)


def abroad() -> dict[str, str]:
    """Ids of the second world and of what is in it."""
    world = World.objects.get(name="Abroad")
    return {
        "world": str(world.id),
        "guild": str(Guild.objects.get(world=world).id),
        "hero": str(Hero.objects.get(world=world).id),
    }
