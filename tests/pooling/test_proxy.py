"""Behind a proxy that hands out connections by transaction, everything works as it does without."""

from __future__ import annotations

from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from uuid import UUID

import psycopg
import pytest
from django.db import ProgrammingError, connections, transaction

from heroes.models import Activity, Decision
from herotycoon.accounts.models import User
from herotycoon.pg.bulk import raw_cursor
from herotycoon.pg.route import ENGINE, WEB, through
from herotycoon.pg.scope import as_game_master, as_player
from tests.pooling.proxy import SIZE, Proxy
from tests.worlds.lives import aged, born, wrong
from worlds.models import World
from worlds.replay import replay
from worlds.services.explain import explain
from worlds.services.fingerprint import fingerprint
from worlds.services.inputs import act
from worlds.services.report.gather import report
from worlds.services.report.since import since
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def test_a_life_behind_a_proxy_is_the_life_without(master: User, through_proxy: Proxy) -> None:
    world = aged(master, 72)
    with as_player(master.id, [world.id]):
        act(world.id, "summon")
        act(world.id, "praise", hero=2)
    tick({world.id: 100})
    with as_player(master.id, [world.id], still=True):
        told = report(world, since(world, None).step)
        assert explain(str(Decision.objects.filter(world=world)[0].pk)).options
        inside = fingerprint(world.id)
    assert told.totals.decisions == Decision.objects.filter(world=world).count() > 50
    assert wrong(world, decisions=True) == []
    assert replay(world).equal
    assert fingerprint(world.id) == inside
    assert through_proxy.lingering == []
    assert through_proxy.transactions > 15


def test_each_transaction_finds_another_connection(through_proxy: Proxy) -> None:
    found = defaultdict(list)
    for alias in (ENGINE, WEB):
        with connections[alias].cursor() as cursor:
            for _ in range(2 * SIZE):
                with transaction.atomic(using=alias):
                    cursor.execute("SELECT pg_backend_pid()")
                    first = cursor.fetchone()
                    cursor.execute("SELECT pg_backend_pid()")
                    assert cursor.fetchone() == first
                found[alias].append(first)
    for pids in found.values():
        assert len(set(pids)) == SIZE
        assert all(one != other for one, other in pairwise(pids))


def test_what_would_linger_is_noticed(through_proxy: Proxy) -> None:
    statements = [
        "SET ROLE herotycoon_player",
        "SELECT set_config('herotycoon.user_id', '', false)",
        "SELECT pg_advisory_lock(1), pg_advisory_unlock_all()",
        "CREATE TEMP TABLE notes (id int)",
        "LISTEN somebody",
    ]
    with through(WEB) as connection, connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    assert through_proxy.lingering == statements


def test_a_prepared_statement_is_noticed(through_proxy: Proxy) -> None:
    cursor = raw_cursor()
    cursor.execute("SELECT %s::int", [1], prepare=True)
    assert through_proxy.lingering == [], "we let nobody prepare"
    cursor.connection.prepare_threshold = 0
    with pytest.raises(psycopg.errors.InvalidSqlStatementName):
        cursor.execute("SELECT %s::int", [1])
    assert [said.split(":")[0] for said in through_proxy.lingering] == ["prepared as _pg3_0"]


def test_what_a_session_kept_would_be_found_by_the_next_one(
    master: User, second_master: User, through_proxy: Proxy
) -> None:
    """The proxy is a fair test: with SET alone, another client would be the master."""
    world = born(master)
    with connections[WEB].cursor() as cursor:
        for _ in range(SIZE):
            cursor.execute(f"SET ROLE herotycoon_player; SET herotycoon.world_ids = '{world.id}'")
        cursor.execute("SELECT count(*) FROM heroes")
        assert cursor.fetchone() == (6,)


def test_masters_at_once_share_few_connections_and_no_rows(
    master: User, second_master: User, game_master: User, through_proxy: Proxy
) -> None:
    mine = {user.id: born(user, seed=5 + place) for place, user in enumerate((master, second_master))}
    everything = {world.id for world in mine.values()}

    def visit(turn: int) -> set[UUID]:
        try:
            if turn % 5 == 4:
                with as_game_master(game_master.id, "a look around"):
                    return set(World.objects.values_list("id", flat=True)) ^ everything
            user, world = list(mine.items())[turn % 2]
            with as_player(user, [world.id]):
                if turn % 3 == 0:
                    act(world.id, "wage", wage=turn)
                seen = set(Activity.objects.values_list("world_id", flat=True)) ^ {world.id}
            with pytest.raises(ProgrammingError, match="permission denied"), through(WEB):
                World.objects.count()
            return seen
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as threads:
        assert set.union(*threads.map(visit, range(60))) == set()
    assert through_proxy.lingering == []
