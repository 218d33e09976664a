"""What is foreseen is what will be, as long as nobody does anything to the world."""

from __future__ import annotations

import pytest

from heroes.sim.lexicon import ACTIONS
from herotycoon.accounts.models import User
from tests.storyteller.ahead import made
from tests.worlds.lives import DAY, aged
from worlds.services.fingerprint import fingerprint
from worlds.services.foresight import foresee
from worlds.services.inputs import act
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("seed", range(1, 7))
def test_what_is_foreseen_comes_about(master: User, seed: int) -> None:
    world = aged(master, 3 * DAY, seed=seed, heroes=9)
    before = fingerprint(world.pk)

    ahead = foresee(world.pk, world.step + 2 * DAY)

    assert ahead is not None
    assert fingerprint(world.pk) == before
    for step in range(world.step + 7, world.step + 2 * DAY + 1, 7):
        tick({world.pk: step})
    tick({world.pk: world.step + 2 * DAY})
    chosen = [ACTIONS[code] for code in ahead.decisions.chosen.tolist()]
    foreseen = dict(zip(zip(ahead.number.tolist(), ahead.step.tolist(), strict=True), chosen, strict=True))
    assert foreseen == {key: action for key, action in made(world).items() if key[1] > world.step}
    assert len(foreseen) == len(ahead) > 100


def test_nothing_is_foreseen_of_a_world_that_is_to_stay_where_it_is(master: User) -> None:
    world = aged(master, DAY)
    assert foresee(world.pk, world.step) is None


def test_what_a_master_does_makes_another_future(master: User) -> None:
    world = aged(master, 3 * DAY)
    first = foresee(world.pk, world.step + DAY)
    act(world.pk, "policy", policy="martial")
    second = foresee(world.pk, world.step + DAY)
    assert first is not None
    assert second is not None
    assert first.decisions.chosen.tolist() != second.decisions.chosen.tolist()
