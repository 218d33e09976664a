"""Asking the workers to do something, by the name of the task: who asks need not know who does it."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from herotycoon.pg.route import alias

logger = logging.getLogger(__name__)
HASTE = {"max_retries": 0, "socket_connect_timeout": 1, "socket_timeout": 1}
"""How a request talks to the broker: it has no time for one that is not there."""


def hand_over(task: str, *args: Any, **options: Any) -> bool:
    """Send a task to the workers within a second; False, and a line in the log, where the broker is not there.

    ``options`` are those of ``apply_async``, such as ``expires`` in seconds.
    """
    try:
        with current_app.connection_for_write(connect_timeout=1, transport_options=HASTE) as connection:
            producer = current_app.amqp.Producer(connection, auto_declare=False)
            current_app.send_task(task, args, producer=producer, retry=False, **options)
    except (OperationalError, RedisError, OSError) as error:
        logger.warning("the workers cannot be told to do %s: %s", task, type(error).__name__)
        return False
    return True


def hand_over_later(task: str, *args: Any) -> None:
    """Send it once the transaction under way has ended: the workers see what it did, or hear nothing of it."""
    transaction.on_commit(partial(hand_over, task, *args), using=alias())


def waiting(queue: str) -> int:
    """How many tasks wait for a worker. Raises kombu's OperationalError, or redis-py's, where the broker is not there."""
    with current_app.connection_for_write(connect_timeout=1, transport_options=HASTE) as connection:
        channel: Any = connection.default_channel
        return int(channel.queue_declare(queue).message_count)
