"""Everything a master can do to a world: what each verb changes and logs, what it refuses, that the past stays."""

from __future__ import annotations

from typing import Any

import pytest

from heroes.models import Activity, Decision, Hero
from heroes.services.journal import Refused
from heroes.sim import notation
from heroes.sim.lexicon import POLICIES
from herotycoon.accounts.models import User
from quests.models import Quest, QuestAssignment
from tests.worlds.inputs_scene import SENSIBLE, enrich, guild_of, last_row
from tests.worlds.lives import DAY, born, told, wrong
from worlds.models import World
from worlds.replay import replay
from worlds.services.fingerprint import fingerprint
from worlds.services.inputs import VERBS, act
from worlds.tick import tick

pytestmark = pytest.mark.django_db


"""One sensible use of every verb."""


def revision(world: World) -> int:
    return World.objects.values_list("revision", flat=True).get(id=world.id)


# --- all verbs alike ------------------------------------------------------------------------------


def test_every_verb_is_tried_here() -> None:
    assert set(SENSIBLE) == set(VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_a_verb_is_logged_so_that_it_can_be_done_again_and_leaves_a_clean_world(
    oakmere: World, verb: str
) -> None:
    if verb == "resume":
        act(oakmere.id, "pause")
    rows, before = Activity.objects.filter(world=oakmere).count(), revision(oakmere)
    oakmere.refresh_from_db()
    seq = oakmere.seq

    answer = act(oakmere.id, verb, **SENSIBLE[verb])

    row = last_row(oakmere)
    oakmere.refresh_from_db()
    assert Activity.objects.filter(world=oakmere).count() == rows + 1
    assert (row.kind, row.action, row.booked) == ("input", verb, True)
    assert (row.started_step, row.step, row.seq, oakmere.seq) == (72, 72, seq, seq + 1)
    assert row.data["input"] == verb
    assert SENSIBLE[verb].items() <= row.data["args"].items()
    assert isinstance(answer, dict)
    assert revision(oakmere) > before
    assert wrong(oakmere, decisions=True) == []
    World.objects.filter(id=oakmere.id).update(status="running")
    tick({oakmere.id: 72 + 2 * DAY})
    assert wrong(oakmere, decisions=True) == []


def test_a_life_with_every_verb_in_it_can_be_lived_again(master: User) -> None:
    world = born(master, seed=2, heroes=7)
    done = set()
    for turn, verb in enumerate(sorted(VERBS) * 2):
        tick({world.id: 6 * turn})
        args = SENSIBLE[verb] | ({"hero": turn % 5} if "hero" in SENSIBLE[verb] and verb != "dismiss" else {})
        if isinstance(told(world.id, verb, args), dict):
            done.add(verb)
        done |= _reconciled(world)
    tick({world.id: 300})
    world.refresh_from_db()

    assert done == set(VERBS)
    assert wrong(world, decisions=True) == []
    assert replay(world).equal
    assert replay(world, to_step=150).equal


def _reconciled(world: World) -> set[str]:
    heroes = Hero.objects.filter(world=world)
    rival = (
        heroes.filter(relationships__kind="rivalry", relationships__strength__gt=0).order_by("number").first()
    )
    if rival is None:
        return set()
    other = rival.relationships.filter(kind="rivalry").order_by("other__number")[0].other
    answer = told(world.id, "mediate", {"hero": rival.number, "other": other.number})
    return {"mediate"} if isinstance(answer, dict) else set()


@pytest.mark.parametrize(
    ("verb", "args", "says"),
    [
        ("conquer", {}, "'conquer' is nothing that can be done; there are: adopt_rules, amend_quest, bounty"),
        ("", {}, "is nothing that can be done"),
        ("_order", {}, "is nothing that can be done"),
        ("praise", {}, "praise also needs ['hero']"),
        ("promise", {"hero": 1}, "promise also needs ['days', 'gold']"),
        ("praise", {"hero": 1, "loudly": True}, "praise does not take ['loudly']; it takes ['hero']"),
        ("order", {"hero": "Ysolde", "action": "work"}, "hero is a whole number, not 'Ysolde'"),
        ("order", {"hero": 1.5, "action": "work"}, "hero is a whole number, not 1.5"),
        ("order", {"hero": True, "action": "work"}, "hero is a whole number, not True"),
        ("order", {"hero": None, "action": "work"}, "hero is a whole number, not None"),
        ("order", {"hero": 1, "action": 7}, "action is a text, not 7"),
        ("order", {"hero": 1, "action": "work", "urgent": "yes"}, "urgent is true or false, not 'yes'"),
        ("order", {"hero": 1, "action": "quest_travel", "quest": "1"}, "quest is a whole number, not '1'"),
        ("order", {"hero": 10**30, "action": "work"}, "hero is a whole number"),
        ("wage", {"wage": "5"}, "wage is a whole number, not '5'"),
        ("wage", {"wage": 4.5}, "wage is a whole number, not 4.5"),
        ("policy", {"policy": ["martial"]}, "policy is a text, not ['martial']"),
        ("rename", {"hero": 1, "name": 5}, "name is a text, not 5"),
        ("gift", {"hero": 1, "item": "ore", "count": "many"}, "count is a whole number, not 'many'"),
        ("bounty", SENSIBLE["bounty"] | {"title": None}, "title is a text, not None"),
        ("bounty", SENSIBLE["bounty"] | {"place": "the woods"}, "place is a whole number, not 'the woods'"),
        ("time_scale", {"time_scale": "fast"}, "time_scale is a whole number, not 'fast'"),
    ],
)
def test_what_does_not_fit_is_refused_before_anything_happens(
    oakmere: World, verb: str, args: dict[str, Any], says: str
) -> None:
    before = fingerprint(oakmere.id), revision(oakmere)
    with pytest.raises(Refused) as refusal:
        act(oakmere.id, verb, **args)
    assert says in str(refusal.value)
    assert (fingerprint(oakmere.id), revision(oakmere)) == before


# --- the guild ------------------------------------------------------------------------------------


@pytest.mark.parametrize("policy", POLICIES)
def test_a_policy_is_in_the_minds_of_all_who_decide_afterwards(oakmere: World, policy: str) -> None:
    act(oakmere.id, "policy", policy=policy)
    tick({oakmere.id: 72 + DAY // 2})
    assert guild_of(oakmere).policy == policy
    since = Decision.objects.filter(world=oakmere, started_step__gt=72)
    assert since.count() > 5
    assert {notation.context(row.context).get("policy", "balanced") for row in since} == {policy}


def test_a_wage_is_paid_from_the_next_payday_on(oakmere: World) -> None:
    act(oakmere.id, "wage", wage=11)
    tick({oakmere.id: 72 + 2 * DAY})
    paid = Activity.objects.filter(world=oakmere, step__gt=84, changes__wages__gt=0)
    assert paid.count() >= 5
    assert all(row.changes["wages"] % 11 == 0 for row in paid)
    assert wrong(oakmere) == []


def test_no_wage_no_wages(oakmere: World) -> None:
    act(oakmere.id, "wage", wage=0)
    tick({oakmere.id: 72 + 3 * DAY})
    assert not Activity.objects.filter(world=oakmere, step__gt=96, changes__has_key="wages").exists()


def test_facilities_are_paid_for_and_grow_dearer(oakmere: World) -> None:
    chest, costs = guild_of(oakmere).treasury, []
    for _ in range(5 - guild_of(oakmere).facilities.get("workshop", 0)):
        costs.append(act(oakmere.id, "build", facility="workshop")["cost"])
        assert last_row(oakmere).changes == {"treasury": -costs[-1]}
        enrich(oakmere, costs[-1])
    assert costs == sorted(set(costs))
    assert guild_of(oakmere).treasury == chest
    assert guild_of(oakmere).facilities["workshop"] == 5
    with pytest.raises(Refused, match="cannot be raised above level 5"):
        act(oakmere.id, "build", facility="workshop")
    tick({oakmere.id: 73})
    assert wrong(oakmere) == []


def test_a_bounty_takes_its_gold_and_gives_it_back_when_nobody_earns_it(oakmere: World) -> None:
    chest = guild_of(oakmere).treasury
    hopeless = {"title": "The dragon", "place": 2, "difficulty": 100, "gold": 40, "days": 1, "party": 1}
    number = act(oakmere.id, "bounty", **hopeless)["quest"]
    assert guild_of(oakmere).treasury == chest - 40
    Hero.objects.filter(world=oakmere).update(until_step=400)  # nobody is free to go
    tick({oakmere.id: 72 + 2 * DAY})

    quest = Quest.objects.get(world=oakmere, number=number)
    refund = Activity.objects.get(world=oakmere, action="quest_expired", data__quest=number)
    assert (quest.status, quest.source) == ("expired", "master")
    assert refund.changes == {"treasury": 40}
    assert wrong(oakmere) == []


def test_a_bounty_is_paid_to_those_who_earn_it_or_comes_back(oakmere: World) -> None:
    numbers = [
        act(oakmere.id, "bounty", title=f"Errand {i}", place=2, difficulty=1, gold=101, party=1 + i)["quest"]
        for i in range(4)
    ]
    tick({oakmere.id: 72 + 9 * DAY})

    for quest in Quest.objects.filter(world=oakmere, number__in=numbers):
        ends = Activity.objects.filter(world=oakmere, action="quest_trial", data__quest=quest.number)
        parts = QuestAssignment.objects.filter(world=oakmere, quest=quest)
        if quest.status == "succeeded":
            assert ends.count() == parts.filter(status="succeeded").count() >= 1
        elif quest.status == "failed":
            back = [row.changes.get("treasury", 0) for row in ends]
            given_up = Activity.objects.filter(
                world=oakmere, action="quest_abandoned", data__quest=quest.number
            )
            assert sum(back) + sum(row.changes["treasury"] for row in given_up) == 101
    assert {q.status for q in Quest.objects.filter(world=oakmere, number__in=numbers)} & {
        "succeeded",
        "failed",
    }
    assert wrong(oakmere, decisions=True) == []


BOUNTY = SENSIBLE["bounty"]


@pytest.mark.parametrize(
    ("verb", "args", "says"),
    [
        ("policy", {"policy": "tyranny"}, "'tyranny' is not a policy; there are balanced"),
        ("wage", {"wage": -1}, "0 to 100 gold a day, not -1"),
        ("wage", {"wage": 101}, "0 to 100 gold a day, not 101"),
        ("build", {"facility": "moat"}, "'moat' is not a facility; there are training_grounds"),
        ("bounty", BOUNTY | {"place": 0}, "a quest leads to a biome, which have the numbers 2 to"),
        ("bounty", BOUNTY | {"place": 1}, "a quest leads to a biome"),
        ("bounty", BOUNTY | {"place": 40}, "not 40"),
        ("bounty", BOUNTY | {"place": -3}, "not -3"),
        ("bounty", BOUNTY | {"gold": 0}, "a bounty pays 1 to"),
        ("bounty", BOUNTY | {"gold": -1}, "not -1"),
        ("bounty", BOUNTY | {"gold": 1_000_000}, "out of a treasury of"),
        ("bounty", BOUNTY | {"difficulty": 0}, "a difficulty is 1 to 100, not 0"),
        ("bounty", BOUNTY | {"difficulty": 101}, "a difficulty is 1 to 100, not 101"),
        ("bounty", BOUNTY | {"days": 0}, "1 to 30 game days, not 0"),
        ("bounty", BOUNTY | {"days": 31}, "1 to 30 game days, not 31"),
        ("bounty", BOUNTY | {"party": 0}, "a party is 1 to 4 heroes, not 0"),
        ("bounty", BOUNTY | {"party": 5}, "a party is 1 to 4 heroes, not 5"),
        ("bounty", BOUNTY | {"title": ""}, "1 to 120 printable characters"),
        ("bounty", BOUNTY | {"title": "  "}, "1 to 120 printable characters"),
        ("bounty", BOUNTY | {"title": "x" * 121}, "1 to 120 printable characters"),
        ("bounty", BOUNTY | {"title": "a\nb"}, "1 to 120 printable characters"),
        ("bounty", BOUNTY | {"title": "a\0b"}, "1 to 120 printable characters"),
        ("bounty", BOUNTY | {"title": "\ud800"}, "1 to 120 printable characters"),
        ("dismiss", {"hero": 99}, "there is no hero 99 in this world"),
        ("rename", {"hero": 99, "name": "X"}, "there is no hero 99 in this world"),
        ("rename", {"hero": 0, "name": ""}, "1 to 80 printable characters"),
        ("rename", {"hero": 0, "name": "   "}, "1 to 80 printable characters"),
        ("rename", {"hero": 0, "name": "x" * 81}, "1 to 80 printable characters"),
        ("rename", {"hero": 0, "name": "a\tb"}, "1 to 80 printable characters"),
        ("time_scale", {"time_scale": 0}, "1 to 1,440 game seconds per real second, not 0"),
        ("time_scale", {"time_scale": 1441}, "not 1,441"),
        ("time_scale", {"time_scale": -12}, "not -12"),
        ("resume", {}, "this world is not paused"),
    ],
)
def test_a_refusal_says_what_would_be_right_and_changes_nothing(
    oakmere: World, verb: str, args: dict[str, Any], says: str
) -> None:
    before = fingerprint(oakmere.id), revision(oakmere)
    with pytest.raises(Refused) as refusal:
        act(oakmere.id, verb, **args)
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert (fingerprint(oakmere.id), revision(oakmere)) == before
