"""What game masters can do besides: what each power changes, logs and refuses, and that it says whose hand it was."""

from __future__ import annotations

from copy import deepcopy
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from heroes.models import Activity, Decision, Hero
from heroes.services.journal import Refused
from herotycoon.accounts.models import User
from herotycoon.pg.hand import by
from influence.models import MasterInfluence
from quests.models import Quest
from tests.worlds.inputs_scene import guild_of, last_row
from tests.worlds.lives import DAY, aged, wrong
from worlds.models import World, WorldEvent
from worlds.replay import replay
from worlds.services.inputs import POWERS, act
from worlds.services.report.gather import report
from worlds.services.report.words import tell
from worlds.tick import tick

pytestmark = pytest.mark.django_db
QUEST = {"title": "The lost bell", "description": "It rang once.", "place": 2, "difficulty": 10, "gold": 40, "days": 3,
         "party": 2}  # fmt: skip
HAND = {"who": str(uuid4()), "because": "the harvest failed"}


@pytest.fixture
def oakmere(master: User) -> World:
    return aged(master, 72, rules_version=1)


def quest_of(world: World) -> Quest:
    return Quest.objects.filter(world=world, status="open").order_by("number")[0]


def uses(world: World) -> list[tuple[str, dict[str, Any]]]:
    """A sensible use of every power, in an order in which each is possible."""
    data = deepcopy(world.data)
    data["lore"] = "Told anew."
    board = quest_of(world).number
    return [
        ("start_event", {"kind": "festival", "days": 2}),
        ("start_event", {"kind": "storm", "days": 1, "place": 3}),
        ("end_event", {"event": WorldEvent.objects.filter(world=world).count() + 2}),
        ("post_quest", QUEST),
        ("amend_quest", {"quest": board, "title": "Another title", "description": ""}),
        ("withdraw_quest", {"quest": board}),
        ("grant", {"what": "treasury", "change": 50}),
        ("grant", {"what": "gold", "change": 7, "hero": 1}),
        ("grant", {"what": "ore", "change": 2, "hero": 1}),
        ("grant", {"what": "mood", "change": -3, "hero": 2}),
        ("grant", {"what": "trust", "change": 4, "hero": 2}),
        ("rename_world", {"name": "Oakmere by the Lake"}),
        ("redraw", {"data": data}),
        ("put_back", {}),
        ("adopt_rules", {"version": 2}),
    ]


def test_every_power_is_logged_with_who_and_why_and_can_be_lived_again(oakmere: World) -> None:
    used = uses(oakmere)
    assert {power for power, _ in used} == set(POWERS)
    for power, args in used:
        with transaction.atomic(), by(HAND):
            act(oakmere.id, power, **args)
        row = last_row(oakmere)
        assert (row.kind, row.action, row.data["hand"]) == ("input", power, HAND)
        assert wrong(oakmere) == []
    tick({oakmere.id: 72 + 2 * DAY})
    oakmere.refresh_from_db()
    assert wrong(oakmere, decisions=True) == []
    assert replay(oakmere).equal


def test_an_edit_says_whose_hand_it_was_and_is_lived_again_with_it(oakmere: World) -> None:
    with transaction.atomic(), by(HAND):
        Hero.objects.filter(world=oakmere, number=1).update(name="Ann")
    assert last_row(oakmere).data["hand"] == HAND
    Hero.objects.filter(world=oakmere, number=1).update(name="Björn")
    assert "hand" not in last_row(oakmere).data
    tick({oakmere.id: 72 + DAY})
    oakmere.refresh_from_db()
    assert replay(oakmere).equal


def test_what_a_master_does_names_no_hand(oakmere: World) -> None:
    act(oakmere.id, "wage", wage=3)
    assert "hand" not in last_row(oakmere).data


def test_a_festival_begins_with_the_next_step_and_ends_after_its_days(oakmere: World) -> None:
    number = act(oakmere.id, "start_event", kind="festival", days=2)["event"]
    tick({oakmere.id: 73})
    assert WorldEvent.objects.get(world=oakmere, number=number).status == "in_force"
    tick({oakmere.id: 73 + 2 * DAY})
    assert WorldEvent.objects.get(world=oakmere, number=number).status == "over"
    log = Activity.objects.filter(world=oakmere, data__event=number).order_by("step")
    assert [row.action for row in log] == ["event_begins", "event_ends"]


def test_an_event_in_force_ends_with_the_next_step(oakmere: World) -> None:
    number = act(oakmere.id, "start_event", kind="festival", days=9)["event"]
    tick({oakmere.id: 80})
    act(oakmere.id, "end_event", event=number)
    tick({oakmere.id: 81})
    assert WorldEvent.objects.get(world=oakmere, number=number).status == "over"
    with pytest.raises(Refused, match="coming or in force"):
        act(oakmere.id, "end_event", event=number)


def test_what_was_withdrawn_is_taken_by_nobody(oakmere: World) -> None:
    quest = quest_of(oakmere)
    act(oakmere.id, "withdraw_quest", quest=quest.number)
    tick({oakmere.id: 72 + 2 * DAY})
    quest.refresh_from_db()
    assert (quest.status, quest.assignments.count() if hasattr(quest, "assignments") else 0) == ("expired", 0)
    with pytest.raises(Refused, match="can be taken off"):
        act(oakmere.id, "withdraw_quest", quest=quest.number)


