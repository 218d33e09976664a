"""Two batches are turned at a time, one computing while the other is stored: nothing but the time depends on it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import count

import pytest
from django.db import connection, transaction

from herotycoon.accounts.models import User
from herotycoon.pg.relay import relay
from herotycoon.pg.route import here
from tests.worlds.lives import DAY, born, wrong
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True)


def backend() -> int:
    """The server's process on the other side of this thread's connection."""
    with here().cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def together(parts: int) -> tuple[Callable[[int], None], list[tuple[int, int, int]]]:
    """Work that the first two parts can only do at the same time, and what was done: part, thread, backend."""
    done: list[tuple[int, int, int]] = []
    meeting = threading.Barrier(2, timeout=20)

    def run(part: int) -> None:
        if part < parts:
            meeting.wait()
        done.append((part, threading.get_ident(), backend()))

    return run, done


def test_two_runners_do_every_part_once_each_with_a_connection_of_their_own() -> None:
    run, done = together(2)
    relay(range(9), run)
    assert sorted(part for part, _, _ in done) == list(range(9))
    assert len({thread for _, thread, _ in done}) == len({pid for _, _, pid in done}) == 2


def test_the_second_connection_is_closed_at_the_end() -> None:
    run, done = together(2)
    relay(range(2), run)
    mine = backend()
    [other] = {pid for _, _, pid in done} - {mine}
    with connection.cursor() as cursor:
        for _ in range(200):  # the server hears of it a moment later
            cursor.execute(
                "SELECT pg_sleep(0.02), pid FROM pg_stat_get_activity(NULL) WHERE pid = %s", [other]
            )
            if not cursor.fetchall():
                return
    pytest.fail(f"backend {other} is still there")


def test_the_first_error_is_raised_and_nobody_begins_another_part() -> None:
    begun: list[int] = []
    meeting = threading.Barrier(2, timeout=20)

    def run(part: int) -> None:
        begun.append(part)
        meeting.wait()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        relay(range(9), run)
    assert sorted(begun) == [0, 1]


def test_who_is_at_a_long_part_can_tell_that_the_other_failed() -> None:
    errors: list[BaseException] = []
    meeting, told = threading.Barrier(2, timeout=20), threading.Event()

    def run(part: int) -> None:
        meeting.wait()
        if part == 0:
            raise KeyboardInterrupt
        for _ in range(2_000):
            if errors:
                told.set()
                return
            time.sleep(0.01)

    with pytest.raises(KeyboardInterrupt):
        relay(range(2), run, errors)
    assert told.is_set()


def test_a_batch_that_fails_breaks_the_other_off(master: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("worlds.tick.BATCH_HEROES", 8)
    monkeypatch.setattr("worlds.tick.BITE_DECISIONS", 50)
    worlds = [born(master, seed=seed) for seed in (1, 2)]
    bites = count()

    def pressed(steps: int) -> None:
        if next(bites) == 0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tick({world.id: 400 * DAY for world in worlds}, pressed)
    for world in worlds:
        world.refresh_from_db()
        assert world.step < 100 * DAY
        assert wrong(world) == []


def test_within_a_transaction_one_runner_does_everything() -> None:
    run, done = together(0)
    with transaction.atomic():
        relay(range(9), run)
    assert [part for part, _, _ in done] == list(range(9))
    assert {pid for _, _, pid in done} == {backend()}
    assert {thread for _, thread, _ in done} == {threading.get_ident()}


def test_worlds_that_are_turned_two_batches_at_a_time_live_the_lives_they_live_alone(
    master: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worlds.tick.BATCH_HEROES", 8)
    monkeypatch.setattr("worlds.tick.PAGE_DECISIONS", 11)
    seeds = range(1, 10)
    worlds, twins = [born(master, seed=seed) for seed in seeds], [born(master, seed=seed) for seed in seeds]
    steps: list[int] = []
    turned = tick({world.id: 2 * DAY for world in worlds}, steps.append)
    assert (turned.worlds, turned.steps, sum(steps)) == (
        len(worlds),
        2 * DAY * len(worlds),
        2 * DAY * len(worlds),
    )
    with transaction.atomic():
        alone = tick({twin.id: 2 * DAY for twin in twins})
    assert (alone.worlds, alone.steps, alone.decisions) == (turned.worlds, turned.steps, turned.decisions)
    assert [fingerprint(world.id) for world in worlds] == [fingerprint(twin.id) for twin in twins]
    assert all(wrong(world) == [] for world in worlds)
