"""Reports that were told stay at hand in Redis, until their world moves on.

A master who comes back asks for one report several times over, from a phone and a browser. The world's revision rises
with every write, so a report under its key is never out of date; whoever may not read the world never learns a key,
since the world is read first, under the reader's own rights.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import orjson
from django.core.cache import cache
from redis.exceptions import RedisError

from worlds.models import World
from worlds.services.report.gather import front_page, report
from worlds.services.report.words import document, headlines_of, tell

logger = logging.getLogger(__name__)
SECONDS = 15 * 60


def kept_report(world: World, since: int) -> dict[str, Any]:
    """The report on ``world`` after the step ``since`` as plain JSON values, with text for keys.

    Without Redis it is told anew each time.
    """
    found: dict[str, Any] = kept(
        f"report:{world.pk}:{world.revision}:{since}", lambda: document(tell(report(world, since)))
    )
    return found


def kept_headlines(world: World, since: int) -> list[dict[str, Any]]:
    """The headlines of that report, told without the rest."""
    found: list[dict[str, Any]] = kept(
        f"headlines:{world.pk}:{world.revision}:{since}", lambda: headlines_of(tell(front_page(world, since)))
    )
    return found


def kept(key: str, make: Callable[[], object]) -> Any:
    """What is at hand under a key, or is made, and kept for a while."""
    told = _at_hand(key)
    if told is None:
        told = orjson.dumps(make(), option=orjson.OPT_NON_STR_KEYS)
        try:
            cache.set(key, told, SECONDS)
        except RedisError as error:
            logger.warning("a report is not kept: %s", error)
    return orjson.loads(told)


def _at_hand(key: str) -> bytes | None:
    try:
        found: bytes | None = cache.get(key)
    except RedisError as error:
        logger.warning("kept reports cannot be read: %s", error)
        return None
    return found
