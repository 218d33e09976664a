"""Answers that are kept in Redis are what would be answered anew: after a tick, an input, an edit; without Redis too."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from django.urls import reverse

from heroes.models import Decision
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests.api.clients import ApiClient
from tests.api.conftest import paused
from tests.api.routes import routes
from tests.worlds.lives import DAY, aged, told
from worlds.models import World
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
NAMES = {"list_heroes", "read_guild", "read_map", "read_map_picture", "explain_decision"}


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def addresses(world: World) -> list[str]:
    """One of each kind of answer that is kept, and another filter."""
    decision = Decision.objects.filter(world_id=world.pk).order_by("id").first()
    assert decision is not None
    plain = [reverse(name, args=[world.pk]) for name in ("heroes", "guild", "map", "map-picture", "analysis")]
    return [*plain, plain[0] + "?courage_min=60", reverse("decision", args=[world.pk, decision.pk])]


def answers(client: ApiClient, world: World) -> list[tuple[bytes, str, str]]:
    """What is answered: body, kind, ETag."""
    got = [client.get(address) for address in addresses(world)]
    assert [one.status_code for one in got] == [200] * len(got)
    return [(one.content, one.headers["Content-Type"], one.headers["ETag"]) for one in got]


def fresh(client: ApiClient, world: World) -> list[tuple[bytes, str, str]]:
    """The same from nothing."""
    cache.clear()
    return answers(client, world)


def test_these_are_kept_and_no_others() -> None:
    kept = {operation.id for route in routes() if (operation := route.operation("GET")) and operation.kept}
    assert kept == NAMES


def test_what_is_kept_is_what_was_answered(oakmere: World, client_of_master: ApiClient) -> None:
    first = answers(client_of_master, oakmere)
    assert len({body for body, _, _ in first}) == len(first)
    assert answers(client_of_master, oakmere) == first == fresh(client_of_master, oakmere)


def a_tick(world: World) -> None:
    World.objects.filter(pk=world.pk).update(status="running")
    tick({world.pk: world.step + DAY})
    paused(world)


def an_intervention(world: World) -> None:
    told(world.pk, "gift", {"hero": 1, "item": "ore"})
    told(world.pk, "policy", {"policy": "scholarly"})


def an_edit(world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE heroes SET gold = gold + 7 WHERE world_id = %s", [world.pk])
        cursor.execute("UPDATE guilds SET treasury = treasury + 7 WHERE world_id = %s", [world.pk])


@pytest.mark.parametrize("change", [a_tick, an_intervention, an_edit])
def test_nothing_is_stale_after(
    change: Callable[[World], None], oakmere: World, client_of_master: ApiClient
) -> None:
    before = answers(client_of_master, oakmere)
    change(oakmere)
    after = answers(client_of_master, oakmere)
    assert after == fresh(client_of_master, oakmere)
    assert after[:2] != before[:2]


def test_a_stranger_is_answered_nothing_that_is_kept(
    oakmere: World, client_of_master: ApiClient, client_of_second: ApiClient, second_master: User
) -> None:
    answers(client_of_master, oakmere)
    aged(second_master, 1)
    assert {client_of_second.get(address).status_code for address in addresses(oakmere)} == {404}


def test_without_redis_everything_is_answered_all_the_same(
    oakmere: World, client_of_master: ApiClient
) -> None:
    before = answers(client_of_master, oakmere)
    away = {**settings.CACHES["default"], "LOCATION": "unix:///nowhere/redis.sock"}
    with override_settings(CACHES={"default": away}):
        assert answers(client_of_master, oakmere) == before
