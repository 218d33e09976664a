"""What becomes of an order after the yes."""

from __future__ import annotations

from typing import Any

import pytest

from heroes.models import Decision, Hero
from heroes.sim import notation
from heroes.sim.lexicon import ITEMS
from herotycoon.accounts.models import User
from influence.services.orders import ORDERABLE
from quests.models import Quest
from tests.explained import explained
from tests.influence.hearts import felt, hero, pillars, rows_of, was_born
from tests.influence.orders_scene import NOON, at_home
from tests.worlds.lives import DAY, born, wrong
from worlds.models import World
from worlds.services.inputs import act
from worlds.tick import tick

pytestmark = pytest.mark.django_db


LEISURE = ("work", "study", "pray", "loaf", "explore")


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
        assert notation.context(why.context)["order"] == action
        spoke = notation.contributions(why.contributions)["chosen"]
        assert spoke.pop("order") > max(spoke.values())
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
    Hero.objects.filter(id=someone.id).update(current_action="work", **explained())
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
    Hero.objects.filter(id=someone.id).update(
        current_action="loaf", until_step=NOON + 1, started_step=NOON, **explained()
    )
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
