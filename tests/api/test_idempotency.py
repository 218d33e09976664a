"""A command with a key is done once, however often and however concurrently it is sent."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections
from django.http import HttpResponse

from heroes.models import Activity
from herotycoon.accounts.models import User
from herotycoon.accounts.services.sweep import REPEATED, sweep_up
from herotycoon.api.models import IdempotentAnswer
from herotycoon.pg.route import ENGINE, WEB
from tests.api.clients import ApiClient, logged_in, ok, problem
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

ORDER = {"action": "patrol"}
KEY = "0b6c3d52-7f0e-4d1e-9f5b-2f2a52cf3a11"


def orders(world: World) -> int:
    return Activity.objects.filter(world=world, kind="input", action="order").count()


def test_a_command_that_is_sent_again_is_answered_again_and_not_done_again(
    client_of_master: ApiClient, oakmere: World
) -> None:
    path = f"worlds/{oakmere.pk}/heroes/1/orders/"
    first = client_of_master.post(path, ORDER, Idempotency_Key=KEY)
    again = client_of_master.post(path, ORDER, Idempotency_Key=KEY)
    assert ok(first, 201) == ok(again, 201)
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert orders(oakmere) == 1


def test_what_was_made_can_be_found_again(client_of_master: ApiClient, oakmere: World) -> None:
    wish = {"title": "Wolves at the mill", "place": 2, "difficulty": 10, "gold": 10}
    first, again = (
        client_of_master.post(f"worlds/{oakmere.pk}/quests/", wish, Idempotency_Key=KEY) for _ in range(2)
    )
    assert first.headers["Location"] == again.headers["Location"]
    assert client_of_master.read(again.headers["Location"])["title"] == wish["title"]


def test_a_key_is_for_one_request(client_of_master: ApiClient, oakmere: World) -> None:
    path = f"worlds/{oakmere.pk}/heroes/1/orders/"
    ok(client_of_master.post(path, ORDER, Idempotency_Key=KEY), 201)
    for other, body in ((path, {"action": "hunt"}), (path.replace("/1/", "/2/"), ORDER)):
        problem(client_of_master.post(other, body, Idempotency_Key=KEY), 422, "idempotency-key-reused")
    assert orders(oakmere) == 1


def test_a_key_of_somebody_else_is_another_key(
    client_of_master: ApiClient, client_of_second: ApiClient, oakmere: World
) -> None:
    asked = {"name": "Elmstead", "heroes": 2, "seed": 3}
    made = [ok(client.post("worlds/", asked, Idempotency_Key=KEY), 201)["id"]
            for client in (client_of_master, client_of_second)]  # fmt: skip
    assert len(set(made)) == 2


def test_what_was_refused_did_nothing_and_may_be_tried_again(
    client_of_master: ApiClient, oakmere: World
) -> None:
    path, wish = f"worlds/{oakmere.pk}/heroes/1/interventions/", {"kind": "reward", "gold": 900_000}
    problem(client_of_master.post(path, wish, Idempotency_Key=KEY), 409, "refused")
    assert not IdempotentAnswer.objects.exists()
    ok(client_of_master.post(path, {"kind": "praise"}, Idempotency_Key=KEY), 201)


@pytest.mark.parametrize("key", ["", "a b", "ä", "x" * 201])
def test_a_key_that_is_none_is_refused(client_of_master: ApiClient, oakmere: World, key: str) -> None:
    answer = client_of_master.post(f"worlds/{oakmere.pk}/heroes/1/orders/", ORDER, Idempotency_Key=key)
    assert problem(answer, 400, "invalid")["errors"][0]["header"] == "Idempotency-Key"
    assert orders(oakmere) == 0


def test_two_clients_that_send_one_command_at_one_moment_have_one_effect(
    oakmere: World, master: User
) -> None:
    clients = [logged_in(master, device) for device in ("phone", "browser")]
    path = f"worlds/{oakmere.pk}/heroes/1/orders/"
    for turn in range(8):
        asked = {"action": ("patrol", "hunt", "gather", "study")[turn % 4], "urgent": turn >= 4}
        before = orders(oakmere)
        World.objects.filter(pk=oakmere.pk).update(hot_until=None)  # so that one of them has to warm it
        answers = at_once(clients, path, asked, f"{KEY}-{turn}")
        assert answers[0] == answers[1]
        assert orders(oakmere) == before + 1


def at_once(clients: list[ApiClient], path: str, body: Any, key: str) -> list[Any]:
    """What each of the clients is answered, all asking at the same moment."""

    def ask(client: ApiClient) -> HttpResponse:
        try:
            return client.post(path, body, Idempotency_Key=key)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(clients)) as pool:
        return [ok(answer, 201) for answer in pool.map(ask, clients)]


def test_an_answer_is_kept_for_a_day(client_of_master: ApiClient, oakmere: World) -> None:
    ok(client_of_master.post(f"worlds/{oakmere.pk}/heroes/1/orders/", ORDER, Idempotency_Key=KEY), 201)
    sweep_up()
    [kept] = IdempotentAnswer.objects.all()
    IdempotentAnswer.objects.update(made_at=kept.made_at - REPEATED)
    sweep_up()
    assert not IdempotentAnswer.objects.exists()
