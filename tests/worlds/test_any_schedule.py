"""I2: the same seed and the same inputs give the same history, however it was computed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heroes.sim.lexicon import FACILITIES, ITEMS, POLICIES
from herotycoon.accounts.models import User
from influence.services.interventions import PLAIN
from influence.services.orders import ORDERABLE
from tests.worlds.lives import DAY, Errand, born, live, told
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db

ERRANDS = [
    Errand(3, "order", {"hero": 0, "action": "patrol", "urgent": True}),
    Errand(3, "order", {"hero": 1, "action": "quest_travel", "quest": 1}),
    Errand(10, "wage", {"wage": 9}),
    Errand(11, "promise", {"hero": 2, "gold": 20, "days": 1}),
    Errand(11, "gift", {"hero": 3, "item": "herbs", "count": 2}),
    Errand(30, "bounty", {"title": "Bring it back", "place": 3, "difficulty": 15, "gold": 30}),
    Errand(47, "order", {"hero": 4, "action": "pray"}),
    Errand(47, "order", {"hero": 4, "action": "pray", "urgent": True}),
    Errand(48, "pause", {}),
    Errand(48, "praise", {"hero": 1}),
    Errand(48, "resume", {}),
    Errand(96, "summon", {}),
    Errand(97, "policy", {"policy": "martial"}),
    Errand(130, "build", {"facility": "library"}),
    Errand(131, "time_scale", {"time_scale": 1440}),
    Errand(150, "dismiss", {"hero": 5}),
    Errand(160, "threaten", {"hero": 0}),
    Errand(161, "order", {"hero": 0, "action": "quest_travel"}),
    Errand(200, "reward", {"hero": 2, "gold": 25}),
    Errand(400, "order", {"hero": 6, "action": "study"}),
]


@dataclass
class Crowd:
    """Other worlds that are turned in the same batches."""

    worlds: list[UUID]
    step: dict[UUID, int] = field(default_factory=dict)

    @classmethod
    def of(cls, owner: User, size: int) -> Crowd:
        return cls([born(owner, seed=1_000 + i, heroes=1 + i % 4).id for i in range(size)])

    def targets(self, size: int, chance: random.Random) -> dict[UUID, int]:
        """Some of them, each to be moved a little, or not at all."""
        some = chance.sample(self.worlds, min(size, len(self.worlds)))
        for world in some:
            self.step[world] = self.step.get(world, 0) + chance.choice((0, 1, 1, 2, 7))
        return {world: self.step[world] for world in some}


def cuts(until: int, pieces: int, chance: random.Random) -> list[int]:
    """The ends of a random partition of a life."""
    return [*sorted(chance.sample(range(1, until), min(pieces - 1, until - 1))), until]


def in_pieces(
    world: UUID, errands: Sequence[Errand], stops: Sequence[int], crowd: Crowd, sizes: Iterator[int]
) -> list[object]:
    """Let a world live from stop to stop, in company; the answers to the errands, which are run on time."""
    chance, answers, left = random.Random(len(stops)), [], list(errands)
    for stop in sorted({*stops, *(errand.step for errand in errands)}):
        tick({world: stop} | crowd.targets(next(sizes), chance))
        while left and left[0].step == stop:
            errand = left.pop(0)
            answers.append(told(world, errand.verb, errand.args))
    return answers


def some_numbers(chance: random.Random, most: int) -> Iterator[int]:
    """Now and then a crowd, otherwise nobody."""
    while True:
        yield chance.choice((0,) * 27 + (1, 3, most))


def test_a_life_in_seven_hundred_ticks_is_the_life_in_one(master: User) -> None:
    chance, until = random.Random(20), 760
    at_once, piecemeal = born(master, seed=11), born(master, seed=11)
    crowd = Crowd.of(master, 30)

    expected = live(at_once.id, ERRANDS, until)
    stops = cuts(until, 700, chance)
    answers = in_pieces(piecemeal.id, ERRANDS, stops, crowd, some_numbers(chance, 30))

    assert answers == expected
    assert fingerprint(piecemeal.id) == fingerprint(at_once.id)


def test_those_who_came_along_lived_their_own_lives(master: User) -> None:
    chance = random.Random(4)
    crowd, alone = Crowd.of(master, 12), Crowd.of(master, 12)
    for _ in range(40):
        tick(crowd.targets(12, chance))

    for world, twin in zip(crowd.worlds, alone.worlds, strict=True):
        tick({twin: crowd.step[world]})

    assert [fingerprint(world) for world in crowd.worlds] == [fingerprint(world) for world in alone.worlds]


HEROES = st.integers(0, 9)
"""Of whom the last do not exist, unless summoned."""
ACTS: st.SearchStrategy[tuple[str, dict[str, object]]] = st.one_of(
    st.tuples(
        st.just("order"),
        st.fixed_dictionaries(
            {"hero": HEROES, "action": st.sampled_from(ORDERABLE), "urgent": st.booleans()},
        ),
    ),
    st.tuples(
        st.just("order"),
        st.fixed_dictionaries(
            {"hero": HEROES, "action": st.just("quest_travel"), "quest": st.integers(1, 6)},
        ),
    ),
    st.tuples(st.sampled_from(PLAIN), st.fixed_dictionaries({"hero": HEROES})),
    st.tuples(st.just("reward"), st.fixed_dictionaries({"hero": HEROES, "gold": st.integers(0, 60)})),
    st.tuples(st.just("gift"), st.fixed_dictionaries({"hero": HEROES, "item": st.sampled_from(ITEMS)})),
    st.tuples(st.just("mediate"), st.fixed_dictionaries({"hero": HEROES, "other": HEROES})),
    st.tuples(
        st.just("promise"),
        st.fixed_dictionaries({"hero": HEROES, "gold": st.integers(1, 50), "days": st.integers(1, 3)}),
    ),
    st.tuples(st.just("policy"), st.fixed_dictionaries({"policy": st.sampled_from(POLICIES)})),
    st.tuples(st.just("wage"), st.fixed_dictionaries({"wage": st.integers(0, 30)})),
    st.tuples(st.just("build"), st.fixed_dictionaries({"facility": st.sampled_from(FACILITIES)})),
    st.tuples(
        st.just("bounty"),
        st.fixed_dictionaries(
            {
                "title": st.just("Wanted"),
                "place": st.integers(2, 6),
                "difficulty": st.integers(1, 60),
                "gold": st.integers(1, 80),
                "days": st.integers(1, 3),
                "party": st.integers(1, 4),
            }
        ),
    ),
    st.tuples(st.just("summon"), st.just({})),
    st.tuples(st.just("dismiss"), st.fixed_dictionaries({"hero": HEROES})),
    st.tuples(st.just("rename"), st.fixed_dictionaries({"hero": HEROES, "name": st.just("Nim")})),
    st.tuples(st.just("time_scale"), st.fixed_dictionaries({"time_scale": st.integers(1, 1440)})),
)
"""Whatever a master can do, sensible or not."""


@st.composite
def lives(draw: st.DrawFn) -> tuple[int, list[Errand]]:
    """How long a world lives, and what its master does meanwhile."""
    until = draw(st.integers(DAY, 4 * DAY))
    moments = sorted(draw(st.lists(st.integers(0, until), max_size=8)))
    errands = []
    for moment in moments:
        errands += [Errand(moment, verb, args) for verb, args in draw(st.lists(ACTS, min_size=1, max_size=3))]
        if draw(st.integers(0, 3)) == 0:
            errands += [Errand(moment, "pause", {}), Errand(moment, "resume", {})]
    return until, errands


@pytest.fixture
def company(master: User) -> Crowd:
    """Worlds to be turned with."""
    return Crowd.of(master, 30)


@settings(
    max_examples=14,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    life=lives(),
    seed=st.integers(0, 2**63 - 1),
    heroes=st.integers(5, 8),
    pieces=st.integers(1, 60),
    bite=st.sampled_from((1, 13, 150, 20_000)),
    page=st.sampled_from((6, 40, 1_000)),
    batch=st.sampled_from((1, 9, 30, 2_000)),
    chance=st.randoms(use_true_random=False),
)
def test_no_partition_company_or_bite_changes_a_life(
    master: User,
    company: Crowd,
    life: tuple[int, list[Errand]],
    seed: int,
    heroes: int,
    pieces: int,
    bite: int,
    page: int,
    batch: int,
    chance: random.Random,
) -> None:
    until, errands = life
    at_once, piecemeal = born(master, seed, heroes), born(master, seed, heroes)

    expected = live(at_once.id, errands, until)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("worlds.tick.BITE_DECISIONS", bite)
        patch.setattr("worlds.tick.PAGE_DECISIONS", page)
        patch.setattr("worlds.tick.BATCH_HEROES", batch)
        stops = cuts(until, pieces, chance)
        answers = in_pieces(piecemeal.id, errands, stops, company, some_numbers(chance, 30))

    assert answers == expected
    assert fingerprint(piecemeal.id) == fingerprint(at_once.id)
    World.objects.filter(id__in=[at_once.id, piecemeal.id]).delete()
