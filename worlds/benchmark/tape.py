"""What a tick says to PostgreSQL, word for word, to be said again without anybody thinking in between."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import psycopg
from django.db import transaction
from psycopg import sql
from psycopg.abc import Params, Query
from psycopg.copy import LibpqWriter, Writer

from herotycoon.pg.bulk import Cursor, cursor_factory, raw_cursor

if TYPE_CHECKING:
    from psycopg.abc import QueryNoTemplate

Buffer = bytes | bytearray | memoryview


@dataclass(frozen=True)
class Said:
    """One statement: its parameters, or the bytes that went with a COPY."""

    statement: QueryNoTemplate
    params: Params | None = None
    copied: list[bytes] | None = None

    def repeat(self, cursor: Cursor) -> None:
        """Say it again."""
        if self.copied is None:
            cursor.execute(self.statement, self.params)
            return
        with cursor.copy(self.statement) as copy:
            for data in self.copied:
                copy.write(data)

    @property
    def table(self) -> str:
        """The table of a COPY, else nothing."""
        found = re.match(r'COPY "(\w+)"', self.text) if self.copied is not None else None
        return found[1] if found else ""

    @property
    def lines(self) -> int:
        """How many lines a COPY had."""
        return sum(data.count(b"\n") for data in self.copied or [])

    def elsewhere(self, prefix: str) -> Said:
        """The same COPY into the table whose name has that prefix."""
        text = self.text.replace(f'"{self.table}"', f'"{prefix}{self.table}"', 1)
        return replace(self, statement=sql.SQL(text))

    @property
    def text(self) -> str:
        """The statement, with its placeholders."""
        statement = self.statement
        if isinstance(statement, bytes):
            return statement.decode()
        return statement.as_string() if isinstance(statement, sql.Composable) else str(statement)


@dataclass
class Tape:
    """The statements of each transaction, in order. Each transaction of a tick has one raw cursor."""

    transactions: list[list[Said]] = field(default_factory=list)

    def play(self) -> None:
        """Say everything again on Django's connection, in the same transactions."""
        for statements in self.transactions:
            with transaction.atomic():
                cursor = raw_cursor()
                for said in statements:
                    said.repeat(cursor)

    def copies(self, tables: Collection[str]) -> list[list[Said]]:
        """The COPY statements into some tables, by transaction."""
        return [[said for said in statements if said.table in tables] for statements in self.transactions]

    @property
    def size(self) -> int:
        """Bytes that went by COPY."""
        return sum(len(data) for one in self.transactions for said in one for data in said.copied or [])


class _Writer(Writer):
    """Keeps what another writer sends."""

    def __init__(self, sender: Writer, kept: list[bytes]) -> None:
        self._sender, self._kept = sender, kept

    def write(self, data: Buffer) -> None:
        self._kept.append(bytes(data))
        self._sender.write(data)

    def finish(self, exc: BaseException | None = None) -> None:
        self._sender.finish(exc)


class _Recorder(psycopg.Cursor[Any]):
    """A cursor that keeps what it is told."""

    def __init__(self, tape: Tape, connection: psycopg.Connection[Any]) -> None:
        super().__init__(connection)
        self._said: list[Said] = []
        tape.transactions.append(self._said)

    def execute(self, query: Query, params: Params | None = None, **options: Any) -> _Recorder:
        statement = cast("QueryNoTemplate", query)  # the engine uses none
        self._said.append(Said(statement, params))
        return super().execute(statement, params, **options)

    @contextmanager
    def copy(
        self, statement: Query, params: Params | None = None, *, writer: Writer | None = None
    ) -> Iterator[psycopg.Copy]:
        kept: list[bytes] = []
        self._said.append(Said(cast("QueryNoTemplate", statement), params, kept))
        with super().copy(statement, params, writer=_Writer(writer or LibpqWriter(self), kept)) as copy:
            yield copy


@contextmanager
def recording(tape: Tape) -> Iterator[None]:
    """Keep on the tape what the engine says in the block."""
    before = cursor_factory.set(partial(_Recorder, tape))
    try:
        yield
    finally:
        cursor_factory.reset(before)
