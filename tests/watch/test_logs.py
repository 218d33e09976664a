"""Logs tell of requests, tasks and worlds, and of nobody: no name, no address, no secret."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from celery.utils.log import get_task_logger
from django.db import IntegrityError

from heroes.models import Hero
from herotycoon.accounts.models import User
from herotycoon.celery import app
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.watch.logs import formatter, told_as
from tests.api.clients import ApiClient, logged_in
from tests.worlds.lives import aged
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
Lines = Callable[[], list[dict[str, Any]]]
PERSON = {"username": "ada.lovelace", "password": "seven-lanterns-at-dusk", "email": "ada@example.org"}


@pytest.fixture
def lines() -> Iterator[Lines]:
    """What is logged meanwhile, object by object."""
    said, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(said), root.level
    handler.setFormatter(formatter())
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lambda: [json.loads(line) for line in said.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(level)


def test_every_request_has_a_line_with_its_id_and_its_world(master: User, lines: Lines) -> None:
    world = aged(master, 4)
    World.objects.filter(pk=world.pk).update(status="paused")
    client, given = logged_in(master), "0123456789abcdef0123456789abcdef"

    answer = client.get(f"worlds/{world.pk}/heroes/?courage_min=5", X_Request_ID=given)

    assert answer.headers["X-Request-ID"] == given
    [line] = [line for line in lines() if line.get("request_id") == given]
    assert (line["event"], line["logger"], line["level"]) == ("request", "herotycoon.requests", "info")
    assert (line["method"], line["status"], line["world"]) == ("GET", 200, str(world.pk))
    assert line["route"] == "api/v1/worlds/<uuid:world>/heroes/"
    assert line["ms"] > 0


@pytest.mark.parametrize("given", ["", "ada@example.org-0123456789", "x" * 32, "0" * 65])
def test_an_id_that_is_none_is_replaced(given: str, lines: Lines) -> None:
    answer = ApiClient().get("schema/", X_Request_ID=given)
    assert answer.headers["X-Request-ID"] != given
    assert lines()[-1]["request_id"] == answer.headers["X-Request-ID"]


def test_no_name_no_address_and_no_secret_gets_into_a_log(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger = ApiClient()
    assert stranger.post("users/", PERSON).status_code == 201
    stranger.post("users/", PERSON)
    stranger.post("sessions/", PERSON | {"password": "wrong-lanterns-at-dawn"})
    who = {name: PERSON[name] for name in ("username", "password")}
    token = json.loads(stranger.post("sessions/", who | {"device": "Ada's telephone"}).content)["token"]
    client = ApiClient(token)
    client.get("me/")
    client.post("password-reset/", {"email": PERSON["email"]})
    client.get(f"worlds/?cursor={token}")
    client.get("/nowhere/ada.lovelace/")

    def quote(*args: Any, **options: Any) -> None:
        raise IntegrityError("Key (username)=(ada.lovelace) already exists")

    monkeypatch.setattr("worlds.api.worlds.told", quote)
    client.post("worlds/", {"name": "Ada's Vale", "seed": 7, "heroes": 3})

    told = json.dumps(lines())
    assert len(lines()) >= 8
    for word in (
        "ada.",
        "ada'",
        "ada@",
        "lovelace",
        "lantern",
        "telephone",
        "Vale",
        token,
    ):  # not what an id may spell
        assert word.lower() not in told.lower(), word


def test_an_exception_is_told_by_kind_and_place(lines: Lines) -> None:
    def fails() -> None:
        raise ValueError("ada.lovelace is taken")

    try:
        fails()
    except ValueError:
        logging.getLogger("herotycoon").exception("a part failed for %s", "ada@example.org")

    [line] = lines()
    assert (line["event"], line["error"]) == ("a part failed for [address]", "ValueError")
    assert line["at"][-1].startswith("tests/watch/test_logs.py:")
    assert line["at"][-1].endswith(" fails")
    assert "lovelace" not in json.dumps(line)


def test_a_task_that_fails_is_told_without_its_words_and_with_who_asked(lines: Lines) -> None:
    @app.task(name="tests.refused", bind=True)
    def refused(self: Any, email: str) -> None:
        get_task_logger(__name__).info("on it")
        raise ValueError(f"{email}: ada.lovelace is unknown here")

    try:
        from celery.app.trace import build_tracer

        tracer = build_tracer(refused.name, refused, app=app)
        tracer("an-id", ["ada@example.org"], {}, {"request_id": "abc", "delivery_info": {}, "hostname": "w"})
    finally:
        app.tasks.unregister("tests.refused")

    told = [line for line in lines() if line["logger"] != "celery.redirected"]
    assert {line["task"] for line in told} == {"tests.refused"}
    assert {line["request_id"] for line in told} == {"abc"}
    assert told[-1]["event"].startswith("Task tests.refused[None] raised unexpected: ValueError")
    assert "ada" not in json.dumps(told)


def test_a_style_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="LOG_FORMAT is"):
        told_as("xml")


def test_heroes_may_be_told(lines: Lines) -> None:
    """They are nobody."""
    logging.getLogger("worlds").warning("%s is passed over", Hero(name="Ysolde").name)
    assert lines()[0]["event"] == "Ysolde is passed over"
