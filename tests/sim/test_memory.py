"""What is remembered is a fold over the log: bounded, ordered, fading, and the same whichever way it is computed."""

from __future__ import annotations

import hashlib
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from heroes.services.remembrance import memories
from heroes.sim import memory
from heroes.sim.lexicon import ACTIONS, KEPT_IN_MIND, MEMORIES, STEPS_A_DAY, Action, Bond
from heroes.sim.memory import FAINT, FELT, FIELDS, OTHER, PLACE, SLOTS, STEP, WHAT, Impression, Life, Moment
from heroes.sim.words.memories import OF_KIND, TOLD, ago, band
from influence.services import interventions

DAY = STEPS_A_DAY
HEROES = 3
CODE = {name: code for code, name in enumerate(KEPT_IN_MIND)}

one_memory = st.tuples(
    st.integers(0, HEROES - 1),
    st.integers(1, len(KEPT_IN_MIND) - 1),
    st.integers(0, len(ACTIONS)),
    st.integers(0, 5),
    st.integers(0, 4),
    st.integers(0, 40),
    st.integers(-100, 100).filter(bool),
)
lives = st.lists(one_memory, max_size=60)


def impressions(found: list[tuple[int, ...]]) -> list[Impression]:
    """One for each entry, a third of a day apart."""
    return [
        Impression(at, hero, [what, action, place, other, quest, at * 16, felt])
        for at, (hero, what, action, place, other, quest, felt) in enumerate(found)
    ]


def blank(heroes: int = HEROES) -> NDArray[np.int32]:
    return memory.table([[]] * heroes)


@given(lives, st.integers(0, 60))
def test_i2_any_schedule_of_keeping_makes_the_same_memories(found: list[tuple[int, ...]], cut: int) -> None:
    told, at_once, in_two, shuffled = impressions(found), blank(), blank(), blank()
    memory.keep(at_once, told)
    memory.keep(in_two, told[:cut])
    memory.keep(in_two, told[cut:])
    memory.keep(shuffled, told[::-1])
    assert (at_once == in_two).all()
    assert (at_once == shuffled).all()


@given(lives)
def test_never_more_than_there_is_room_for_and_no_gap(found: list[tuple[int, ...]]) -> None:
    kept = blank()
    memory.keep(kept, impressions(found))
    filled = kept[:, :, WHAT] > 0
    assert (filled[:, 1:] <= filled[:, :-1]).all()
    assert (np.abs(kept[:, :, FELT]) <= 100).all()
    assert (memory.table(memory.flat(kept)) == kept).all()
    lived = {one[0] for one in found}
    assert {hero for hero in range(HEROES) if filled[hero].any()} == lived


@given(lives)
def test_what_happens_again_is_one_memory(found: list[tuple[int, ...]]) -> None:
    kept = blank()
    memory.keep(kept, impressions(found))
    for hero in kept:
        signs = [tuple(row[: memory.QUEST]) for row in hero.tolist() if row[WHAT]]
        assert len(signs) == len(set(signs))


def row(what: str = "hurt", felt: int = -60, step: int = 0, place: int = 4, other: int = 0) -> list[int]:
    return [CODE[what], int(Action.HUNT) + 1, place, other, 0, step, felt]


def held(*rows: list[int]) -> NDArray[np.int32]:
    return memory.table([[number for one in rows for number in one]])


def test_a_memory_is_half_as_loud_after_ten_days_and_silent_in_the_end() -> None:
    kept = held(row(felt=-80))
    loud = [int(memory.loudness(kept, np.array([day * DAY]))[0, 0]) for day in (0, 10, 20, 30, 100, 5000)]
    assert loud == [80, 40, 20, 10, 0, 0]
    course = [int(memory.loudness(kept, np.array([step]))[0, 0]) for step in range(0, 120 * DAY, 7)]
    assert course == sorted(course, reverse=True)


def after(kept: NDArray[np.int32], new: list[int]) -> list[list[int]]:
    """What one hero remembers with one memory more."""
    out = kept.copy()
    memory.keep(out, [Impression(0, 0, new)])
    rows: list[list[int]] = out[0].tolist()
    return rows


