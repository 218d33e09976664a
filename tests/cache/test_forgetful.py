"""The cache may be empty, full, restarted, hanging or gone: the game goes on, and does not wait for it again and again."""

from __future__ import annotations

import signal
import socket
import threading
import time
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import override_settings
from redis import Redis
from redis.exceptions import RedisError

from herotycoon.cache import backend
from herotycoon.cache.kept import kept
from tests.cache.conftest import OwnRedis


class Some:
    """A row with a revision."""

    pk, revision = "w", 1


def made_anew(times: int = 1) -> int:
    """How often something is made when it is asked for so many times."""
    made: list[bytes] = []

    def make() -> bytes:
        made.append(b"a map")
        return made[-1]

    assert [kept(Some(), "map", make) for _ in range(times)] == [b"a map"] * times
    return len(made)


def test_forgetting_everything_leaves_the_tasks_on_their_way(own_redis: OwnRedis) -> None:
    with Redis.from_url(own_redis.url) as redis:
        redis.lpush("herotycoon:ticks", "a task")
        redis.set("somebody else's", 1)
        for number in range(2_500):
            cache.set(f"key{number}", number)

        cache.clear()

        assert sorted(map(bytes, redis.keys("*"))) == [b"herotycoon:ticks", b"somebody else's"]


def test_a_full_redis_drops_what_is_cached_and_keeps_the_tasks(own_redis: OwnRedis) -> None:
    with Redis.from_url(own_redis.url) as redis:
        redis.lpush("herotycoon:ticks", "a task")
        redis.config_set("maxmemory", "3mb")
        for number in range(100):
            cache.set(f"key{number}", b"x" * 100_000, 60)

        assert redis.llen("herotycoon:ticks") == 1
        assert 0 < sum(cache.get(f"key{number}") is not None for number in range(100)) < 50


def test_a_redis_that_takes_nothing_more_is_done_without(own_redis: OwnRedis) -> None:
    with Redis.from_url(own_redis.url) as redis:
        redis.config_set("maxmemory-policy", "noeviction")
        redis.config_set("maxmemory", "1")
        assert made_anew(3) == 3


def test_a_redis_that_was_killed_and_comes_back_is_used_again(
    own_redis: OwnRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backend, "REST", 0.0)
    assert made_anew(2) == 1
    own_redis.kill()
    assert made_anew(2) == 2
    own_redis.start()
    made_anew()
    assert made_anew(5) == 0


def test_a_redis_that_hangs_costs_a_moment_and_then_nothing(own_redis: OwnRedis) -> None:
    assert made_anew(2) == 1
    own_redis.pause()
    assert made_anew(2) == 2  # the first waits for an answer, the second for a connection
    began = time.process_time(), time.monotonic()
    assert made_anew(100) == 100
    waited = (time.monotonic() - began[1]) - (time.process_time() - began[0])
    assert waited < 100 * float(settings.CACHES["default"]["OPTIONS"]["socket_connect_timeout"])
    own_redis.pause(signal.SIGCONT)


def test_a_redis_that_cannot_be_reached_is_left_alone_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    knocks: list[Any] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def answer_nobody() -> None:
            while True:
                try:
                    visitor, _ = door.accept()
                except OSError:
                    return
                knocks.append(visitor)
                visitor.close()

        threading.Thread(target=answer_nobody, daemon=True).start()
        there = {**settings.CACHES["default"], "LOCATION": f"redis://127.0.0.1:{door.getsockname()[1]}/0"}
        with override_settings(CACHES={"default": there}):
            for _ in range(50):
                with pytest.raises(RedisError):
                    cache.get("x")
        door.shutdown(socket.SHUT_RDWR)
    assert 1 <= len(knocks) <= 4
