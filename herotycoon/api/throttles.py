"""How often somebody may ask. Counted in Redis, by one command that no other process and no rollback can undo.

Without Redis everybody may: the game goes on, and the log says so.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.cache import cache
from redis.exceptions import RedisError
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from herotycoon.cache.backend import ForgetfulCache

if TYPE_CHECKING:  # the framework's views import their throttles
    from rest_framework.views import APIView

logger = logging.getLogger(__name__)
READS = ("GET", "HEAD")


def counted(key: str, seconds: int) -> int:
    """How often this was called with ``key`` in the present stretch of so many seconds, this time included."""
    try:
        return cast(ForgetfulCache, cache).count(_window(key, seconds), seconds)
    except RedisError as error:
        return _uncounted(error)


def count_of(key: str, seconds: int) -> int:
    """How often ``counted`` was called with ``key`` in the present stretch."""
    try:
        return int(cache.get(_window(key, seconds)) or 0)
    except RedisError as error:
        return _uncounted(error)


def seconds_left(seconds: int) -> int:
    """Until the present stretch of so many seconds ends."""
    return seconds - int(time.time()) % seconds


def _window(key: str, seconds: int) -> str:
    return f"count:{key}:{seconds}:{int(time.time()) // seconds}"


def _uncounted(error: RedisError) -> int:
    logger.warning("requests are not counted: %s", type(error).__name__)
    return 1


class Throttle(BaseThrottle):
    """So many requests a minute: each person's reads and commands, and an address's where nobody is known."""

    def allow_request(self, request: Request, view: APIView) -> bool:
        """Count the request; whether it is within what ``API_RATES`` allow."""
        known = bool(request.auth)
        scope = ("reads" if request.method in READS else "commands") if known else "strangers"
        who = str(request.user.pk) if known else self.get_ident(request)
        return counted(f"{scope}:{who}", 60) <= int(settings.API_RATES[scope])

    def wait(self) -> float:
        """Seconds until the next minute."""
        return seconds_left(60)
