"""From when a report tells: a real time, in whatever pace the world went, becomes a step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from heroes.models import Activity
from herotycoon.accounts.models import User, UserSession
from tests.worlds.lives import DAY, LONG_AGO, Errand, aged, born, live
from worlds.models import World
from worlds.services.report.since import BadSince, parsed, since, step_at
from worlds.sim import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after a week."""
    return aged(master, 7 * DAY)


def test_real_times_become_the_steps_that_had_passed_whatever_the_clock_went_through(master: User) -> None:
    world = born(master)
    live(
        world.pk,
        [Errand(30, "time_scale", {"time_scale": 3}), Errand(55, "time_scale", {"time_scale": 900})],
        90,
    )
    world.refresh_from_db()
    assert world.anchor_step == 55
    rows = Activity.objects.filter(world=world).order_by("step", "seq").values_list("step", "real_at")
    logged = dict(rows)
    for step, real in logged.items():
        assert step_at(world, real) == step
        earlier = max((other for other in logged if other < step), default=-1)
        assert earlier <= step_at(world, real - timedelta(microseconds=1)) < step


def test_a_time_before_birth_is_the_whole_life_and_says_so(world: World) -> None:
    start = since(world, datetime(1999, 1, 1, tzinfo=UTC))
    assert start.step == -1
    assert start.note == "The world was born only on 1 January 2026, 00:00 UTC; this is all of its life."
    assert since(world, LONG_AGO).step == 0


def test_a_time_to_come_is_refused(world: World) -> None:
    with pytest.raises(BadSince, match="is still to come"):
        since(world, timezone.now() + timedelta(minutes=1))


@pytest.mark.parametrize("text", ["", "yesterday", "2031-13-01", "12:00", "2031-05-01T25:00"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadSince, match="is no date"):
        parsed(text)


def test_a_date_without_an_offset_is_utc() -> None:
    assert parsed("2031-05-01") == datetime(2031, 5, 1, tzinfo=UTC)
    assert parsed("2031-05-01T10:00+02:00") == parsed("2031-05-01T08:00Z")


def test_the_default_is_the_end_of_the_visit_before(world: World) -> None:
    assert since(world, None).step == -1
    left = LONG_AGO + timedelta(microseconds=clock.real_offset(100, 0, world.time_scale))
    UserSession.objects.create(
        user=world.owner, previous_seen_at=LONG_AGO, started_at=left, last_seen_at=left
    )
    now = timezone.now()
    UserSession.objects.create(user=world.owner, previous_seen_at=left, started_at=now, last_seen_at=now)
    assert since(world, None).step == 100
