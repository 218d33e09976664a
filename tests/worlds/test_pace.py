"""Back-pressure: no more is handed out than workers and database can take."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.utils import timezone
from pytest_django import Settings
from redis import Redis

from herotycoon.accounts.models import User
from herotycoon.workers.errands import waiting
from herotycoon.workers.measures import counts
from tests import factories
from worlds import tasks
from worlds.services import heat, pace

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _fresh_redis() -> Iterator[None]:
    """Nothing waits, and nothing is remembered."""
    with Redis.from_url(settings.REDIS_URL) as redis:
        redis.flushdb()
        yield
        redis.flushdb()


def handed_out() -> int:
    return waiting("ticks")


@pytest.fixture
def _five_batches(master: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heat, "CHUNK", 1)
    for _ in range(5):
        factories.a_world(owner=master, anchor_real=LONG_AGO)


@pytest.mark.usefixtures("_five_batches")
def test_what_waits_already_is_not_added_to_beyond_a_number(settings: Settings) -> None:
    settings.BATCHES_WAITING = 3
    tasks.tick_due(hot=False)
    assert handed_out() == 3
    tasks.tick_due(hot=False)
    assert handed_out() == 3


@pytest.mark.usefixtures("_five_batches")
def test_a_database_that_lags_is_given_one_batch_at_a_time_until_it_is_well() -> None:
    pace.note(seconds=90, decisions=2_000)
    for _ in range(2):
        tasks.tick_due(hot=False)
    assert handed_out() == 1

    pace.note(seconds=1, decisions=10)
    tasks.tick_due(hot=False)
    assert handed_out() == 6


@pytest.mark.usefixtures("_five_batches")
def test_hot_worlds_wait_for_no_round_of_the_cold_ones(master: User, settings: Settings) -> None:
    settings.BATCHES_WAITING = 3
    hot = factories.a_world(owner=master, anchor_real=LONG_AGO, hot_until=timezone.now() + timedelta(hours=1))

    tasks.tick_due(hot=False)
    tasks.tick_due(hot=True)

    assert handed_out() == 4
    with current_app.connection_for_read() as line:
        [worlds], *_ = line.SimpleQueue("ticks").get_nowait().payload
    assert worlds == [str(hot.pk)]


def test_a_batch_that_had_much_to_decide_may_take_long() -> None:
    pace.note(seconds=90, decisions=500_000)
    assert pace.room(hot=False) == settings.BATCHES_WAITING


def test_times_of_batches_are_counted_in_classes() -> None:
    for seconds in (0.004, 0.2, 0.3, 500.0):
        pace.note(seconds, decisions=1)
    found = counts()
    assert found.pop("batch_milliseconds") == 500_504
    assert found == {"batch_seconds:0": 1, "batch_seconds:3": 2, "batch_seconds:9": 1}
