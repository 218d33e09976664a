"""What no generator thinks of: requests that are too deep, too long, of another kind, or almost right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
import pytest
from django.http import HttpResponse
from django.test import Client

from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests.api.clients import ROOT, ApiClient, ok, problem
from tests.worlds.lives import born
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
Send = Callable[..., HttpResponse]


@pytest.fixture
def send(client_of_master: ApiClient) -> Send:
    """Posts bytes as they are to `worlds/`."""

    def post(body: bytes, kind: str = "application/json") -> Any:
        headers = {"Authorization": f"Bearer {client_of_master.token}"}
        client = Client(raise_request_exception=False)
        return client.post(f"{ROOT}worlds/", data=body, content_type=kind, headers=headers)

    return post


@pytest.mark.parametrize("bracket", [b"[", b'{"name":'])
def test_a_body_as_deep_as_a_well_is_no_json(bracket: bytes, send: Send) -> None:
    problem(send(bracket * 7_000), 400, "malformed")
    problem(send(b"[" * 30_000 + b"]" * 30_000), 400, "malformed")
    problem(send(bracket * 100_000), 413, "too-large")


def test_a_body_of_more_than_64_kib_is_too_large_and_one_of_64_kib_is_read(send: Send) -> None:
    padded = b'{"name": "Oakmere"}'
    problem(send(padded.ljust(64 * 1024 + 1)), 413, "too-large")
    assert ok(send(padded.ljust(64 * 1024)), 201)["name"] == "Oakmere"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "nonsense"]
)
def test_a_body_that_says_it_is_no_json_is_not_read(kind: str, send: Send) -> None:
    problem(send(b"{}", kind), 415, "unsupported-media-type")


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "Application/JSON"])
def test_a_body_of_json_may_say_so_in_any_way(kind: str, send: Send) -> None:
    ok(send(b"{}", kind), 201)


@pytest.mark.parametrize(
    "body",
    [b'{"name": "\xff\xfe"}', b'{"name": "\xed\xa0\x80"}', b'{"name": "\\ud800"}', b"{", b"\xef\xbb\xbf{}", b"NaN",
     b'{"seed": 1e999}'],
)  # fmt: skip
def test_what_is_no_json_in_utf_8_is_told_so(body: bytes, send: Send) -> None:
    problem(send(body), 400, "malformed")


def test_a_body_that_is_needed_may_be_empty_but_not_missing(send: Send, client_of_master: ApiClient) -> None:
    told = problem(send(b""), 400, "invalid")
    assert told["errors"] == [{"pointer": "", "detail": "a body is needed, if only {}"}]
    problem(client_of_master.ask("PATCH", "me/"), 400, "invalid")
    ok(client_of_master.patch("me/", {}))


@pytest.mark.parametrize("body", [None, [], "name", 7, True])
def test_a_body_that_is_no_object_does_not_fit(body: Any, send: Send) -> None:
    problem(send(orjson.dumps(body)), 400, "invalid")


def test_nul_and_what_cannot_be_seen_are_no_part_of_a_name(client_of_master: ApiClient) -> None:
    for name in ("Oak\0mere", "Oak\u202emere", "Oak\u200bmere", " Oakmere", "Oak\nmere", ""):
        told = problem(client_of_master.post("worlds/", {"name": name}), 400, "invalid")
        assert [fault["pointer"] for fault in told["errors"]] == ["/name"]


def test_nul_in_the_name_of_who_logs_in_does_not_fit(stranger: ApiClient) -> None:
    told = problem(stranger.post("sessions/", {"username": "a\0da", "password": "x"}), 400, "invalid")
    assert [fault["pointer"] for fault in told["errors"]] == ["/username"]


def test_numbers_are_whole_and_no_text_and_no_truth(client_of_master: ApiClient) -> None:
    assert ok(client_of_master.post("worlds/", {"seed": 25.0}), 201)["seed"] == 25
    for seed in (25.5, "25", True, 10**30, -1, 1e300):
        told = problem(client_of_master.post("worlds/", {"seed": seed}), 400, "invalid")
        assert [fault["pointer"] for fault in told["errors"]] == ["/seed"]


def test_an_unknown_field_is_named_with_those_there_are(client_of_master: ApiClient) -> None:
    told = problem(client_of_master.post("worlds/", {"colour": "red"}), 400, "invalid")
    [fault] = told["errors"]
    assert fault["pointer"] == "/colour"
    assert "heroes, name, seed" in fault["detail"]


@pytest.mark.parametrize("path", ["worlds/", "me/", "sessions/"])
def test_an_unknown_parameter_is_named(path: str, client_of_master: ApiClient) -> None:
    told = problem(client_of_master.get(f"{path}?colour=red"), 400, "invalid")
    assert [fault["parameter"] for fault in told["errors"]] == ["colour"]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=101", "limit=ten", "limit=1&limit=2", "limit=", "limit=1%00"]
)
def test_a_page_has_1_to_100_entries_and_says_so_once(query: str, client_of_master: ApiClient) -> None:
    told = problem(client_of_master.get(f"worlds/?{query}"), 400, "invalid")
    assert [fault["parameter"] for fault in told["errors"]] == ["limit"]


def test_a_cursor_of_another_list_or_of_none_leads_nowhere(
    client_of_master: ApiClient, oakmere: World
) -> None:
    cursor = client_of_master.read(f"worlds/{oakmere.pk}/heroes/?limit=1")["next"]
    ok(client_of_master.get(f"worlds/{oakmere.pk}/heroes/?limit=1&cursor={cursor}"))
    for path in ("quests", "activities", "decisions", "events"):
        problem(client_of_master.get(f"worlds/{oakmere.pk}/{path}/?cursor={cursor}"), 404, "not-found")
    for bad in (cursor[:-1], "", "%00", "a:b:c", cursor + cursor):
        problem(client_of_master.get(f"worlds/{oakmere.pk}/heroes/?cursor={bad}"), 404, "not-found")


@pytest.mark.parametrize(
    "since", ["0", "0.5", "1767225600", "2026-01-01", "2026-01-01T00:00:00", "yesterday"]
)
def test_a_report_begins_at_a_date_with_time_and_offset(
    since: str, client_of_master: ApiClient, oakmere: World
) -> None:
    told = problem(
        client_of_master.get(f"worlds/{oakmere.pk}/offline-progress/?since={since}"), 400, "invalid"
    )
    assert [fault["parameter"] for fault in told["errors"]] == ["since"]


@pytest.mark.parametrize("key", ["k" * 300, "", "two words", "ключ"])
def test_an_idempotency_key_is_1_to_200_visible_characters(key: str, client_of_master: ApiClient) -> None:
    told = problem(client_of_master.post("worlds/", {}, Idempotency_Key=key), 400, "invalid")
    assert [fault["header"] for fault in told["errors"]] == ["Idempotency-Key"]


def test_numbers_in_a_path_that_no_column_can_hold_lead_nowhere(
    client_of_master: ApiClient, oakmere: World
) -> None:
    for hero in (2**31, 10**40, "-1", "1.0", "%00", "٣"):
        problem(client_of_master.get(f"worlds/{oakmere.pk}/heroes/{hero}/"), 404, "not-found")


def test_a_world_that_nobody_looked_at_for_long_can_be_let_go(
    client_of_master: ApiClient, master: User
) -> None:
    cold = born(master, seed=8, heroes=1)
    World.objects.filter(pk=cold.pk).update(status="paused", hot_until=None)
    ok(client_of_master.delete(f"worlds/{cold.pk}/"), 202)
    problem(client_of_master.get(f"worlds/{cold.pk}/"), 404, "not-found")
