"""What must hold of the keys of every table of the game, asked of the catalogue."""

import re

import pytest
from django.conf import settings

from herotycoon.pg import catalogue
from tests.schema.game import GAME_TABLES, LOGS, ONE_PER_WORLD, OUR_MODELS, PARTITIONED, of_ours, whole

pytestmark = pytest.mark.django_db

OURS = {model._meta.db_table for model in OUR_MODELS}

SPECIFIED = {
    *{"users", "user_sessions", "worlds", "guilds", "heroes", "hero_relationships"},
    *{"activity_log", "hero_decisions", "master_influence", "quests", "quest_assignments", "world_events"},
}
PARTITIONS = 16


def of_the_game(table: str) -> bool:
    return whole(table) in GAME_TABLES


def test_the_twelve_tables_of_the_specification_exist() -> None:
    assert catalogue.tables() >= SPECIFIED


def test_every_table_with_a_world_has_a_model_in_a_world() -> None:
    with_world = {column.table for column in catalogue.columns() if column.name == "world_id"}
    assert {whole(table) for table in with_world} == GAME_TABLES


def test_every_row_says_its_world() -> None:
    found = {(column.type, column.not_null) for column in catalogue.columns() if column.name == "world_id"}
    assert found == {("uuid", True)}


def test_every_primary_key_is_the_id_and_the_world() -> None:
    keys = {index.table: index.columns for index in catalogue.indexes() if index.primary}
    assert {table: key for table, key in keys.items() if of_the_game(table)} == {
        table: ("id", "world_id") for table in catalogue.tables() if of_the_game(table)
    }


def test_every_unique_index_contains_the_world() -> None:
    unique = [index for index in catalogue.indexes() if index.unique and of_the_game(index.table)]
    assert [index.name for index in unique if "world_id" not in index.columns] == []


def test_every_index_is_valid() -> None:
    assert [index.name for index in catalogue.indexes() if not index.valid] == []


def test_every_reference_stays_in_its_world() -> None:
    """Composite, or to the world itself."""
    leaving = [
        reference.name
        for reference in catalogue.references()
        if of_the_game(reference.table)
        and not (
            (reference.columns[1:], reference.target_columns) == (("world_id",), ("id", "world_id"))
            or (reference.columns, reference.target) == (("world_id",), "worlds")
        )
    ]
    assert leaving == []


def test_every_reference_is_checked_at_once_and_followed_by_a_cascade() -> None:
    ours = [
        reference
        for reference in catalogue.references()
        if of_ours(reference.table)
        and (of_the_game(reference.table) or reference.target in {"users", "worlds"})
    ]
    assert {(reference.on_delete, reference.deferrable, reference.validated) for reference in ours} == {
        ("CASCADE", False, True)
    }


def test_every_reference_has_an_index_that_serves_it() -> None:
    """One that begins with the referring column, with both columns in any order, or with the world where a world has
    one such row.
    """
    unserved = [
        reference.name
        for reference in catalogue.references()
        if of_ours(reference.table) and not served(reference, catalogue.indexes())
    ]
    assert unserved == []


def served(reference: catalogue.Reference, indexes: list[catalogue.Index]) -> bool:
    wanted = {reference.columns[0]} | ({"world_id"} if reference.target in ONE_PER_WORLD else set())
    return any(
        index.columns[0] in wanted or set(index.columns[: len(reference.columns)]) == set(reference.columns)
        for index in indexes
        if index.table == reference.table and not index.partial and " USING btree " in index.definition
    )


def test_everything_hangs_on_a_world() -> None:
    """Deleting a world deletes every row of it: each table leads to worlds by references."""
    leads_to: dict[str, set[str]] = {}
    for reference in catalogue.references():
        leads_to.setdefault(whole(reference.table), set()).add(whole(reference.target))
    hanging = {"worlds"}
    while more := {table for table in leads_to if leads_to[table] & hanging} - hanging:
        hanging |= more
    assert hanging >= GAME_TABLES


@pytest.mark.parametrize("log", sorted(PARTITIONED))
def test_the_logs_and_their_archive_are_partitioned_by_world(log: str) -> None:
    found = {(part.name, part.key, part.bound) for part in catalogue.partitions() if part.table == log}
    assert found == {
        (f"{log}_{n:02}", "HASH (world_id)", f"FOR VALUES WITH (modulus {PARTITIONS}, remainder {n})")
        for n in range(PARTITIONS)
    }


def test_each_partition_of_decisions_refers_to_the_activities_of_its_own_number() -> None:
    found = {
        (reference.table, reference.columns, reference.target)
        for reference in catalogue.references()
        if whole(reference.table) == "hero_decisions"
    }
    assert found == {
        (f"hero_decisions_{n:02}", ("id", "world_id"), f"activity_log_{n:02}") for n in range(PARTITIONS)
    }


def test_the_logs_have_no_index_but_those_that_are_paid_for() -> None:
    found = {index.name for index in catalogue.indexes() if index.table in LOGS}
    assert found == {
        "activity_log_pkey",
        "activity_log_order_key",
        "activity_log_deeds_idx",
        "activity_log_headlines_idx",
        "activity_log_data_idx",
        "activity_log_real_at_idx",
        "hero_decisions_pkey",
    }


def indexed(table: str) -> set[str]:
    """The columns in its indexes."""
    return {name for index in catalogue.indexes() if index.table == table for name in index.columns}


def test_what_a_tick_changes_is_indexed_on_heroes_alone() -> None:
    """And there only as the specification asks: everything else that a tick rewrites has heap-only updates."""
    assert indexed("heroes") == {
        *{"id", "world_id", "number"},
        *{"last_decision_at", "current_action", "personality"},
    }
    assert indexed("worlds") == {"id", "owner_id", "data", "hot_until", "erasing_since"}
    assert indexed("guilds") == {"id", "world_id", "facilities"}
    assert indexed("hero_relationships") == {"id", "world_id", "hero_id", "other_id", "kind"}
    assert indexed("master_influence") == {"id", "world_id", "hero_id", "standing_order"}


def test_no_index_is_the_beginning_of_another() -> None:
    """Such an index is paid for and never needed. Partial indexes are smaller, and other methods answer otherwise."""
    plain = [
        index
        for index in catalogue.indexes()
        if of_ours(index.table) and " USING btree " in index.definition and not index.partial
    ]
    needless = {
        (short.name, long.name)
        for short in plain
        for long in plain
        if short.table == long.table and short.name != long.name and not short.unique
        if long.columns[: len(short.columns)] == short.columns
    }
    assert needless == set()


def test_every_index_and_every_document_is_told() -> None:
    """What an index serves and costs, and why a document has none."""
    told = set(
        re.findall(r"`([a-z_.]+)`", (settings.BASE_DIR / "docs/decisions/0002-indexes.md").read_text())
    )
    secondary = {index.name for index in catalogue.indexes() if index.table in OURS and not index.primary}
    documents = {
        f"{column.table}.{column.name}"
        for column in catalogue.columns()
        if column.table in OURS and column.type.startswith("json")
    }
    assert (secondary | documents) - told == set()
