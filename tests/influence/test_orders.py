"""Orders: agreed to or refused with the reason, the same for a game day, carried out or logged as impossible."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import asdict
from typing import Any, NamedTuple

import pytest
from django.db import transaction

from heroes.models import Decision, Hero
from heroes.services.journal import Refused
from heroes.sim.lexicon import ACTIONS, ITEMS
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from influence.services import orders
from influence.services.orders import ORDERABLE, weighed
from influence.sim.compliance import compliance
from quests.models import Quest
from tests.influence.hearts import felt, hero, holds, last_row, pillars, rows_of, was_born
from tests.worlds.lives import DAY, aged, born, wrong
from worlds.models import World
from worlds.services.inputs import act
from worlds.services.moments import held
from worlds.tick import tick

pytestmark = pytest.mark.django_db
NOON = 24
LEISURE = ("work", "study", "pray", "loaf", "explore")
"""What can nearly always be done."""


@pytest.fixture
def devoted(master: User) -> World:
    """A world at the noon of its first day whose heroes would do nearly anything for their master."""
    world = aged(master, NOON, heroes=12)
    for number in range(12):
        holds(world, number, trust=100, respect=100)
        was_born(world, number, energy=90, health=100)
    return world


@pytest.fixture
def sullen(master: User) -> World:
    """The same, but they would do little."""
    world = aged(master, NOON, heroes=12)
    for number in range(12):
        holds(world, number, trust=25, respect=25, fear=10)
    return world


def at_home(world: World) -> list[Hero]:
    """Heroes who can be spoken to, and who have something to do beyond the next half hour."""
    busy = Hero.objects.filter(world=world, status="active", until_step__gt=world.step + 1)
    return list(busy.order_by("number"))


def agreed(world: World, number: int, *actions: str, **args: Any) -> str:
    """The first action that the hero agrees to."""
    for action in actions:
        if act(world.id, "order", hero=number, action=action, **args)["agreed"]:
            return action
    pytest.fail("nobody agrees to anything")


def sends(world: World, number: int, action: str, **order: Any) -> None:
    """Give a hero a standing order, whatever they think of it."""
    feelings = felt(world, number)
    feelings.standing_order = {"action": action, "quest": None, "until": world.step + DAY} | order
    feelings.save()


def outcomes(world: World, number: int) -> list[dict[str, Any]]:
    """How the orders of a hero ended."""
    rows = rows_of(world, number, kind="action")
    return [row.data["order"] for row in rows if "order" in row.data]


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


# --- obeying --------------------------------------------------------------------------------------


def test_an_order_that_is_agreed_to_is_carried_out_next(devoted: World) -> None:
    number = at_home(devoted)[0].number
    action = agreed(devoted, number, *LEISURE)
    tick({devoted.id: NOON + DAY})

    since = [row for row in rows_of(devoted, number, kind="action") if row.step > NOON]
    at = next(i for i, row in enumerate(since) if "order" in row.data)
    assert at <= 1  # what was under way is finished first
    done = since[at]
    assert (done.action, done.data["order"]) == (action, {"action": action, "outcome": "done"})
    assert "order_done" in done.data["causes"]
    assert felt(devoted, number).standing_order is None
    assert outcomes(devoted, number) == [done.data["order"]]
    if at:
        why = Decision.objects.get(id=done.id)
        assert why.context["order"] == action
        assert why.contributions["chosen"]["order"] > max(
            value for name, value in why.contributions["chosen"].items() if name != "order"
        )
    assert wrong(devoted, decisions=True) == []


def test_an_urgent_order_cuts_short_what_is_under_way_and_is_carried_out_at_once(devoted: World) -> None:
    someone = next(one for one in at_home(devoted) if one.current_action not in LEISURE)
    before = pillars(devoted, someone.number)
    action = agreed(devoted, someone.number, *LEISURE, urgent=True)
    now = hero(devoted, someone.number)
    assert now.until_step == NOON + 1
    assert now.mood <= someone.mood
    assert pillars(devoted, someone.number)[0] < before[0]
    tick({devoted.id: NOON + DAY})

    cut, done = [row for row in rows_of(devoted, someone.number, kind="action") if row.step > NOON][:2]
    assert (cut.action, cut.started_step, cut.step) == (
        someone.current_action,
        someone.started_step,
        NOON + 1,
    )
    assert cut.data["duration_minutes"] == (cut.step - cut.started_step) * 30
    assert (done.action, done.started_step, done.data["order"]["outcome"]) == (action, NOON + 1, "done")
    assert wrong(devoted, decisions=True) == []


def test_an_urgent_order_disturbs_the_mood_as_it_is_logged(devoted: World) -> None:
    someone = at_home(devoted)[0]
    agreed(devoted, someone.number, *LEISURE, urgent=True)
    row = rows_of(devoted, someone.number, kind="input")[-1]
    assert row.mood_impact < 0
    assert hero(devoted, someone.number).mood == someone.mood + row.mood_impact
    assert wrong(devoted) == []


def test_a_refused_urgent_order_disturbs_nobody(sullen: World) -> None:
    for someone in at_home(sullen):
        before = someone.until_step
        if not act(sullen.id, "order", hero=someone.number, action="hunt", urgent=True)["agreed"]:
            assert hero(sullen, someone.number).until_step == before
            assert felt(sullen, someone.number).standing_order is None


def test_an_urgent_order_to_do_what_is_being_done_lets_it_be_finished(devoted: World) -> None:
    someone = at_home(devoted)[0]
    Hero.objects.filter(id=someone.id).update(current_action="work")
    agreed(devoted, someone.number, "work", urgent=True)
    assert hero(devoted, someone.number).until_step == someone.until_step


def test_a_hero_on_the_road_is_not_called_back_by_an_order_they_once_agreed_to(devoted: World) -> None:
    someone = at_home(devoted)[0]
    action = agreed(devoted, someone.number, *LEISURE)
    sends(devoted, someone.number, "quest_travel", quest=None)
    on_the_road = NOON
    while hero(devoted, someone.number).status != "away":
        on_the_road += 1
        assert on_the_road < NOON + DAY
        tick({devoted.id: on_the_road})
    due = hero(devoted, someone.number).until_step

    act(devoted.id, "order", hero=someone.number, action=action, urgent=True)

    assert hero(devoted, someone.number).until_step == due
    tick({devoted.id: NOON + 3 * DAY})
    assert wrong(devoted, decisions=True) == []


def test_a_hero_who_is_ordered_on_a_quest_takes_that_quest(devoted: World) -> None:
    quests = Quest.objects.filter(world=devoted, status="open").order_by("-number")
    ordered = [
        (someone.number, quest.number)
        for someone, quest in zip(at_home(devoted), quests, strict=False)
        if act(devoted.id, "order", hero=someone.number, action="quest_travel", quest=quest.number)["agreed"]
    ]
    assert ordered
    tick({devoted.id: NOON + DAY})
    for number, quest in ordered:
        trips = [row for row in rows_of(devoted, number, kind="action") if row.data.get("quest")]
        under_way = hero(devoted, number).quest_number
        failed = [one for one in outcomes(devoted, number) if one["outcome"] == "failed"]
        assert quest in [under_way, *(row.data["quest"] for row in trips)] or failed
    assert any(hero(devoted, number).quest_number == quest or rows_of(devoted, number, data__quest=quest)
               for number, quest in ordered)  # fmt: skip


IMPOSSIBLE: dict[str, dict[str, Any]] = {
    "trade": {"items": dict.fromkeys(ITEMS, 0)},
    "craft": {"items": dict.fromkeys(ITEMS, 0)},
    "carouse": {"gold": 0},
    "seek_help": {"health": 100, "mood": 80},
    "sleep": {"energy": 100},
    "rest": {"energy": 100, "health": 100},
}


@pytest.mark.parametrize("action", sorted(IMPOSSIBLE))
def test_an_order_that_has_become_impossible_is_logged_as_failed_with_the_reason(
    devoted: World, action: str
) -> None:
    someone = next(one for one in at_home(devoted) if one.current_action != action)
    was_born(devoted, someone.number, **IMPOSSIBLE[action])
    sends(devoted, someone.number, action)
    Hero.objects.filter(id=someone.id).update(current_action="loaf", until_step=NOON + 1, started_step=NOON)
    tick({devoted.id: NOON + 1})

    row = rows_of(devoted, someone.number, kind="action")[-1]
    assert row.data["order"]["outcome"] == "failed"
    assert row.data["order"]["action"] == action
    assert len(row.data["order"]["reason"]) > 8
    assert felt(devoted, someone.number).standing_order is None
    assert hero(devoted, someone.number).current_action != action


def test_an_order_on_a_quest_that_was_taken_by_others_is_logged_as_failed(devoted: World) -> None:
    someone = at_home(devoted)[0].number
    quest = Quest.objects.filter(world=devoted, status="open").latest("number")
    sends(devoted, someone, "quest_travel", quest=quest.number)
    Quest.objects.filter(id=quest.id).update(status="expired")
    tick({devoted.id: NOON + DAY})

    (outcome,) = outcomes(devoted, someone)
    assert outcome["outcome"] == "failed"
    assert "quest" in outcome["reason"]
    assert wrong(devoted, decisions=True) == []


def test_an_order_that_nobody_got_round_to_lapses(devoted: World) -> None:
    someone = at_home(devoted)[0].number
    sends(devoted, someone, "work", until=NOON + 2)
    Hero.objects.filter(world=devoted, number=someone).update(until_step=NOON + 5)
    tick({devoted.id: NOON + DAY})
    assert outcomes(devoted, someone)[0] == {"action": "work", "outcome": "lapsed"}
    assert felt(devoted, someone).standing_order is None


def test_a_life_of_orders_leaves_a_clean_world(master: User) -> None:
    world = born(master, seed=4, heroes=8)
    for step in range(0, 4 * DAY, 5):
        tick({world.id: step})
        number, action = step % 8, ORDERABLE[step % len(ORDERABLE)]
        if hero(world, number).status != "gone":
            act(world.id, "order", hero=number, action=action, urgent=step % 2 == 0)
    tick({world.id: 5 * DAY})
    assert wrong(world, decisions=True) == []
