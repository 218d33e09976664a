"""A server that fails again and again is left alone for a while; then one call tries whether it is well again.

Kept in Redis, so that all workers know. Without Redis nobody is left alone: the budgets are in the database.
"""

from __future__ import annotations

import logging

from django.core.cache import cache
from redis.exceptions import RedisError

from herotycoon.storyteller.llm.options import Endpoint, Options

logger = logging.getLogger(__name__)
REMEMBERED = 3600
"""Seconds for which failures count as being in a row."""
LONGEST = 3600
"""Seconds that a server may ask to be left alone for."""


def closed(endpoint: Endpoint, options: Options) -> bool:
    """Whether the server may be asked; where it was left alone until now, one caller may, and the others later."""
    try:
        if cache.get(_key(endpoint, "open")):
            return False
        if int(cache.get(_key(endpoint, "failures")) or 0) < options.breaker_failures:
            return True
        return bool(cache.add(_key(endpoint, "trial"), 1, int(options.timeout) + 1))
    except RedisError as error:
        return _unknown(error)


def succeeded(endpoint: Endpoint) -> None:
    """It answered."""
    try:
        cache.delete_many([_key(endpoint, what) for what in ("failures", "open", "trial")])
    except RedisError as error:
        _unknown(error)


def failed(endpoint: Endpoint, options: Options, retry_after: float | None = None) -> None:
    """It did not. A server that says for how long it wants to be left alone is."""
    try:
        cache.add(_key(endpoint, "failures"), 0, REMEMBERED)
        failures = cache.incr(_key(endpoint, "failures"))
        wait: float = options.breaker_seconds if failures >= options.breaker_failures else 0
        if retry_after is not None and retry_after > options.backoff:
            wait = max(wait, min(retry_after, LONGEST))
        if wait:
            cache.set(_key(endpoint, "open"), 1, max(1, round(wait)))
            cache.delete(_key(endpoint, "trial"))
    except (RedisError, ValueError) as error:  # the count ran out between the two
        _unknown(error)


def _key(endpoint: Endpoint, what: str) -> str:
    return f"storyteller:{endpoint.name}:{what}"


def _unknown(error: Exception) -> bool:
    logger.warning("nobody knows whether a storyteller is well: %s", type(error).__name__)
    return True
