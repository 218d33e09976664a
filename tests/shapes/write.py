"""Writes what the present code stores, for the tests of a later day: a small world, all of its rows as JSON.

    manage.py migrate && python -m tests.shapes.write > tests/shapes/<when>.json

on an empty database. Files that are there are never written again: they are the past.
"""

from __future__ import annotations

import json
import sys
from itertools import count
from typing import Any

import django

TABLES = (
    "worlds", "guilds", "heroes", "hero_relationships", "master_influence", "quests", "quest_assignments",
    "world_events", "activity_log", "hero_decisions",
)  # fmt: skip


def main() -> None:
    """The first world of a few heroes in which every table gets rows."""
    django.setup()
    from herotycoon.accounts.models import User

    master = User.objects.create(username="master")
    worlds = (lived(master, seed) for seed in count(1))
    rows = next(rows for rows in worlds if all(rows.values()))
    sys.stdout.write(json.dumps(rows, separators=(",", ":"), ensure_ascii=False) + "\n")


def lived(master: Any, seed: int) -> dict[str, list[Any]]:
    """The rows of a world in which everything is done that a master can do."""
    from django.db import connection

    from tests.worlds.inputs_scene import SENSIBLE, enrich, make_rivals
    from tests.worlds.lives import aged, told
    from worlds.tick import tick

    world = aged(master, 40, seed=seed, heroes=4)
    enrich(world, 2_000)
    make_rivals(world)
    for verb, args in SENSIBLE.items():
        told(world.id, verb, args)
    tick({world.id: 64})
    rows = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            key = "id" if table == "worlds" else "world_id"
            cursor.execute(
                f"SELECT to_jsonb(t)::text FROM {table} AS t WHERE {key} = %s ORDER BY t::text",  # noqa: S608 - our own
                [world.id],
            )
            rows[table] = [json.loads(row) for (row,) in cursor.fetchall()]
    return rows


if __name__ == "__main__":
    main()
