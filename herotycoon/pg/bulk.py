"""Many rows at once: set-based UPDATE, and COPY."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
import psycopg
from django.db import transaction
from psycopg import sql

from herotycoon.pg.route import alias, bound, here

Cursor = psycopg.Cursor[Any]
CHUNK = 256
"""Lines handed to the server at a time: large enough to be cheap, small enough that both sides work at once."""


cursor_factory: ContextVar[Callable[[psycopg.Connection[Any]], Cursor]] = ContextVar(
    "cursor_factory", default=psycopg.Cursor
)
"""What makes raw cursors; the benchmark listens in by another one."""


class Overtaken(Exception):
    """Somebody else changed a row between reading and writing it; nothing was written, and trying again is safe."""


@contextmanager
def together() -> Iterator[None]:
    """One transaction (or a savepoint of the one under way) whose errors are Django's, raw cursors' included."""
    with transaction.atomic(using=alias()), here().wrap_database_errors:
        yield


def raw_cursor() -> Cursor:
    """A cursor on Django's connection that binds parameters on the server. Its errors are psycopg's: see ``together``."""
    here().ensure_connection()
    return cursor_factory.get()(here().connection)


def copy_lines(cursor: Cursor, table: str, columns: Sequence[str], lines: Iterable[str]) -> None:
    """COPY finished lines of the text format into a table; formatting and storing overlap.

    Where row security refuses COPY, which is where a request adds a few rows, they are inserted.
    """
    if bound():
        _insert_rows(cursor, table, columns, map(_values, lines))
        return
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with cursor.copy(statement) as copy:
        chunk: list[str] = []
        for line in lines:
            chunk.append(line)
            if len(chunk) >= CHUNK:
                copy.write("".join(chunk))
                chunk.clear()
        copy.write("".join(chunk))


def copy_rows(cursor: Cursor, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """COPY values into a table, or insert them where row security refuses COPY. JSON comes as text."""
    if not rows:
        return
    if bound():
        _insert_rows(cursor, table, columns, rows)
        return
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _insert_rows(
    cursor: Cursor, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """One INSERT for each row, sent together."""
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join(sql.Placeholder() * len(columns)),
    )
    cursor.executemany(statement, rows)


_ESCAPES = {"\\\\": "\\", "\\t": "\t", "\\n": "\n", "\\r": "\r"}
_TO_ESCAPE = re.compile(f"[{re.escape(''.join(_ESCAPES.values()))}]")
_ESCAPED = str.maketrans({letter: escape for escape, letter in _ESCAPES.items()})


def escaped(text: str) -> str:
    """For COPY's text format."""
    return text.translate(_ESCAPED) if _TO_ESCAPE.search(text) else text


def all_escaped(texts: list[str]) -> list[str]:
    """The same for many texts, few of which need it."""
    together = "".join(texts)
    if any(letter in together for letter in _ESCAPES.values()):
        return [escaped(text) for text in texts]
    return texts


def meant(field: str) -> str:
    """The text that was escaped."""
    return re.sub(r"\\.", lambda at: _ESCAPES[at[0]], field) if "\\" in field else field


def _values(line: str) -> list[str | None]:
    """The values of a line of COPY's text format, as texts whose type the table knows."""
    return [None if field == "\\N" else meant(field) for field in line.removesuffix("\n").split("\t")]


@dataclass(frozen=True)
class RowsUpdate:
    """One UPDATE of ``count`` rows of a table, ready to be executed."""

    table: str
    statement: bytes
    values: Sequence[object]
    count: int

    def execute(self, cursor: Cursor) -> None:
        """Write every row, or raise ``Overtaken``."""
        cursor.execute(self.statement, self.values)
        if cursor.rowcount != self.count:
            missed = f"{self.count - cursor.rowcount} of {self.count} rows of {self.table}"
            raise Overtaken(f"{missed} were changed by somebody else meanwhile")


def rows_update(
    table: str,
    worlds: list[UUID],
    columns: Mapping[str, tuple[str, list[Any]]],
    expressions: Mapping[str, str] | None = None,
) -> RowsUpdate:
    """One UPDATE for many rows, given as columns {name: (type, values)} with id, world_id and version among them.

    A row is written only where its version is still the one that was read; otherwise ``Overtaken``. ``expressions``
    replaces the plain ``v.column`` by SQL over ``t`` (the row) and ``v`` (the new values).
    """
    keys = ("id", "world_id", "version")
    sets = [
        f"{name} = {(expressions or {}).get(name, _value(name, kind))}"
        for name, (kind, _) in columns.items()
        if name not in keys
    ]
    arrays = ", ".join(f"%s::{_carrier(kind)}[]" for kind, _ in columns.values())
    statement = (  # names are ours, values travel as parameters
        f"UPDATE {table} AS t SET {', '.join(sets)}, version = t.version + 1, updated_at = now() "
        f"FROM unnest({arrays}) AS v({', '.join(columns)}) "
        "WHERE t.id = v.id AND t.world_id = v.world_id AND t.world_id = ANY(%s) AND t.version = v.version"
    )
    values = [*(array_literal(column) for _, column in columns.values()), worlds]
    return RowsUpdate(table, statement.encode(), values, len(columns["id"][1]))


def array_literal(values: Sequence[Any]) -> str:
    """A list as PostgreSQL writes arrays: numbers, flags, ids, texts, None. JSON is the same but for what it escapes."""
    if not "".join([value for value in values if isinstance(value, str)]).isprintable():
        return "{" + ",".join(["NULL" if value is None else _quoted(value) for value in values]) + "}"
    return f"{{{orjson.dumps(values)[1:-1].decode()}}}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _carrier(kind: str) -> str:
    """The type in which values travel: arrays and JSON as text, which unnest keeps whole."""
    return "text" if kind == "jsonb" or kind.endswith("[]") else kind


def _value(name: str, kind: str) -> str:
    return f"v.{name}::{kind}" if _carrier(kind) != kind else f"v.{name}"
