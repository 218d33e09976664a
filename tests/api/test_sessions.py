"""Coming, being known, being away, going."""

from __future__ import annotations

import time
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from herotycoon.accounts.models import User, UserSession
from herotycoon.accounts.services.sweep import sweep_up
from herotycoon.accounts.tasks import write_letters
from herotycoon.api import throttles
from herotycoon.pg.route import ENGINE, WEB
from tests import factories
from tests.api.clients import ApiClient, logged_in, ok, problem
from tests.factories import PASSWORD
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

ADA = {"username": "ada", "password": "correct-horse-battery", "email": "ada@example.org"}


def test_somebody_registers_logs_in_and_is_known(stranger: ApiClient) -> None:
    made = ok(stranger.post("users/", ADA), 201)
    assert (made["username"], made["email"]) == ("ada", "ada@example.org")
    begun = ok(
        stranger.post("sessions/", {"username": "ada", "password": ADA["password"], "device": "phone"}), 201
    )
    me = ok(ApiClient(begun["token"]).get("me/"))
    assert (me["id"], me["username"], me["previous_visit_ended_at"]) == (made["id"], "ada", None)


def test_a_name_that_is_taken_is_refused_and_an_easy_password_too(stranger: ApiClient, master: User) -> None:
    told = problem(stranger.post("users/", ADA | {"username": "master"}), 409, "refused")
    assert "master is taken" in told["detail"]
    told = problem(stranger.post("users/", ADA | {"password": "1234567890"}), 400, "invalid")
    assert told["errors"][0]["pointer"] == "/password"
    assert User.objects.count() == 1


def test_the_token_is_told_once_and_kept_as_a_digest(master: User) -> None:
    client = logged_in(master)
    listed = client.read("sessions/")["results"]
    assert [set(one) & {"token", "token_digest"} for one in listed] == [set()]
    [session] = UserSession.objects.filter(user=master)
    assert session.token_digest
    assert session.token_digest != client.token
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM user_sessions AS t WHERE to_jsonb(t)::text LIKE %s", [f"%{client.token}%"]
        )
        assert cursor.fetchone() == (0,)


def test_devices_are_listed_and_ended_singly_or_all(master: User) -> None:
    phone, browser, tablet = (logged_in(master, device) for device in ("phone", "browser", "tablet"))
    listed = phone.read("sessions/")["results"]
    assert [one["device"] for one in listed] == ["tablet", "browser", "phone"]
    assert [one["device"] for one in listed if one["current"]] == ["phone"]
    assert phone.delete(f"sessions/{listed[1]['id']}/").status_code == 204
    problem(browser.get("me/"), 401, "unauthenticated")
    assert ok(phone.delete("sessions/")) == {"ended": 2}
    for client in (phone, tablet):
        told = client.get("me/")
        problem(told, 401, "unauthenticated")
        assert told.headers["WWW-Authenticate"] == "Bearer"


def test_nobody_ends_somebody_elses_session(master: User, client_of_second: ApiClient) -> None:
    client = logged_in(master)
    [mine] = client.read("sessions/")["results"]
    problem(client_of_second.delete(f"sessions/{mine['id']}/"), 404, "not-found")
    client.read("me/")


@pytest.mark.parametrize(
    "change", [{"expires_at": timezone.now()}, {"ended_at": timezone.now() + timedelta(days=1)}]
)
def test_a_session_that_is_over_lets_nobody_in(master: User, change: dict[str, Any]) -> None:
    client = logged_in(master)
    UserSession.objects.filter(user=master).update(**change)
    problem(client.get("me/"), 401, "unauthenticated")


@pytest.mark.parametrize("change", [{"is_active": False}, {"erasing_since": timezone.now()}])
def test_who_is_locked_or_on_their_way_out_neither_comes_nor_stays(
    master: User, stranger: ApiClient, change: dict[str, Any]
) -> None:
    client = logged_in(master)
    User.objects.filter(pk=master.pk).update(**change)
    problem(client.get("me/"), 401, "unauthenticated")
    problem(stranger.post("sessions/", {"username": "master", "password": PASSWORD}), 401, "unauthenticated")


def test_a_gap_of_a_quarter_of_an_hour_begins_a_new_visit_on_every_device(master: User) -> None:
    phone, browser = logged_in(master, "phone"), logged_in(master, "browser")
    assert phone.read("me/")["previous_visit_ended_at"] is None
    long_ago = timezone.now() - timedelta(hours=3)
    UserSession.objects.filter(user=master).update(started_at=long_ago, last_seen_at=long_ago)
    for client in (phone, browser, logged_in(master, "tablet"), phone):
        assert client.read("me/")["previous_visit_ended_at"] == told(long_ago)


