"""A report is told once for every state of its world, and kept in Redis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from django.conf import settings
from django.core.cache import cache, caches
from django.core.cache.backends.redis import RedisCache
from django.test import override_settings

from herotycoon.accounts.models import User
from tests.worlds.commands_scene import Manage
from tests.worlds.lives import DAY, aged, told
from worlds.models import World
from worlds.services.report import kept
from worlds.services.report.gather import report
from worlds.services.report.kept import kept_report
from worlds.services.report.words import document, tell
from worlds.tick import tick

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(master: User) -> World:
    """A world of two days."""
    return aged(master, 2 * DAY)


@pytest.fixture
def tellings(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """From which steps reports were really told, one entry a telling."""
    cache.clear()
    done: list[int] = []

    def counted(world: World, since: int) -> Any:
        done.append(since)
        return report(world, since)

    monkeypatch.setattr(kept, "report", counted)
    yield done
    cache.clear()


def fresh(world: World, since: int) -> object:
    """The report as it is told without keeping."""
    return orjson.loads(orjson.dumps(document(tell(report(world, since))), option=orjson.OPT_NON_STR_KEYS))


def test_what_was_told_is_kept_and_is_what_would_be_told_anew(world: World, tellings: list[int]) -> None:
    answers = [kept_report(world, DAY) for _ in range(3)]
    assert answers == [fresh(world, DAY)] * 3
    assert tellings == [DAY]


def test_another_period_is_another_report(world: World, tellings: list[int]) -> None:
    assert kept_report(world, DAY) != kept_report(world, 0)
    assert tellings == [DAY, 0]


@pytest.mark.parametrize("what", ["a tick", "an input"])
def test_a_world_that_moved_on_is_told_anew(world: World, tellings: list[int], what: str) -> None:
    before = kept_report(world, DAY)
    if what == "a tick":
        tick({world.id: 3 * DAY})
    else:
        told(world.id, "praise", {"hero": 1})
    world.refresh_from_db()
    after = kept_report(world, DAY)
    assert after != before
    assert after == fresh(world, DAY)
    assert len(tellings) == 2


def test_without_redis_reports_are_told_all_the_same(world: World, caplog: pytest.LogCaptureFixture) -> None:
    away = {**settings.CACHES["default"], "LOCATION": "unix:///nowhere/redis.sock"}
    with override_settings(CACHES={"default": away}):
        assert kept_report(world, DAY) == fresh(world, DAY)
    assert "what is kept of worlds cannot be read" in caplog.text


def test_the_command_tells_as_json_what_is_kept(world: World, tellings: list[int], manage: Manage) -> None:
    said = [manage("offline_progress", str(world.id), "--json") for _ in range(2)]
    assert said[0] == said[1]
    assert len(tellings) == 1
    assert isinstance(caches["default"], RedisCache)
