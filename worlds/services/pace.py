"""How many batches of worlds may be handed out: back-pressure for a database that lags, or workers that are too few.

Two things are looked at. What waits in the queue: a batch that nobody has begun is work that piles up, and it will be
out of date when somebody does. And the last batch: if it took longer than the hot worlds' beat though there was not that
much to decide, the database lags, and asking more of it at once would only make players wait. One batch at a time then
shows when it is over.
"""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.cache import cache
from redis.exceptions import RedisError

from herotycoon.workers import measures
from herotycoon.workers.errands import waiting

logger = logging.getLogger(__name__)
QUEUE = "ticks"
SLOW = 500
"""Decisions a second; a server that is well stores ten times as many, from one worker."""
_LAST = "last_batch_lagged"


def note(seconds: float, decisions: int) -> None:
    """Remember how a batch went, until the next one."""
    measures.span(seconds)
    lagged = seconds > settings.HOT_TICK_SECONDS and decisions < SLOW * seconds
    if lagged:
        logger.warning("a batch of %s decisions took %.0f s: the database lags", decisions, seconds)
    try:
        cache.set(_LAST, lagged, 2 * settings.HOT_TICK_SECONDS + settings.BATCH_SECONDS)
    except RedisError as error:
        logger.info("it is not noted how a batch went: %s", type(error).__name__)


def room(*, hot: bool) -> int:
    """How many batches may be handed out now. RedisError, or kombu's OperationalError: nothing can be handed out.

    Hot worlds have as much room again beyond what cold ones may take, which may be waiting for their whole round.
    """
    most = (1 if cache.get(_LAST) else settings.BATCHES_WAITING) * (2 if hot else 1)
    free = max(most - waiting(QUEUE), 0)
    if free < most:
        logger.info("%s batches wait for a worker; %s more are handed out", most - free, free)
    return free
