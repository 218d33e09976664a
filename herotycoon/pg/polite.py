"""Changing tables under a running game: who waits for a lock does not make everybody else wait behind.

A statement that wants a table for itself queues behind whoever uses it, and all who come later queue behind the
statement, though they only want to read. So migrations wait for locks for a second in all, give way, and try again.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

from django.db import OperationalError

PATIENCE = 1.0
"""Seconds that a migration may hold locks while it waits for others; what it does meanwhile counts."""
LEAST = 0.05
"""Seconds that any statement may wait for a lock."""
_BESIDE = re.compile(r"\bCONCURRENTLY\b")
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
        self._last: int | None = None

    def begin(self) -> None:
        """A new migration, which holds nothing yet."""
        self.spent = 0.0

    def end(self, connection: Any) -> None:
        """Leave the session as patient as it was."""
        if not connection.needs_rollback:
            connection.connection.execute("SET lock_timeout = DEFAULT")

    def __call__(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        """Run a statement. What works beside the game waits as long as it has to: nobody queues behind it."""
        self._allow(context["connection"], 0 if _BESIDE.search(str(sql)) else self._left())
        start = time.monotonic()
        try:
            return execute(sql, params, many, context)
        finally:
            self.spent += time.monotonic() - start

    def _left(self) -> int:
        """Milliseconds."""
        return round(max(PATIENCE - self.spent, LEAST) * 1000)

    def _allow(self, connection: Any, milliseconds: int) -> None:
        """`SET`, on a cursor that is not wrapped; in a transaction that failed it would only hide the reason."""
        if self._last == milliseconds and not connection.in_atomic_block:
            return
        if not connection.needs_rollback:
            connection.connection.execute(f"SET lock_timeout = {milliseconds}")
            self._last = milliseconds


def was_busy(error: OperationalError) -> bool:
    """Whether a statement gave way to somebody else's lock."""
    return getattr(error.__cause__, "sqlstate", None) in _BUSY


def holders(connection: Any) -> str:
    """Who has kept a transaction open for longer than a second: a few words for an operator."""
    with connection.cursor() as cursor:
        cursor.execute(_HOLDERS)
        found = [f"{who}, process {pid}, for {seconds} s" for pid, who, seconds in cursor.fetchall()]
    return "; ".join(found) or "nobody for longer than a second"