def test_the_faintest_is_forgotten_for_something_louder_and_not_for_something_fainter() -> None:
    full = held(*(row(felt=-50 - at, place=3 + at) for at in range(SLOTS)))
    assert [one[PLACE] for one in after(full, row(felt=-90, place=30))] == [30, 4, 5, 6, 7, 8, 9, 10]
    assert after(full, row(felt=-30, place=30)) == full[0].tolist()


def test_the_same_again_takes_no_room_and_is_felt_the_more() -> None:
    kept = held(row(felt=-60), row(felt=40, what="delight"))
    again = after(kept, row(felt=-60, step=10 * DAY))
    assert (again[0][FELT], again[0][STEP]) == (-75, 10 * DAY)
    assert again[1:] == kept[0, 1:].tolist()


def test_of_two_things_that_one_entry_did_the_louder_is_remembered() -> None:
    kept = blank(1)
    memory.keep(
        kept,
        [
            Impression(5, 0, row("friend", 35)),
            Impression(5, 0, row(felt=-60)),
            Impression(6, 0, row("won", 50)),
        ],
    )
    assert [KEPT_IN_MIND[one[WHAT]] for one in kept[0, :3].tolist()] == ["hurt", "won", ""]


PLAIN = Life(
    action=int(Action.HUNT), place=4, other=-1, quest=0, step=9, satisfaction=0, hurt=0, trial=0, collapsed=False,
    unpaid=False, betrayed=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ({"satisfaction": 30}, None),
        ({"satisfaction": 75}, ("delight", 55)),
        ({"satisfaction": -50}, ("misery", -50)),
        ({"hurt": 9}, None),
        ({"hurt": 20, "satisfaction": -50}, ("hurt", -65)),
        ({"trial": 1, "satisfaction": 20, "hurt": 30}, ("won", 50)),
        ({"trial": 2, "satisfaction": -80}, ("lost", -80)),
        ({"collapsed": True}, ("collapse", -40)),
        ({"unpaid": True, "collapsed": True}, ("collapse", -40)),
        ({"unpaid": True, "betrayed": True}, ("betrayed", -70)),
    ],
)
def test_the_loudest_of_what_an_hour_was_is_remembered(
    what: dict[str, Any], told: tuple[str, int] | None
) -> None:
    one = PLAIN._replace(**what)
    felt, hurt, trial = (np.array([value]) for value in (one.satisfaction, one.hurt, one.trial))
    wronged = np.array([one.collapsed or one.unpaid or one.betrayed])
    assert bool(memory.memorable(felt, hurt, trial, wronged)[0]) == (told is not None)
    left = memory.of_life(one)
    assert (left and (KEPT_IN_MIND[left[WHAT]], left[FELT])) == told


def test_a_bond_is_remembered_for_its_beginning_and_its_end_and_not_for_its_moving() -> None:
    left = [memory.of_bond(int(Bond.ROMANTIC), mark, other=4, step=5) for mark in (0, 1, 2)]
    assert left[0] is None
    assert [KEPT_IN_MIND[one[WHAT]] for one in left if one] == ["love", "parting"]
    assert {one[OTHER] for one in left if one} == {5}


def moment(now: int, wild: int = 3, company: int = 0, tie: int = 0) -> Moment:
    """At the hall, the wild in mind being that place."""
    spots = np.zeros((1, len(ACTIONS)), dtype=np.int64)
    spots[0, [Action.HUNT, Action.GATHER, Action.EXPLORE]] = wild
    company_, foe, tie_ = (np.array([n], dtype=np.int32) for n in (company, 0, tie))
    return Moment(np.array([now]), spots, np.array([-1]), company_, foe, tie_)


def test_where_one_was_hurt_is_shunned_when_it_is_in_sight_and_less_with_time() -> None:
    kept = held(row(felt=-80, place=4))
    (mind,), (pull,) = memory.recall(kept, moment(DAY))
    assert mind[WHAT] == CODE["hurt"]
    assert pull[Action.HUNT] < pull[Action.GATHER] == pull[Action.EXPLORE] < 0 == pull[Action.WORK]
    assert pull[Action.SEEK_HELP] > 0
    elsewhere = memory.recall(kept, moment(DAY, wild=5))[1][0]
    assert pull[Action.HUNT] < elsewhere[Action.HUNT] < 0 == elsewhere[Action.GATHER]
    later = memory.recall(kept, moment(11 * DAY))[1][0]
    assert pull[Action.GATHER] < later[Action.GATHER] < 0
    assert not memory.recall(kept, moment(60 * DAY))[1].any()


