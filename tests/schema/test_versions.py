"""Every write raises the version of a row, whoever writes."""

import pytest
from django.db import connection
from django.utils import timezone

from tests.factories import a_hero
from worlds.models import World

pytestmark = pytest.mark.django_db


def columns_named(name: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = %s",
            [name],
        )
        return {table for (table,) in cursor.fetchall()}


def tables_with_trigger(function: str) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE proname = %s",
            [function],
        )
        return {table for (table,) in cursor.fetchall()}


def test_every_table_with_a_version_has_it_raised() -> None:
    assert tables_with_trigger("raise_version") == columns_named("version")
    assert tables_with_trigger("raise_revision") == columns_named("revision") == {"worlds"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE heroes SET gold = gold + 1 WHERE id = %s AND world_id = %s",
        "UPDATE heroes SET gold = 5, version = version + 1 WHERE id = %s AND world_id = %s",
    ],
)
def test_a_statement_raises_the_version_once(world: World, statement: str) -> None:
    hero = a_hero(world=world)
    before = hero.version

    with connection.cursor() as cursor:
        cursor.execute(statement, [hero.id, world.id])

    hero.refresh_from_db()
    assert hero.version == before + 1


def test_a_change_of_a_world_raises_its_revision_and_tells_when(world: World) -> None:
    before = world.revision

    World.objects.filter(id=world.id).update(name="Elsewhere")

    world.refresh_from_db()
    assert world.revision == before + 1


def test_that_somebody_watches_a_world_is_no_change_of_it(world: World) -> None:
    world.refresh_from_db()
    before = (world.revision, world.updated_at)

    World.objects.filter(id=world.id).update(hot_until=timezone.now())

    world.refresh_from_db()
    assert (world.revision, world.updated_at) == before


def test_every_other_column_of_a_world_is_one_whose_change_raises_its_revision() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = 'worlds_revision'")
        (definition,) = cursor.fetchone()
    heard = {field.column for field in World._meta.concrete_fields if f"new.{field.column}" in definition}
    assert {field.column for field in World._meta.concrete_fields} - heard == {"hot_until", "updated_at"}
