"""Reports are read from a replica that streams from the suite's own server, by the same eyes, and never stale."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import ProgrammingError, connections, transaction
from django.db.utils import InternalError
from django.test.utils import CaptureQueriesContext

from heroes.models import Hero
from herotycoon.checks import the_replica_follows
from herotycoon.pg import replica
from herotycoon.pg.replica import from_replica, reading, where_to_read
from herotycoon.pg.route import ENGINE, REPLICA, WEB, WEB_REPLICA, alias, here
from herotycoon.pg.scope import NotYours, as_game_master, as_player
from tests import factories
from tests.operations.smoke import said
from tests.operations.standby import Standby, connected, streaming
from worlds.models import World
from worlds.services.explain import explain
from worlds.services.fingerprint import fingerprint
from worlds.services.report.gather import report
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB, REPLICA, WEB_REPLICA])
Statements = list[str]


@pytest.fixture(scope="module", autouse=True)
def running(django_db_setup: None) -> Iterator[Standby]:
    """One replica for all of these tests."""
    with streaming() as standby, connected(standby):
        yield standby


@pytest.fixture
def standby(superuser: psycopg.Connection, running: Standby, monkeypatch: pytest.MonkeyPatch) -> Standby:
    """The replica, whatever the test before did to it; a busy machine gives it time."""
    monkeypatch.setattr(replica, "PATIENCE", 20.0)
    running.start()
    running.run("SELECT pg_wal_replay_resume()")
    replica.wake()
    return running


@contextmanager
def listening() -> Iterator[tuple[Statements, Statements]]:
    """What is said to the primary and to the replica, in the block."""
    to_primary: Statements = []
    to_replica: Statements = []
    with (
        CaptureQueriesContext(connections[ENGINE]) as one,
        CaptureQueriesContext(connections[REPLICA]) as other,
    ):
        yield to_primary, to_replica
    to_primary += [query["sql"] for query in one.captured_queries]
    to_replica += [query["sql"] for query in other.captured_queries]


def test_reading_is_done_on_the_replica(oakmere: World, standby: Standby) -> None:
    with reading(), here().cursor() as cursor:
        assert alias() == REPLICA
        cursor.execute("SELECT pg_is_in_recovery()")
        assert cursor.fetchone() == (True,)


def test_report_explanation_and_fingerprint_leave_the_primary_alone(oakmere: World, standby: Standby) -> None:
    decision = str(Hero.objects.filter(world=oakmere)[0].decisions.order_by("started_step")[0].pk)
    usual = said("offline_progress", str(oakmere.id)), fingerprint(oakmere.id)
    with listening() as (to_primary, to_replica):
        report(oakmere, -1)
        explain(decision)
        fingerprint(oakmere.id)
    assert set(to_primary) == {"SELECT pg_catalog.pg_current_wal_lsn()::text"}
    assert len(to_replica) > 10
    replica._resting[REPLICA] = float("inf")
    assert (said("offline_progress", str(oakmere.id)), fingerprint(oakmere.id)) == usual


def test_what_was_just_brought_to_now_is_in_the_report(oakmere: World, standby: Standby) -> None:
    for step in range(74, 94, 2):
        tick({oakmere.id: step})
        with listening() as (to_primary, _):
            assert report(oakmere, -1).until == step
        assert len(to_primary) == 1


def test_a_player_sees_their_own_rows_on_the_replica_and_no_others(oakmere: World, standby: Standby) -> None:
    stranger = factories.a_user(username="stranger")
    assert where_to_read(WEB) == WEB_REPLICA
    with as_player(oakmere.owner_id, [oakmere.id], still=True, by=WEB_REPLICA):
        assert alias() == WEB_REPLICA
        assert report(oakmere, -1).until == 72
        mine = Hero.objects.count()
    assert mine == 6
    with as_player(stranger.id, by=where_to_read(WEB)):
        assert (Hero.objects.count(), World.objects.count()) == (0, 0)
    with pytest.raises(NotYours), as_player(stranger.id, [oakmere.id], by=where_to_read(WEB)):
        pass
    with pytest.raises(ProgrammingError, match="permission denied"), reading():
        Hero.objects.using(WEB_REPLICA).count()
    overseer = factories.a_user(username="overseer", is_staff=True)
    with as_game_master(overseer.id, "a question of the master's", [oakmere.id], by=where_to_read(WEB)):
        assert alias() == WEB_REPLICA
        assert Hero.objects.count() == mine


def test_nobody_writes_on_the_replica(oakmere: World, standby: Standby) -> None:
    with reading(), pytest.raises(InternalError, match="read-only transaction"):
        Hero.objects.update(gold=0)
    with (
        pytest.raises(InternalError, match="read-only transaction"),
        as_player(oakmere.owner_id, [oakmere.id], by=where_to_read(WEB)),
    ):
        World.objects.update(name="Mine on the replica")


def test_a_transaction_and_another_database_stay_where_they_are(oakmere: World, standby: Standby) -> None:
    with transaction.atomic(), reading():
        assert alias() == ENGINE
    connections[REPLICA].settings_dict["NAME"] += "_of_another_kind"
    try:
        assert where_to_read(ENGINE) == ENGINE
    finally:
        connections[REPLICA].settings_dict["NAME"] = connections[ENGINE].settings_dict["NAME"]


def test_a_replica_that_lags_is_left_alone_for_a_while(
    oakmere: World, standby: Standby, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(replica, "PATIENCE", 0.05)
    standby.run("SELECT pg_wal_replay_pause()")
    tick({oakmere.id: 80})
    with listening() as (_, to_replica), caplog.at_level(logging.WARNING):
        assert report(oakmere, -1).until == 80
        asked = len(caplog.records)
        assert report(oakmere, -1).until == 80
    assert asked == len(caplog.records) == 1
    assert "replica is left alone for 10 s, and the primary answers: it has not come to" in caplog.text
    assert not any("activity_log" in statement for statement in to_replica)


def test_a_server_that_follows_nobody_is_no_replica(
    oakmere: World, standby: Standby, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(connections[REPLICA].settings_dict, "HOST", connections[ENGINE].settings_dict["HOST"])
    connections[REPLICA].close()
    assert where_to_read(ENGINE) == ENGINE
    assert "it is no replica" in caplog.text
    assert "follows nobody" in replica.fault()
    connections[REPLICA].close()


def test_a_replica_that_follows_is_not_complained_of(oakmere: World, standby: Standby) -> None:
    assert the_replica_follows(None, databases=[ENGINE]) == []


def test_a_replica_that_dies_in_the_middle_is_not_needed_to_finish_nor_afterwards(
    oakmere: World, standby: Standby, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[str] = []

    @from_replica
    def count() -> int:
        asked.append(alias())
        before = Hero.objects.count()
        if alias() == REPLICA:
            standby.kill()
        return before + Hero.objects.count()

    with caplog.at_level(logging.WARNING):
        assert count() == 12
        assert asked == [REPLICA, ENGINE]
        assert len(caplog.records) == 1
        replica.wake()
        assert report(oakmere, -1).until == 72
        assert len(caplog.records) == 2
        assert where_to_read(WEB) == WEB
    [warning] = the_replica_follows(None, databases=[ENGINE])
    assert (warning.id, "cannot be reached" in warning.msg) == ("herotycoon.W040", True)
