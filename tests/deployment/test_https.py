"""Over HTTPS alone once others can ask for the site, and without any of it on this machine."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from herotycoon.embedded.folder import CHECKOUT

ASKED = (
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_PROXY_SSL_HEADER",
)


def settings_with(**environment: str) -> list[Any]:
    """What the settings of ASKED are in a process with that environment."""
    script = (
        "import json, herotycoon.settings as settings;"
        f"print(json.dumps([getattr(settings, name) for name in {ASKED!r}]))"
    )
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HTTPS", "HSTS", "BEHIND", "ALLOWED", "DEBUG"))
    }
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, cwd=CHECKOUT, env=clean | environment, check=True, capture_output=True, text=True
    )
    answer: list[Any] = json.loads(done.stdout)
    return answer


MONTH = 30 * 24 * 3600
PUBLIC = {"ALLOWED_HOSTS": "game.example.org"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, [False, 0, False, False, False, None]),
        (PUBLIC, [True, MONTH, False, True, True, None]),
        (PUBLIC | {"DEBUG": "true"}, [False, 0, False, False, False, None]),
        (PUBLIC | {"HTTPS": "false", "HSTS_SUBDOMAINS": "true"}, [False, 0, False, False, False, None]),
        (
            PUBLIC | {"BEHIND_PROXY": "true", "HSTS_SECONDS": "60", "HSTS_SUBDOMAINS": "true"},
            [True, 60, True, True, True, ["HTTP_X_FORWARDED_PROTO", "https"]],
        ),
        ({"HTTPS": "true"}, [True, MONTH, False, True, True, None]),
    ],
)
def test_https_is_on_where_others_may_ask(environment: dict[str, str], expected: list[Any]) -> None:
    assert settings_with(**environment) == expected


@pytest.fixture
def https(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, MONTH


def test_on_this_machine_plain_http_is_answered() -> None:
    answer = Client().get("/nowhere/")
    assert answer.status_code == 404
    assert "Strict-Transport-Security" not in answer.headers


def test_who_comes_in_the_clear_is_sent_to_https(https: None) -> None:
    answer = Client().get("/worlds/?page=2")
    assert (answer.status_code, answer.headers["Location"]) == (301, "https://testserver/worlds/?page=2")


def test_browsers_are_told_to_insist(https: None) -> None:
    answer = Client().get("/nowhere/", secure=True)
    assert answer.status_code == 404
    assert answer.headers["Strict-Transport-Security"] == f"max-age={MONTH}"


def test_a_header_of_the_visitor_is_not_believed_unless_there_is_a_proxy(
    https: None, settings: Settings
) -> None:
    claimed = {"X-Forwarded-Proto": "https"}
    assert Client().get("/nowhere/", headers=claimed).status_code == 301
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert Client().get("/nowhere/", headers=claimed).status_code == 404


def test_every_answer_says_how_it_may_be_used() -> None:
    headers = Client().get("/nowhere/").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
