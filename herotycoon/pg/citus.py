"""One database for a cluster of PostgreSQL servers: what is said to Citus, and what would stop it.

Citus keeps a distributed table in shards, by the value of one column, and shards of equal values of all tables on one
server; a reference table is whole on every server; a local one stays where the database is. No Citus is needed to ask
what would be said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.db import transaction

from herotycoon.pg import catalogue, machinery, rights
from herotycoon.pg.route import alias, here

Way = Literal["distributed", "reference", "local"]
SETTINGS = {
    # Django's numbered tables refer to users: Citus would make tables of a third kind of them, and cannot.
    "citus.enable_local_reference_table_foreign_keys": "off",
    # Distributing follows foreign keys from table to table, in one transaction.
    "citus.multi_shard_modify_mode": "sequential",
    # They touch rows of their own world alone, which lie together.
    "citus.enable_unsafe_triggers": "on",
    # Whose eyes: what a scope says by SET LOCAL has to be heard where the rows are.
    "citus.propagate_set_commands": "local",
}
"""Of the database, on every server."""
_WITHOUT_NUMBER = "pg_catalog.regexp_replace(TG_TABLE_NAME, '_[0-9]{6,}$', '')"
_ADVICE = (
    "The extension citus is not in this database. Install Citus (12 or later, made for this PostgreSQL) on every server, "
    "name citus first in shared_preload_libraries, restart, CREATE EXTENSION citus in this database on each, and tell "
    "the coordinator of itself and the others by citus_set_coordinator_host() and citus_add_node(). "
    "`manage.py distribute --dry-run` prints the statements without it."
)


@dataclass(frozen=True)
class Placement:
    """Where the rows of a table lie, and why; ``column`` is what a distributed one goes by."""

    table: str
    way: Way
    why: str
    column: str = ""


class NotInstalled(Exception):
    """There is no Citus in this database; the message says what to do."""


class Unfit(Exception):
    """Something in the catalogue does not go together with the placements; the message says what."""


def locked_together(ids: Sequence[UUID]) -> list[list[UUID]]:
    """Rows of a distributed table that one statement may lock: all of them on one server, one at a time on a cluster.

    Citus refuses FOR UPDATE where the rows may lie on several; asking one by one costs one server a tenth of a
    millisecond each, so it is not done there.
    """
    return [[one] for one in sorted(ids)] if settings.DATABASE_CLUSTER else [list(ids)]


def installed() -> bool:
    """Whether the extension is in this database."""
    with here().cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'citus')")
        return bool(cursor.fetchone()[0])


def distribute(placements: Sequence[Placement], shards: int) -> list[str]:
    """Spread the database; the statements that were said. Tables that Citus knows already are left as they are.

    Raises ``NotInstalled`` and ``Unfit``, before anything is changed.
    """
    if not installed():
        raise NotInstalled(_ADVICE)
    first, then = preparations(), statements(placements, shards, _known())
    with here().cursor() as cursor:
        for statement in first:
            cursor.execute(statement)
        with transaction.atomic(using=alias(), durable=True):
            for statement in then:
                cursor.execute(statement)
    return first + then


def preparations() -> list[str]:
    """What every server has to be told first, outside of the transaction."""
    name = here().ops.quote_name(here().settings_dict["NAME"])
    lasting = [f"ALTER DATABASE {name} SET {setting} = {value}" for setting, value in _quoted()]
    return lasting + [f"SELECT run_command_on_workers($${statement}$$)" for statement in lasting]


def statements(
    placements: Sequence[Placement], shards: int, known: Collection[str] = frozenset()
) -> list[str]:
    """What makes a cluster of the database, in one transaction; ``known`` tables are placed. Raises ``Unfit``.

    Triggers are taken off and put on again: rows that move into shards are no news, and nothing is booked of them.
    """
    if wrong := misfits(placements):
        raise Unfit(" ".join(wrong))
    moved = {one.table for one in placements if one.way != "local"} - set(known)
    moved |= {part.name for part in catalogue.partitions() if part.table in moved}
    triggers = {
        name: definition
        for name, (definition, _) in machinery.triggers().items()
        if name.split(".")[0] in moved
    }
    return [
        *(f"SET LOCAL {setting} = {value}" for setting, value in _quoted()),
        *("DROP TRIGGER {1} ON {0}".format(*name.split(".")) for name in triggers),
        *(_place(one, placements, shards) for one in placements if one.table in moved),
        *_renamed(),
        *(f"SELECT create_distributed_function('{signature}')" for signature in rights.functions()),
        *triggers.values(),
    ]


def _place(one: Placement, placements: Sequence[Placement], shards: int) -> str:
    """The first distributed table is the one that the others lie with."""
    if one.way == "reference":
        return f"SELECT create_reference_table('{one.table}')"
    first = next(other.table for other in placements if other.way == "distributed")
    how = f"shard_count => {shards}" if one.table == first else f"colocate_with => '{first}'"
    return f"SELECT create_distributed_table('{one.table}', '{one.column}', {how})"


def misfits(placements: Sequence[Placement]) -> list[str]:
    """What of this catalogue Citus would refuse, or would not keep; a sentence each."""
    names = [one.table for one in placements]
    placed = {one.table: one for one in placements}
    parts = {part.name: part.table for part in catalogue.partitions()}
    there = catalogue.tables() - parts.keys()
    everywhere = placed | {part: placed[table] for part, table in parts.items() if table in placed}
    return [
        *(f"{name} is placed twice." for name in sorted(placed) if names.count(name) > 1),
        *(f"{name} is not placed anywhere." for name in sorted(there - placed.keys())),
        *(f"{name} is placed, and is not there." for name in sorted(placed.keys() - there)),
        *_keys(everywhere),
        *_references(everywhere),
    ]


def _renamed() -> Iterator[str]:
    """Trigger functions that ask for the name of their table: a shard's has a number behind it."""
    for definition in machinery.functions().values():
        if "TG_TABLE_NAME" in definition and _WITHOUT_NUMBER not in definition:
            yield definition.replace("TG_TABLE_NAME", _WITHOUT_NUMBER).rstrip()


