"""What earlier versions of the code stored is read by this one, and goes on living.

Each file here is a small world, all of its rows, as the code of its day wrote them (write.py says how): every JSON
document of the game in the shape it had then. Columns that came later are absent, and have their defaults.

- first_days.json: decisions with their numbers by name, before any trigger kept books.
- numbers_in_order.json: decisions with their numbers in an order, row security and an archive.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import psycopg
import pytest
from psycopg import sql

from heroes.models import Decision, Hero
from tests import factories
from tests.operations.smoke import said
from tests.worlds.lives import told, wrong
from worlds.models import World
from worlds.replay import replay
from worlds.services.explain import explain
from worlds.services.fingerprint import fingerprint
from worlds.services.report.gather import report
from worlds.tick import tick

SHAPES = sorted(Path(__file__).parent.glob("*.json"), key=lambda path: path.name)


@pytest.fixture(params=SHAPES, ids=lambda path: path.stem)
def past(request: pytest.FixtureRequest, superuser: psycopg.Connection) -> World:
    """A world as it was stored then; put here as a backup is restored, which no trigger books."""
    rows: dict[str, list[dict[str, Any]]] = orjson.loads(request.param.read_bytes())
    owner = factories.a_user(username="somebody of old")
    for world in rows["worlds"]:
        world["owner_id"] = str(owner.pk)
    superuser.execute("SET session_replication_role = replica")
    for table, some in rows.items():
        insert(superuser, table, some)
    superuser.execute("RESET session_replication_role")
    return World.objects.get(pk=UUID(rows["worlds"][0]["id"]))


def insert(session: psycopg.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    """The columns that there were; the others have their defaults."""
    statement = sql.SQL(
        "INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_populate_recordset(NULL::{table}, %s::jsonb)"
    ).format(table=sql.Identifier(table), columns=sql.SQL(", ").join(map(sql.Identifier, rows[0])))
    session.execute(statement, [orjson.dumps(rows).decode()])


def test_a_world_of_old_is_read_and_lives_on(past: World) -> None:
    assert wrong(past, decisions=True) == []
    before = report(past, -1)
    assert before.totals.decisions > 20
    for id_ in Decision.objects.filter(world=past).values_list("id", flat=True):
        assert explain(str(id_)).differs == ""
    assert "All together" in said("offline_progress", str(past.id))
    tick({past.id: past.step + 96})
    assert told(past.id, "praise", {"hero": 1})
    past.refresh_from_db()
    assert wrong(past, decisions=True) == []
    assert report(past, -1).totals.decisions > before.totals.decisions


def test_a_world_of_old_would_come_about_again(past: World) -> None:
    """Up to its shapes: what it would do today is what it did then."""
    anew = replay(past, 39)
    assert anew.step == 39
    assert len(fingerprint(past.id)) == 64
    assert Hero.objects.filter(world=past).exclude(personality__courage=None).count() >= 4