def test_a_difference_is_booked_as_it_is(oakmere: World) -> None:
    treasury = guild_of(oakmere).treasury
    hero = Hero.objects.get(world=oakmere, number=1)
    felt = MasterInfluence.objects.get(hero=hero)
    act(oakmere.id, "grant", what="treasury", change=-treasury)
    act(oakmere.id, "grant", what="gold", change=12, hero=1)
    act(oakmere.id, "grant", what="fear", change=5, hero=1)
    assert guild_of(oakmere).treasury == 0
    assert Hero.objects.get(pk=hero.pk).gold == hero.gold + 12
    assert MasterInfluence.objects.get(hero=hero).fear == felt.fear + 5
    assert wrong(oakmere) == []


def test_the_report_tells_of_a_gift_from_nowhere_and_why(oakmere: World) -> None:
    with transaction.atomic(), by(HAND):
        act(oakmere.id, "grant", what="treasury", change=50)
        act(oakmere.id, "grant", what="ore", change=-1, hero=ore_owner(oakmere))
    told = "\n".join(line.text for _, line in tell(report(oakmere, 71)).headlines)
    assert "A game master gave 50 gold to the treasury" in told
    assert "because the harvest failed" in told
    assert "A game master took 1 ore from " in told


def ore_owner(world: World) -> int:
    act(world.id, "grant", what="ore", change=1, hero=1)
    return 1


@pytest.mark.parametrize(
    ("power", "args", "why"),
    [
        ("start_event", {"kind": "eclipse", "days": 1}, "'eclipse' is no kind of event; there are festival"),
        ("start_event", {"kind": "festival", "days": 0}, "an event lasts 1 to 30 game days, not 0"),
        ("start_event", {"kind": "festival", "days": 1, "place": 2}, "befalls every place; leave the place empty"),
        ("start_event", {"kind": "storm", "days": 1}, "befalls one stretch of country: 2 "),
        ("start_event", {"kind": "storm", "days": 1, "place": 99}, "befalls one stretch of country: 2 "),
        ("end_event", {"event": 999}, "no event 999 is coming or in force"),
        ("post_quest", QUEST | {"place": 0}, "a quest leads to a biome"),
        ("post_quest", QUEST | {"gold": -1}, "a quest pays 0 to 100,000 gold, not -1"),
        ("post_quest", QUEST | {"title": " "}, "a title has 1 to 120"),
        ("amend_quest", {"quest": 999, "title": "x", "description": ""}, "there is no quest 999"),
        ("amend_quest", {"quest": 0, "title": "x", "description": "\x00"}, "a description has at most 2,000"),
        ("grant", {"what": "gold", "change": 0, "hero": 1}, "not 0"),
        ("grant", {"what": "gold", "change": 1}, "name a hero, or the treasury"),
        ("grant", {"what": "wisdom", "change": 1, "hero": 1}, "'wisdom' is nothing that a hero has; there are gold"),
        ("grant", {"what": "mood", "change": 101, "hero": 1}, "mood: at most .* more, not 101"),
        ("grant", {"what": "treasury", "change": -1_000_000}, "gold: at most .* less, not 1,000,000"),
        ("grant", {"what": "gold", "change": 1, "hero": 99}, "there is no hero 99"),
        ("rename_world", {"name": "  "}, "a world's name has 1 to 80 printable"),
        ("redraw", {"data": {"biomes": []}}, "this is no world: biomes"),
        ("adopt_rules", {"version": 1}, "follows rules version 1; published since: 2"),
        ("adopt_rules", {"version": 99}, "follows rules version 1; published since: 2"),
        ("redraw", {"data": "[]"}, "data is an object, not"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_reason_and_nothing_is_written(
    oakmere: World, power: str, args: dict[str, Any], why: str
) -> None:
    before = last_row(oakmere).pk
    with pytest.raises(Refused, match=why):
        act(oakmere.id, power, **args)
    assert last_row(oakmere).pk == before


def test_a_world_that_was_set_aside_is_mended_and_turns_again(oakmere: World) -> None:
    whole = deepcopy(oakmere.data)
    World.objects.filter(id=oakmere.id).update(data=whole | {"biomes": []})
    tick({oakmere.id: 80})
    oakmere.refresh_from_db()
    assert oakmere.status == "set_aside"
    with pytest.raises(Refused, match="set aside"):
        act(oakmere.id, "wage", wage=3)
    act(oakmere.id, "redraw", data=whole)
    act(oakmere.id, "put_back")
    tick({oakmere.id: 80})
    oakmere.refresh_from_db()
    assert (oakmere.status, oakmere.step, oakmere.error) == ("running", 80, "")
    assert wrong(oakmere) == []
    assert replay(oakmere).equal


def test_no_place_is_added_to_a_world_that_turns(oakmere: World) -> None:
    data = deepcopy(oakmere.data)
    data["biomes"] = data["biomes"][:-1]
    with pytest.raises(Refused, match="none can be added or taken away"):
        act(oakmere.id, "redraw", data=data)


def test_what_was_decided_by_old_rules_is_logged_with_them(oakmere: World) -> None:
    act(oakmere.id, "adopt_rules", version=2)
    tick({oakmere.id: 72 + DAY})
    decided = Decision.objects.filter(world=oakmere).order_by("started_step")
    assert {row.rules_version for row in decided if row.started_step <= 72} == {1}
    assert {row.rules_version for row in decided if row.started_step > 72} == {2}
    with pytest.raises(Refused, match="follows rules version 2; published since: none"):
        act(oakmere.id, "adopt_rules", version=1)
    oakmere.refresh_from_db()
    assert wrong(oakmere, decisions=True) == []
    assert replay(oakmere).equal
