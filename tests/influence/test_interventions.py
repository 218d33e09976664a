"""What a master can do to a hero besides giving orders: each moves what it should, as logged, and less when repeated."""

from __future__ import annotations

from typing import Any

import pytest

from heroes.models import Hero, HeroRelationship
from heroes.services.journal import Refused
from heroes.sim.lexicon import ITEMS
from influence.services.interventions import PLAIN
from influence.sim.causes import CAUSES
from tests.explained import explained
from tests.influence.hearts import felt, hero, holds, last_row, pillars, was_born
from tests.worlds.lives import DAY, told, wrong
from worlds.models import Guild, World
from worlds.services.inputs import act
from worlds.tick import tick

pytestmark = pytest.mark.django_db


ON_ONE: dict[str, dict[str, Any]] = {
    **{kind: {"hero": 0} for kind in PLAIN},
    "reward": {"hero": 0, "gold": 10},
    "gift": {"hero": 0, "item": "herbs", "count": 2},
    "promise": {"hero": 0, "gold": 10, "days": 3},
}


"""Everything that is done to one hero alone."""


NAMES = ("trust", "respect", "fear")


KIND, UNKIND = ("praise", "reward", "gift", "console", "promise"), ("punish", "threaten")


def treasury(world: World) -> int:
    return Guild.objects.get(world=world).treasury


def signs(moved: dict[str, int]) -> dict[str, int]:
    return {name: (change > 0) - (change < 0) for name, change in moved.items() if change}


@pytest.mark.parametrize("kind", sorted(ON_ONE))
def test_it_moves_what_it_is_said_to_move_and_leaves_a_clean_ledger(oakmere: World, kind: str) -> None:
    before, mood = pillars(oakmere), hero(oakmere).mood
    answer = act(oakmere.id, kind, **ON_ONE[kind])

    moved = {name: after - start for name, start, after in zip(NAMES, before, pillars(oakmere), strict=True)}
    row = last_row(oakmere)
    assert signs(moved) == signs(dict(zip(NAMES, CAUSES[kind][:3], strict=True)))
    assert answer["influence"] == row.changes["influence"] == {n: c for n, c in moved.items() if c}
    assert hero(oakmere).mood - mood == row.mood_impact
    assert felt(oakmere).history[-1]["causes"] == [kind]
    assert (row.kind, row.action, row.step, row.started_step) == ("input", kind, 72, 72)
    assert row.data["input"] == kind
    assert row.data["args"] == ON_ONE[kind]
    assert wrong(oakmere) == []


def test_kindness_lifts_the_spirits_and_cruelty_does_not(oakmere: World) -> None:
    for kind in (*KIND, *UNKIND):
        before = hero(oakmere).mood
        act(oakmere.id, kind, **ON_ONE[kind])
        assert (hero(oakmere).mood > before) is (kind in KIND), kind


def test_only_the_one_who_is_meant_is_moved(oakmere: World) -> None:
    others = [pillars(oakmere, number) for number in range(1, 6)]
    for kind, args in ON_ONE.items():
        act(oakmere.id, kind, **args)
    assert [pillars(oakmere, number) for number in range(1, 6)] == others


@pytest.mark.parametrize("kind", [*PLAIN, "gift"])
def test_the_same_again_on_the_same_day_does_less_and_the_day_after_as_much_as_ever(
    oakmere: World, kind: str
) -> None:
    def force() -> int:
        holds(oakmere, trust=50, respect=50, fear=50)
        moved = act(oakmere.id, kind, **ON_ONE[kind])["influence"]
        return sum(abs(change) for change in moved.values())

    first, *others = [force() for _ in range(6)]
    assert first > others[0]
    assert others == sorted(others, reverse=True)
    assert others[-1] == 0
    tick({oakmere.id: 72 + DAY - 1})
    assert force() == 0
    tick({oakmere.id: 72 + DAY})
    assert force() == first
    assert wrong(oakmere) == []


def test_nothing_rises_above_a_hundred_or_falls_below_nought(oakmere: World) -> None:
    holds(oakmere, trust=1, respect=99, fear=98)
    was_born(oakmere, mood=2)
    act(oakmere.id, "punish", hero=0)
    assert (pillars(oakmere), hero(oakmere).mood) == ((0, 100, 100), 0)
    holds(oakmere, trust=99, respect=100, fear=1)
    was_born(oakmere, mood=99)
    act(oakmere.id, "console", hero=0)
    assert (pillars(oakmere), hero(oakmere).mood) == ((100, 100, 0), 100)
    row = last_row(oakmere)
    assert (row.changes, row.mood_impact) == ({"influence": {"trust": 1, "fear": -1}}, 1)
    assert wrong(oakmere) == []


def test_a_reward_goes_from_the_treasury_into_the_purse(oakmere: World) -> None:
    purse, chest = hero(oakmere).gold, treasury(oakmere)
    act(oakmere.id, "reward", hero=0, gold=chest)
    assert (hero(oakmere).gold, treasury(oakmere)) == (purse + chest, 0)
    assert last_row(oakmere).changes["treasury"] == -chest
    with pytest.raises(Refused, match="treasury holds 0 gold, not the 1"):
        act(oakmere.id, "reward", hero=0, gold=1)
    assert wrong(oakmere) == []


def test_a_greater_reward_wins_no_less_trust(oakmere: World) -> None:
    won = [act(oakmere.id, "reward", hero=number, gold=gold)["influence"].get("trust", 0)
           for number, gold in ((0, 1), (1, 30), (2, 60))]  # fmt: skip
    assert won == sorted(won)


