"""Two ways of choosing, written apart from the same tables, agree in every number."""

import pytest

from heroes.sim.rules import PUBLISHED, rules
from worlds.benchmark.core import Moment, agents, differences, moments
from worlds.benchmark.village import in_memory
from worlds.sim.clock import STEPS_A_DAY
from worlds.sim.step import run


@pytest.fixture(scope="module")
def week() -> list[Moment]:
    """A week of decisions in a few worlds."""
    batch = in_memory(4)
    batch.influence.trust[:7], batch.influence.order[7:20] = 5, 12
    batch.influence.order_until[:] = 2 * STEPS_A_DAY
    batch.worlds.arrears[0], batch.worlds.policy[1] = 9, 3
    batch.heroes.mood[:7] = 8
    batch.worlds.target += 7 * STEPS_A_DAY
    run(batch, 10**9)
    return moments(batch)


def test_plain_objects_choose_as_the_engine_does(week: list[Moment]) -> None:
    found = [
        difference
        for moment in week
        for difference in differences(moment, [agent.decide() for agent in agents(moment)])
    ]
    assert found == []
    assert sum(len(moment.made) for moment in week) > 1_000


def test_a_difference_is_found(week: list[Moment]) -> None:
    moment = next(moment for moment in week if (moment.made.rejected >= 0).any())
    some = agents(moment)
    for agent in some:
        agent.chance[0] += 1
        agent.chance[19] -= 1
    assert differences(moment, [agent.decide() for agent in some])


def test_the_engine_makes_the_same_decisions_again(week: list[Moment]) -> None:
    for moment in week:
        again = moment.decide(rules(PUBLISHED[-1]))
        assert again.chosen.tolist() == moment.made.chosen.tolist()
        assert again.utility.tolist() == moment.made.utility.tolist()
