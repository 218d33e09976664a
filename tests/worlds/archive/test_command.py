"""`manage.py archive_activity`: which weeks move, which never do, and what an operator is told."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from heroes.models import Activity
from herotycoon.accounts.models import AuditEntry, User, UserSession
from tests.worlds.archive.weeks import WEEK, history, lived
from tests.worlds.commands_scene import Manage
from tests.worlds.lives import wrong
from worlds.models import World
from worlds.services.archive import move as moving
from worlds.services.archive.move import move
from worlds.services.archive.reach import Reach, movable

pytestmark = pytest.mark.django_db


def oldest(world: World) -> int:
    return Activity.objects.filter(world=world).order_by("step")[0].step


def test_old_weeks_move_and_the_present_one_stays(world: World, manage: Manage) -> None:
    before = history(world)
    code, out, err = manage("archive_activity")
    assert (code, err) == (0, "")
    assert re.fullmatch(r"2 world-weeks archived: [\d,]+ activities, [\d,]+ decisions\.\n", out)
    assert oldest(world) >= 2 * WEEK
    assert history(world) == before
    assert wrong(world) == []
    [row] = AuditEntry.objects.filter(action="archive")
    assert row.details["weeks"] == 2
    assert manage("archive_activity")[1].startswith("0 world-weeks archived: 0 activities")
    assert AuditEntry.objects.filter(action="archive").count() == 1


def test_a_week_moves_when_its_last_half_hour_is_old_enough(world: World) -> None:
    ends = dict(Activity.objects.filter(world=world).values_list("step", "real_at"))
    end = max(step for step in ends if step < WEEK)
    moment = ends[end] + timedelta(days=30)
    assert list(movable(world, timedelta(days=30), moment).weeks) in ([0], [])
    assert list(movable(world, timedelta(days=30), moment + timedelta(hours=1)).weeks) == [0]
    assert list(movable(world, timedelta(days=30), moment - timedelta(hours=1)).weeks) == []


def test_the_week_that_ends_now_waits_for_the_last_inputs_of_its_last_step(master: User) -> None:
    """Somebody may still do something after the present step."""
    world = lived(master, weeks=1)
    world.step = WEEK - 1
    assert list(movable(world, timedelta(0)).weeks) == []
    world.step = WEEK
    assert list(movable(world, timedelta(0)).weeks) == [0]


def test_what_a_returning_master_will_read_stays_at_hand(world: World) -> None:
    week_one = Activity.objects.filter(world=world, step__gt=WEEK).order_by("step")[0].real_at
    UserSession.objects.create(user=world.owner, device="a phone", previous_seen_at=week_one)
    soon = week_one + timedelta(days=60)
    assert list(movable(world, timedelta(days=1), soon).weeks) == [0]
    assert list(movable(world, timedelta(days=1), soon + timedelta(days=31)).weeks) == [0, 1]


def test_a_world_that_somebody_holds_is_left_for_the_next_time(
    master: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = lived(master, weeks=1.2)
    monkeypatch.setattr(moving, "hold", lambda cursor, id_: False)
    monkeypatch.setattr(moving, "WAITS", 2)
    before = oldest(world)
    moved = move([Reach(world.pk, 0, 1)])
    assert (moved.busy, moved.activities, oldest(world)) == (1, 0, before)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--older-than", "soon"], "no length of time"),
        (["--older-than", "-3d"], "expected one argument|no length of time"),
        (["--drop-older-than", "60d"], "Nothing is dropped without a copy"),
        (["--export", "/tmp/x"], "Nothing is dropped without a copy"),  # noqa: S108 - never written
        (["--drop-older-than", "3d", "--export", "x"], "Only what is archived can be dropped"),
        (["--world", "x"], "not the id of a world"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_line(
    world: World, manage: Manage, words: list[str], complaint: str
) -> None:
    code, out, err = manage("archive_activity", *words)
    assert code != 0
    assert out == ""
    assert re.search(complaint, err)
    assert oldest(world) < WEEK


def test_time_passes_between_the_batches_of_one_world_alone(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    naps: list[float] = []
    monkeypatch.setattr(moving, "BATCH_ROWS", 100)
    monkeypatch.setattr("time.sleep", naps.append)
    before = history(world)
    move([Reach(world.pk, 0, 2)])
    assert len(naps) >= 8
    assert history(world) == before
    assert timezone.now() > world.created_at
