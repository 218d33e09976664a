"""A valid row of every table, and ways to write another one that differs in a few columns, in plain SQL."""

import json
from typing import Any

from django.db import connection
from psycopg.sql import SQL, Identifier

from heroes.models import Hero
from herotycoon.accounts.models import User
from herotycoon.api.models import IdempotentAnswer
from herotycoon.storyteller.models import Call
from tests import factories
from worlds.models import ApiKey, Guild, World


def one_of_each() -> None:
    """A row in every one of our tables, and a second world with a guild, a hero and a quest of its own."""
    world = factories.a_world(owner=factories.a_session(token_digest="0f" * 32).user)
    one_of_everything_in(world)
    an_answer(world.owner)
    abroad = factories.a_world(owner=world.owner, name="Abroad")
    factories.a_quest(world=abroad, title="A quest abroad")
    factories.a_hero(world=abroad, name="A hero abroad")


def two_full_worlds() -> tuple[World, World]:
    """Two worlds of one master, each with a row in every table."""
    owner = factories.a_session().user
    here, there = (factories.a_world(owner=owner, name=name) for name in ("Here", "There"))
    an_answer(owner)
    for world in (here, there):
        one_of_everything_in(world)
    return here, there


def one_of_everything_in(world: World) -> None:
    """A row of the world in every table; two heroes, who know each other."""
    hero = factories.a_hero(world=world)
    factories.an_audit_entry(about_world=world.id)
    factories.an_event(world=world)
    ApiKey.objects.create(world=world, purpose="storyteller", provider="bards", key_id="x", ciphertext=b"?")
    Call.objects.create(world=world, purpose="heroes", provider="openai", model="bard", prompt_hash="x")
    factories.a_relationship(hero=hero)
    factories.an_influence(hero=hero)
    factories.an_assignment(hero=hero, quest=factories.a_quest(world=world), world=world)
    factories.a_decision(activity=factories.an_activity(hero=hero))
    factories.an_archived_week(hero=hero)
    factories.a_checkpoint(hero=hero)


def an_answer(user: User) -> None:
    """What a command of somebody was answered."""
    IdempotentAnswer.objects.create(user=user, key="a key", request="0f" * 32, status=201, document={})


def columns_of_one(table: str, **where: Any) -> dict[str, Any]:
    """The first row of the table, or the first with these values."""
    with connection.cursor() as cursor:
        find = "SELECT to_jsonb(t) FROM {} AS t WHERE to_jsonb(t) @> %s ORDER BY id LIMIT 1"
        cursor.execute(SQL(find).format(Identifier(table)), [json.dumps(where)])
        row: dict[str, Any] = json.loads(cursor.fetchone()[0])
    return row


def write_like_the_first(table: str, **changes: Any) -> None:
    """Insert a copy of the table's first row with these changes; None is NULL."""
    write_row(table, columns_of_one(table) | changes)


def write_row(table: str, row: dict[str, Any]) -> None:
    """Insert a row as it is."""
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


_REFUSALS = """
CREATE OR REPLACE FUNCTION pg_temp.refusals(target regclass, present uuid, documents jsonb)
RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
    document jsonb;
    broken text;
    found text[] := '{}';
BEGIN
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', target);  -- the constraints alone are asked
    EXECUTE format('DELETE FROM %s WHERE id = $1', target) USING present;
    FOR document IN SELECT jsonb_array_elements(documents) LOOP
        BEGIN
            EXECUTE format('INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, $1)', target)
                USING document;
            broken := NULL;
        EXCEPTION WHEN integrity_constraint_violation THEN
            GET STACKED DIAGNOSTICS broken = CONSTRAINT_NAME;
        END;
        found := found || broken;
    END LOOP;
    RAISE EXCEPTION USING ERRCODE = 'HT000';
EXCEPTION WHEN SQLSTATE 'HT000' THEN
    RETURN found;
END
$$
"""


def refusals(table: str, present: dict[str, Any], rows: list[dict[str, Any]]) -> list[str | None]:
    """Write rows in the place of one that is there: for each the constraint that refuses it, or None. Nothing stays."""
    with connection.cursor() as cursor:
        cursor.execute(_REFUSALS)
        cursor.execute("SELECT pg_temp.refusals(%s, %s, %s)", [table, present["id"], json.dumps(rows)])
        (found,) = cursor.fetchone()
    assert len(found) == len(rows)
    return list(found)
