"""Wherever its past lies, a world tells the same: to the bit, in every report, hash, explanation and verification."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heroes.models import Activity, Decision
from tests.worlds.archive.weeks import WEEK, archive, everything, history, hot
from worlds.models import ArchivedWeek, World
from worlds.replay import replay
from worlds.services.archive.packing import pack
from worlds.services.explain import NoDecision, explain
from worlds.services.report.since import since, step_at

pytestmark = pytest.mark.django_db


def test_what_is_archived_comes_back_to_the_last_bit_and_is_in_the_logs_no_more(world: World) -> None:
    before, rows, decisions = history(world), hot("activity_log"), hot("hero_decisions")
    past = Activity.objects.filter(step__lt=2 * WEEK).count()
    moved = archive(world, 2)
    assert history(world) == before
    assert (moved.weeks, moved.activities, moved.left, moved.busy) == (2, past, 0, 0)
    assert hot("activity_log") == rows - past
    assert hot("hero_decisions") == decisions - moved.decisions
    assert not Activity.objects.filter(step__lt=2 * WEEK).exists()


def test_nothing_that_can_be_asked_notices(world: World) -> None:
    why = Decision.objects.filter(world=world, started_step__gt=50)[20].pk
    before = everything(world, why)
    assert before[-1] == []
    for week in (1, 0):
        archive(world, week + 1, first=week)
        assert everything(world, why) == before
    assert replay(world).equal


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_part_may_be_archived_in_any_order(world: World, data: st.DataObject) -> None:
    """Any heroes of any week, the present one included: more than the command ever does."""
    subjects = Activity.objects.filter(world=world).values_list("hero_id", "guild_id").distinct()
    people = sorted({one for pair in subjects for one in pair if one})  # type: ignore[truthy-bool]
    why = Decision.objects.filter(world=world).order_by("id")[data.draw(st.integers(0, 300))].pk
    before, rows = everything(world, why), history(world)
    with transaction.atomic():
        for _ in range(data.draw(st.integers(1, 4), label="moves")):
            week = data.draw(st.integers(0, 2), label="week")
            by_hand(world, week, data.draw(st.lists(st.sampled_from(people), unique=True, min_size=1)))
        assert history(world) == rows
        assert everything(world, why) == before
        transaction.set_rollback(True)


def by_hand(world: World, week: int, subjects: list) -> None:
    """Move as the command does, without its question of whether the week is over."""
    with connection.cursor() as cursor:
        ids, _ = pack(cursor.cursor, world.pk, week, subjects)
        cursor.execute("DELETE FROM hero_decisions WHERE id = ANY(%s)", [ids])
        cursor.execute("DELETE FROM activity_log WHERE id = ANY(%s)", [ids])


def test_an_archived_decision_is_found_by_the_beginning_of_its_id(world: World) -> None:
    pk = Decision.objects.filter(world=world).order_by("id")[30].pk
    archive(world, 2)
    assert explain(pk.hex[:30]).stored.id == pk
    with pytest.raises(NoDecision, match="More than one decision"):
        explain(pk.hex[:8])


def test_an_archived_activity_that_nobody_decided_is_told_from_a_decision(world: World) -> None:
    pk = Activity.objects.get(world=world, action="upkeep", step__lt=48).pk
    archive(world, 1)
    with pytest.raises(NoDecision, match="nobody decides"):
        explain(str(pk))


def test_real_times_of_the_archived_past_are_still_known(world: World) -> None:
    world.anchor_step, world.anchor_real = world.step, datetime(2026, 2, 1, tzinfo=UTC)
    world.save()
    logged = dict(Activity.objects.filter(world=world).order_by("step", "seq").values_list("step", "real_at"))
    some = random.Random(3).sample(sorted(logged), 25)
    probes = [logged[step] + timedelta(seconds=shift) for step in some for shift in (-7, 0, 7)]
    before = [step_at(world, moment) for moment in probes]
    archive(world, 2)
    assert [step_at(world, moment) for moment in probes] == before
    assert since(world, datetime(1999, 1, 1, tzinfo=UTC)).note.startswith(
        "The world was born only on 1 January 2026"
    )


def test_a_row_that_comes_late_joins_its_week(world: World) -> None:
    archive(world, 2)
    row = Activity.objects.filter(world=world)[0]
    row.pk, row.step, row.started_step, row.seq = row.world.pk, 100, 100, 999
    row.game_at = datetime(1000, 1, 3, 2, tzinfo=UTC)
    row.save(force_insert=True)
    before = history(world)
    assert archive(world, 2).activities == 1
    assert history(world) == before


def test_only_the_weeks_and_the_hero_that_are_asked_for_are_unpacked(world: World) -> None:
    archive(world, 2)
    hero = ArchivedWeek.objects.filter(hero__isnull=False)[0].hero_id
    with connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN SELECT * FROM activity_history(%s, 100, 300) WHERE hero_id = %s", [world.pk, hero]
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Function Scan on activity_history" not in plan
    archived = next(line for line in plan.splitlines() if "on activity_archive" in line)
    assert "Index Scan" in archived or "Bitmap" in archived or "Seq Scan on activity_archive_" in archived
    assert plan.count("activity_archive_") <= 3