def doubts(placements: Sequence[Placement]) -> list[str]:
    """What the catalogue has that nobody has seen working on a cluster, and that by all we read will not; a sentence each.

    A shard has a row type of its own, which a function that takes rows of the whole table does not know; and Citus plans
    no join of a distributed table with the rows that a statement changed.
    """
    query = """
        SELECT pg_proc.oid::pg_catalog.regprocedure::text || ' takes a row of ' || min(relname) || '.'
        FROM pg_catalog.pg_proc JOIN pg_catalog.pg_class ON reltype = ANY (proargtypes)
        WHERE pronamespace = 'public'::regnamespace AND relname = ANY (%(tables)s) GROUP BY pg_proc.oid
        UNION ALL
        SELECT tgname || ' on ' || relname || ' looks at all rows of a statement.'
        FROM pg_catalog.pg_trigger JOIN pg_catalog.pg_class ON pg_class.oid = tgrelid
        WHERE (tgoldtable IS NOT NULL OR tgnewtable IS NOT NULL) AND relname = ANY (%(tables)s)
        ORDER BY 1
    """
    with here().cursor() as cursor:
        cursor.execute(query, {"tables": [one.table for one in placements if one.way == "distributed"]})
        return [sentence for (sentence,) in cursor.fetchall()]


def _keys(placed: dict[str, Placement]) -> Iterator[str]:
    """Uniqueness is kept within a shard, so a unique index has to hold what shards go by."""
    for index in catalogue.indexes():
        one = placed.get(index.table)
        if one and one.column and index.unique and one.column not in index.columns:
            yield f"{index.name} of {one.table} is unique without {one.column}."


def _references(placed: dict[str, Placement]) -> Iterator[str]:
    """A foreign key is kept where both rows lie on one server."""
    for one in catalogue.references():
        source, target = placed.get(one.table), placed.get(one.target)
        if source is None or target is None or source.way == target.way == "local":
            continue
        if target.way == "reference" and source.way != "local":
            continue
        pairs = set(zip(one.columns, one.target_columns, strict=True))
        if (source.way, target.way) != ("distributed", "distributed"):
            yield f"{one.name} leads from a {source.way} table to one that is {target.way}, {target.table}."
        elif (source.column, target.column) not in pairs:
            yield f"{one.name} does not tie {source.column} of {source.table} to {target.column} of {target.table}."
        elif one.on_delete in {"SET NULL", "SET DEFAULT"}:
            yield f"{one.name} would change {source.column} when a row of {target.table} goes."


def _quoted() -> list[tuple[str, str]]:
    return [(name, f"'{value}'") for name, value in SETTINGS.items()]


def _known() -> set[str]:
    """The tables that Citus has placed already."""
    with here().cursor() as cursor:
        cursor.execute("SELECT logicalrelid::pg_catalog.regclass::text FROM pg_catalog.pg_dist_partition")
        return {name for (name,) in cursor.fetchall()}
