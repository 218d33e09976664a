"""Settings that would quietly break the game are refused by name."""

import pytest
from django.core.checks import CheckMessage, run_checks
from pytest_django import Settings

from herotycoon import checks


def test_ours_pass() -> None:
    assert ids(run_checks()) == []


def test_another_database_is_refused(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DATABASES, "default", {"ENGINE": "django.db.backends.mysql"})
    assert ids(checks.settings_fit_the_game(None)) == ["herotycoon.E001"]


def test_a_url_that_is_none_is_refused(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DATABASES, "default", {"HOST": ""})
    assert ids(checks.settings_fit_the_game(None)) == ["herotycoon.E001"]


def test_transactions_per_request_are_refused(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "ATOMIC_REQUESTS", True)
    assert ids(checks.settings_fit_the_game(None)) == ["herotycoon.E002"]


def test_a_pool_of_less_than_nothing_is_refused(settings: Settings) -> None:
    settings.DATABASE_POOL_SIZE = -1
    assert ids(checks.settings_fit_the_game(None)) == ["herotycoon.E012"]


@pytest.mark.parametrize(("seen", "soft", "hard"), [(540, 240, 270), (600, 280, 270)])
def test_a_task_that_would_be_given_away_while_it_is_done_is_refused(
    settings: Settings, seen: int, soft: int, hard: int
) -> None:
    settings.CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": seen}
    settings.CELERY_TASK_SOFT_TIME_LIMIT, settings.CELERY_TASK_TIME_LIMIT = soft, hard
    assert ids(checks.tasks_end_before_they_are_given_away(None)) == ["herotycoon.E013"]


def test_local_times_are_refused(settings: Settings) -> None:
    settings.USE_TZ = False
    assert ids(checks.settings_fit_the_game(None)) == ["herotycoon.E003"]


def test_a_misspelt_knob_names_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEROTYCOON_POSTGERS", "16")
    [message] = checks.knobs_are_known(None)
    assert message.id == "herotycoon.E004"
    assert "HEROTYCOON_POSTGRES meant" in message.msg


def test_a_deployment_brings_its_own_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    assert ids(checks.the_secret_is_given(None)) == ["herotycoon.W001"]
    monkeypatch.setenv("SECRET_KEY", "given")
    assert checks.the_secret_is_given(None) == []


def ids(messages: list[CheckMessage]) -> list[str | None]:
    """What each message is called."""
    return [message.id for message in messages]
