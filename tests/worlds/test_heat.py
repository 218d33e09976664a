"""Worlds are hot while somebody watches them, and the due ones are found."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import chain

import psycopg
import pytest
from django.utils import timezone

from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from tests import factories
from tests.worlds.lives import LONG_AGO
from worlds.models import World
from worlds.services import heat
from worlds.services.heat import HOT, due, warm

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
NOW = LONG_AGO + timedelta(days=30)


def heat_of(world: World) -> datetime | None:
    world.refresh_from_db()
    return world.hot_until


def test_a_world_that_is_asked_for_is_hot_for_a_quarter_of_an_hour(world: World) -> None:
    before = timezone.now()
    assert warm(world.id)
    until = heat_of(world)
    assert until
    assert before + HOT <= until <= timezone.now() + HOT


def test_it_is_written_once_in_five_minutes(world: World) -> None:
    warm(world.id)
    first = heat_of(world)
    assert not warm(world.id)
    assert heat_of(world) == first
    World.objects.filter(id=world.id).update(hot_until=timezone.now() + timedelta(minutes=9))
    assert warm(world.id)


def test_what_was_read_of_a_world_still_holds_when_it_was_warmed(world: World) -> None:
    world.refresh_from_db()
    before = (world.revision, world.updated_at)
    warm(world.id)
    world.refresh_from_db()
    assert (world.revision, world.updated_at) == before


def test_nobody_is_waited_for(world: World, elsewhere: psycopg.Connection) -> None:
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT 1 FROM worlds WHERE id = %s FOR NO KEY UPDATE", [world.id])
    assert not warm(world.id)
    assert heat_of(world) is None


def test_masters_warm_the_worlds_they_are_in(world: World, master: User) -> None:
    other = factories.a_world()
    with as_player(master.id, [world.id]):
        assert warm(world.id)
        assert not warm(other.id)
    assert heat_of(world)
    assert heat_of(other) is None


def test_the_due_ones_are_found_hot_and_cold_a_chunk_at_a_time(
    master: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heat, "CHUNK", 2)
    warmth = {"hot": NOW + timedelta(minutes=3), "cooled": NOW, "cold": None}
    worlds = {
        name: [factories.a_world(owner=master, anchor_real=LONG_AGO, hot_until=until).id for _ in range(5)]
        for name, until in warmth.items()
    }

    hot, cold = list(due(NOW, hot=True, most=9)), list(due(NOW, hot=False, most=9))

    assert [len(batch) for batch in hot] == [2, 2, 1]
    assert sorted(chain(*hot)) == sorted(worlds["hot"])
    assert [len(batch) for batch in cold] == [2, 2, 2, 2, 2]
    assert sorted(chain(*cold)) == sorted(worlds["cooled"] + worlds["cold"])


@pytest.mark.parametrize("hot", [True, False])
def test_a_batch_has_so_many_heroes_and_a_crowd_is_a_batch_of_its_own(
    master: User, monkeypatch: pytest.MonkeyPatch, hot: bool
) -> None:
    monkeypatch.setattr(heat, "HEROES", 7)
    until = NOW + timedelta(days=1) if hot else None
    worlds = [factories.a_world(owner=master, anchor_real=LONG_AGO, hot_until=until) for _ in range(5)]
    for world, number in zip(worlds, (3, 4, 1, 9, 2), strict=True):
        for _ in range(number):
            factories.a_hero(world=world)

    assert [len(batch) for batch in due(NOW, hot=hot, most=9)] == [2, 1, 1, 1]


@pytest.mark.parametrize("hot", [True, False])
def test_a_world_is_due_from_the_moment_of_its_next_step(master: User, hot: bool) -> None:
    until = NOW + timedelta(days=1) if hot else None
    world = factories.a_world(owner=master, anchor_real=NOW, time_scale=1800 // 5 * 2, hot_until=until)
    next_step = NOW + timedelta(seconds=2.5)

    assert list(due(next_step - timedelta(microseconds=1), hot=hot, most=9)) == []
    assert list(due(next_step, hot=hot, most=9)) == [[world.id]]


@pytest.mark.parametrize("hot", [True, False])
def test_a_world_that_does_not_turn_is_never_due(master: User, hot: bool) -> None:
    until = NOW + timedelta(days=1) if hot else None
    for status in ("paused", "set_aside"):
        factories.a_world(owner=master, anchor_real=LONG_AGO, hot_until=until, status=status)
    assert list(due(NOW, hot=hot, most=9)) == []


@pytest.mark.parametrize("hot", [True, False])
def test_where_there_is_little_room_those_furthest_behind_are_first(
    master: User, monkeypatch: pytest.MonkeyPatch, hot: bool
) -> None:
    monkeypatch.setattr(heat, "CHUNK", 2)
    until = NOW + timedelta(days=1) if hot else None
    worlds = [
        factories.a_world(owner=master, anchor_real=LONG_AGO - timedelta(days=late), hot_until=until).id
        for late in (1, 5, 2, 4, 3)
    ]

    assert list(due(NOW, hot=hot, most=2)) == [[worlds[1], worlds[3]], [worlds[4], worlds[2]]]
    assert list(due(NOW, hot=hot, most=0)) == []
