"""Rows that every request reads, read by a statement that is spelled out once.

Django composes a query anew each time, which takes longer than the server takes to answer it. What comes out are the
usual instances, of the connection in use; or plain rows, of several statements that are asked in one turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db.models import Field, Model

from herotycoon.pg.route import alias, here

M = TypeVar("M", bound=Model)
Rows = list[tuple[Any, ...]]


def at_once(statements: Sequence[str], given: Mapping[str, Any]) -> list[Rows]:
    """The rows of each statement, for one way to the server and back: they are said in one breath.

    ``given`` are the values for all of them. Each statement sees what was committed by its own beginning, unless the
    transaction is of one moment.
    """
    with here().cursor() as cursor:
        cursor.execute(";".join(statements), given)
        found = [cursor.fetchall()]
        while cursor.nextset():
            found.append(cursor.fetchall())
    return found


class Columns(Generic[M]):
    """Columns of a model's table, some by name or all: how they are asked for, and what is made of what comes."""

    def __init__(self, model: type[M], names: Sequence[str] = ()) -> None:
        self.model, self._names = model, names

    @cached_property
    def fields(self) -> list[Field[Any, Any]]:
        """In the order of the table. Those left out are read when they are asked for."""
        known = self.model._meta.concrete_fields
        return [field for field in known if not self._names or field.attname in self._names]

    def asked(self, table: str) -> str:
        """What stands behind SELECT; ``table`` is the name that the table has in the statement."""
        return ", ".join(f'{table}."{field.column}"' for field in self.fields)

    def instance(self, row: Sequence[Any]) -> M:
        """The instance whose columns begin a row."""
        values = list(row[: len(self.fields)])
        for place, convert in self._converters:
            values[place] = convert(values[place], None, here())
        return self.model.from_db(alias(), [field.attname for field in self.fields], values)

    @cached_property
    def _converters(self) -> list[tuple[int, Callable[..., Any]]]:
        """(place, function) of the columns that are not what PostgreSQL's driver makes of them."""
        found = ((place, field.get_db_converters(here())) for place, field in enumerate(self.fields))
        return [(place, convert) for place, converters in found for convert in converters]


class Taking(Generic[M]):
    """Locks a row against other writers and reads it: ``Taking(Guild, "world_id").one(id)``."""

    def __init__(self, model: type[M], *by: str) -> None:
        self._columns, self._by = Columns(model), by

    def one(self, *values: Any) -> M | None:
        """The only row with these values of the columns ``by``, as of now, and nobody else's until the transaction ends."""
        with here().cursor() as cursor:
            cursor.execute(self._statement, values)
            row = cursor.fetchone()
        return None if row is None else self._columns.instance(row)

    @cached_property
    def _statement(self) -> str:
        table = self._columns.model._meta.db_table
        where = " AND ".join(f't."{column}" = %s' for column in self._by)
        names = self._columns.asked("t")
        return f'SELECT {names} FROM "{table}" AS t WHERE {where} FOR NO KEY UPDATE'  # noqa: S608 - names of our own
