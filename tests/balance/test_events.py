"""What comes over a world changes what its heroes do while it lasts."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from heroes.sim.lexicon import Action
from tests.balance.laboratory import Study, guilds, study
from worlds.sim import events
from worlds.sim.state import Batch

A = Action
SEEDS = range(200, 204)
DAYS = 5
SOMEWHERE = 2
"""The number of the place that local events befall: the first biome."""


def befall(kind: str) -> Callable[[Batch, int], None]:
    """Let one event of that kind begin in every world half an hour after birth, and last as long as we look."""

    def meddle(batch: Batch, day: int) -> None:
        nature = events.NATURES[kind]
        for world in range(len(batch.worlds.step)) if day == 0 else ():
            place = SOMEWHERE if nature.local else -1
            number = int(batch.worlds.next_event[world])
            events.add(batch.events, world, number, events.KINDS.index(kind), place, 1, DAYS * 48 + 1, nature)
            batch.worlds.next_event[world] += 1

    return meddle


@cache
def seen(kind: str | None) -> Study:
    """The same days with an event, or without."""
    return study(guilds(SEEDS), DAYS, befall(kind) if kind else None)


def often(of: Study, *actions: Action, where: int | None = None) -> int:
    """How often these things were done, anywhere or in one place."""
    done = np.isin(of["action"], actions)
    return int((done if where is None else done & (of["place"] == where)).sum())


@pytest.mark.parametrize(
    ("kind", "actions"),
    [
        ("festival", (A.CAROUSE, A.SOCIALISE)),
        ("market_boom", (A.TRADE,)),
        ("plague", (A.PRAY, A.SEEK_HELP)),
        ("market_slump", (A.STUDY,)),
    ],
)
def test_the_whole_guild_does_more_of_it(kind: str, actions: tuple[Action, ...]) -> None:
    assert often(seen(kind), *actions) >= 1.3 * often(seen(None), *actions)


@pytest.mark.parametrize(
    ("kind", "actions"),
    [
        ("festival", (A.WORK,)),
        ("market_slump", (A.TRADE,)),
        ("plague", (A.SOCIALISE, A.CAROUSE)),
    ],
)
def test_the_whole_guild_does_less_of_it(kind: str, actions: tuple[Action, ...]) -> None:
    assert often(seen(kind), *actions) <= 0.7 * often(seen(None), *actions)


def test_an_incursion_draws_patrols_to_its_place() -> None:
    there, ever = (
        often(seen("incursion"), A.PATROL, where=SOMEWHERE),
        often(seen(None), A.PATROL, where=SOMEWHERE),
    )
    assert there >= 2 * ever + 10


def test_an_incursion_empties_the_place_of_gatherers() -> None:
    there, ever = (often(s, A.GATHER, where=SOMEWHERE) for s in (seen("incursion"), seen(None)))
    assert there <= 0.5 * ever


def test_nobody_hunts_in_a_storm_who_could_hunt_elsewhere() -> None:
    outdoors = (A.HUNT, A.GATHER, A.EXPLORE)
    assert often(seen("storm"), *outdoors, where=SOMEWHERE) <= 0.4 * often(
        seen(None), *outdoors, where=SOMEWHERE
    )
    assert often(seen("storm"), *outdoors) >= 0.5 * often(seen(None), *outdoors)


def test_a_discovery_draws_explorers() -> None:
    there, ever = (
        often(seen("discovery"), A.EXPLORE, where=SOMEWHERE),
        often(seen(None), A.EXPLORE, where=SOMEWHERE),
    )
    assert there >= 2 * ever


def test_a_festival_cheers() -> None:
    assert seen("festival").days[-1].mood.mean() >= seen(None).days[-1].mood.mean() + 5


def test_a_plague_weakens() -> None:
    assert seen("plague").days[-1].health.mean() <= seen(None).days[-1].health.mean() - 3


def test_more_is_earned_by_trade_in_a_boom_than_in_a_slump() -> None:
    boom, slump = seen("market_boom"), seen("market_slump")
    earned = [s["gold"][s["action"] == A.TRADE].sum() for s in (boom, slump)]
    assert earned[0] >= 3 * earned[1]
