"""What a tick writes, once more, by COPY into bare copies of its tables: columns, and nothing that looks at them.

What a tick copies goes as it is. An UPDATE carries its rows as arrays; here the same values are lines of COPY, which the
server makes of them beforehand, and texts become documents and arrays as they do in the UPDATE.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection, transaction
from psycopg import ClientCursor, sql

from herotycoon.pg.bulk import CHUNK, raw_cursor
from worlds.benchmark.tape import Said, Tape

_UPDATE = re.compile(
    r"UPDATE (?P<table>\w+) AS t SET .*(?P<rows>FROM unnest\((?P<kinds>[^)]*)\) AS v\((?P<names>[^)]*)\)) WHERE",
    re.DOTALL,
)


@dataclass(frozen=True)
class Bare:
    """COPY statements by transaction, each with the table whose rows they are; the bare tables are there."""

    transactions: list[list[tuple[str, Said]]]

    def fill(self, only: Collection[str] = ()) -> None:
        """Say all of it, or what is of some tables, in the tick's transactions."""
        for statements in self.transactions:
            with transaction.atomic():
                cursor = raw_cursor()
                for table, said in statements:
                    if not only or table in only:
                        said.repeat(cursor)


def bare(tape: Tape) -> Bare:
    """Make bare tables for all that a tape copies or updates, beside its own tables, and say what goes into them.

    Raises ``ValueError`` where an UPDATE is not one of many rows.
    """
    made: dict[str, str] = {}
    told = [[_bare(said, made) for said in one if _writes(said)] for one in tape.transactions]
    return Bare(told)


def _writes(said: Said) -> bool:
    return said.copied is not None or said.text.startswith("UPDATE")


def _bare(said: Said, made: dict[str, str]) -> tuple[str, Said]:
    """The table, and a COPY into a bare copy of it; ``made`` names the bare table of each statement so far."""
    name = made.get(said.text)
    if said.copied is not None:
        if name is None:
            name = made[said.text] = f"bare_{len(made)}_{said.table}"
            _execute(f"CREATE TABLE {name} (LIKE {said.table} INCLUDING DEFAULTS)")
        return said.table, said.elsewhere(name.removesuffix(said.table))
    found = _UPDATE.match(said.text)
    if found is None:
        raise ValueError(f"This is no UPDATE of many rows: {said.text[:200]}")
    if name is None:
        name = made[said.text] = f"bare_{len(made)}_{found['table']}"
        _execute(f"CREATE TABLE {name} ({', '.join(_columns(found))})")
    return found["table"], Said(sql.SQL(f"COPY {name} FROM STDIN"), copied=_lines(said, found["rows"]))


def _columns(update: re.Match[str]) -> list[str]:
    """The columns of the rows of an UPDATE: what travels as text is made what the table has, as in the UPDATE."""
    kinds = re.findall(r"%s::(\w+)\[\]", update["kinds"])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute "
            "WHERE attrelid = %s::regclass AND attnum > 0",
            [update["table"]],
        )
        of_table = dict(cursor.fetchall())
    names = update["names"].split(", ")
    return [
        f"{name} {of_table[name] if kind == 'text' else kind}"
        for name, kind in zip(names, kinds, strict=True)
    ]


def _lines(said: Said, rows: str) -> list[bytes]:
    """The rows of an UPDATE as lines, as many at a time as a tick hands over."""
    cursor = ClientCursor(raw_cursor().connection)
    *values, _worlds = list(said.params or ())
    with cursor.copy(f"COPY (SELECT * {rows}) TO STDOUT".encode(), values) as copy:
        lines = [bytes(line) for line in copy]
    return [b"".join(lines[at : at + CHUNK]) for at in range(0, len(lines), CHUNK)]


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
