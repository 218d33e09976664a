"""Times of the database, read the quick way.

Django's loader of ``timestamptz`` is written in Python and takes some twenty microseconds; a page of the log has dozens
of times. Sessions speak UTC (herotycoon.E003), as which Python reads the text by itself.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db.backends.signals import connection_created
from django.dispatch import receiver
from psycopg.abc import Buffer
from psycopg.types.datetime import TimestamptzLoader


class QuickTimes(TimestamptzLoader):
    """``timestamptz`` as text → an aware datetime in UTC."""

    timezone = UTC
    """Where a connection is to speak another zone, Django sees by this that it needs a loader of its own."""

    def load(self, data: Buffer) -> datetime:
        """Raises ``psycopg.DataError`` for what Python has no time for, such as infinity."""
        text = bytes(data).decode()
        try:
            if text.endswith("+00"):
                return datetime.fromisoformat(text)
        except ValueError:  # the loader that we stand in for says what is wrong
            pass
        return super().load(data).astimezone(UTC)


@receiver(connection_created)
def quicken(connection: Any, **_: object) -> None:
    """Let a new connection read times so."""
    if connection.vendor == "postgresql":
        connection.connection.adapters.register_loader("timestamptz", QuickTimes)
