"""Every index earns its place: in a crowded database PostgreSQL answers a real question by it, and dearer without it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections, transaction
from psycopg.sql import SQL, Identifier
from pytest_django import DjangoDbBlocker

from herotycoon.pg import catalogue
from herotycoon.pg.databases import connected_to, databases
from herotycoon.pg.route import WEB, here
from herotycoon.pg.scope import as_player
from tests.schema.crowded import LARGE, crowd, of
from tests.schema.game import OUR_MODELS
from tests.schema.questions import QUESTIONS, asked, question

OURS = {model._meta.db_table for model in OUR_MODELS}
Plan = dict[str, Any]
DEARER = 1.5
"""An index that saves less than a third of what PostgreSQL expects to do is not worth its keep."""


@pytest.fixture(scope="module", autouse=True)
def _crowd(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        empty = connection.settings_dict["NAME"]
        connections.close_all()
        with databases() as scratch:
            name = scratch.make(empty)
            with connected_to(name):
                crowd()
                yield


def explain(query: str) -> Plan:
    """The plan that PostgreSQL would follow."""
    with here().cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {query}")
        (told,) = cursor.fetchone()
    plan: Plan = told[0]["Plan"]
    return plan


def used(plan: Plan) -> set[str]:
    """The indexes in a plan; one partition's goes by the name of the whole table's."""
    found = {plan["Index Name"]} if "Index Name" in plan else set()
    return found.union(*(used(part) for part in plan.get("Plans", [])))


@pytest.fixture(scope="module")
def whole_of(_crowd: None) -> dict[str, str]:
    """A partition's index → the index it is a part of."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT part.relname, whole.relname FROM pg_inherits "
            "JOIN pg_class AS part ON part.oid = inhrelid AND part.relkind = 'i' "
            "JOIN pg_class AS whole ON whole.oid = inhparent"
        )
        return dict(cursor.fetchall())


@pytest.mark.parametrize("index", sorted(QUESTIONS))
def test_the_index_answers_its_question(index: str, whole_of: dict[str, str]) -> None:
    plan = explain(question(index))
    assert index in {whole_of.get(name, name) for name in used(plan)}, plan


@pytest.mark.parametrize("index", sorted(QUESTIONS))
def test_without_the_index_the_answer_is_much_dearer(index: str) -> None:
    dear = explain(question(index))["Total Cost"]
    with transaction.atomic():
        drop(index)
        without = explain(question(index))["Total Cost"]
        transaction.set_rollback(True)
    assert without > DEARER * dear


def drop(index: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT conrelid::regclass::text FROM pg_constraint WHERE conname = %s", [index])
        for (table,) in cursor.fetchall():
            cursor.execute(
                SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(Identifier(table), Identifier(index))
            )
        cursor.execute(SQL("DROP INDEX IF EXISTS {}").format(Identifier(index)))


def test_every_index_of_ours_has_a_question() -> None:
    """Primary keys aside, by which a row is found from its id."""
    there = {index.name for index in catalogue.indexes() if index.table in OURS and not index.primary}
    assert there == QUESTIONS.keys()


@pytest.fixture
def as_a_player(_crowd: None) -> Iterator[None]:
    """The master of the large world asks, in it, through the connection of requests."""
    web = connections[WEB]
    there = web.copy()
    there.settings_dict["NAME"] = connection.settings_dict["NAME"]
    connections[WEB] = there
    try:
        with as_player(of("users", LARGE), [of("worlds", LARGE)]):
            yield
    finally:
        there.close()
        connections[WEB] = web


PLAYERS = {
    "idx_heroes_current_action": (
        "SELECT id FROM heroes WHERE world_id = <large_world> AND status = 'active' AND current_action = 'action 3'"
    ),
    "idx_heroes_last_decision": (
        "SELECT id FROM heroes WHERE world_id = <large_world> AND status = 'active' "
        "AND last_decision_at < '1001-01-01T01:30Z' ORDER BY last_decision_at LIMIT 10"
    ),
    "activity_log_headlines_idx": (
        "SELECT * FROM activity_log WHERE world_id = <world> AND importance >= 60 ORDER BY step DESC LIMIT 20"
    ),
}


@pytest.mark.parametrize("index", sorted(PLAYERS))
def test_row_security_leaves_players_their_indexes(
    index: str, as_a_player: None, whole_of: dict[str, str]
) -> None:
    plan = explain(asked(PLAYERS[index]))
    assert index in {whole_of.get(name, name) for name in used(plan)}, plan


def test_row_security_keeps_gin_from_players(as_a_player: None) -> None:
    """Whether `@>` leaks what it sees nobody vouches for, so rows are sifted first: GIN serves those who see all."""
    assert "idx_personality_gin" not in used(explain(question("idx_personality_gin")))