def test_a_gift_is_there_afterwards(oakmere: World) -> None:
    for item in ITEMS:
        before = hero(oakmere).items.get(item, 0)
        act(oakmere.id, "gift", hero=0, item=item, count=10)
        assert hero(oakmere).items[item] == before + 10
    assert wrong(oakmere) == []


def test_the_history_keeps_the_newest_fifty(oakmere: World) -> None:
    for number in range(60):
        act(oakmere.id, ("praise", "console")[number % 2], hero=0)
    history = felt(oakmere).history
    assert len(history) == 50
    assert history[-1]["causes"] == ["console"]
    tick({oakmere.id: 72 + DAY})
    assert len(felt(oakmere).history) == 50


# --- mediating ------------------------------------------------------------------------------------


@pytest.fixture
def rivals(oakmere: World) -> tuple[int, int]:
    """Two heroes of ``oakmere`` who cannot stand each other, both of whom can be spoken to."""
    for row in HeroRelationship.objects.filter(world=oakmere, kind="rivalry", strength__gt=0):
        return row.hero.number, row.other.number
    row = HeroRelationship.objects.filter(world=oakmere, kind="friendship")[0]
    pair = HeroRelationship.objects.filter(world=oakmere, kind="friendship", hero__in=[row.hero, row.other],
                                           other__in=[row.hero, row.other])  # fmt: skip
    pair.update(kind="rivalry", **explained())
    return row.hero.number, row.other.number


def bond(world: World, one: int, other: int) -> HeroRelationship:
    return HeroRelationship.objects.get(world=world, hero__number=one, other__number=other, kind="rivalry")


def test_mediation_soothes_a_rivalry_on_both_sides_alike(oakmere: World, rivals: tuple[int, int]) -> None:
    one, other = rivals
    before, number = bond(oakmere, one, other), bond(oakmere, one, other).interactions
    act(oakmere.id, "mediate", hero=one, other=other)

    sides = bond(oakmere, one, other), bond(oakmere, other, one)
    for side in sides:
        assert side.strength < before.strength
        assert (side.interactions, side.last_step) == (number + 1, 72)
        assert side.history[-1]["cause"] == "mediate"
    (shift,) = last_row(oakmere).changes["relationships"]
    assert (shift["with"], shift["kind"]) == (other, "rivalry")
    assert (
        before.strength + shift["change"] + shift.get("fading", 0) == sides[0].strength == sides[1].strength
    )
    tick({oakmere.id: 72 + 3 * DAY})


def test_mediation_ends_at_indifference(oakmere: World, rivals: tuple[int, int]) -> None:
    one, other = rivals
    said = [str(told(oakmere.id, "mediate", {"hero": one, "other": other})) for _ in range(15)]
    assert "are no rivals" in said[-1]
    assert bond(oakmere, one, other).strength == bond(oakmere, other, one).strength == 0
    tick({oakmere.id: 72 + 2 * DAY})
    oakmere.refresh_from_db()
    assert oakmere.status == "running"


@pytest.mark.parametrize("other", [0, 99, -1])
def test_only_rivals_can_be_reconciled(oakmere: World, other: int) -> None:
    before = last_row(oakmere).id
    with pytest.raises(Refused, match=r"are no rivals|there is no hero"):
        act(oakmere.id, "mediate", hero=0, other=other)
    assert last_row(oakmere).id == before


# --- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(ON_ONE))
@pytest.mark.parametrize("number", [99, -1])
def test_nothing_is_done_to_nobody(oakmere: World, kind: str, number: int) -> None:
    with pytest.raises(Refused, match=f"there is no hero {number} in this world"):
        act(oakmere.id, kind, **(ON_ONE[kind] | {"hero": number}))


@pytest.mark.parametrize("kind", sorted(ON_ONE))
def test_nothing_is_done_to_those_who_left(oakmere: World, kind: str) -> None:
    Hero.objects.filter(world=oakmere, number=0).update(status="gone")
    chest = treasury(oakmere)
    with pytest.raises(Refused, match="has left the guild"):
        act(oakmere.id, kind, **ON_ONE[kind])
    assert treasury(oakmere) == chest


@pytest.mark.parametrize(
    ("kind", "args", "says"),
    [
        ("reward", {"gold": 0}, "1 to 1,000,000 gold, not 0"),
        ("reward", {"gold": -50}, "1 to 1,000,000 gold, not -50"),
        ("reward", {"gold": 10**9}, "1 to 1,000,000 gold, not 1,000,000,000"),
        ("reward", {"gold": 900_000}, "the treasury holds"),
        ("gift", {"item": "moon"}, "'moon' is not an item; there are wood, herbs"),
        ("gift", {"item": "gold"}, "'gold' is not an item"),
        ("gift", {"count": 0}, "1 to 10 things, not 0"),
        ("gift", {"count": -1}, "1 to 10 things, not -1"),
        ("gift", {"count": 11}, "1 to 10 things, not 11"),
        ("promise", {"gold": 0}, "1 to 1,000,000 gold, not 0"),
        ("promise", {"days": 0}, "1 to 60 game days, not 0"),
        ("promise", {"days": 61}, "1 to 60 game days, not 61"),
    ],
)
def test_a_refusal_says_what_would_be_right_and_changes_nothing(
    oakmere: World, kind: str, args: dict[str, Any], says: str
) -> None:
    before = last_row(oakmere).id, pillars(oakmere), hero(oakmere).gold, treasury(oakmere)
    with pytest.raises(Refused) as refusal:
        act(oakmere.id, kind, **(ON_ONE[kind] | args))
    assert says in str(refusal.value)
    assert (last_row(oakmere).id, pillars(oakmere), hero(oakmere).gold, treasury(oakmere)) == before
