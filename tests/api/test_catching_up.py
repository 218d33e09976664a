"""A world that fell behind is brought to now by who asks for it, within a bound; who waits is told how far it is."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import psycopg
import pytest
from django.http import HttpResponse
from pytest_django import Settings

from heroes.models import Activity
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests.api.clients import ApiClient, logged_in, ok, problem, turned_back
from tests.worlds.lives import aged, born
from tests.worlds.processes import database_url
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
BORN, FAR, DAYS = 96, 3_000, 400
"""Steps that the world has lived, that it is behind where it is far behind, and that it takes a few bites to turn."""
BITE = 60


@pytest.fixture
def oakmere(master: User) -> World:
    """The master's world after two days."""
    return aged(master, BORN)


@pytest.fixture
def client(oakmere: World, master: User) -> ApiClient:
    """The master's."""
    return logged_in(master)


@pytest.fixture
def hurry(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """No request has time for more than a small piece."""
    settings.API_CATCH_UP_SECONDS = 0.0
    monkeypatch.setattr("worlds.nearing.PIECE_DECISIONS", BITE * 6 // 4)


def step_of(world: World) -> int:
    return World.objects.values_list("step", flat=True).get(pk=world.pk)


def as_if_nobody_had_looked(world: World) -> bool:
    """Whether the world is what its twin became in one tick."""
    twin = born(world.owner)
    tick({twin.pk: step_of(world)})
    return fingerprint(world.pk) == fingerprint(twin.pk)


def waiting(answer: HttpResponse) -> Any:
    """What a read is told of a world that is catching up."""
    told = ok(answer, 202)
    assert int(answer.headers["Retry-After"]) > 0
    assert "ETag" not in answer.headers
    assert told["steps_left"] == told["target"] - told["step"] > 0
    return told


def test_a_read_finds_the_world_at_now(client: ApiClient, oakmere: World) -> None:
    turned_back(oakmere, 5)

    told = client.read(f"worlds/{oakmere.pk}/")

    assert told["now"]["step"] == step_of(oakmere) == BORN + 5
    assert as_if_nobody_had_looked(oakmere)


def test_a_command_is_done_at_now(client: ApiClient, oakmere: World) -> None:
    turned_back(oakmere, 5)

    ok(client.post(f"worlds/{oakmere.pk}/heroes/1/orders/", {"action": "rest"}), 201)

    [order] = Activity.objects.filter(world=oakmere, kind="input")
    assert (order.action, order.step) == ("order", BORN + 5)


def test_what_is_read_is_never_older_than_what_was_read(client: ApiClient, oakmere: World) -> None:
    turned_back(oakmere, 5)
    tag = client.get(f"worlds/{oakmere.pk}/").headers["ETag"]
    assert client.get(f"worlds/{oakmere.pk}/", If_None_Match=tag).status_code == 304
    turned_back(World.objects.get(pk=oakmere.pk), 1)
    answer = client.get(f"worlds/{oakmere.pk}/", If_None_Match=tag)
    assert ok(answer)["now"]["step"] == BORN + 6


def test_far_behind_a_read_is_told_how_far(client: ApiClient, oakmere: World, hurry: None) -> None:
    turned_back(oakmere, FAR)

    told = waiting(client.get(f"worlds/{oakmere.pk}/heroes/"))

    assert told["world"] == str(oakmere.pk)
    assert told["target"] == BORN + FAR
    assert BORN < told["step"] == step_of(oakmere)


def test_far_behind_a_command_is_not_done(client: ApiClient, oakmere: World, hurry: None) -> None:
    turned_back(oakmere, DAYS)

    order = {"action": "rest"}
    answer = client.post(f"worlds/{oakmere.pk}/heroes/1/orders/", order, Idempotency_Key="once")

    told = problem(answer, 503, "world-catching-up")
    assert int(answer.headers["Retry-After"]) > 0
    assert "nothing was done" in told["detail"]
    assert told["steps_left"] == told["target"] - told["step"] > 0
    assert not Activity.objects.filter(world=oakmere, kind="input").exists()
    tick({oakmere.pk: BORN + DAYS})
    again = client.post(f"worlds/{oakmere.pk}/heroes/1/orders/", order, Idempotency_Key="once")
    assert ok(again, 201)
    assert "Idempotency-Replayed" not in again.headers


def test_who_keeps_asking_gets_there_without_any_worker(
    client: ApiClient, oakmere: World, hurry: None
) -> None:
    turned_back(oakmere, DAYS)
    steps = []
    while (answer := client.get(f"worlds/{oakmere.pk}/")).status_code == 202:
        steps.append(waiting(answer)["step"])

    assert ok(answer)["now"]["step"] == BORN + DAYS
    assert len(steps) > 3
    assert max(later - step for step, later in pairwise(steps)) <= BITE
    assert steps == sorted(set(steps))
    assert as_if_nobody_had_looked(oakmere)


def test_while_somebody_holds_the_world_a_read_does_not_hang(
    client: ApiClient, oakmere: World, settings: Settings
) -> None:
    settings.API_CATCH_UP_SECONDS = 0.2
    turned_back(oakmere, 5)
    with psycopg.connect(database_url()) as elsewhere:
        elsewhere.execute("SELECT 1 FROM worlds WHERE id = %s FOR UPDATE", [oakmere.pk])
        assert waiting(client.get(f"worlds/{oakmere.pk}/"))["step"] == BORN
    ok(client.get(f"worlds/{oakmere.pk}/"))


def test_strangers_do_not_turn_a_world(
    client_of_second: ApiClient, stranger: ApiClient, oakmere: World
) -> None:
    turned_back(oakmere, FAR)
    for path in ("", "heroes/", "offline-progress/"):
        problem(client_of_second.get(f"worlds/{oakmere.pk}/{path}"), 404, "not-found")
        problem(stranger.get(f"worlds/{oakmere.pk}/{path}"), 401, "unauthenticated")
    orders = f"worlds/{oakmere.pk}/heroes/1/orders/"
    problem(client_of_second.post(orders, {"action": "rest"}), 404, "not-found")
    oakmere.refresh_from_db()
    assert (oakmere.step, oakmere.hot_until) == (BORN, None)


def test_what_is_wrong_with_a_request_is_told_before_anything_is_turned(
    client: ApiClient, oakmere: World
) -> None:
    turned_back(oakmere, FAR)
    problem(client.get(f"worlds/{oakmere.pk}/heroes/?limit=0"), 400, "invalid")
    assert step_of(oakmere) == BORN


@pytest.mark.parametrize("status", ["paused", "set_aside"])
def test_a_world_that_does_not_turn_answers_as_it_is(client: ApiClient, oakmere: World, status: str) -> None:
    turned_back(oakmere, FAR)
    World.objects.filter(pk=oakmere.pk).update(status=status)

    told = client.read(f"worlds/{oakmere.pk}/")

    assert (told["now"]["step"], told["status"]) == (BORN, status)
    assert step_of(oakmere) == BORN


def test_a_world_far_behind_can_be_let_go(client: ApiClient, oakmere: World) -> None:
    turned_back(oakmere, FAR)
    ok(client.delete(f"worlds/{oakmere.pk}/"), 202)
    assert step_of(oakmere) == BORN
    problem(client.get(f"worlds/{oakmere.pk}/"), 404, "not-found")
