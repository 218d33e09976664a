"""What is read: everything of a small world, a bounded sample from all over a great one, and never nonsense."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from heroes.models import Decision
from heroes.sim.lexicon import ACTIONS
from herotycoon.accounts.models import User
from tests.schema.asked import asked
from tests.worlds.lives import aged
from worlds.models import World
from worlds.services.study.felt import felt
from worlds.services.study.sample import BadSample, sample, spans

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(master: User) -> World:
    """Eight heroes of ten days."""
    return aged(master, 480, heroes=8)


def test_a_small_world_is_read_whole(world: World) -> None:
    some = sample(world, None, 8_000)
    assert (some.read, some.unread, some.spans) == (1, 0, [(-1, 480)])
    assert set(some.ids) == set(Decision.objects.filter(world=world).values_list("id", flat=True))
    one = Decision.objects.get(pk=some.ids[5])
    assert ACTIONS[some.chosen[5]] == one.chosen
    assert (some.step[5], some.satisfaction[5]) == (one.started_step, one.satisfaction)
    assert some.utility[5][some.possible[5]].max() == some.utility[5, some.chosen[5]]


@given(
    since=st.integers(-1, 100),
    period=st.integers(1, 50_000),
    heroes=st.integers(0, 1_000),
    most=st.integers(1, 100_000),
)
def test_pieces_lie_in_the_period_apart_and_are_no_more_than_asked(
    since: int, period: int, heroes: int, most: int
) -> None:
    pieces = spans(since, since + period, heroes, most)
    assert pieces[0][0] == since
    assert all(start < end <= since + period for start, end in pieces)
    assert all(one[1] <= other[0] for one, other in pairwise(pieces))
    read = sum(end - start for start, end in pieces)
    assert read == period or read <= max(most * 48 // (max(heroes, 1) * 14), 1)


def test_a_sample_is_from_all_over_and_bounded(world: World) -> None:
    some = sample(world, None, 400)
    assert 150 < len(some) < 500
    assert 0.2 < some.read < 1
    thirds = np.histogram(some.step, bins=3, range=(0, 480))[0]
    assert thirds.min() > len(some) / 6
    assert some.read == pytest.approx(sum(end - start for start, end in some.spans) / 481, abs=1e-3)


@pytest.mark.parametrize("most", [0, -1, 100_001])
def test_other_sizes_are_refused(world: World, most: int) -> None:
    with pytest.raises(BadSample, match="1 to 100,000"):
        sample(world, None, most)


def test_what_cannot_be_read_is_counted_and_left_out(world: World) -> None:
    ids = [str(id_) for id_ in Decision.objects.filter(world=world).values_list("id", flat=True)[:30:10]]
    damages = ("context = '{}'", 'options = \'{"utility": "five"}\'', "chosen = 'dance'")
    with connection.cursor() as cursor:
        for id_, damage in zip(ids, damages, strict=True):
            cursor.execute(f"UPDATE hero_decisions SET {damage} WHERE id = %s", [id_])  # noqa: S608
    some = sample(world, None, 8_000)
    assert some.unread == 3
    assert not {*ids} & {str(id_) for id_ in some.ids}


def test_decisions_in_the_first_shape_are_read_alike(world: World) -> None:
    before = sample(world, None, 8_000)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE hero_decisions SET options = decision_options(options), context = decision_context(context)"
        )
    after = sample(world, None, 8_000)
    order = [after.ids.index(id_) for id_ in before.ids]
    assert (after.utility[order] == before.utility).all()
    assert (after.context.look[order] == before.context.look).all()


REGRET = """
SELECT d.chosen AS action, avg(d.satisfaction)::float AS satisfaction,
       avg(d.satisfaction - coalesce((decision_context(d.context) -> 'learned' ->> d.chosen)::int, 0))::float AS surprise,
       avg(coalesce((decision_context(d.context) -> 'learned' ->> (d.contributions ->> 'against'))::int, 0)
           - d.satisfaction) FILTER (WHERE d.contributions ? 'against')::float AS regret
FROM hero_decisions d WHERE d.world_id = %s GROUP BY 1
"""


def test_satisfaction_surprise_and_regret_are_what_sql_makes_of_the_same_rows(world: World) -> None:
    sums = {row["action"]: row for row in asked(REGRET, world.pk)}
    told = felt(sample(world, None, 8_000))
    assert {one.action for one in told} == set(sums)
    checked = 0
    for one in told:
        for what in ("satisfaction", "surprise", "regret"):
            number = getattr(one, what)
            if number is not None:
                assert number.value == pytest.approx(sums[one.action][what], abs=0.006)
                assert number.low < number.value < number.high
                checked += 1
    assert checked > 20


def test_a_newborn_world_is_an_empty_sample(master: User) -> None:
    some = sample(aged(master, 0), None, 100)
    assert len(some) == 0
    assert felt(some) == []
