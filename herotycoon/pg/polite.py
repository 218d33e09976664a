"""Changing tables under a running game: who waits for a lock does not make everybody else wait behind.

A statement that wants a table for itself queues behind whoever uses it, and all who come later queue behind the
statement, though they only want to read. So migrations wait for locks for a moment in all, give way, and try again.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

from django.db import OperationalError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

PATIENCE = 1.5
"""Seconds that a migration may hold locks while it waits for others; what it does meanwhile counts.

More than PostgreSQL's ``deadlock_timeout`` (1 s by default), after which an autovacuum in the way is sent off."""
LEAST = 0.05
"""Seconds that any statement may wait for a lock."""
_BESIDE = re.compile(r"\bCONCURRENTLY\b|^\s*(VACUUM|SAVEPOINT|RELEASE|ROLLBACK)\b")
"""What keeps nobody waiting, or waits for nobody: the way back from a failed statement bears no other before it."""
_BUSY = ("55P03", "40P01")
_HOLDERS = """
SELECT pid, coalesce(nullif(application_name, ''), usename), extract(epoch FROM now() - xact_start)::int
FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < now() - interval '1 second'
ORDER BY xact_start LIMIT 3
"""


class Politeness:
    """An execution wrapper of Django's that bounds how long the statements of one migration wait for locks."""

    def __init__(self) -> None:
        self.spent = 0.0

    def begin(self) -> None:
        """A new migration, which holds nothing yet."""
        self.spent = 0.0

    def end(self, connection: BaseDatabaseWrapper) -> None:
        """Leave a transaction that goes on as patient as it was."""
        if connection.in_atomic_block and not connection.needs_rollback:
            _allow(connection, "DEFAULT")

    def __call__(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        """Run a statement. What works beside the game waits as long as it has to: nobody queues behind it."""
        connection = context["connection"]
        if _BESIDE.search(str(sql)) or connection.needs_rollback:
            return execute(sql, params, many, context)
        if not connection.in_atomic_block:
            self.begin()  # a statement by itself finds no lock of the one before
        start = time.monotonic()
        try:
            with nullcontext() if connection.in_atomic_block else transaction.atomic(connection.alias):
                _allow(connection, f"{self._left()}")
                return execute(sql, params, many, context)
        finally:
            self.spent += time.monotonic() - start

    def _left(self) -> int:
        """Milliseconds."""
        return round(max(PATIENCE - self.spent, LEAST) * 1000)


def _allow(connection: BaseDatabaseWrapper, milliseconds: str) -> None:
    """For this transaction alone, since a proxy may give the session to others; by a cursor that is not wrapped."""
    connection.connection.execute(f"SET LOCAL lock_timeout = {milliseconds}")


def was_busy(error: OperationalError) -> bool:
    """Whether a statement gave way to somebody else's lock."""
    return getattr(error.__cause__, "sqlstate", None) in _BUSY


def holders(connection: BaseDatabaseWrapper) -> str:
    """Who has kept a transaction open for longer than a second: a few words for an operator."""
    with connection.cursor() as cursor:
        cursor.execute(_HOLDERS)
        found = [f"{who}, process {pid}, for {seconds} s" for pid, who, seconds in cursor.fetchall()]
    return "; ".join(found) or "nobody for longer than a second"
