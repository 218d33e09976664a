"""Orders: agreed to or refused with the reason, the same for a game day, carried out or logged as impossible."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import asdict
from typing import Any, NamedTuple

import pytest
from django.db import transaction

from heroes.models import Hero
from heroes.services.journal import Refused
from heroes.sim.lexicon import ACTIONS
from influence.models import MasterInfluence
from influence.services import orders
from influence.services.orders import ORDERABLE, weighed
from influence.sim.compliance import compliance
from quests.models import Quest
from tests.influence.hearts import felt, hero, holds, last_row, pillars, was_born
from tests.influence.orders_scene import NOON, at_home
from tests.worlds.lives import DAY, wrong
from worlds.models import World
from worlds.services.inputs import act
from worlds.services.moments import held
from worlds.tick import tick

pytestmark = pytest.mark.django_db


"""What can nearly always be done."""


class Asked(NamedTuple):
    """An order, and the hero as they were before it."""

    hero: Hero
    feelings: MasterInfluence
    action: str
    answer: dict[str, Any]


def asked(world: World, *actions: str) -> Iterator[Asked]:
    """Ask every hero who is at home for these actions."""
    for someone in at_home(world):
        for action in actions:
            feelings = felt(world, someone.number)
            yield Asked(someone, feelings, action, act(world.id, "order", hero=someone.number, action=action))


ALL = ("hunt", "study", "patrol", "trade", "pray", "craft", "explore", "train_magic", "work")


# --- asking ---------------------------------------------------------------------------------------


def test_the_devoted_obey_more_often_than_the_sullen(devoted: World, sullen: World) -> None:
    yes, no = ([one.answer["agreed"] for one in asked(world, *ALL)] for world in (devoted, sullen))
    assert sum(yes) / len(yes) > sum(no) / len(no) + 0.2


def test_the_roll_is_below_the_chance_where_a_hero_agrees_and_only_there(sullen: World) -> None:
    for one in asked(sullen, *ALL):
        assert one.answer["agreed"] is (one.answer["roll"] < one.answer["chance"])
        assert one.answer["chance"] == int(
            compliance(weighed(one.hero, one.feelings, one.action, None, 1))[0]
        )


def test_a_refusal_says_who_and_why(sullen: World) -> None:
    refused = [one for one in asked(sullen, *ALL) if not one.answer["agreed"]]
    assert refused
    for one in refused:
        assert one.answer["why"].startswith(one.hero.name)
        assert len(one.answer["why"]) > len(one.hero.name) + 5


def test_what_would_have_changed_a_refusal_would_really_have_and_a_point_less_would_not(
    sullen: World,
) -> None:
    for number in (0, 1):  # so unwilling that nothing small would help
        holds(sullen, number, trust=0, respect=0, fear=0)
    refused = [one for one in asked(sullen, *ALL) if not one.answer["agreed"]]
    for one in refused:
        for name in ("trust", "respect", "fear"):
            enough = [
                points
                for points in range(1, 101 - getattr(one.feelings, name))
                if one.answer["roll"] < _chance(one, name, points)
            ]
            assert one.answer["needed"].get(name) == min(enough, default=None), (name, one.answer)
    assert any(one.answer["needed"] for one in refused)


def _chance(one: Asked, name: str, points: int) -> int:
    feelings = deepcopy(one.feelings)
    setattr(feelings, name, getattr(feelings, name) + points)
    return int(compliance(weighed(one.hero, feelings, one.action, None, 1))[0])


def test_whatever_the_roll_what_was_needed_would_have_been_enough(sullen: World) -> None:
    someone = at_home(sullen)[0]
    was_born(sullen, someone.number, energy=20, health=60)
    rolls = iter(range(0, 1000, 27))
    for trust in (0, 40, 100):
        for respect in (0, 70):
            holds(sullen, someone.number, trust=trust, respect=respect)
            for action in ("hunt", "work", "rest"):
                feelings, now = felt(sullen, someone.number), hero(sullen, someone.number)
                MasterInfluence.objects.filter(id=feelings.id).update(answers={})
                for roll in (next(rolls, 500), 984, 985, 999):
                    with transaction.atomic():
                        with held(sullen.id) as at:
                            said = orders.give(at.now, roll, hero=someone.number, action=action)
                        transaction.set_rollback(True)
                    one = Asked(now, feelings, action, asdict(said))
                    for name in ("trust", "respect", "fear"):
                        room = range(1, 101 - getattr(feelings, name))
                        enough = [points for points in room if roll < _chance(one, name, points)]
                        wanted = None if said.agreed else min(enough, default=None)
                        assert said.needed.get(name) == wanted, (roll, name, said)


def test_a_refusal_costs_respect_and_asking_again_costs_nothing_more(sullen: World) -> None:
    one = next(one for one in asked(sullen, *ALL) if not one.answer["agreed"])
    number, before = one.hero.number, (one.feelings.trust, one.feelings.respect, one.feelings.fear)
    assert pillars(sullen, number) == (before[0], before[1] - 1, before[2])

    again = act(sullen.id, "order", hero=number, action=one.action)

    assert again == one.answer | {"repeated": True}
    assert pillars(sullen, number) == (before[0], before[1] - 1, before[2])


def test_the_same_order_gets_the_same_answer_for_a_game_day_whatever_happens(sullen: World) -> None:
    one = next(one for one in asked(sullen, *ALL) if not one.answer["agreed"])
    number = one.hero.number
    for _ in range(3):
        act(sullen.id, "praise", hero=number)
    holds(sullen, number, trust=100, respect=100)
    for step in (NOON, NOON + 1, NOON + 20, NOON + DAY - 1):
        tick({sullen.id: step})
        for urgent in (False, True):
            again = act(sullen.id, "order", hero=number, action=one.action, urgent=urgent)
            assert again == one.answer | {"repeated": True}


def test_after_a_game_day_an_order_is_weighed_anew(sullen: World) -> None:
    refused = [one for one in asked(sullen, *ALL) if not one.answer["agreed"]]
    for number in range(6):
        holds(sullen, number, trust=100, respect=100)
    tick({sullen.id: NOON + DAY})
    answers = [act(sullen.id, "order", hero=one.hero.number, action=one.action) for one in refused]
    assert not any(answer["repeated"] for answer in answers)
    assert any(answer["agreed"] for answer in answers)


def test_another_quest_is_another_order(devoted: World) -> None:
    someone = at_home(devoted)[0].number
    one, other = Quest.objects.filter(world=devoted, status="open").values_list("number", flat=True)[:2]
    first = act(devoted.id, "order", hero=someone, action="quest_travel", quest=one)
    second = act(devoted.id, "order", hero=someone, action="quest_travel", quest=other)
    plain = act(devoted.id, "order", hero=someone, action="quest_travel")
    assert len({answer["roll"] for answer in (first, second, plain)}) == 3
    assert not any(answer["repeated"] for answer in (first, second, plain))


def test_who_is_away_cannot_hear(devoted: World) -> None:
    Hero.objects.filter(world=devoted, number=0).update(status="away")
    answer = act(devoted.id, "order", hero=0, action="work")
    assert not answer["agreed"]
    assert "away" in answer["why"]


@pytest.mark.parametrize("state", [{"energy": 3}, {"health": 10}])
def test_who_has_collapsed_cannot_obey(devoted: World, state: dict[str, int]) -> None:
    was_born(devoted, 0, **state)
    Hero.objects.filter(world=devoted, number=0).update(status="active")
    answer = act(devoted.id, "order", hero=0, action="work")
    assert not answer["agreed"]
    assert "collapsed" in answer["why"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ({"action": "dance"}, "'dance' cannot be ordered; what can be: rest, sleep, eat"),
        ({"action": ""}, "cannot be ordered"),
        ({"action": "quest_trial"}, "cannot be ordered"),
        ({"action": "quest_return"}, "cannot be ordered"),
        ({"action": "depart"}, "cannot be ordered"),
        ({"action": "hunt", "quest": 1}, "only the order quest_travel names a quest, not hunt"),
        ({"action": "quest_travel", "quest": 900}, "there is no quest 900 on the board"),
        ({"action": "quest_travel", "quest": -1}, "there is no quest -1 on the board"),
        ({"action": "work", "hero": 99}, "there is no hero 99 in this world"),
        ({"action": "work", "hero": -1}, "there is no hero -1 in this world"),
    ],
)
def test_an_order_that_makes_no_sense_is_refused_by_the_game(
    devoted: World, args: dict[str, Any], says: str
) -> None:
    before = last_row(devoted).id
    with pytest.raises(Refused) as refusal:
        act(devoted.id, "order", **({"hero": 0} | args))
    assert says in str(refusal.value)
    assert last_row(devoted).id == before
    assert felt(devoted).standing_order is None


def test_a_quest_that_is_over_cannot_be_ordered(devoted: World) -> None:
    Quest.objects.filter(world=devoted, number=1).update(status="failed")
    with pytest.raises(Refused, match="no quest 1 on the board"):
        act(devoted.id, "order", hero=0, action="quest_travel", quest=1)


def test_who_has_left_takes_no_orders(devoted: World) -> None:
    Hero.objects.filter(world=devoted, number=0).update(status="gone")
    with pytest.raises(Refused, match="has left the guild"):
        act(devoted.id, "order", hero=0, action="work")


def test_everything_that_can_be_ordered_can_be_asked_for(devoted: World) -> None:
    for action in ORDERABLE:
        act(devoted.id, "order", hero=at_home(devoted)[0].number, action=action)
    assert set(ORDERABLE) == set(ACTIONS) - {"quest_trial", "quest_return", "depart"}
    assert wrong(devoted) == []
