"""Probes: who watches is told how it is, and nothing that is nobody's business."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.test import Client, override_settings
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings
from redis import Redis

from herotycoon import probes
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE
from tests import factories
from tests.worlds.lives import born
from worlds import tasks
from worlds.services import vitals

pytestmark = pytest.mark.django_db
NOWHERE = {"default": {**settings.CACHES["default"], "LOCATION": "unix:///nowhere/redis.sock"}}


@pytest.fixture(autouse=True)
def _nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(vitals, "FRESH", 0.0)
    with Redis.from_url(settings.REDIS_URL) as redis:
        redis.flushdb()
        yield
        redis.flushdb()


def asked(path: str, **options: Any) -> tuple[int, Any]:
    """Status and document."""
    answer = Client().get(path, **options)
    return answer.status_code, answer.json()


def measured(**options: Any) -> dict[str, float]:
    """What `/metrics` tells, by name and labels."""
    answer = Client().get("/metrics", **options)
    assert answer.status_code == 200, answer.content
    return {
        sample.name + "".join(f" {value}" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(answer.content.decode())
        for sample in family.samples
    }


def late(owner: User, hot: bool = True) -> None:
    """A world that nobody has turned for days."""
    until = timezone.now() + timedelta(minutes=5) if hot else None
    factories.a_world(owner=owner, anchor_real=timezone.now() - timedelta(days=2), hot_until=until)


def test_a_process_that_lives_says_so_under_any_name(settings: Settings) -> None:
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["game.example.org"], True
    assert asked("/healthz", headers={"host": "10.1.2.3:8000"}) == (200, {"status": "alive"})


def test_all_is_well_where_all_is_well(master: User) -> None:
    factories.a_world(owner=master, anchor_real=timezone.now())
    status, told = asked("/readyz")
    assert (status, told["status"], told["wrong"], told["degraded"]) == (200, "ready", {}, {})
    assert told["worlds"]["cold"] == {"running": 1, "behind": 0, "late": 0, "seconds_behind": 0}


def test_worlds_that_are_late_are_told_and_refuse_nobody(master: User) -> None:
    late(master)
    status, told = asked("/readyz")
    assert (status, told["status"], list(told["degraded"])) == (200, "degraded", ["worlds"])
    assert told["worlds"]["hot"]["late"] == 1
    assert 170_000 < told["worlds"]["hot"]["seconds_behind"] < 173_000
    assert asked("/readyz?strict")[0] == 503


def test_without_redis_the_game_goes_on_and_it_is_told() -> None:
    with override_settings(CACHES=NOWHERE):
        status, told = asked("/readyz")
    assert (status, list(told["degraded"])) == (200, ["redis"])


def test_migrations_that_are_not_applied_refuse_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probes, "_applied", [])
    monkeypatch.setattr("herotycoon.pg.parity.unapplied", lambda: [("heroes", "0099_wings")])
    assert asked("/readyz")[0] == 503
    assert asked("/readyz")[1]["wrong"] == {"migrations": "1 are not applied"}


def test_a_database_that_is_gone_refuses_everybody_and_no_address_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = connections[ENGINE]
    gone = usual.copy()
    gone.settings_dict |= {"HOST": "/nowhere", "USER": "somebody", "PASSWORD": "s3cret"}
    connections[ENGINE] = gone
    try:
        status, told = asked("/readyz")
        assert measured()["herotycoon_server_up postgresql"] == 0
    finally:
        connections[ENGINE] = usual
    assert (status, told["wrong"]) == (503, {"database": "cannot be reached"})


def test_metrics_tell_worlds_and_work(master: User) -> None:
    world = born(master)
    late(master, hot=False)
    factories.a_world(owner=master, status="set_aside")
    tasks.advance([str(world.pk)])

    told = measured()

    assert told["herotycoon_worlds cold"] == 2
    assert told["herotycoon_worlds set_aside"] == 1
    assert told["herotycoon_worlds_late cold"] == 2
    assert told["herotycoon_ticks_total"] == told["herotycoon_batch_seconds_count"] == 1
    assert told["herotycoon_decisions_total"] > 100
    assert told["herotycoon_batch_seconds_bucket +Inf"] == 1
    assert told["herotycoon_tasks_waiting chores"] == 1  # to bring it nearer
    assert told["herotycoon_storyteller_microdollars_total"] == 0
    assert told["herotycoon_server_up redis"] == 1


def test_metrics_without_redis_tell_the_worlds_all_the_same() -> None:
    with override_settings(CACHES=NOWHERE):
        told = measured()
    assert told["herotycoon_server_up redis"] == 0
    assert "herotycoon_worlds hot" in told


def test_metrics_are_for_this_machine_or_for_who_knows_the_token(settings: Settings) -> None:
    assert Client().get("/metrics", REMOTE_ADDR="192.0.2.7").status_code == 403
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert Client().get("/metrics").status_code == 403
    settings.METRICS_TOKEN = "seven-lanterns"
    assert Client().get("/metrics", headers={"authorization": "Bearer seven"}).status_code == 403
    there = {"REMOTE_ADDR": "192.0.2.7", "headers": {"authorization": "Bearer seven-lanterns"}}
    assert measured(**there)["herotycoon_server_up redis"] == 1


def test_forgetting_the_cache_keeps_what_was_counted() -> None:
    tasks.advance([])
    cache.clear()
    assert measured()["herotycoon_ticks_total"] == 1
