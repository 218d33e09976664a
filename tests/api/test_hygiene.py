"""What is in no answer and in no log, and what every answer carries."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from django.http import HttpResponse

from herotycoon.accounts.models import User, UserSession
from herotycoon.api.operation import operation
from herotycoon.pg.route import ENGINE, WEB
from tests import factories
from tests.api.clients import ApiClient, logged_in, ok, problem
from tests.api.routes import routes
from tests.api.test_matrix import Places
from tests.factories import PASSWORD
from worlds.api.shapes import World as WorldShape
from worlds.api.worlds import OneWorld
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

SECRET = "psycopg said: Key (email)=(somebody@example.org)"  # what an exception might say


@pytest.fixture
def neighbour(second_master: User) -> User:
    """Somebody with a world, an address and a session, none of which is anybody's business."""
    User.objects.filter(pk=second_master.pk).update(email="neighbour@example.org")
    world = factories.a_world(owner=second_master, name="Neighbourton")
    factories.a_guild(world=world)
    factories.a_hero(world=world, name="Neighbourina")
    logged_in(second_master, "the neighbour's phone")
    return second_master


def test_no_answer_and_no_log_has_a_secret_or_anything_of_somebody_else(
    oakmere: World, master: User, neighbour: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    client = logged_in(master)
    session = UserSession.objects.filter(user=master)[0]
    told = "\n".join([*everything(client, Places(oakmere, session)), caplog.text])
    hashes = User.objects.values_list("password", flat=True)
    digests = UserSession.objects.values_list("token_digest", flat=True)
    secrets = [
        PASSWORD,
        client.token,
        *hashes,
        *digests,
        "neighbour",
        "Neighbour",
        "Traceback",
        "psycopg",
        "SELECT ",
    ]
    assert [secret for secret in secrets if secret and secret in told] == []
    assert len(told) > 50_000


def everything(client: ApiClient, places: Places) -> Iterator[str]:
    """What every read answers, and what is answered to nonsense."""
    for route in routes():
        path = places.fill(route.path)
        for answer in (
            client.get(path),
            client.get(path + "?nonsense=1"),
            client.post(path, {"nonsense": 1}),
        ):
            yield answer.content.decode(errors="replace")
            yield str(dict(answer.headers))


def test_every_answer_says_how_it_may_be_used(client_of_master: ApiClient, oakmere: World) -> None:
    for answer in (
        client_of_master.get("worlds/"),
        client_of_master.get("nothing/"),
        client_of_master.get(f"worlds/{oakmere.pk}/map.svg"),
        ApiClient().get("docs/"),
        ApiClient().get("schema/"),
    ):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "unsafe-eval" not in answer.headers["Content-Security-Policy"]
        assert "Server" not in answer.headers
    assert client_of_master.get("worlds/").headers["Cache-Control"] == "private, no-cache"


def test_the_page_of_the_api_asks_no_other_host(stranger: ApiClient) -> None:
    page = stranger.get("docs/").content.decode()
    assert re.findall(r"""(?:src|href)=["'](?!/)[^"'#]""", page) == []
    for path in re.findall(r"""(?:src|href)=["'](/static/[^"']+)""", page):
        assert stranger.get(path).status_code == 200, path


def test_a_mistake_of_ours_is_told_by_a_reference_alone(
    client_of_master: ApiClient,
    oakmere: World,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    @operation("read_world", answer=WorldShape)
    def broken(self: Any) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(OneWorld, "get", broken)
    answer = client_of_master.get(f"worlds/{oakmere.pk}/")
    told = problem(answer, 500, "internal-error")
    assert told["reference"] in caplog.text
    assert "test_hygiene.py" in caplog.text
    assert "RuntimeError" in caplog.text
    for secret in (SECRET, "Traceback", "somebody@example.org"):
        assert secret not in caplog.text + answer.content.decode()


def test_without_a_database_the_answer_is_to_come_again(
    master: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = logged_in(master)
    web = connections[WEB]
    web.close()
    monkeypatch.setitem(web.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(web.settings_dict, "PORT", "1")
    answer = client.get("me/")
    problem(answer, 503, "unavailable")
    assert answer.headers["Retry-After"] == "1"
    monkeypatch.undo()
    web.close()
    client.read("me/")


def test_every_type_of_problem_has_a_page(stranger: ApiClient) -> None:
    told = stranger.read("problems/refused/")
    assert told["type"] == "/api/v1/problems/refused/"
    assert told["meaning"]
    problem(stranger.get("problems/nonsense/"), 404, "not-found")


def test_the_document_is_the_same_for_everybody_and_names_its_problems(stranger: ApiClient) -> None:
    answer: HttpResponse = stranger.get("schema/")
    document = ok(answer)
    assert document["openapi"].startswith("3.1")
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            assert told["operationId"], (path, method)
            assert told["summary"], (path, method)
            assert {"400", "429", "500", "503"} <= set(told["responses"]), (path, method)
            if body := told.get("requestBody"):
                name = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
                assert document["components"]["schemas"][name].get("examples"), name
