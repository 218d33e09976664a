"""A life can be lived again from the seed and the logged inputs, while the first one goes on undisturbed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import psycopg
import pytest
from django.db import connection

from herotycoon.accounts.models import User
from tests.worlds.lives import DAY, aged, born, live, told
from tests.worlds.processes import database_url
from tests.worlds.test_any_schedule import ERRANDS
from worlds.models import World
from worlds.replay import Replayed, replay
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

T = TypeVar("T")


def on_another_connection(work: Callable[[], T]) -> T:
    """The result of some work done by another thread, on a connection of its own."""

    def alone() -> T:
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(alone).result()


@pytest.mark.django_db
def test_a_life_full_of_inputs_can_be_lived_again(master: User) -> None:
    world = born(master, seed=11)
    live(world.id, ERRANDS, until=420)
    world.refresh_from_db()

    result = replay(world)

    assert result.equal
    assert result.original == fingerprint(world.id)


@pytest.mark.django_db
def test_it_can_be_lived_again_as_far_as_one_likes(master: User) -> None:
    world = born(master, seed=11)
    live(world.id, ERRANDS, until=200)
    world.refresh_from_db()

    for to_step in (0, 3, 47, 48, 131, 199):
        result = replay(world, to_step=to_step)

        assert (result.equal, result.step) == (True, to_step)
        assert result.original == fingerprint(world.id, to_step)


@pytest.mark.django_db
@pytest.mark.parametrize("to_step", [-1, 11])
def test_it_cannot_be_lived_further_than_it_was(master: User, to_step: int) -> None:
    world = aged(master, 10)
    with pytest.raises(ValueError, match="goes to a step from 0 to there"):
        replay(world, to_step=to_step)


@pytest.mark.django_db
def test_a_paused_world_is_lived_again_and_stays_paused(master: User) -> None:
    world = aged(master, DAY)
    for verb, args in (("pause", {}), ("praise", {"hero": 0}), ("gift", {"hero": 1, "item": "ore"})):
        told(world.id, verb, args)
    world.refresh_from_db()

    assert replay(world).equal

    world.refresh_from_db()
    assert (world.status, World.objects.count()) == ("paused", 1)


@pytest.mark.django_db
def test_another_life_is_told_apart(master: User) -> None:
    world = aged(master, DAY)
    World.objects.filter(id=world.id).update(settings=world.settings | {"seed": 8})
    world.refresh_from_db()
    assert not replay(world).equal
    assert not replay(world, to_step=40).equal


@pytest.mark.django_db(transaction=True)
def test_nobody_sees_the_twin_and_an_end_by_force_leaves_none(master: User) -> None:
    world = aged(master, 2 * DAY)
    seen = []

    def look(steps: int) -> None:
        with psycopg.connect(database_url()) as elsewhere:
            found = elsewhere.execute("SELECT count(*) FROM worlds").fetchone()
        seen.append(found)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replay(world, progress=look)

    assert seen == [(1,)]
    assert World.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_world_that_moves_on_meanwhile_is_compared_as_it_was(master: User) -> None:
    world = aged(master, DAY)
    told(world.id, "praise", {"hero": 1})
    mark = fingerprint(world.id)

    def go_on(steps: int) -> None:
        on_another_connection(lambda: told(world.id, "praise", {"hero": 0}))
        on_another_connection(lambda: tick({world.id: 2 * DAY}))

    result = replay(world, progress=go_on)

    world.refresh_from_db()
    assert world.step == 2 * DAY
    assert (result.equal, result.original, result.step) == (True, mark, DAY)
    assert replay(world).equal


@pytest.mark.django_db(transaction=True)
def test_two_replays_of_one_world_at_once_do_not_meet(master: User) -> None:
    world = aged(master, DAY)
    second: list[Replayed] = []

    def again(steps: int) -> None:
        if not second:
            second.append(on_another_connection(lambda: replay(world)))

    first = replay(world, progress=again)

    assert first == second[0]
    assert first.equal
