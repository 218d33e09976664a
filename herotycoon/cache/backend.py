"""Django's cache on Redis, which the game can do without: it counts, it forgets its own alone, it leaves a dead Redis be.

The same Redis carries the tasks, so that ``clear`` may not empty it. And a request that finds Redis gone or hanging has
paid for finding out: for a moment nobody else tries, everybody is told at once.
"""

from __future__ import annotations

import time
from itertools import islice
from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from django.utils.functional import cached_property
from redis import ConnectionPool, Redis
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as NoConnection
from redis.exceptions import TimeoutError as NoAnswer
from redis.retry import Retry

REST = 5.0
"""Seconds for which a Redis that could not be reached is not tried again by this process."""
AT_ONCE = 1_000
"""Keys that are deleted by one command."""


class RestingPool(ConnectionPool):
    """Connections to a Redis that is left alone for ``REST`` seconds after it could not be reached."""

    def __init__(self, **options: Any) -> None:
        # A connection that Redis has closed meanwhile is opened anew, once; what was asked and not answered in time is
        # not asked again.
        options.setdefault("retry", Retry(NoBackoff(), 1, supported_errors=(NoConnection,)))
        super().__init__(**options)
        self._tried_again = 0.0

    def get_connection(self, *args: Any, **options: Any) -> Any:
        """A connection. Raises redis-py's errors, at once while Redis rests."""
        if time.monotonic() < self._tried_again:
            raise NoConnection("Redis could not be reached, and is left alone for a moment")
        try:
            return super().get_connection(*args, **options)
        except (NoConnection, NoAnswer):
            self._tried_again = time.monotonic() + REST
            raise


class OneClient(RedisCacheClient):
    """Asks its one Redis through one client, since making a client takes as long as asking it."""

    def get_client(self, key: object = None, *, write: bool = False) -> Redis:
        """The client, whatever it is for."""
        return self._one

    @cached_property
    def _one(self) -> Redis:
        client: Redis = super().get_client(write=True)
        return client


class ForgetfulCache(RedisCache):
    """The cache of the settings."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = OneClient

    @property
    def redis(self) -> Redis:
        """The cache's own client."""
        client: Redis = self._cache.get_client()
        return client

    def count(self, key: str, seconds: int) -> int:
        """How often this was called with ``key``, this time included; forgotten so many seconds later. RedisError.

        In one trip, where the cache's own way takes three.
        """
        name = self.make_and_validate_key(key)
        with self.redis.pipeline(transaction=False) as both:
            both.incr(name)
            both.expire(name, seconds)
            counted, _ = both.execute()
        return int(counted)

    def clear(self) -> None:
        """Forget everything that was cached, and nothing else that is in this Redis, such as tasks on their way."""
        names = self.redis.scan_iter(match=self.make_key("*"), count=AT_ONCE)
        while some := list(islice(names, AT_ONCE)):
            self.redis.unlink(*some)
