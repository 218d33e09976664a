"""Scopes on pooled connections, with everything that goes wrong in between: nobody ever sees what another one left."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from uuid import UUID

import psycopg
import pytest
from django.db import Error, ProgrammingError, connections
from django.db.backends.postgresql.base import DatabaseWrapper

from heroes.models import Hero
from herotycoon.accounts.models import User
from herotycoon.pg import scope
from herotycoon.pg.route import ENGINE, WEB, here, through
from herotycoon.pg.scope import as_game_master, as_player
from tests.pooling.conftest import POOL
from tests.worlds.lives import born, wrong
from tests.worlds.processes import manage
from worlds.models import World
from worlds.services.inputs import act
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
VISITS = 150
Mishap = Callable[[psycopg.Connection], None]


class Bored(Exception):
    """A handler failed."""


def raises(superuser: psycopg.Connection) -> None:
    raise Bored


def divides_by_zero(superuser: psycopg.Connection) -> None:
    ask("SELECT 1/0")


def takes_too_long(superuser: psycopg.Connection) -> None:
    ask("SET LOCAL statement_timeout = '3ms'")
    ask("SELECT pg_sleep(30)")


def loses_its_connection(superuser: psycopg.Connection) -> None:
    [(pid,)] = ask("SELECT pg_backend_pid()")
    superuser.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
    ask("SELECT 1")


def goes_well(superuser: psycopg.Connection) -> None:
    ask("SELECT 1")


MISHAPS: list[Mishap] = [raises, divides_by_zero, takes_too_long, loses_its_connection, *[goes_well] * 4]


def ask(query: str) -> list[tuple[object, ...]]:
    with here().cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall()) if cursor.description else []


@pytest.fixture
def mine(master: User, second_master: User) -> dict[UUID, World]:
    """The world of each of two masters."""
    return {user.id: born(user, seed=place) for place, user in enumerate((master, second_master))}


def visited(mine: dict[UUID, World], superuser: psycopg.Connection, dice: random.Random) -> list[str]:
    """One visit of one of the masters: what was seen that should not have been."""
    user, world = dice.choice(list(mine.items()))
    found = []
    try:
        found += left_behind()
        with as_player(user, [world.id]):
            if set(Hero.objects.values_list("world_id", flat=True)) != {world.id}:
                found.append("somebody else's heroes")
            act(world.id, "wage", wage=dice.randrange(9))
            dice.choice(MISHAPS)(superuser)
    except (Bored, Error):
        pass
    finally:
        connections[WEB].close()
    return found


def left_behind() -> list[str]:
    """What a fresh connection has of the one before: a role, a setting, a view of somebody's rows."""
    with through(WEB):
        [state] = ask(
            "SELECT current_user, coalesce(current_setting('herotycoon.user_id', true), ''),"
            " coalesce(current_setting('herotycoon.world_ids', true), ''), current_setting('statement_timeout')"
        )
        found = [] if state == ("herotycoon_web", "", "", "0") else [f"left behind: {state}"]
        try:
            return [*found, f"{Hero.objects.count()} heroes without a scope"]
        except ProgrammingError:
            return found


def whole_pool() -> list[tuple[object, ...]]:
    """What each connection of the pool is, asked of all at once."""
    connection = connections[WEB]
    assert isinstance(connection, DatabaseWrapper)
    connection.close()
    pool = connection.pool
    with ExitStack() as stack:
        all_at_once = [stack.enter_context(pool.connection()) for _ in range(POOL)]
        question = "SELECT current_user::text, coalesce(current_setting('herotycoon.world_ids', true), '')"
        return [one.execute(question).fetchone() for one in all_at_once]


@pytest.mark.usefixtures("through_pool")
def test_nothing_leaks_whatever_goes_wrong(mine: dict[UUID, World], superuser: psycopg.Connection) -> None:
    with ThreadPoolExecutor(2 * POOL) as threads:
        visits = [threads.submit(visited, mine, superuser, random.Random(turn)) for turn in range(VISITS)]
        assert [leak for visit in visits for leak in visit.result()] == []
    assert whole_pool() == [("herotycoon_web", "")] * POOL
    for world in mine.values():
        assert wrong(world) == []


@pytest.mark.usefixtures("through_pool")
def test_a_scope_that_lasted_longer_than_its_transaction_would_be_found(
    mine: dict[UUID, World], superuser: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scope, "_SET", "SET")
    found = [leak for turn in range(5) for leak in visited(mine, superuser, random.Random(turn))]
    assert any("left behind" in leak for leak in found)
    assert any("without a scope" in leak for leak in found)


@pytest.mark.usefixtures("through_pool")
def test_the_engine_and_the_game_masters_live_on_the_same_pool(
    mine: dict[UUID, World], game_master: User
) -> None:
    worlds = [world.id for world in mine.values()]
    tick(dict.fromkeys(worlds, 60))
    with as_game_master(game_master.id, "a look around"):
        assert set(World.objects.values_list("step", flat=True)) == {60}
    assert [left_behind(), whole_pool()] == [[], [("herotycoon_web", "")] * POOL]


@pytest.mark.parametrize("size", ["0", "3"])
def test_a_command_works_and_ends_with_a_pool_and_without(
    mine: dict[UUID, World], size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_POOL_SIZE", size)
    world = next(iter(mine.values()))
    done = manage("tick", "--world", str(world.id), "--steps", "24")
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    world.refresh_from_db()
    assert world.step >= 24
