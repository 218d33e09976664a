"""A page of the feed costs the same in a long history: the log is walked by an index, and nothing is sorted but a page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django.plugin import DjangoDbBlocker

from heroes.models import Activity, Hero
from tests import factories
from tests.worlds.archive.weeks import WEEK, archive
from tests.worlds.lives import DAY, aged
from worlds.models import World
from worlds.services.courses import courses
from worlds.services.feed import ActivityFilter, DecisionFilter, Page, activities, decisions
from worlds.services.lifeline import lifeline

COPIES = 40
"""Weeks in the log, each the same as the first."""
ARCHIVED = 3
PAGE = 50
_SHIFTED = """
INSERT INTO activity_log (id, world_id, hero_id, guild_id, real_at, game_at, started_step, step, seq, mood_impact,
                          importance, booked, kind, action, data, changes)
SELECT md5(id::text || n)::uuid, world_id, hero_id, guild_id, real_at, game_at, started_step + n * 336, step + n * 336, seq,
       mood_impact, importance, true, kind, action, data, changes
FROM activity_log CROSS JOIN generate_series(1, %(copies)s) AS n WHERE world_id = %(world)s AND step >= %(from)s
"""
_WHY = """
INSERT INTO hero_decisions (id, world_id, hero_id, started_step, rules_version, satisfaction, chosen, context, options,
                            contributions, personality_factors, outcome, reasoning)
SELECT md5(id::text || n)::uuid, world_id, hero_id, started_step + n * 336, rules_version, satisfaction, chosen, context,
       options, contributions, personality_factors, outcome, reasoning
FROM hero_decisions d CROSS JOIN generate_series(1, %(copies)s) AS n
WHERE world_id = %(world)s AND id IN (SELECT id FROM activity_log WHERE world_id = %(world)s AND step >= %(from)s)
"""


@pytest.fixture(scope="module")
def old_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[UUID]:
    """Twenty heroes, three archived weeks, and some sixty thousand rows in the log."""
    with django_db_blocker.unblock():
        owner = factories.a_user(username="ancient")
        world = aged(owner, (ARCHIVED + 1) * WEEK - 1, heroes=20)
        archive(world, ARCHIVED)
        values: dict[str, UUID | int] = {"world": world.pk, "copies": COPIES, "from": ARCHIVED * WEEK}
        analyze()
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_SHIFTED, values)
            cursor.execute(_WHY, values)
        analyze()
    yield world.pk
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM users WHERE username = 'ancient'")
        cursor.execute("DELETE FROM audit_log")  # which outlives users: what was archived is on record
        analyze()


def analyze() -> None:
    """Let PostgreSQL know how much there is, as autovacuum would in time."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE activity_log, hero_decisions, activity_archive")


Ask = Callable[[UUID], Page[Any]]
DEEP = (20 * WEEK, 0)
ASKED: dict[str, Ask] = {
    "the newest": activities,
    "the middle": lambda world: activities(world, before=DEEP),
    "a hero": lambda world: activities(world, filters=ActivityFilter(hero=3), before=DEEP),
    "inputs": lambda world: activities(world, filters=ActivityFilter(kinds=["input"])),
    "rare deeds": lambda world: activities(world, filters=ActivityFilter(actions=["depart", "quest_trial"])),
    "unheard deeds": lambda world: activities(world, filters=ActivityFilter(actions=["nothing"])),
    "a place": lambda world: activities(world, filters=ActivityFilter(place=4)),
    "what matters": lambda world: activities(world, filters=ActivityFilter(importance=30)),
    "headlines": lambda world: activities(world, filters=ActivityFilter(importance=60)),
    "a stretch": lambda world: activities(
        world, filters=ActivityFilter(after_step=5_000, until_step=9_000, kinds=["event"])
    ),
    "decisions": decisions,
    "decisions of a hero": lambda world: decisions(world, filters=DecisionFilter(hero=3), before=DEEP),
    "decisions to hunt": lambda world: decisions(world, filters=DecisionFilter(actions=["hunt"])),
    "the happiest": lambda world: decisions(world, filters=DecisionFilter(least=40)),
    "unheard of": lambda world: decisions(world, filters=DecisionFilter(least=100)),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ASKED)
def test_a_page_walks_the_log_by_an_index_and_sorts_none_of_it(old_world: UUID, name: str) -> None:
    assert World.objects.filter(pk=old_world).exists()
    with CaptureQueriesContext(connection) as asked:
        ASKED[name](old_world)
    plans = [
        plan_of(query["sql"]) for query in asked if re.search("FROM activity_(log|archive)", query["sql"])
    ]
    assert plans
    for plan in plans:
        for node in nodes(plan):
            relation = node.get("Relation Name", "")
            if relation.startswith(("activity_log", "hero_decisions")):
                assert node["Node Type"] in ("Index Scan", "Index Only Scan"), node
            if "Sort" in node["Node Type"]:
                assert node["Actual Rows"] <= PAGE + 1, node
                assert sorted_rows(node) <= 2_500, node


@pytest.mark.django_db
def test_four_weeks_of_a_long_log_are_found_by_an_index_for_a_world_and_for_a_hero(old_world: UUID) -> None:
    now = (ARCHIVED + COPIES + 1) * WEEK - 1
    World.objects.filter(pk=old_world).update(step=now)
    world = World.objects.get(pk=old_world)
    hero = Hero.objects.filter(world=world)[0].pk
    recent = Activity.objects.filter(world=world, step__gt=now // DAY * DAY - 28 * DAY)
    with CaptureQueriesContext(connection) as asked:
        courses(world)
        lifeline(world.pk, hero, now - 28 * DAY, now)
    plans = [plan_of(query["sql"]) for query in asked if re.search("activity_(log|history)", query["sql"])]
    assert len(plans) == 3
    for plan, most in zip(
        plans, (recent.count(), recent.count(), recent.filter(hero=hero).count()), strict=True
    ):
        read = [node for node in nodes(plan) if node.get("Relation Name", "").startswith("activity_log")]
        assert {node["Node Type"] for node in read} <= {"Index Scan", "Bitmap Heap Scan"}, read
        assert sum(node["Actual Rows"] * node["Actual Loops"] for node in read) <= most + PAGE, read


def sorted_rows(node: dict[str, Any]) -> float:
    """What went into a sort: never more than a week of a world."""
    return sum(float(part["Actual Rows"] * part["Actual Loops"]) for part in node["Plans"])


def plan_of(query: str) -> dict[str, Any]:
    """What PostgreSQL does, and how much of it."""
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (FORMAT JSON, ANALYZE) " + query.replace("%", "%%"), [])
        (found,) = cursor.fetchone()
    (whole,) = json.loads(found) if isinstance(found, str) else found
    plan: dict[str, Any] = whole["Plan"]
    return plan


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every one of a plan."""
    yield plan
    for part in plan.get("Plans", []):
        yield from nodes(part)
