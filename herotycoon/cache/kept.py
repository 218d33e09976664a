"""What was worked out for one state of a world stays at hand in Redis, until the world moves on.

The world's revision rises with every write, so what stands under its key is never out of date; whoever may not read the
world never learns a key, since the world is read first, under the reader's own rights. Without Redis everything is worked
out anew each time.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Protocol

import orjson
from django.core.cache import cache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
SECONDS = 15 * 60


class Revised(Protocol):
    """A row with a revision: a world."""

    pk: Any
    revision: int


def kept(world: Revised, name: str, make: Callable[[], bytes]) -> bytes:
    """What ``make`` makes of ``world`` as it is in our hands; ``name`` tells it from whatever else is kept of it."""
    key = f"{name}:{world.pk}:{world.revision}"
    try:
        found: bytes | None = cache.get(key)
        if found is not None:
            return found
    except RedisError as error:
        logger.warning("what is kept of worlds cannot be read: %s", type(error).__name__)
        return make()
    made = make()
    try:
        cache.set(key, made, SECONDS)
    except RedisError as error:
        logger.warning("what was made of a world is not kept: %s", type(error).__name__)
    return made


def kept_document(world: Revised, name: str, make: Callable[[], object]) -> Any:
    """The same for a document: plain JSON values, with text for keys, whether it was kept or not."""
    return orjson.loads(kept(world, name, lambda: orjson.dumps(make(), option=orjson.OPT_NON_STR_KEYS)))
