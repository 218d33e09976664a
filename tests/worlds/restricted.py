"""Which tables does a statement read or change without saying of which worlds? PostgreSQL's own plan tells.

On a cluster such a statement goes to every server, so the hot paths have none. A plan knows what views, functions and
joins come to, and a condition that row security adds does not count: it is a setting, by which no shard can be chosen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast

import psycopg
from django.db import connections

from herotycoon.pg.bulk import cursor_factory
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.twins import statements as split
from tests.schema.game import whole
from worlds.services.distribution import PLACEMENTS

COLUMN = {one.table: one.column for one in PLACEMENTS if one.way == "distributed"}
Plan = dict[str, Any]
_POLICY = re.compile(
    r"\S+ = ANY \(\(string_to_array\(NULLIF\(current_setting\('herotycoon\.world_ids'.*?::uuid\[\]"
)
_SIDE = r'"?(\w+)"?\.(\w+)'
_VALUE = re.compile(rf"{_SIDE} = (?:ANY \()?['$]")
_TIE = re.compile(rf"{_SIDE} = {_SIDE}")


@dataclass
class Heard:
    """What was said to PostgreSQL, in order, and which tables each statement touched in all worlds."""

    said: list[str] = field(default_factory=list)
    strays: dict[str, set[str]] = field(default_factory=dict)

    def listen(self, connection: psycopg.Connection[Any], text: str) -> None:
        """Look at a statement."""
        for statement in split(f"{text};"):
            self.said.append(statement)
            if statement.split(None, 1)[0].upper() in {
                "SELECT",
                "WITH",
                "INSERT",
                "UPDATE",
                "DELETE",
                "(SELECT",
            }:
                with psycopg.Cursor(connection) as cursor:
                    cursor.execute(f"EXPLAIN (FORMAT JSON, VERBOSE) {statement}".encode())
                    [(told,)] = cursor.fetchall()
                if found := strays(told[0]["Plan"]):
                    self.strays[statement] = found

    def copied(self, text: str) -> None:
        """A COPY names its columns."""
        self.said.append(text)
        into = re.match(r'COPY "(\w+)" \((.*)\)', text)
        if into and into[1] in COLUMN and f'"{COLUMN[into[1]]}"' not in into[2]:
            self.strays[text] = {into[1]}

    def reached(self) -> set[str]:
        """The distributed tables that are named anywhere."""
        return {table for table in COLUMN for text in self.said if re.search(rf"\b{table}\b", text)}


def strays(plan: Plan) -> set[str]:
    """The tables that a plan reads in every world.

    A scan is held to its worlds by values, or by being tied to the world of another scan that is. Rows that go in need
    no look: their world is never NULL and has no default.
    """
    nodes = list(_nodes(plan))
    scans = {node["Alias"]: node["Relation Name"] for node in nodes if _is_scan(node)}
    conditions = [_POLICY.sub("policy", text) for node in nodes for text in _conditions(node)]
    given = {pair for one in conditions for pair in _VALUE.findall(one)}
    held = {name for name, table in scans.items() if (name, COLUMN[whole(table)]) in given}
    ties = [
        (_meant(scans, one, its), _meant(scans, other, its_))
        for text in conditions
        for one, its, other, its_ in _TIE.findall(text)
    ]
    while (
        more := {
            name for one, other in ties if one and other and (one | other) & held for name in one | other
        }
        - held
    ):
        held |= more
    return {whole(table) for name, table in scans.items() if name not in held}


def _meant(scans: dict[str, str], name: str, column: str) -> set[str]:
    """The scans that a name in a condition stands for, where the column is the one that tells their world.

    The partitions of a table have its name with a number, and their first stands for all of them.
    """
    stem = re.sub(r"_\d+$", "", name)
    alike = {
        other
        for other, table in scans.items()
        if whole(table) != table and re.sub(r"_\d+$", "", other) == stem
    }
    named = {name} & scans.keys()
    return {one for one in named | alike if COLUMN[whole(scans[one])] == column}


def _nodes(plan: Plan) -> Iterator[Plan]:
    yield plan
    for part in plan.get("Plans", []):
        yield from _nodes(part)


def _is_scan(node: Plan) -> bool:
    return node["Node Type"] != "ModifyTable" and whole(node.get("Relation Name", "")) in COLUMN


def _conditions(node: Plan) -> list[str]:
    return [text for key, text in node.items() if key.endswith(("Cond", "Filter")) and isinstance(text, str)]


class _Ear(psycopg.Cursor[Any]):
    """A raw cursor that is listened to."""

    def __init__(self, heard: Heard, connection: psycopg.Connection[Any]) -> None:
        super().__init__(connection)
        self._heard = heard

    def execute(self, query: Any, params: Any = None, **options: Any) -> _Ear:
        self._heard.listen(self.connection, psycopg.ClientCursor(self.connection).mogrify(query, params))
        return super().execute(query, params, **options)

    def executemany(self, query: Any, params_seq: Any, **options: Any) -> None:
        rows = list(params_seq)
        for params in rows[:1]:
            self._heard.listen(self.connection, psycopg.ClientCursor(self.connection).mogrify(query, params))
        super().executemany(query, rows, **options)

    @contextmanager
    def copy(self, statement: Any, *args: Any, **options: Any) -> Iterator[psycopg.Copy]:
        self._heard.copied(statement if isinstance(statement, str) else statement.as_string(self.connection))
        with super().copy(statement, *args, **options) as copy:
            yield copy


@contextmanager
def listening() -> Iterator[Heard]:
    """Hear everything that is said in the block, to either connection, by Django's cursors and by ours."""
    heard = Heard()

    def through(
        execute: Callable[..., Any], text: Any, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        answer = execute(text, params, many, context)  # first, since it may be what takes on a role
        database = context["connection"]
        for values in params[:1] if many else [params]:
            composed = database.ops.compose_sql(text, values) if values else str(text)
            heard.listen(cast("psycopg.Connection[Any]", database.connection), composed)
        return answer

    with ExitStack() as stack:
        for name in (ENGINE, WEB):
            stack.enter_context(connections[name].execute_wrapper(through))
        before = cursor_factory.set(partial(_Ear, heard))
        stack.callback(cursor_factory.reset, before)
        yield heard
