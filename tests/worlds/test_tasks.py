"""Workers turn the worlds that are due, whatever comes twice, late, or not at all."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from celery.contrib.testing.worker import start_worker
from celery.signals import task_postrun
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.utils import timezone
from redis import Redis

from herotycoon.accounts.models import User
from herotycoon.celery import app
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.workers.broker import broker_at
from herotycoon.workers.errands import hand_over
from tests.worlds.lives import DAY, born, wrong
from worlds import tasks
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.services.leaving import leave_world
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
DONE: list[str] = []
"""Names of the tasks that the worker has finished."""


def finished(sender: Any = None, **about: Any) -> None:
    """Note a task; its thread leaves nothing open behind it."""
    connections.close_all()
    DONE.append(sender.name)


@pytest.fixture(autouse=True)
def _fresh_broker() -> Iterator[None]:
    """Nothing is on its way from an earlier test, nor to a later one."""
    redis = Redis.from_url(settings.REDIS_URL)
    redis.flushdb()
    yield
    redis.flushdb()
    redis.close()


@pytest.fixture
def worker(transactional_db: None) -> Iterator[None]:
    """A worker with two hands, on the suite's Redis."""
    DONE.clear()
    level = logging.getLogger().level
    task_postrun.connect(finished, weak=False)
    with start_worker(
        app,
        pool="threads",
        concurrency=2,
        perform_ping_check=False,
        queues=["ticks", "chores"],
    ):
        yield
    logging.getLogger().setLevel(
        level
    )  # which the worker raises, so that other tests would not hear a warning
    task_postrun.disconnect(finished)


def late(owner: User, by: timedelta = timedelta(hours=4), hot: bool = True) -> World:
    """A world that was born so long ago, by default two game days, and that nobody has turned since."""
    world = create_world(owner=owner, seed=7, heroes=6, now=timezone.now() - by)
    if hot:
        World.objects.filter(pk=world.pk).update(hot_until=timezone.now() + timedelta(hours=1))
    return world


def step_of(world: World) -> int:
    return World.objects.values_list("step", flat=True).get(pk=world.pk)


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "the worker did not do it"
        time.sleep(0.02)


def same_as_a_twin(world: World) -> bool:
    """Whether it is what an undisturbed world of the same seed is at that step, and clean."""
    twin = born(world.owner)
    tick({twin.pk: step_of(world)})
    return fingerprint(world.pk) == fingerprint(twin.pk) and wrong(world, decisions=True) == []


def test_hot_worlds_are_turned_every_minute_and_cold_ones_when_it_is_their_turn(
    master: User, worker: None
) -> None:
    hot, cold = late(master), late(master, hot=False)

    tasks.tick_due.delay(True)
    wait_until(lambda: step_of(hot) == 2 * DAY)
    assert step_of(cold) == 0

    tasks.tick_due.delay(False)
    wait_until(lambda: step_of(cold) == 2 * DAY)
    assert fingerprint(hot.pk) == fingerprint(cold.pk)


def test_a_task_that_comes_twice_turns_no_step_twice(master: User, worker: None) -> None:
    world = late(master, by=timedelta(hours=20))
    for _ in range(3):
        tasks.advance.apply_async(([str(world.pk)],))
        tasks.catch_up.delay(str(world.pk))

    wait_until(lambda: len(DONE) >= 6)

    assert step_of(world) == 10 * DAY
    assert same_as_a_twin(world)


def test_a_world_far_behind_is_caught_up_in_slices(
    master: User, worker: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "SLICE", 0.0)
    monkeypatch.setattr("worlds.nearing.PIECE_DECISIONS", 300)
    monkeypatch.setattr("worlds.nearing.SHARE_DECISIONS", 300)
    world = late(master, by=timedelta(hours=40))

    tasks.tick_due.delay(True)
    wait_until(lambda: DONE.count("worlds.catch_up") > 3)

    assert step_of(world) == 20 * DAY
    assert cache.get(f"catching_up:{world.pk}") is None
    assert same_as_a_twin(world)


def test_a_world_that_is_being_caught_up_is_not_sent_for_again(master: User) -> None:
    world = late(master)
    for _ in range(3):
        assert tasks.catch_up_soon(world.pk)
    assert Redis.from_url(settings.REDIS_URL).llen("herotycoon:chores") == 1


def test_who_is_erased_meanwhile_is_nobodys_business(master: User, worker: None) -> None:
    world = late(master)
    leave_world(world.pk)
    tasks.erase_the_marked.delay()
    wait_until(lambda: not World.objects.filter(pk=world.pk).exists())

    tasks.catch_up.delay(str(world.pk))
    tasks.advance.delay([str(world.pk)])
    wait_until(lambda: len(DONE) >= 3)

    assert User.objects.filter(pk=master.pk).exists()


def test_people_who_go_are_erased_with_their_worlds(master: User, second_master: User, worker: None) -> None:
    worlds = [late(master), late(master), late(second_master)]
    User.objects.filter(pk=master.pk).update(erasing_since=timezone.now())

    tasks.erase_the_marked.delay()
    wait_until(lambda: bool(DONE))

    assert list(User.objects.values_list("pk", flat=True)) == [second_master.pk]
    assert list(World.objects.values_list("pk", flat=True)) == [worlds[-1].pk]


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Says at which port of this machine everybody looks for Redis."""

    def at(port: int) -> None:
        monkeypatch.setitem(app.conf, "broker_url", broker_at(f"redis://127.0.0.1:{port}/0"))

    return at


def answered(task: str) -> bool | None:
    """What ``hand_over`` says within a few seconds; None where it hangs."""
    said: list[bool] = []
    asking = threading.Thread(target=lambda: said.append(hand_over(task)), daemon=True)
    asking.start()
    asking.join(8)
    return said[0] if said else None


def test_a_broker_that_is_gone_is_told_and_nothing_is_raised(broker: Callable[[int], None]) -> None:
    broker(1)
    assert answered("worlds.erase_the_marked") is False


def test_a_broker_that_never_answers_is_given_up(broker: Callable[[int], None]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute:
        broker(mute.getsockname()[1])
        assert answered("worlds.erase_the_marked") is False


def test_a_broker_that_comes_back_is_handed_things_again(broker: Callable[[int], None]) -> None:
    broker(1)
    assert answered("worlds.erase_the_marked") is False
    app.conf["broker_url"] = settings.CELERY_BROKER_URL
    assert answered("worlds.erase_the_marked") is True
    assert Redis.from_url(settings.REDIS_URL).llen("herotycoon:chores") == 1
