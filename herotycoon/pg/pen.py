"""What writes set-based statements: they are made here and now, and said by a hand, which may be a scribe's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from herotycoon.pg.bulk import Cursor, copy_rows, rows_update
from herotycoon.pg.scribe import Deed


@dataclass(frozen=True)
class Pen:
    """A cursor and the hand that talks through it. The next statement is made while the server executes this one."""

    cursor: Cursor
    hand: Callable[[Deed], None]

    def update_rows(
        self,
        table: str,
        worlds: list[UUID],
        columns: Mapping[str, tuple[str, list[Any]]],
        expressions: Mapping[str, str] | None = None,
    ) -> None:
        """See ``rows_update``; nothing is said where there are no rows."""
        if columns["id"][1]:
            self.hand(partial(rows_update(table, worlds, columns, expressions).execute, self.cursor))

    def copy_rows(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """COPY values into a table."""
        self.hand(partial(copy_rows, self.cursor, table, columns, rows))

    def execute(self, statement: str, values: Sequence[object]) -> None:
        """Any other statement."""
        self.hand(partial(self.cursor.execute, statement.encode(), values))
