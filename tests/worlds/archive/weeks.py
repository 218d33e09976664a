"""Worlds whose past lies in the archive, and everything that must not notice."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection

from herotycoon.accounts.models import User
from herotycoon.pg.route import here
from tests.worlds.lives import DAY, Errand, born, live, wrong
from worlds.models import World
from worlds.services.archive.move import Moved, move
from worlds.services.archive.reach import Reach
from worlds.services.explain import explain
from worlds.services.fingerprint import fingerprint
from worlds.services.report.gather import report
from worlds.services.report.words import document, tell

WEEK = 7 * DAY
ERRANDS = (
    Errand(40, "order", {"hero": 0, "action": "patrol"}),
    Errand(60, "reward", {"hero": 1, "gold": 30}),
    Errand(90, "summon", {}),
    Errand(400, "gift", {"hero": 2, "item": "ore", "count": 3}),
    Errand(WEEK * 2 - 1, "praise", {"hero": 1}),
    Errand(WEEK * 2, "console", {"hero": 3}),
)


def lived(owner: User, weeks: float = 2.5, seed: int = 7) -> World:
    """A world of four heroes, and a fifth from the second day on, whose master took part."""
    world = born(owner, seed, heroes=4)
    live(world.pk, ERRANDS, int(weeks * WEEK))
    world.refresh_from_db()
    return world


def archive(world: World, weeks: int, first: int = 0) -> Moved:
    """Move so many weeks."""
    return move([Reach(world.pk, first, weeks)])


def hot(table: str) -> int:
    """How many rows a log still has."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - one of our tables
        return int(cursor.fetchone()[0])


def history(world: World) -> list[list[str]]:
    """Every row of both logs, as PostgreSQL prints it to the last digit."""
    rows = []
    with here().cursor() as cursor:
        for name in ("activity_history", "decision_history"):
            cursor.execute(
                f"SELECT (one.*)::text FROM {name}(%s, -1, 1000000) AS one ORDER BY one.id",  # noqa: S608
                [world.pk],
            )
            rows.append([text for (text,) in cursor.fetchall()])
    return rows


def told(world: World, *sinces: int) -> list[dict[str, Any]]:
    """The reports since these steps, as JSON."""
    return [json.loads(json.dumps(document(tell(report(world, since))))) for since in sinces]


def everything(world: World, decision: Any) -> list[Any]:
    """All that a reader can ask about a world."""
    sinces = (-1, 100, WEEK - 1, WEEK + 200)
    explained = explain(str(decision))
    return [
        fingerprint(world.pk),
        fingerprint(world.pk, 500),
        told(world, *sinces),
        repr(explained),
        wrong(world, decisions=True),
    ]
