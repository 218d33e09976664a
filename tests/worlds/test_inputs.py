"""Everything a master can do to a world: what each verb changes and logs, what it refuses, that the past stays."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from heroes.models import Activity, Decision, Hero
from heroes.services.journal import Refused
from heroes.sim.lexicon import FACILITIES, POLICIES
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from quests.models import Quest, QuestAssignment
from tests.worlds.lives import DAY, LONG_AGO, aged, born, told, wrong
from worlds.models import Guild, World
from worlds.replay import replay
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.services.inputs import VERBS, act
from worlds.tick import now_step, tick

pytestmark = pytest.mark.django_db

SENSIBLE: dict[str, dict[str, Any]] = {
    "order": {"hero": 0, "action": "work"},
    "praise": {"hero": 0},
    "punish": {"hero": 1},
    "threaten": {"hero": 2},
    "console": {"hero": 1},
    "reward": {"hero": 2, "gold": 5},
    "gift": {"hero": 3, "item": "ore", "count": 3},
    "mediate": {"hero": 0, "other": 1},
    "promise": {"hero": 4, "gold": 10, "days": 2},
    "policy": {"policy": "scholarly"},
    "wage": {"wage": 4},
    "build": {"facility": "library"},
    "bounty": {
        "title": "The bell of Oakmere",
        "place": 2,
        "difficulty": 20,
        "gold": 25,
        "days": 4,
        "party": 2,
    },
    "summon": {},
    "dismiss": {"hero": 5},
    "rename": {"hero": 0, "name": "Ysolde the Grey"},
    "time_scale": {"time_scale": 60},
    "pause": {},
    "resume": {},
}
"""One sensible use of every verb."""


@pytest.fixture
def oakmere(master: User) -> World:
    """A world of a day and a half whose guild is rich, in which the first two heroes are rivals."""
    world = aged(master, 72)
    enrich(world, 5_000)
    make_rivals(world)
    return world


def enrich(world: World, gold: int) -> None:
    """Let a guild have been born richer, so that the ledger still adds up."""
    guild = guild_of(world)
    guild.birth["treasury"] += gold
    guild.treasury += gold
    guild.save()


def make_rivals(world: World) -> None:
    """Let the first two heroes have been rivals from birth on."""
    one, other = Hero.objects.filter(world=world, number__lt=2).order_by("number")
    rows = one.relationships.model.objects.filter(world=world, hero__in=[one, other], other__in=[one, other])
    rows.filter(kind="rivalry").delete()
    for hero, rival in ((one, other), (other, one)):
        rows.model.objects.create(
            world=world, hero=hero, other=rival, kind="rivalry", strength=60, opening=60
        )


def guild_of(world: World) -> Guild:
    return Guild.objects.get(world=world)


def last_row(world: World) -> Activity:
    return Activity.objects.filter(world=world).order_by("-step", "-seq")[0]


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
        ("conquer", {}, "'conquer' is nothing a master can do; there are: bounty, build"),
        ("", {}, "is nothing a master can do"),
        ("_order", {}, "is nothing a master can do"),
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
    assert {row.context.get("policy", "balanced") for row in since} == {policy}


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
        ("bounty", BOUNTY | {"place": 0}, "a bounty leads to a biome, which have the numbers 2 to"),
        ("bounty", BOUNTY | {"place": 1}, "a bounty leads to a biome"),
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


def test_what_a_guild_cannot_pay_it_cannot_have(master: User) -> None:
    world = born(master)
    Guild.objects.filter(world=world).update(treasury=7)
    for verb, says in (("build", "treasury holds 7"), ("summon", "treasury holds 7"), ("bounty", "of 7")):
        assert says in str(told(world.id, verb, SENSIBLE[verb]))
    assert guild_of(world).treasury == 7


def test_every_facility_can_be_built(oakmere: World) -> None:
    for facility in FACILITIES:
        act(oakmere.id, "build", facility=facility)
    tick({oakmere.id: 72 + DAY})
    assert wrong(oakmere, decisions=True) == []


# --- people ---------------------------------------------------------------------------------------


def test_a_hero_who_is_called_lives_from_then_on(oakmere: World) -> None:
    chest = guild_of(oakmere).treasury
    answer = act(oakmere.id, "summon")
    newcomer = Hero.objects.get(world=oakmere, number=answer["hero"])

    assert newcomer.number == 6
    assert newcomer.name == answer["name"]
    assert newcomer.backstory
    assert (newcomer.birth["step"], newcomer.started_step, newcomer.until_step > 72) == (72, 72, True)
    assert newcomer.carried["reasoning"]
    assert MasterInfluence.objects.filter(hero=newcomer).exists()
    assert guild_of(oakmere).treasury < chest
    tick({oakmere.id: 72 + 5 * DAY})
    assert Activity.objects.filter(hero=newcomer, kind="action").count() > 20
    assert newcomer.relationships.count() > 0
    assert wrong(oakmere, decisions=True) == []


def test_who_is_called_is_the_same_whoever_calls_and_when(master: User, second_master: User) -> None:
    early, late = born(master), aged(second_master, 40)
    for world in (early, late):
        enrich(world, 500)
    one, other = (act(world.id, "summon")["name"] for world in (early, late))
    assert one == other


def test_several_can_be_called_at_once_and_all_are_different(oakmere: World) -> None:
    answers = [act(oakmere.id, "summon") for _ in range(5)]
    assert [answer["hero"] for answer in answers] == [6, 7, 8, 9, 10]
    names = Hero.objects.filter(world=oakmere).values_list("name", flat=True)
    assert len(set(names)) == 11
    tick({oakmere.id: 72 + DAY})
    assert wrong(oakmere, decisions=True) == []


def test_the_thousandth_hero_is_the_last(oakmere: World) -> None:
    Hero.objects.filter(world=oakmere, number=5).update(number=999)
    assert "at most 1,000 heroes" in str(told(oakmere.id, "summon", {}))


def test_a_hero_can_be_called_to_a_world_with_keys_that_nobody_knows(oakmere: World) -> None:
    extra = oakmere.data | {"climate": "mild"}
    extra["town"]["population"] = 300
    extra["biomes"][0]["soil"] = "loam"
    World.objects.filter(id=oakmere.id).update(data=extra)
    act(oakmere.id, "summon")
    tick({oakmere.id: 72 + 10})
    oakmere.refresh_from_db()
    assert oakmere.data == extra
    assert wrong(oakmere) == []


def test_who_is_dismissed_leaves_as_soon_as_they_are_free(oakmere: World) -> None:
    act(oakmere.id, "dismiss", hero=1)
    tick({oakmere.id: 72 + 4 * DAY})

    hero = Hero.objects.get(world=oakmere, number=1)
    last = Activity.objects.filter(hero=hero, kind="action").latest("step", "seq")
    assert (hero.status, last.action) == ("gone", "depart")
    assert last.step < 72 + 3 * DAY
    assert wrong(oakmere, decisions=True) == []


def test_who_is_on_a_quest_comes_home_first_and_then_leaves(master: User) -> None:
    world = born(master, seed=3, heroes=10)
    away = None
    while away is None:
        tick({world.id: World.objects.get(id=world.id).step + 1})
        away = Hero.objects.filter(world=world, status="away").order_by("number").first()
    act(world.id, "dismiss", hero=away.number)
    assert Hero.objects.get(id=away.id).until_step == away.until_step
    tick({world.id: World.objects.get(id=world.id).step + 4 * DAY})

    done = [row.action for row in Activity.objects.filter(hero=away, kind="action").order_by("step")]
    assert done[-1] == "depart"
    assert "quest_return" in done[done.index("quest_travel") :]
    assert Hero.objects.get(id=away.id).status == "gone"
    assert wrong(world, decisions=True) == []


def test_nothing_stays_the_hand_that_dismisses(oakmere: World) -> None:
    act(oakmere.id, "dismiss", hero=1)
    assert "was dismissed" in str(told(oakmere.id, "order", {"hero": 1, "action": "work"}))
    assert "was dismissed" in str(told(oakmere.id, "dismiss", {"hero": 1}))
    Hero.objects.filter(world=oakmere, number=1).update(energy=1)  # collapsed: must rest first
    tick({oakmere.id: 72 + 4 * DAY})
    assert Hero.objects.get(world=oakmere, number=1).status == "gone"


def test_a_guild_may_lose_everybody_and_go_on(master: User) -> None:
    world = born(master, heroes=3)
    for number in range(3):
        act(world.id, "dismiss", hero=number)
    tick({world.id: 12 * DAY})
    assert set(Hero.objects.filter(world=world).values_list("status", flat=True)) == {"gone"}
    assert wrong(world, decisions=True) == []
    act(world.id, "summon")
    tick({world.id: 14 * DAY})
    assert wrong(world, decisions=True) == []


def test_a_new_name_is_what_all_say_from_then_on(oakmere: World) -> None:
    old = Hero.objects.get(world=oakmere, number=0).name
    act(oakmere.id, "rename", hero=0, name="  Ysolde ‘the Grey’ Øst  ")
    assert Hero.objects.get(world=oakmere, number=0).name == "Ysolde ‘the Grey’ Øst"
    assert last_row(oakmere).data["answer"] == {"before": old}
    tick({oakmere.id: 72 + 4 * DAY})
    since = Decision.objects.filter(world=oakmere, started_step__gt=72)
    assert not since.filter(reasoning__contains=old).exists()
    assert wrong(oakmere, decisions=True) == []


# --- time -----------------------------------------------------------------------------------------


def logged(world: World) -> list[tuple[UUID, int, int, datetime]]:
    rows = Activity.objects.filter(world=world).order_by("step", "seq")
    return list(rows.values_list("id", "step", "seq", "real_at"))


def test_neither_pace_nor_pause_ever_rewrites_the_past(master: User) -> None:
    world = create_world(owner=master, seed=1, time_scale=7, now=LONG_AGO)
    told_before: list[tuple[UUID, int, int, datetime]] = []
    turns = [("time_scale", {"time_scale": 1440}), ("pause", {}), ("resume", {}), ("time_scale", {"time_scale": 1}),
             ("pause", {}), ("praise", {"hero": 0}), ("time_scale", {"time_scale": 11}), ("resume", {})]  # fmt: skip
    for number, (verb, args) in enumerate(turns):
        tick({world.id: 13 * (number + 1)})
        act(world.id, verb, **args)
        now = logged(world)
        assert now[: len(told_before)] == told_before
        told_before = now
    World.objects.filter(id=world.id).update(status="running")
    tick({world.id: 200})

    rows = logged(world)
    assert rows[: len(told_before)] == told_before
    assert [row[3] for row in rows] == sorted(row[3] for row in rows)
    assert wrong(world) == []


def test_a_new_pace_counts_from_the_present_step_on(master: User) -> None:
    world = create_world(owner=master, seed=1, time_scale=60, now=LONG_AGO)
    tick({world.id: 20})
    act(world.id, "time_scale", time_scale=120)
    tick({world.id: 24})
    at = dict(Activity.objects.filter(world=world).values_list("step", "real_at"))
    half_hour = timedelta(seconds=30 * 60 / 60)
    for step, real in at.items():
        expected = min(step, 20) * half_hour + max(step - 20, 0) * half_hour / 2
        assert real == LONG_AGO + expected


def test_a_pace_that_does_not_divide_the_hour_rounds_down_and_never_back(master: User) -> None:
    world = create_world(owner=master, seed=1, time_scale=7, now=LONG_AGO)
    for number, pace in enumerate((11, 13, 17, 19, 23, 29, 31)):
        tick({world.id: 3 * number + 2})
        act(world.id, "time_scale", time_scale=pace)
    tick({world.id: 40})
    world.refresh_from_db()
    times = [row[3] for row in logged(world)]
    assert times == sorted(times)
    for step in range(world.anchor_step, 60):
        moment = world.anchor_real + timedelta(microseconds=(step - world.anchor_step) * 1_800_000_000 // 31)
        assert now_step(world, moment + timedelta(microseconds=1)) == max(step, world.step)


def test_a_paused_world_stands_still_and_goes_on_from_where_it_stood(master: User) -> None:
    world = create_world(owner=master, seed=1, time_scale=60, now=timezone.now() - timedelta(minutes=5))
    tick({world.id: 5})
    act(world.id, "pause")
    world.refresh_from_db()
    assert now_step(world) == 5
    assert tick({world.id: 50}).steps == 0

    before = timezone.now()
    act(world.id, "resume")

    world.refresh_from_db()
    assert world.anchor_real >= before
    assert now_step(world, world.anchor_real + timedelta(seconds=61)) == 5 + 2
    row = last_row(world)
    assert (row.action, row.real_at) == ("resume", world.anchor_real)


def test_a_world_ahead_of_the_clock_is_not_set_back_by_a_pause(master: User) -> None:
    world = create_world(owner=master, seed=1, time_scale=60, now=timezone.now())
    tick({world.id: 500})
    last = Activity.objects.filter(world=world).latest("step", "seq").real_at
    act(world.id, "pause")
    act(world.id, "resume")
    world.refresh_from_db()
    assert world.anchor_real >= last
    assert now_step(world) == 500
    tick({world.id: 510})
    assert wrong(world) == []


def test_pausing_twice_is_refused(oakmere: World) -> None:
    act(oakmere.id, "pause")
    assert told(oakmere.id, "pause", {}) == "this world is paused already"
    act(oakmere.id, "resume")
    assert told(oakmere.id, "resume", {}) == "this world is not paused"


def test_inputs_at_one_moment_are_kept_in_their_order(oakmere: World) -> None:
    for number in range(4):
        act(oakmere.id, "praise", hero=number)
        act(oakmere.id, "wage", wage=number)
    rows = Activity.objects.filter(world=oakmere, kind="input").order_by("seq")
    assert [row.action for row in rows] == ["praise", "wage"] * 4
    assert [row.seq for row in rows] == list(range(rows[0].seq, rows[0].seq + 8))


def test_the_world_of_nobody_cannot_be_acted_upon() -> None:
    with pytest.raises(World.DoesNotExist):
        act(uuid4(), "praise", hero=0)
