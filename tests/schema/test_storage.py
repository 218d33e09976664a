"""Rows that are rewritten all the time leave alone what never changes."""

from uuid import uuid4

import pytest
from django.db import connection

from herotycoon.pg import catalogue
from tests import factories

pytestmark = pytest.mark.django_db


def test_long_texts_lie_out_of_line_and_what_changes_in_line() -> None:
    storage = {column.name: column.storage for column in catalogue.columns() if column.table == "heroes"}
    out = {name for name, kind in storage.items() if kind == "external"}
    inline = {name for name, kind in storage.items() if kind == "main"}
    assert out == {"backstory", "motivation"}
    assert inline == {"personality", "skills", "items", "carried", "expectations", "memories"}


def test_tables_that_the_tick_rewrites_keep_room_in_their_pages() -> None:
    roomy = {table for table, options in catalogue.options().items() if "fillfactor=70" in options}
    assert roomy == {"worlds", "guilds", "heroes", "hero_relationships", "master_influence"}


def test_an_update_of_a_hero_does_not_copy_the_backstory() -> None:
    if server_version() < 170000:
        pytest.skip("PostgreSQL tells where a value lies since version 17")
    hero = factories.a_hero(backstory="Once upon a time. " * 200)
    before = place_of_backstory()
    hero.gold = 5
    hero.carried = {"chosen": "rest"}
    hero.version, hero.explained_by = 1, uuid4()
    hero.save(update_fields=["gold", "carried", "version", "explained_by"])
    assert before is not None
    assert place_of_backstory() == before


def place_of_backstory() -> int | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_column_toast_chunk_id(backstory) FROM heroes")
        (place,) = cursor.fetchone()
    return None if place is None else int(place)


def server_version() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        (version,) = cursor.fetchone()
    return int(version)