def test_a_friend_at_hand_calls_the_friendship_to_mind() -> None:
    kept = held(row(felt=-60), row("friend", 35, place=0, other=2))
    assert memory.recall(kept, moment(0, wild=9))[0][0, WHAT] == CODE["hurt"]
    mind, pull = memory.recall(kept, moment(0, wild=9, company=2, tie=60))
    assert mind[0, WHAT] == CODE["friend"]
    assert pull[0, Action.SOCIALISE] > pull[0, Action.CAROUSE] > 0


@given(lives, st.integers(0, 400 * DAY))
def test_only_what_is_loud_enough_has_a_say(found: list[tuple[int, ...]], now: int) -> None:
    kept = blank()
    memory.keep(kept, impressions(found))
    at = moment(now)
    every = Moment(
        now=np.repeat(at.now, HEROES),
        spots=np.repeat(at.spots, HEROES, axis=0),
        goal=np.repeat(at.goal, HEROES),
        company=np.repeat(at.company, HEROES),
        foe=np.repeat(at.foe, HEROES),
        tie=np.repeat(at.tie, HEROES),
    )
    mind, pull = memory.recall(kept, every)
    loudest = memory.loudness(kept, every.now).max(axis=1)
    assert ((mind[:, WHAT] > 0) <= (loudest >= FAINT)).all()
    assert not pull[mind[:, WHAT] == 0].any()
    assert (np.abs(pull) <= 250).all()


def test_every_kind_of_memory_has_words_for_the_hero_and_for_others() -> None:
    assert set(OF_KIND) == set(TOLD) == set(MEMORIES)
    assert not any("," in text for text in OF_KIND.values())
    told = [ago(band(days)) for days in range(60)]
    assert (told[0], told[1], told[11], told[14], told[30], told[59]) == (
        *(
            "only lately",
            "a day ago",
            "eleven days ago",
            "a good fortnight ago",
            "some weeks ago",
            "a long time ago",
        ),
    )


def test_of_a_memory_the_names_are_looked_up_when_it_is_told() -> None:
    flat = [
        *row(felt=-60, place=5),
        *row("friend", 35, place=0, other=3),
        *row("rival", -10, place=0, other=1),
    ]
    told = memories(flat, 3 * DAY, lambda place: f"in place {place}", lambda number: f"hero {number}")
    assert [one.told for one in told] == [
        "Was hurt in place 4, hunting, three days ago.",
        "Made a friend of hero 2, three days ago.",
        "Fell out with hero 0, three days ago.",
    ]
    assert [one.told for one in memories(flat, 9 * DAY, str, str)][2:] == []


PUBLISHED = "4b22ae4ba268fe8891e91ec0ecaabd9ee6d60c4b75d751ceb0dd2ab845468590"
"""SHA-256 of what rules version 2 remembers; never edited: a world that was lived under it could not be verified."""


def test_what_leaves_a_memory_and_how_it_fades_is_what_was_published() -> None:
    grid = product((-90, -40, 0, 60, 90), (0, 9, 10, 40), (0, 1, 2), *[(False, True)] * 3)
    keys = ("satisfaction", "hurt", "trial", "collapsed", "unpaid", "betrayed")
    lives: list[dict[str, Any]] = [dict(zip(keys, one, strict=True)) for one in grid]
    left = [memory.of_life(PLAIN._replace(**one)) for one in lives]
    bonds = [memory.of_bond(kind, mark, 3, 7) for kind in range(4) for mark in range(3)]
    masters = [memory.of_master(kind, 2, 7) for kind in interventions.KINDS]
    fading = [memory.loudness(held(row(felt=-97)), np.array([day * DAY]))[0, 0].item() for day in range(110)]
    told = str((SLOTS, FIELDS, MEMORIES, left, bonds, masters, fading))
    assert hashlib.sha256(told.encode()).hexdigest() == PUBLISHED
