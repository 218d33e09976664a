"""Reports that were told stay at hand in Redis, until their world moves on.

A master who comes back asks for one report several times over, from a phone and a browser. The world's revision rises
with every write, so a report under its key is never out of date; whoever may not read the world never learns a key,
since the world is read first, under the reader's own rights.
"""

from __future__ import annotations

import logging
from typing import Any

import orjson
from django.core.cache import cache
from redis.exceptions import RedisError

from worlds.models import World
from worlds.services.report.gather import report
from worlds.services.report.words import document, tell

logger = logging.getLogger(__name__)
SECONDS = 15 * 60


def kept_report(world: World, since: int) -> dict[str, Any]:
    """The report on ``world`` after the step ``since`` as plain JSON values, with text for keys.

    Without Redis it is told anew each time.
    """
    if told := _at_hand(world, since):
        found: dict[str, Any] = orjson.loads(told)
        return found
    telling = tell(report(world, since))  # reads the world again, and everything as of that moment
    told = orjson.dumps(document(telling), option=orjson.OPT_NON_STR_KEYS)
    try:
        cache.set(_key(world, since), told, SECONDS)
    except RedisError as error:
        logger.warning("a report is not kept: %s", error)
    found = orjson.loads(told)
    return found


def _at_hand(world: World, since: int) -> bytes | None:
    try:
        found: bytes | None = cache.get(_key(world, since))
    except RedisError as error:
        logger.warning("kept reports cannot be read: %s", error)
        return None
    return found


def _key(world: World, since: int) -> str:
    return f"report:{world.pk}:{world.revision}:{since}"
