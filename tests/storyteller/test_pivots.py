"""Which decisions to come matter, and whether there is time to ask about them."""

from __future__ import annotations

import numpy as np
import pytest

from heroes.models import Hero
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from tests.explained import save_explained
from tests.storyteller.ahead import Turn, before, before_a_turn, give, made, turn_of
from tests.storyteller.stranger import Json, Stranger
from tests.worlds.lives import DAY, aged
from worlds.models import World
from worlds.services import pivots
from worlds.services.foresight import Foreseen, foresee
from worlds.services.inputs import act
from worlds.services.pivots import MARGIN, UNLIKELY, Pivot, pivotal, turns
from worlds.services.telling import tell
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True)


def felt(world: World, **pillars: int) -> None:
    """Let every hero hold so much of the master."""
    for row in MasterInfluence.objects.filter(world=world):
        for name, value in pillars.items():
            setattr(row, name, value)
        save_explained(row)


def ahead_of(world: World, days: int = 14) -> Foreseen:
    ahead = foresee(world.pk, world.step + days * DAY)
    assert ahead is not None
    return ahead


def kinds(ahead: Foreseen) -> set[Pivot]:
    return {pivot for pivot, _ in turns(ahead)}


@pytest.mark.parametrize("seed", [3, 8])
def test_what_matters_is_rare_and_nearly_even(master: User, seed: int) -> None:
    ahead = ahead_of(aged(master, 2 * DAY, seed=seed, heroes=12))
    told, context = ahead.decisions, ahead.decisions.context
    found = list(turns(ahead))
    assert 0 < len(found) < len(ahead) // 50
    for pivot, row in found:
        best = told.utility[row, told.chosen[row]]
        near = told.possible[row] & (told.utility[row] >= best - MARGIN)
        assert near[pivot.action]
        assert near.sum() >= 2
        assert pivot is not pivots.DARING or context["odds"][row] < UNLIKELY
        assert pivot is not pivots.ROMANCE or context["romance"][row] == 0
    steps = [int(ahead.step[row]) for _, row in found]
    assert steps == sorted(steps)


def test_who_trusts_nobody_may_leave_and_who_is_afraid_may_flee(master: User) -> None:
    world = aged(master, 2 * DAY, seed=11, heroes=12)
    assert not {pivots.LEAVING, pivots.BETRAYAL} & kinds(ahead_of(world))
    felt(world, trust=5, respect=5, fear=90)
    assert kinds(ahead_of(world)) & {pivots.LEAVING, pivots.BETRAYAL} == {pivots.BETRAYAL}


def test_who_is_counselled_to_leave_leaves(master: User) -> None:
    world = aged(master, 2 * DAY, seed=11, heroes=12)
    felt(world, trust=5, respect=5, fear=90)
    ahead = ahead_of(world)
    row = next(row for pivot, row in turns(ahead) if pivot is pivots.BETRAYAL)
    turn = Turn(int(ahead.number[row]), int(ahead.step[row]), "", "")
    tick({world.pk: turn.step - 1})
    give(world, turn, "depart")
    tick({world.pk: turn.step + DAY})
    assert made(world)[turn.hero, turn.step] == "depart"
    assert Hero.objects.get(world=world, number=turn.hero).status == "gone"


def test_turning_back_at_a_trial_leaves_somebody_to_it(master: User) -> None:
    ahead = ahead_of(aged(master, 2 * DAY, seed=8, heroes=12))
    told = ahead.decisions
    trial = np.flatnonzero((told.context["phase"] == 1) & (told.utility[:, 21] > told.utility[:, 22]))
    told.utility[trial, 22] = told.utility[trial, 21]
    desert = [row for pivot, row in turns(ahead) if pivot is pivots.DESERTION]
    assert desert
    assert (told.context["comrades"][desert] != 0).all()


# --- time -----------------------------------------------------------------------------------------
def asked(world: World) -> list[list[int]]:
    world.refresh_from_db()
    return [question.numbers for question in pivotal(world)]


def test_there_has_to_be_time_for_an_answer(master: User, hiring: Json) -> None:
    turn = turn_of(master)
    world = before(master, turn)
    assert asked(world) == [[turn.hero, turn.step]]
    hiring |= {"timeout": 120, "attempts": 3}  # six minutes; the turn is in five
    assert [turn.hero, turn.step] not in asked(world)


def test_a_world_that_stands_still_or_is_far_behind_is_not_asked_about(
    master: User, there: Stranger, hiring: Json
) -> None:
    turn = turn_of(master)
    world = before_a_turn(master, turn, there, hiring)
    act(world.pk, "pause")
    assert asked(world) == []
    tell(world.pk)
    assert there.asked == 0
    assert asked(aged(master, 2 * DAY)) == []  # of long ago
