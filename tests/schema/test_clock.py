"""The clock is one formula, in Python and in SQL."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests import factories
from worlds.models import World
from worlds.rows import lines
from worlds.services.moments import real_time

STEPS = st.integers(0, 2_000_000)


def asked(query: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchone()[0]


class TestClock(TestCase):
    world: World

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = factories.a_world()

    @settings(max_examples=200, deadline=None)
    @given(
        scale=st.integers(1, 1440),
        anchor=STEPS,
        past=st.integers(-50_000, 2_000_000),
        real=st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    )
    def test_the_real_time_of_a_step_is_the_same_in_sql(
        self, scale: int, anchor: int, past: int, real: datetime
    ) -> None:
        world = World(id=self.world.id, time_scale=scale, anchor_step=anchor, anchor_real=real)
        World.objects.filter(id=world.id).update(
            time_scale=scale, anchor_step=anchor, anchor_real=real, step=anchor
        )
        told = asked("SELECT real_at(w, %s) FROM worlds AS w WHERE id = %s", anchor + past, world.id)
        assert told == real_time(world, anchor + past)

    @settings(max_examples=50, deadline=None)
    @given(step=STEPS)
    def test_the_game_time_of_a_step_is_the_same_in_sql(self, step: int) -> None:
        told = asked("SELECT game_at(%s)", step)
        assert (
            told == lines.EPOCH + timedelta(minutes=30 * step) == datetime.fromisoformat(lines.game_at(step))
        )


@pytest.mark.django_db
def test_an_id_made_by_the_database_tells_its_time_as_ours_do() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT fresh_id(), now() FROM generate_series(1, 200)")
        made = cursor.fetchall()
    assert len({id_ for id_, _ in made}) == 200
    assert {(id_.version, id_.variant) for id_, _ in made} == {(7, "specified in RFC 4122")}
    for id_, now in made:
        assert abs((id_.int >> 80) / 1000 - now.timestamp()) < 60


@pytest.mark.django_db
def test_who_asks_for_the_time_of_all_worlds_looks_at_their_clocks_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (VERBOSE) SELECT real_at(worlds, step + 1) FROM worlds")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "anchor_real" in plan
    assert "real_at" not in plan
