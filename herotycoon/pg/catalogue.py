"""Questions to PostgreSQL's catalogue: what is really there, whatever the models and migrations believe.

Every function takes the name of a schema and answers for its tables; partitions are tables of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from herotycoon.pg.route import here


@dataclass(frozen=True)
class Column:
    """A column of a table; `default` and `storage` as the catalogue spells them."""

    table: str
    name: str
    type: str
    not_null: bool
    default: str | None
    storage: str


@dataclass(frozen=True)
class Check:
    """A CHECK constraint; `condition` in PostgreSQL's normal spelling."""

    table: str
    name: str
    condition: str
    validated: bool


@dataclass(frozen=True)
class Reference:
    """A foreign key, declared on `table` itself and not passed down from the table it is a partition of."""

    table: str
    name: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]
    on_delete: str
    deferrable: bool
    validated: bool


@dataclass(frozen=True)
class Index:
    """An index, also behind a key; `definition` without the schema's name."""

    table: str
    name: str
    columns: tuple[str, ...]
    unique: bool
    primary: bool
    partial: bool
    valid: bool
    definition: str


@dataclass(frozen=True)
class Partition:
    """One part of a partitioned table."""

    table: str
    name: str
    key: str
    bound: str


def _rows(query: str, *asked: str) -> Iterator[tuple[Any, ...]]:
    with here().cursor() as cursor:
        cursor.execute(query, asked)
        yield from cursor.fetchall()


def tables(schema: str = "public") -> set[str]:
    """Every table, partitions included."""
    query = """
        SELECT relname FROM pg_class
        WHERE relnamespace = %s::regnamespace AND relkind IN ('r', 'p')
    """
    return {name for (name,) in _rows(query, schema)}


def columns(schema: str = "public", kinds: str = "rp") -> list[Column]:
    """Every column of every table (`kinds` "v": of every view), in the order of the table."""
    query = """
        SELECT relname, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid),
               CASE attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main'
                               ELSE 'extended' END
        FROM pg_attribute
        JOIN pg_class ON pg_class.oid = attrelid AND strpos(%s, relkind::text) > 0
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE relnamespace = %s::regnamespace AND attnum > 0 AND NOT attisdropped
        ORDER BY relname, attnum
    """
    return [Column(*row) for row in _rows(query, kinds, schema)]


def checks(schema: str = "public") -> list[Check]:
    """Every CHECK constraint."""
    query = """
        SELECT relname, conname, pg_get_constraintdef(pg_constraint.oid), convalidated
        FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
        WHERE relnamespace = %s::regnamespace AND contype = 'c'
        ORDER BY relname, conname
    """
    return [Check(*row) for row in _rows(query, schema)]


def references(schema: str = "public") -> list[Reference]:
    """Every foreign key that was declared; those that partitions inherit are left out."""
    query = """
        SELECT source.relname, conname, names_of(conrelid, conkey), target.relname,
               names_of(confrelid, confkey),
               CASE confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE'
                                WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END,
               condeferrable, convalidated
        FROM pg_constraint
        JOIN pg_class AS source ON source.oid = conrelid
        JOIN pg_class AS target ON target.oid = confrelid
        WHERE source.relnamespace = %s::regnamespace AND contype = 'f' AND conparentid = 0
        ORDER BY source.relname, conname
    """
    return [
        Reference(table, name, tuple(mine), target, tuple(theirs), *rest)
        for table, name, mine, target, theirs, *rest in _rows(_with_names_of(query), schema)
    ]


def indexes(schema: str = "public") -> list[Index]:
    """Every index, those behind keys included."""
    query = """
        SELECT owner.relname, entry.relname, names_of(indrelid, indkey), indisunique, indisprimary,
               indpred IS NOT NULL, indisvalid,
               replace(pg_get_indexdef(indexrelid), quote_ident(nspname) || '.', '')
        FROM pg_index
        JOIN pg_class AS owner ON owner.oid = indrelid
        JOIN pg_class AS entry ON entry.oid = indexrelid
        JOIN pg_namespace ON pg_namespace.oid = owner.relnamespace
        WHERE owner.relnamespace = %s::regnamespace
        ORDER BY owner.relname, entry.relname
    """
    return [
        Index(table, name, tuple(names), *rest)
        for table, name, names, *rest in _rows(_with_names_of(query), schema)
    ]


def _with_names_of(query: str) -> str:
    """Replace `names_of(table, numbers)` by the names of those columns, in that order, as an array."""
    return re.sub(
        r"names_of\((\w+), (\w+)\)",
        r"""ARRAY(SELECT attname::text FROM unnest(\2) WITH ORDINALITY AS k(number, place)
                  JOIN pg_attribute ON attrelid = \1 AND attnum = number ORDER BY place)""",
        query,
    )


def partitions(schema: str = "public") -> list[Partition]:
    """Every partition with its table's key (`HASH (world_id)`) and its own bound."""
    query = """
        SELECT parent.relname, child.relname, pg_get_partkeydef(parent.oid),
               pg_get_expr(child.relpartbound, child.oid)
        FROM pg_inherits
        JOIN pg_class AS parent ON parent.oid = inhparent AND parent.relkind = 'p'
        JOIN pg_class AS child ON child.oid = inhrelid AND child.relkind = 'r'
        WHERE parent.relnamespace = %s::regnamespace
        ORDER BY parent.relname, child.relname
    """
    return [Partition(*row) for row in _rows(query, schema)]


def options(schema: str = "public") -> dict[str, list[str]]:
    """The storage options of each table that has any."""
    query = """
        SELECT relname, reloptions FROM pg_class
        WHERE relnamespace = %s::regnamespace AND relkind IN ('r', 'p') AND reloptions IS NOT NULL
    """
    return dict(_rows(query, schema))


def everything(schema: str = "public") -> dict[str, Any]:
    """All of the above, to be compared with itself at another time."""
    questions = (tables, columns, checks, references, indexes, partitions, options)
    return {question.__name__: question(schema) for question in questions}
