"""Every migration goes down and up again on a database in which people live, and leaves everything as it was.

What a migration made goes with it, rows included; everybody else's rows stay. The first migrations of each app made
the tables themselves and stay here (test_migrations.py takes them down).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from herotycoon.accounts.models import User
from herotycoon.pg import catalogue, parity
from tests.schema.test_migrations import OUR_APPS
from tests.worlds.inputs_scene import SENSIBLE, enrich, make_rivals
from tests.worlds.lives import aged, told, wrong
from worlds.models import World
from worlds.tick import tick

Name = tuple[str, str]
WAITING = {("heroes", "0007_memories"): ["heroes.birth"]}
"""Where the values of a column that goes wait until it is made again."""


@dataclass
class Level:
    """The database at one height of the stairs."""

    shape: dict[str, dict[str, Any]]
    rows: dict[str, str]
    """Of each table, a hash of all its rows, column by column."""


@pytest.fixture
def lived_in(master: User) -> World:
    """A world of five days whose master has done everything a master can do."""
    world = aged(master, 72)
    enrich(world, 5_000)
    make_rivals(world)
    for verb, args in SENSIBLE.items():
        told(world.id, verb, args)
    tick({world.id: 240})
    world.refresh_from_db()
    return world


@pytest.mark.usefixtures("undisturbed")
def test_every_migration_goes_down_and_up_again_and_leaves_catalogue_and_rows(lived_in: World) -> None:
    levels: dict[Name, Level] = {}
    top = before = measured()
    for one, below in stairs():
        levels[one] = before
        call_command("migrate", *below, verbosity=0)
        after = measured()
        assert lost(before, after) == WAITING.get(one, []), f"{one} down"
        assert after.shape != before.shape, f"{one} did not go"
        before = after
    for one in reversed(levels):
        call_command("migrate", *one, verbosity=0)
        again = measured()
        assert again.shape == levels[one].shape, f"{one} up"
        assert lost(before, again) == WAITING.get(one, []), f"{one} up"
        before = again
    assert lost(top, before) == []
    assert wrong(lived_in, decisions=True) == []


def stairs() -> Iterator[tuple[Name, Name]]:
    """Our migrations that can go while the first of each app stays, the last first, each with the one it stands on."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    ours = [(one.app_label, one.name) for one, _ in plan if one.app_label in OUR_APPS]
    for one in reversed(ours):
        before = [name for name in ours[: ours.index(one)] if name[0] == one[0]]
        if before and one != (
            "heroes",
            "0002_logs",
        ):  # which made the logs' tables, on which all others stand
            yield one, before[-1]


def measured() -> Level:
    parts = {one.name for one in catalogue.partitions()} | {
        "django_migrations",
        "auth_group",
    }  # migrations make rows there
    columns = [(one.table, one.name) for one in catalogue.columns() if one.table not in parts]
    keyed = {table for table, name in columns if name == "id"}
    with connection.cursor() as cursor:
        rows = {f"{table}.{name}": hashed(cursor, table, name, table in keyed) for table, name in columns}
    return Level(parity.shape(), rows)


def hashed(cursor: Any, table: str, column: str, keyed: bool) -> str:
    """How many values a column has, and a hash of them, each with the id of its row."""
    value = f"(id, {column})::text" if keyed else f"{column}::text"
    cursor.execute(
        f"SELECT count(*) || ' ' || coalesce(md5(string_agg(told, '|' ORDER BY told)), '')"  # noqa: S608 - names of our own
        f" FROM (SELECT {value} AS told FROM {table}) AS rows"
    )
    return str(cursor.fetchone()[0])


def lost(before: Level, after: Level) -> list[str]:
    """The columns that both have and whose values are not the same."""
    common = before.rows.keys() & after.rows.keys()
    return sorted(name for name in common if before.rows[name] != after.rows[name])
