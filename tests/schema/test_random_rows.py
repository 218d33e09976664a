"""Chance throws rows at every CHECK: what is right passes, what is wrong is refused in the constraint's own name."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis.strategies import SearchStrategy
from hypothesis.strategies import sampled_from as one_of
from psycopg.sql import SQL, Identifier

from heroes.models import Hero
from herotycoon.pg import catalogue
from tests.schema.game import OUR_MODELS, of_ours
from tests.schema.rows import columns_of_one, refusals, two_full_worlds
from tests.schema.trials import TRIALS, Trial, of

pytestmark = pytest.mark.django_db

OF_SOMEBODY = ("activity_log", "activity_archive", "archive_checkpoints")
WITH_IDS = {"hero_relationships_other_check", *(f"{table}_subject_check" for table in OF_SOMEBODY)}
"""Checks that compare ids; their trials need rows that are there."""


@pytest.fixture(autouse=True)
def _rows(db: None) -> None:
    two_full_worlds()


def throw(table: str, name: str, trial: Trial) -> None:
    """Let chance try the constraint from both sides, in the place of a row that is in order."""
    present = columns_of_one(table)

    def says(values: SearchStrategy[dict[str, Any]], expected: str | None) -> None:
        @settings(deadline=None, max_examples=10, database=None)
        @given(values)
        def run(row: dict[str, Any]) -> None:
            assert refusals(table, present, [present | row]) == [expected], row

        run()

    says(trial.good, None)
    says(trial.bad, name)


@pytest.mark.parametrize("table", sorted(TRIALS))
def test_every_check_knows_right_from_wrong(table: str) -> None:
    for subject, trial in TRIALS[table].items():
        throw(table, f"{table}_{subject}_check", trial)


def test_a_hero_is_related_to_others_only() -> None:
    bond = columns_of_one("hero_relationships")
    here = Hero.objects.filter(world=bond["world_id"]).values_list("id", flat=True)
    everybody = sorted(str(id_) for id_ in here)
    me = bond["hero_id"]
    others = [id_ for id_ in everybody if id_ != me]
    throw(
        "hero_relationships", "hero_relationships_other_check", of("other_id", one_of(others), one_of([me]))
    )


@pytest.mark.parametrize("table", OF_SOMEBODY)
def test_a_row_is_of_a_hero_or_of_the_guild(table: str) -> None:
    hero = columns_of_one("heroes", id=columns_of_one(table)["hero_id"])
    right = [{"hero_id": hero["id"]}, {"hero_id": None, "guild_id": hero["guild_id"]}]
    wrong = [{"hero_id": None}, {"guild_id": hero["guild_id"]}]
    throw(table, f"{table}_subject_check", Trial(one_of(right), one_of(wrong)))


def test_a_new_check_comes_with_a_trial() -> None:
    """Chance has something to throw at every CHECK of every table that is not Django's own."""
    there = {check.name for check in catalogue.checks() if of_ours(check.table)}
    tried = {f"{table}_{subject}_check" for table in TRIALS for subject in TRIALS[table]}
    assert there == tried | WITH_IDS


def test_no_document_is_the_json_null() -> None:
    """`null` inside JSON is not NULL: every JSON column refuses it by the check of its shape."""
    documents = [
        column
        for column in catalogue.columns()
        if column.type == "jsonb" and column.table in {model._meta.db_table for model in OUR_MODELS}
    ]
    assert len(documents) > 20
    for column in documents:
        with pytest.raises(IntegrityError, match=f"{column.table}_{column.name}_check"), transaction.atomic():
            write_null(column)


def write_null(column: catalogue.Column) -> None:
    with connection.cursor() as cursor:
        update = SQL("UPDATE {} SET {} = 'null'").format(Identifier(column.table), Identifier(column.name))
        cursor.execute(update)


OPTIONAL = {
    "user_sessions": {"ended_at", "previous_seen_at", "expires_at", "token_digest"},
    "users": {"last_login", "erasing_since"},
    "idempotent_answers": {"status", "document"},
    "audit_log": {"actor_id", "subject_id", "about_world"},
    "worlds": {"hot_until", "erasing_since"},
    "guilds": {"explained_by"},
    "world_events": {"place"},
    "heroes": {"explained_by", "last_decision_at", "partner", "quest_number"},
    "hero_relationships": {"explained_by"},
    "activity_log": {"hero_id", "guild_id"},  # one of the two is there: the check of the subject
    "activity_archive": {"hero_id", "guild_id", "decisions"},
    "archive_checkpoints": {"hero_id", "guild_id"},
    "quests": {"trial_step"},
    "quest_assignments": {"ended_step"},
    "master_influence": {"explained_by", "standing_order", "counsel"},
}


def test_nothing_may_be_missing_but_what_is_written_here() -> None:
    missing: dict[str, set[str]] = {}
    for column in catalogue.columns():
        if not column.not_null and column.table in {model._meta.db_table for model in OUR_MODELS}:
            missing.setdefault(column.table, set()).add(column.name)
    assert missing == OPTIONAL
