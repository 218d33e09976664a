"""Worlds are brought near to now in bounded pieces, whoever else holds them."""

from __future__ import annotations

import threading
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.utils import timezone

from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB, through
from tests.worlds.lives import DAY, born, wrong
from tests.worlds.overtaken_scene import RENAMED
from worlds.models import World
from worlds.nearing import advance, behind, bring_near
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
HOURS = timedelta(hours=4)
"""In which a world lives two game days."""
LONG = 60.0


def late(owner: User, by: timedelta = HOURS) -> World:
    """A world that was born so long ago, and that nobody has turned since."""
    return create_world(owner=owner, seed=7, heroes=6, now=timezone.now() - by)


def test_a_world_a_little_behind_is_brought_to_now(master: User) -> None:
    world = late(master)
    assert behind(world) == 2 * DAY

    near = bring_near(world.id, LONG)

    world.refresh_from_db()
    assert near.there
    assert (near.began, near.left, near.done) == (0, 0, 1.0)
    assert world.step == near.step == 2 * DAY


def test_one_far_behind_comes_nearer_by_a_piece_even_where_there_is_no_time(
    master: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worlds.nearing.PIECE_DECISIONS", 200)
    world = born(master)

    near = bring_near(world.id, 0)

    world.refresh_from_db()
    assert 0 < near.step == world.step < near.target
    assert not near.there
    assert near.left == near.target - near.step
    assert 0 < near.done < 1


def test_a_life_in_pieces_is_the_life_in_one(master: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("worlds.nearing.PIECE_DECISIONS", 20)
    world, twin = late(master), late(master)
    first = bring_near(world.id, 0)
    near = bring_near(world.id, LONG)
    tick({twin.id: near.step})

    assert 0 < first.step < near.step
    assert fingerprint(world.id) == fingerprint(twin.id)
    assert wrong(world, decisions=True) == []


def test_a_world_that_somebody_holds_is_left_to_them_when_the_time_is_up(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world = late(master)
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT 1 FROM worlds WHERE id = %s FOR UPDATE", [world.id])

    near = bring_near(world.id, 0.2)

    assert (near.there, near.step, near.done) == (False, 0, 0.0)


def test_a_world_whose_hero_somebody_holds_is_left_to_them_as_well(
    master: User, elsewhere: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worlds.tick.YIELDS_AFTER", "20ms")
    world = late(master)
    elsewhere.execute("BEGIN")
    elsewhere.execute(RENAMED, [world.id])

    near = bring_near(world.id, 0.2)

    assert (near.there, near.step) == (False, 0)


def test_a_world_that_is_let_go_in_time_is_brought_to_now(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world = late(master)
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT 1 FROM worlds WHERE id = %s FOR UPDATE", [world.id])
    threading.Timer(0.3, elsewhere.execute, ["COMMIT"]).start()

    assert bring_near(world.id, LONG).there


def test_what_somebody_else_turns_meanwhile_is_seen(master: User, elsewhere: psycopg.Connection) -> None:
    world = late(master)
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT 1 FROM worlds WHERE id = %s FOR UPDATE", [world.id])
    elsewhere.execute("UPDATE worlds SET step = 1000, revision = revision + 1 WHERE id = %s", [world.id])
    threading.Timer(0.3, elsewhere.execute, ["COMMIT"]).start()

    near = bring_near(world.id, LONG)

    assert (near.there, near.began, near.step) == (True, 0, 1000)


@pytest.mark.parametrize("status", ["paused", "set_aside"])
def test_a_world_that_does_not_turn_is_where_it_should_be(master: User, status: str) -> None:
    world = late(master)
    World.objects.filter(id=world.id).update(status=status)

    near = bring_near(world.id, LONG)

    assert (near.there, near.step, near.left, near.status) == (True, 0, 0, status)


def test_a_world_that_is_not_there_is_an_error() -> None:
    with pytest.raises(World.DoesNotExist):
        bring_near(uuid4(), LONG)


def test_it_is_the_engine_who_turns_whoever_asks(master: User) -> None:
    world = late(master)
    with through(WEB):
        assert bring_near(world.id, LONG).there


def test_of_many_worlds_those_far_behind_get_their_share_and_are_named(
    master: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worlds.nearing.SHARE_DECISIONS", 300)
    near, far, paused = late(master), born(master), late(master)
    World.objects.filter(id=paused.id).update(status="paused")

    left, turned = advance([near.id, far.id, paused.id, uuid4()])

    assert (left, turned.worlds) == ([far.id], 2)

    steps = dict(World.objects.values_list("id", "step"))
    assert steps == {near.id: 2 * DAY, far.id: 200, paused.id: 0}
