"""A bite is stored page by page while it is still being lived: nothing but the time it takes depends on it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from functools import partial
from socket import AF_UNIX, SO_SNDBUF, SOL_SOCKET, socket

import psycopg
import pytest
from django.db import connection

from heroes.models import Activity, Decision
from herotycoon.accounts.models import User
from herotycoon.pg.scribe import Deed, Scribe, make_room
from tests.worlds.lives import DAY, aged, born, wrong
from tests.worlds.overtaken_scene import RICHER, behind, between_load_and_write, executing
from worlds.benchmark.tape import Tape, recording
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick


@pytest.fixture
def _short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several pages in a day of six heroes."""
    monkeypatch.setattr("worlds.tick.PAGE_DECISIONS", 11)


# --- the scribe -----------------------------------------------------------------------------------


def hand_over(*deeds: Deed, then: Deed = lambda: None) -> None:
    """Let a scribe do these deeds while the caller does another."""
    with Scribe() as scribe:
        for deed in deeds:
            scribe.do(deed)
        then()


def fail() -> None:
    """A deed that goes wrong."""
    raise ZeroDivisionError


def test_deeds_are_done_in_order_by_another_thread() -> None:
    done: list[tuple[int, int]] = []
    hand_over(*(partial(lambda n: done.append((n, threading.get_ident())), number) for number in range(100)))
    assert [number for number, _ in done] == list(range(100))
    assert {thread for _, thread in done}.isdisjoint({threading.get_ident()})


def test_the_first_error_is_the_last_deed_and_comes_to_the_caller() -> None:
    done: list[str] = []
    with pytest.raises(ZeroDivisionError):
        hand_over(lambda: done.append("before"), fail, lambda: done.append("after"))
    assert done == ["before"]


def test_who_hands_over_more_after_an_error_is_told_of_it() -> None:
    def go_on() -> None:
        with Scribe() as scribe:
            scribe.do(fail)
            while True:
                scribe.do(lambda: None)

    with pytest.raises(ZeroDivisionError):
        go_on()


def _until(true: Callable[[], bool]) -> None:
    while not true():
        time.sleep(0.001)


def test_what_is_not_begun_when_the_caller_fails_is_left_undone() -> None:
    done: list[str] = []

    def go_on() -> None:
        with Scribe() as scribe:
            scribe.do(partial(_until, lambda: scribe.leaving))
            scribe.do(lambda: done.append("more"))
            raise KeyError

    with pytest.raises(KeyError):
        go_on()
    assert done == []


@pytest.mark.django_db
def test_the_socket_holds_more_where_the_server_is_on_this_machine() -> None:
    connection.ensure_connection()
    with socket(fileno=os.dup(connection.connection.fileno())) as ours:
        assert ours.family == AF_UNIX, "the tests talk to their own server"
        ours.setsockopt(SOL_SOCKET, SO_SNDBUF, 4_096)
        before = ours.getsockopt(SOL_SOCKET, SO_SNDBUF)
        make_room(connection.connection)
        assert ours.getsockopt(SOL_SOCKET, SO_SNDBUF) > 10 * before


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.usefixtures("_short_pages")
def test_many_pages_make_the_history_of_one(master: User, monkeypatch: pytest.MonkeyPatch) -> None:
    paged = aged(master, 5 * DAY)
    assert wrong(paged, decisions=True) == []
    monkeypatch.setattr("worlds.tick.PAGE_DECISIONS", 10**6)
    assert fingerprint(paged.id) == fingerprint(aged(master, 5 * DAY).id)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_short_pages")
def test_a_page_that_the_database_refuses_takes_the_whole_bite_back(master: User) -> None:
    good, bad = aged(master, DAY, seed=1), aged(master, DAY, seed=2)
    before = fingerprint(bad.id)
    rule = f"ADD CONSTRAINT bad_page CHECK (world_id <> '{bad.id}' OR step < {2 * DAY}) NOT VALID"
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE activity_log {rule}")
    try:
        turned = tick({good.id: 3 * DAY, bad.id: 3 * DAY})
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE activity_log DROP CONSTRAINT bad_page")
    assert list(turned.set_aside) == [bad.id]
    assert "bad_page" in turned.set_aside[bad.id]
    assert fingerprint(bad.id) == before
    assert fingerprint(good.id) == fingerprint(aged(master, 3 * DAY, seed=1).id)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_short_pages")
def test_a_change_by_another_hand_takes_all_pages_back(master: User, elsewhere: psycopg.Connection) -> None:
    world, twin = born(master), born(master)
    elsewhere.execute(RICHER, [twin.id])
    with between_load_and_write(behind(elsewhere, executing(elsewhere, RICHER, world.id))):
        tick({world.id: 2 * DAY})
    tick({twin.id: 2 * DAY})
    assert fingerprint(world.id) == fingerprint(twin.id)
    assert (
        Activity.objects.filter(world=world, kind="action").count()
        == Decision.objects.filter(world=world).count()
    )


@pytest.mark.django_db
def test_a_long_way_is_gone_by_fresh_plans_and_a_short_one_by_those_that_are_there(master: User) -> None:
    world, said = born(master), []
    for step in (DAY, 2 * DAY, 5 * DAY):
        tape = Tape()
        with recording(tape):
            tick({world.id: step})
        said.append([one.statement for bite in tape.transactions for one in bite].count("DISCARD PLANS"))
    assert said == [0, 0, 1]