def test_within_a_visit_the_report_goes_on_from_the_same_moment(master: User) -> None:
    client = logged_in(master)
    ago, before = timezone.now() - timedelta(minutes=10), timezone.now() - timedelta(days=2)
    UserSession.objects.filter(user=master).update(started_at=ago, last_seen_at=ago, previous_seen_at=before)
    assert client.read("me/")["previous_visit_ended_at"] == told(before)
    [session] = UserSession.objects.filter(user=master)
    assert session.last_seen_at > ago
    assert session.started_at == ago


def test_a_password_is_changed_with_the_present_one_and_ends_other_sessions(master: User) -> None:
    here, there = logged_in(master, "here"), logged_in(master, "there")
    wish = {"password": "another-horse-entirely"}
    problem(here.patch("me/", wish | {"current_password": "not this one"}), 400, "invalid")
    ok(here.patch("me/", wish | {"current_password": PASSWORD}))
    problem(there.get("me/"), 401, "unauthenticated")
    here.read("me/")
    problem(
        ApiClient().post("sessions/", {"username": "master", "password": PASSWORD}), 401, "unauthenticated"
    )
    ok(ApiClient().post("sessions/", {"username": "master", "password": wish["password"]}), 201)


def test_who_forgot_gets_a_letter_that_works_once(master: User, stranger: ApiClient) -> None:
    User.objects.filter(pk=master.pk).update(email="master@example.org")
    client = logged_in(master)
    ok(stranger.post("password-reset/", {"email": "master@example.org"}), 202)
    write_letters("Master@example.org")
    [letter] = mail.outbox
    user, code = (
        line.split()[-1] for line in letter.body.splitlines() if line.strip().startswith(("user", "code"))
    )
    wish = {"user": user, "code": code, "password": "another-horse-entirely"}
    assert stranger.put("password-reset/", wish).status_code == 204
    problem(client.get("me/"), 401, "unauthenticated")
    problem(stranger.put("password-reset/", wish), 409, "refused")
    ok(stranger.post("sessions/", {"username": "master", "password": wish["password"]}), 201)


def test_a_letter_to_nobody_is_answered_alike(stranger: ApiClient, master: User) -> None:
    there, nowhere = (
        stranger.post("password-reset/", {"email": address}) for address in ("a@example.org", "b@example.org")
    )
    assert there.content == nowhere.content
    write_letters("b@example.org")
    assert mail.outbox == []


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time stands still for what counts requests: no minute ends between two of them."""
    now = time.time()
    monkeypatch.setattr(throttles, "time", SimpleNamespace(time=lambda: now))


@pytest.mark.usefixtures("moment")
def test_guessing_gets_slow_for_the_name_and_from_the_address(stranger: ApiClient, master: User) -> None:
    guess = {"username": "master", "password": "wrong"}
    for _ in range(10):
        problem(stranger.post("sessions/", guess), 401, "unauthenticated")
    answer = stranger.post("sessions/", guess | {"password": PASSWORD})
    problem(answer, 429, "locked-out")
    assert 0 < int(answer.headers["Retry-After"]) <= 900
    elsewhere = stranger.ask("POST", "sessions/", guess | {"password": PASSWORD}, X_Forwarded_For="10.1.1.1")
    problem(elsewhere, 429, "locked-out")  # nobody set a proxy in front, so that header is anybody's to write


@pytest.mark.usefixtures("moment")
def test_requests_are_counted_and_told_when_to_come_again(master: User, settings: Any) -> None:
    settings.API_RATES = {"reads": 3, "commands": 1, "strangers": 60}
    client = logged_in(master)
    for _ in range(3):
        client.read("me/")
    answer = client.get("me/")
    problem(answer, 429, "throttled")
    assert 0 < int(answer.headers["Retry-After"]) <= 61
    ok(client.patch("me/", {"email": ""}))


def test_without_redis_everybody_may_ask(master: User, settings: Any) -> None:
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}
    client = logged_in(master)
    client.read("me/")


def test_who_goes_confirms_it_and_is_gone_with_all_their_worlds(
    client_of_master: ApiClient, oakmere: World, master: User
) -> None:
    problem(client_of_master.delete("me/?confirm=somebody"), 409, "refused")
    ok(client_of_master.delete("me/?confirm=master"), 202)
    problem(client_of_master.get("me/"), 401, "unauthenticated")
    from worlds.tasks import erase_the_marked

    erase_the_marked()
    assert not User.objects.filter(pk=master.pk).exists()
    assert not World.objects.filter(pk=oakmere.pk).exists()


def test_what_is_over_is_forgotten_but_when_they_were_here_last(master: User) -> None:
    old = timezone.now() - timedelta(days=200)
    past = {"started_at": old, "last_seen_at": old, "expires_at": old}
    factories.a_session(user=master, **past)
    newest = factories.a_session(user=master, **past | {"last_seen_at": old + timedelta(hours=1)})
    sweep_up()
    assert [one.pk for one in UserSession.objects.all()] == [newest.pk]


def told(moment: Any) -> str:
    return str(moment.isoformat().replace("+00:00", "Z"))
