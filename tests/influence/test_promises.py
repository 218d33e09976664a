"""Promises: kept, broken, and owed to nobody who left."""

from __future__ import annotations

import pytest

from heroes.services.journal import Refused
from tests.influence.hearts import felt, hero, holds, pillars, rows_of
from tests.worlds.lives import DAY, aged, wrong
from worlds.models import World
from worlds.services.inputs import act
from worlds.tick import tick

pytestmark = pytest.mark.django_db


# --- promises -------------------------------------------------------------------------------------


def state_of_promise(world: World) -> str:
    state: str = felt(world).promises[-1]["state"]
    return state


def test_a_promise_is_kept_by_the_gold_that_was_promised(oakmere: World) -> None:
    act(oakmere.id, "promise", hero=0, gold=20, days=2)
    plain = aged(oakmere.owner, 72)
    holds(plain, trust=pillars(oakmere)[0], respect=50, fear=30)
    tick({oakmere.id: 72 + 2 * DAY - 3})

    act(oakmere.id, "reward", hero=0, gold=19)
    assert state_of_promise(oakmere) == "open"
    before = pillars(oakmere)
    kept = act(oakmere.id, "reward", hero=0, gold=20)["influence"]
    mere = act(plain.id, "reward", hero=0, gold=20)["influence"]

    assert state_of_promise(oakmere) == "kept"
    assert kept["trust"] > 0
    assert pillars(oakmere)[0] - before[0] == kept["trust"]
    assert kept["trust"] >= mere["trust"]
    tick({oakmere.id: 72 + 5 * DAY})
    assert state_of_promise(oakmere) == "kept"
    assert not [row for row in rows_of(oakmere) if "promise_broken" in row.data.get("causes", [])]
    assert wrong(oakmere) == []


def test_a_promise_that_is_not_kept_costs_more_trust_than_it_won(oakmere: World) -> None:
    won = act(oakmere.id, "promise", hero=0, gold=20, days=1)["influence"]["trust"]
    tick({oakmere.id: 72 + 3 * DAY})

    assert state_of_promise(oakmere) == "broken"
    (row,) = [row for row in rows_of(oakmere) if "promise_broken" in row.data.get("causes", [])]
    assert row.step >= 72 + DAY
    assert row.started_step < 72 + DAY
    assert row.changes["influence"]["trust"] < -won
    assert wrong(oakmere) == []


def test_there_is_one_open_promise_at_a_time(oakmere: World) -> None:
    act(oakmere.id, "promise", hero=0, gold=5, days=2)
    with pytest.raises(Refused, match="still waits for what you promised before"):
        act(oakmere.id, "promise", hero=0, gold=5, days=2)
    act(oakmere.id, "promise", hero=1, gold=5, days=2)
    act(oakmere.id, "reward", hero=0, gold=5)
    act(oakmere.id, "promise", hero=0, gold=6, days=2)
    assert [one["state"] for one in felt(oakmere).promises] == ["kept", "open"]


def test_who_left_is_owed_nothing(oakmere: World) -> None:
    act(oakmere.id, "promise", hero=0, gold=5, days=4)
    act(oakmere.id, "dismiss", hero=0)
    tick({oakmere.id: 72 + 6 * DAY})
    assert hero(oakmere).status == "gone"
    assert not [row for row in rows_of(oakmere) if "promise_broken" in row.data.get("causes", [])]
    assert wrong(oakmere) == []
