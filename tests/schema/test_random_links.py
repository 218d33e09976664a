"""Chance ties rows of two worlds together in every way: a reference holds inside a world, and nowhere else."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as some
from psycopg.sql import SQL, Identifier

from herotycoon.pg import catalogue
from tests import factories
from tests.schema.by_hand import refused
from tests.schema.game import GAME_TABLES, whole
from tests.schema.rows import columns_of_one, count, refusals, two_full_worlds, write_row
from worlds.models import World

pytestmark = pytest.mark.django_db

NOBODY = "00000000-0000-7000-8000-000000000000"
SPARING = settings(deadline=None, max_examples=20, database=None)
Keys = set[tuple[Any, ...]]


@pytest.fixture(autouse=True)
def two_worlds(db: None) -> tuple[World, World]:
    return two_full_worlds()


LINKS = {
    ("heroes", "guild_id", "guilds"),
    ("hero_relationships", "hero_id", "heroes"),
    ("hero_relationships", "other_id", "heroes"),
    ("activity_log", "hero_id", "heroes"),
    ("activity_log", "guild_id", "guilds"),
    ("activity_archive", "hero_id", "heroes"),
    ("activity_archive", "guild_id", "guilds"),
    ("archive_checkpoints", "hero_id", "heroes"),
    ("archive_checkpoints", "guild_id", "guilds"),
    ("hero_decisions", "id", "activity_log"),
    ("quest_assignments", "quest_id", "quests"),
    ("quest_assignments", "hero_id", "heroes"),
    ("master_influence", "hero_id", "heroes"),
}
"""Table, column and target of every composite reference; those from partition to partition are one."""


def test_every_reference_inside_a_world_is_written_here() -> None:
    assert {
        (whole(reference.table), reference.columns[0], whole(reference.target))
        for reference in catalogue.references()
        if reference.columns[1:] == ("world_id",)
    } == LINKS


def everybody(table: str) -> list[tuple[str, str]]:
    """The (id, world_id) of every row."""
    with connection.cursor() as cursor:
        cursor.execute(SQL("SELECT id::text, world_id::text FROM {}").format(Identifier(table)))
        return [(id_, world) for id_, world in cursor.fetchall()]


@pytest.mark.parametrize("link", sorted(LINKS), ids=lambda link: ".".join(link[:2]))
def test_a_reference_holds_inside_its_world_alone(
    link: tuple[str, str, str], two_worlds: tuple[World, World]
) -> None:
    """Point rows of each world at rows of each world, and at nobody."""
    table, column, target = link
    worlds, there = [str(world.id) for world in two_worlds], everybody(target)
    rows = {world: columns_of_one(table, world_id=world) for world in worlds}
    if column == "guild_id" and table != "heroes":
        rows = {world: row | {"hero_id": None} for world, row in rows.items()}

    @SPARING
    @given(some.sampled_from(worlds), some.sampled_from([*(id_ for id_, _ in there), NOBODY]))
    def run(world: str, id_: str) -> None:
        (said,) = refusals(table, rows[world], [rows[world] | {column: id_}])
        assert (said or "").endswith("_fkey") == ((id_, world) not in there), said

    run()


def test_a_decision_is_of_the_hero_of_its_activity(two_worlds: tuple[World, World]) -> None:
    """Not of a companion, nor of somebody in another world, nor of nobody; and the guild decides nothing."""
    decision = columns_of_one("hero_decisions", world_id=str(two_worlds[0].id))
    strangers = [id_ for id_, _ in everybody("heroes") if id_ != decision["hero_id"]]
    of_the_guild = a_row_of_the_guild("activity_log", decision["world_id"])["id"]
    wrong = [decision | {"hero_id": id_} for id_ in [*strangers, NOBODY]] + [decision | {"id": of_the_guild}]
    tables = ("hero_decisions", partition_of(decision))
    delete("hero_decisions", decision["id"], decision["world_id"])
    for table in tables:
        insert = f"INSERT INTO {table} SELECT * FROM jsonb_populate_record(NULL::{table}, %s)"  # noqa: S608
        for row in wrong:
            assert refused(insert, json.dumps(row)).constraint_name == "hero_decisions_hero_check"
        with transaction.atomic():
            write_row(table, decision)
            transaction.set_rollback(True)


def test_a_decision_is_not_handed_to_another_hero(two_worlds: tuple[World, World]) -> None:
    decision = columns_of_one("hero_decisions", world_id=str(two_worlds[0].id))
    (stranger, *_) = [id_ for id_, _ in everybody("heroes") if id_ != decision["hero_id"]]
    for table in ("hero_decisions", partition_of(decision)):
        update = f"UPDATE {table} SET hero_id = %s WHERE id = %s AND world_id = %s"  # noqa: S608
        said = refused(update, stranger, decision["id"], decision["world_id"])
        assert said.constraint_name == "hero_decisions_hero_check"


def test_one_wrong_decision_among_many_is_named(two_worlds: tuple[World, World]) -> None:
    world = two_worlds[0]
    (one, other) = (str(factories.a_hero(world=world).id) for _ in range(2))
    ids = [str(factories.an_activity(world=world, hero_id=one, seq=1_000 + n).id) for n in range(5)]
    like = columns_of_one("hero_decisions", world_id=str(world.id))
    rows = [like | {"id": id_, "hero_id": other if id_ == ids[3] else one} for id_ in ids]
    said = refused(
        "INSERT INTO hero_decisions SELECT * FROM jsonb_populate_recordset(NULL::hero_decisions, %s)",
        json.dumps(rows),
    )
    assert said.message_primary == f"Decision {ids[3]} is not of the hero of its activity."


def partition_of(row: dict[str, Any]) -> str:
    """The partition of the decisions in which a row lies."""
    with connection.cursor() as cursor:
        find = "SELECT tableoid::regclass::text FROM hero_decisions WHERE id = %s AND world_id = %s"
        cursor.execute(find, [row["id"], row["world_id"]])
        return str(cursor.fetchone()[0])


def test_what_refers_to_a_row_goes_with_it_and_the_other_world_stays(two_worlds: tuple[World, World]) -> None:
    here, there = (str(world.id) for world in two_worlds)
    for table, column, target in sorted(LINKS):
        row = columns_of_one(table, world_id=here)
        if row[column] is None:
            row = a_row_of_the_guild(table, here)
        before = abroad(there)
        with transaction.atomic():
            delete(target, row[column], here)
            assert (row["id"], here) not in everybody(table)
            assert abroad(there) == before
            transaction.set_rollback(True)


def a_row_of_the_guild(table: str, world: str) -> dict[str, Any]:
    """Like one of a hero."""
    row = columns_of_one(table, world_id=world)
    of_the_guild = {"hero_id": None, "guild_id": columns_of_one("guilds", world_id=world)["id"]}
    row |= {"id": str(uuid4()), **of_the_guild} | ({"seq": 1_000_000} if "seq" in row else {})
    write_row(table, row)
    return row


def delete(table: str, id_: str, world: str) -> None:
    with connection.cursor() as cursor:
        statement = SQL("DELETE FROM {} WHERE id = %s AND world_id = %s").format(Identifier(table))
        cursor.execute(statement, [id_, world])
        assert cursor.rowcount == 1


def abroad(world: str) -> dict[str, list[tuple[str, str]]]:
    """What there is in a world."""
    return {table: [row for row in everybody(table) if row[1] == world] for table in GAME_TABLES}


def test_a_world_and_a_master_take_everything_along(two_worlds: tuple[World, World]) -> None:
    """In plain SQL, down to the last table; the other world stays until its master goes."""
    here, there = two_worlds
    before = abroad(str(there.id))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM worlds WHERE id = %s", [here.id])
        assert {table for table, rows in abroad(str(here.id)).items() if rows} == set()
        assert abroad(str(there.id)) == before
        cursor.execute("DELETE FROM users WHERE id = %s", [there.owner_id])
    assert {table: count(table) for table in GAME_TABLES | {"worlds"} if count(table)} == {}


def keys_of(table: str, name: str) -> tuple[str, ...]:
    """The columns of a unique key but the world, which is the same in these tests."""
    (key,) = (index for index in catalogue.indexes() if (index.table, index.name) == (table, name))
    return tuple(column for column in key.columns if column != "world_id")


UNIQUE = {
    "hero_relationships": "hero_relationships_pair_key",
    "quest_assignments": "quest_assignments_pair_key",
    "master_influence": "master_influence_hero_key",
    "api_keys": "api_keys_purpose_key",
    "archive_checkpoints": "archive_checkpoints_subject_key",
    "storyteller_calls": "storyteller_calls_asking_key",
    "guilds": "guilds_world_key",
    "heroes": "heroes_number_key",
    "quests": "quests_number_key",
    "world_events": "world_events_number_key",
}
"""All but the order of the log, which is tried below with both of its numbers."""


@pytest.mark.parametrize("table", sorted(UNIQUE))
def test_nothing_unique_is_there_twice_in_a_world(table: str, two_worlds: tuple[World, World]) -> None:
    world = two_worlds[0]
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE heroes DISABLE TRIGGER USER")  # heroes without anything yet
    others = [str(factories.a_hero(world=world, number=1_000_000 + n).id) for n in range(3)]
    pools = {
        "hero_id": some.sampled_from(others[:2]),
        "other_id": some.just(others[2]),
        "quest_id": some.sampled_from([str(factories.a_quest(world=world).id) for _ in range(2)]),
        "kind": some.sampled_from(["friendship", "rivalry", "romantic"]),
        "number": some.integers(1_000, 1_003),
        "purpose": some.sampled_from(["words", "pictures"]),
    }
    throw_twins(table, UNIQUE[table], pools, str(world.id))


def test_no_two_rows_of_the_log_have_one_place_in_its_order(two_worlds: tuple[World, World]) -> None:
    pools = {"step": some.integers(5, 7), "seq": some.integers(0, 2)}
    throw_twins("activity_log", "activity_log_order_key", pools, str(two_worlds[0].id))


def throw_twins(table: str, name: str, pools: dict[str, some.SearchStrategy[Any]], world: str) -> None:
    """Write rows one after another, their keys drawn from a few: each key is taken once."""
    present = columns_of_one(table, world_id=world)
    columns = keys_of(table, name)
    drawn = some.lists(some.tuples(*(pools[column] for column in columns)), max_size=6)

    @SPARING
    @given(drawn)
    def run(keys: list[tuple[Any, ...]]) -> None:
        rows = [present | {"id": str(uuid4())} | dict(zip(columns, values, strict=True)) for values in keys]
        taken: Keys = set()
        for values, said in zip(keys, refusals(table, present, rows), strict=True):
            assert (said is not None) == (values in taken), said
            assert said is None or said.endswith("_key"), said  # a partition's key has a name of its own
            taken.add(values)

    run()


def test_the_unique_keys_are_all_tried() -> None:
    there = {index.name for index in catalogue.indexes() if index.unique and not index.primary}
    assert {name for name in there if name.startswith(tuple(GAME_TABLES)) and not part(name)} == {
        *UNIQUE.values(),
        "activity_log_order_key",
    }


def part(name: str) -> bool:
    """Whether an index is one partition's."""
    return any(piece.isdigit() for piece in name.split("_"))
