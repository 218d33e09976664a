"""What workers did, counted in Redis: one sum over every process of every machine, which `/metrics` tells.

Counting is a courtesy: without Redis nothing is counted, and nobody is hindered. A Redis that starts empty starts from
nought, which who reads counters is prepared for.
"""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections.abc import Mapping
from typing import cast

from django.core.cache import cache
from redis import Redis
from redis.exceptions import RedisError

from herotycoon.cache.backend import ForgetfulCache

logger = logging.getLogger(__name__)
KEY = "herotycoon:measures"
"""A hash: what is counted, and how much. It has no time to live, so that a full Redis keeps it."""
COUNTED = {
    "ticks": "Batches of worlds that were turned",
    "steps": "Steps that worlds were advanced by",
    "decisions": "Decisions that were made and stored",
    "set_aside": "Times that a world was set aside, since it could not be simulated",
    "passed_over": "Times that a world was passed over, since somebody held it",
    "tasks_failed": "Tasks that ended with an error",
    "storyteller_calls": "Questions to language models",
    "storyteller_failures": "Questions to language models that were not answered well",
    "storyteller_tokens": "Tokens that language models read and wrote",
    "storyteller_microdollars": "What language models cost, in millionths of a dollar",
}
"""All that can be counted, and what it means."""
SPANS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
"""Upper bounds, in seconds, of the classes that the times of batches fall into."""


def count(**amounts: int) -> None:
    """Add to what is counted, such as ``count(ticks=1, decisions=250)``. KeyError for what is not in ``COUNTED``."""
    _add({name: amounts[name] for name in amounts if COUNTED[name] and amounts[name]})


def span(seconds: float) -> None:
    """Note how long a batch took."""
    place = bisect_left(SPANS, seconds)
    _add({f"batch_seconds:{place}": 1, "batch_milliseconds": round(1000 * seconds)})


def counts() -> dict[str, int]:
    """Everything that was counted, by name; ``batch_seconds:<class>`` and ``batch_milliseconds`` too. RedisError."""
    found = cast(Mapping[bytes, bytes], _redis().hgetall(KEY))
    return {name.decode(): int(amount) for name, amount in found.items()}


def _add(amounts: Mapping[str, int]) -> None:
    if not amounts:
        return
    try:
        with _redis().pipeline(transaction=False) as all_of_them:
            for name, amount in amounts.items():
                all_of_them.hincrby(KEY, name, amount)
            all_of_them.execute()
    except RedisError as error:
        logger.info("nothing is counted: %s", type(error).__name__)


def _redis() -> Redis:
    return cast(ForgetfulCache, cache).redis
