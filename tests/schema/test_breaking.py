"""Every constraint is broken once, by plain SQL, and says its name."""

from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from herotycoon.pg import catalogue
from tests.schema.broken_checks import BROKEN, Row
from tests.schema.game import OUR_MODELS, OUTLIVING, whole
from tests.schema.rows import abroad, columns_of_one, count, one_of_each, write_like_the_first

OURS = {model._meta.db_table for model in OUR_MODELS}


@pytest.fixture(autouse=True)
def _rows(db: None) -> None:
    one_of_each()


def refusal(table: str, **changes: Any) -> psycopg.errors.Diagnostic:
    """What PostgreSQL says about such a row, which it must refuse."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        write_like_the_first(table, **changes)
    cause = error.value.__cause__
    assert isinstance(cause, psycopg.Error)
    return cause.diag


@pytest.mark.parametrize("table", sorted(BROKEN))
def test_every_check_refuses_what_it_should(table: str) -> None:
    for subject, values in BROKEN[table].items():
        for value in values:
            row = value if isinstance(value, Row) else {subject: value}
            said = refusal(table, id=str(uuid4()), **row)
            assert said.constraint_name == f"{table}_{subject}_check", row


def test_nobody_is_related_to_themselves() -> None:
    hero = columns_of_one("hero_relationships")["hero_id"]
    said = refusal("hero_relationships", id=str(uuid4()), other_id=hero)
    assert said.constraint_name == "hero_relationships_other_check"


def test_an_activity_is_of_a_hero_or_of_the_guild_not_of_both() -> None:
    guild = columns_of_one("heroes")["guild_id"]
    said = refusal("activity_log", id=str(uuid4()), guild_id=guild)
    assert said.constraint_name == "activity_log_subject_check"


def test_every_check_is_broken_above() -> None:
    there = {check.name for check in catalogue.checks() if check.table in OURS}
    assert there == {f"{table}_{subject}_check" for table in BROKEN for subject in BROKEN[table]}


def test_no_column_that_says_so_takes_null() -> None:
    fixed = [column for column in catalogue.columns() if column.table in OURS and column.not_null]
    assert len(fixed) > 100
    for column in fixed:
        said = refusal(column.table, **{"id": str(uuid4()), column.name: None})
        assert said.column_name == column.name


TWICE: dict[str, dict[str, Any]] = {
    "users_username_key": {},
    "user_sessions_token_digest_key": {},
    "idempotent_answers_key_key": {},
    "guilds_world_key": {},
    "world_events_number_key": {},
    "api_keys_purpose_key": {},
    "storyteller_calls_asking_key": {},
    "heroes_number_key": {},
    "hero_relationships_pair_key": {},
    "activity_log_order_key": {},
    "archive_checkpoints_subject_key": {},
    "quests_number_key": {},
    "quest_assignments_pair_key": {},
    "master_influence_hero_key": {},
}


@pytest.mark.parametrize("key", sorted(TWICE))
def test_nothing_unique_is_there_twice(key: str) -> None:
    table = next(index.table for index in catalogue.indexes() if index.name == key)
    said = refusal(table, id=str(uuid4()))
    assert whole(said.table_name or "") == table
    # A partition's key has a name of its own.
    assert said.constraint_name == key or (said.constraint_name or "").endswith("_world_id_step_seq_key")


def test_every_unique_key_is_broken_above() -> None:
    there = {index.name for index in catalogue.indexes() if index.table in OURS and index.unique}
    assert there == TWICE.keys() | {f"{table}_pkey" for table in OURS}


@pytest.mark.parametrize("table", sorted(OURS))
def test_no_id_is_there_twice(table: str) -> None:
    said = refusal(table)
    assert (said.constraint_name or "").endswith("_pkey")


NOBODY = "00000000-0000-7000-8000-000000000000"


def strangers() -> dict[str, tuple[str, dict[str, Any]]]:
    """Foreign key → table and a row that refers to nobody, or to somebody in another world."""
    there = abroad()
    mine = columns_of_one("activity_log")["id"]
    return {
        "user_sessions_user_fkey": ("user_sessions", {"user_id": NOBODY, "token_digest": None}),
        "idempotent_answers_user_fkey": ("idempotent_answers", {"user_id": NOBODY}),
        "worlds_owner_fkey": ("worlds", {"owner_id": NOBODY}),
        "guilds_world_fkey": ("guilds", {"world_id": NOBODY}),
        "world_events_world_fkey": ("world_events", {"world_id": NOBODY}),
        "api_keys_world_fkey": ("api_keys", {"world_id": NOBODY}),
        "storyteller_calls_world_fkey": ("storyteller_calls", {"world_id": NOBODY}),
        "quests_world_fkey": ("quests", {"world_id": NOBODY}),
        "heroes_guild_fkey": ("heroes", {"guild_id": there["guild"], "number": 999}),
        "hero_relationships_hero_fkey": ("hero_relationships", {"hero_id": there["hero"]}),
        "hero_relationships_other_fkey": ("hero_relationships", {"other_id": there["hero"]}),
        "activity_log_hero_fkey": ("activity_log", {"hero_id": there["hero"], "seq": 999}),
        "activity_log_guild_fkey": (
            "activity_log",
            {"hero_id": None, "guild_id": there["guild"], "seq": 999},
        ),
        "hero_decisions_activity_fkey": ("hero_decisions", {"id": mine, "world_id": there["world"]}),
        "activity_archive_hero_fkey": ("activity_archive", {"hero_id": there["hero"]}),
        "activity_archive_guild_fkey": ("activity_archive", {"hero_id": None, "guild_id": there["guild"]}),
        "archive_checkpoints_hero_fkey": ("archive_checkpoints", {"hero_id": there["hero"]}),
        "archive_checkpoints_guild_fkey": (
            "archive_checkpoints",
            {"hero_id": None, "guild_id": there["guild"]},
        ),
        "quest_assignments_quest_fkey": ("quest_assignments", {"quest_id": NOBODY}),
        "quest_assignments_hero_fkey": ("quest_assignments", {"hero_id": there["hero"]}),
        "master_influence_hero_fkey": ("master_influence", {"hero_id": there["hero"]}),
    }


def test_no_row_refers_to_nobody_or_to_another_world() -> None:
    for name, (table, changes) in strangers().items():
        said = refusal(table, **{"id": str(uuid4()), **changes})
        assert said.constraint_name == without_partition(said.constraint_name, name)


def without_partition(said: str | None, name: str) -> str:
    """The name, with the partition's number where PostgreSQL said it."""
    log = "hero_decisions"
    number = (said or "").removeprefix(f"{log}_")[:2]
    return name.replace(f"{log}_", f"{log}_{number}_") if number.isdigit() else name


def test_every_reference_of_ours_is_broken_above() -> None:
    there = {
        without_number(reference.name)
        for reference in catalogue.references()
        if whole(reference.table) in OURS
    }
    assert there == strangers().keys()


def without_number(name: str) -> str:
    stem, _, _ = name.partition("_activity_fkey")
    return name.replace(stem, whole(stem)) if stem != name else name


def test_what_a_world_holds_goes_with_its_master() -> None:
    owner = columns_of_one("worlds")["owner_id"]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM users WHERE id = %s", [owner])
    assert {table for table in OURS if count(table)} == OUTLIVING


def test_a_decision_goes_with_its_activity() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM activity_log")
    assert count("hero_decisions") == 0


def test_another_world_stays() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM worlds WHERE name = 'Oakmere'")
    assert (count("worlds"), count("guilds"), count("heroes")) == (1, 1, 1)
    assert (count("activity_log"), count("hero_relationships"), count("quest_assignments")) == (0, 0, 0)
