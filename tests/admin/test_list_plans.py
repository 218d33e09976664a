"""Lists of the logs stay quick however long these are: read by an index, never counted, never scanned."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heroes.models import Activity, Decision, Hero
from herotycoon.accounts.models import User
from herotycoon.desk import newest, paging
from herotycoon.pg.route import ENGINE, WEB, here
from herotycoon.pg.scope import as_game_master
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
LOGS = ("activity_log", "hero_decisions")
COPIES = 30
"""Weeks in the log, each the same as the first."""
_COPY = """
INSERT INTO {table} ({columns}) SELECT {values} FROM {table} CROSS JOIN generate_series(1, {copies}) AS n
"""
_LATER = {
    # a UUID with the same time in it, and with other chance
    "id": "(left(id::text, 15) || substr(md5(id::text || n)::uuid::text, 16))::uuid",
    "step": "step + n * 400",
    "started_step": "started_step + n * 400",
}


@pytest.fixture
def long_log(oakmere: World) -> World:
    """A world with some tens of thousands of rows."""
    with connection.cursor() as cursor:
        for model in (Activity, Decision):
            names = [str(field.column) for field in model._meta.concrete_fields]
            cursor.execute(
                _COPY.format(
                    table=model._meta.db_table,
                    columns=", ".join(names),
                    values=", ".join(_LATER.get(name, name) for name in names),
                    copies=COPIES,
                )
            )
        cursor.execute("ANALYZE activity_log, hero_decisions, heroes, worlds")
    return oakmere


def asked(hero: Hero) -> Iterator[tuple[type[Any], dict[str, Any]]]:
    """What somebody may ask of each log."""
    about = {"hero__id__exact": hero.pk}, {"world__id__exact": hero.world_id}, {"q": hero.name}
    for model, deed in ((Activity, "action"), (Decision, "chosen")):
        for many in ({}, {"p": 4}, {"q": str(hero.pk)}, {"written_from": "2026-01-01"}, {"o": "1"}, *about):
            yield model, many
        for beside in ({}, *about):
            yield model, {deed: "hunt"} | beside
            yield model, {deed: "nothing"} | beside
            yield model, {"day_from": 9, "day_to": 40} | beside
    yield Activity, {"kind__exact": "edit"}
    yield Activity, {"importance_from": 60}
    yield Decision, {"satisfaction_from": 90}


def test_no_list_of_a_log_scans_or_counts_it(
    ruler: Client, long_log: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newest, "MOST", 500)  # this log is a small one
    monkeypatch.setattr(paging, "MOST", 200)
    faults = []
    queries = set()
    for model, filters in asked(Hero.objects.filter(world=long_log)[0]):
        with CaptureQueriesContext(connections[WEB]) as said:
            answer = ruler.get(reverse(f"admin:heroes_{model._meta.model_name}_changelist"), filters)
        assert answer.status_code == 200, filters
        queries |= {query["sql"] for query in said if re.search(f'FROM "({"|".join(LOGS)})"', query["sql"])}
    assert len(queries) > 50
    with as_game_master(User.objects.get(username="ruler").pk, "plans"):
        for query in queries:
            if "COUNT(" in query.upper():
                faults.append(query)
            faults += [f"{node['Relation Name']}: {query}" for node in nodes(plan(query)) if scans(node)]
    assert faults == []


def scans(node: dict[str, Any]) -> bool:
    """Whether a partition with rows in it is read from end to end, or much more of it than a page needs."""
    read = node.get("Relation Name", "").startswith(LOGS) and node["Node Type"] == "Seq Scan"
    return read and bool(node["Actual Rows"] + node.get("Rows Removed by Filter", 0) > 2_000)


def plan(query: str) -> dict[str, Any]:
    """What PostgreSQL does for a game master."""
    with here().cursor() as cursor:
        cursor.execute("EXPLAIN (FORMAT JSON, ANALYZE) " + query.replace("%", "%%"), [])
        (found,) = cursor.fetchone()
    (whole,) = json.loads(found) if isinstance(found, str) else found
    top: dict[str, Any] = whole["Plan"]
    return top


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every one of a plan."""
    yield plan
    for part in plan.get("Plans", []):
        yield from nodes(part)
