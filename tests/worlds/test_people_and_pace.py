"""Summoning, dismissing, renaming; the pace of a world."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from heroes.models import Activity, Decision, Hero
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from tests.explained import explained
from tests.worlds.inputs_scene import enrich, guild_of, last_row
from tests.worlds.lives import DAY, LONG_AGO, aged, born, told, wrong
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.inputs import act
from worlds.tick import now_step, tick

pytestmark = pytest.mark.django_db


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
    Hero.objects.filter(world=oakmere, number=5).update(number=999, **explained())
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


def test_a_name_may_have_any_letter(oakmere: World) -> None:
    for number in range(6):
        act(oakmere.id, "rename", hero=number, name=f"Back\\slash\\N\\{number}")
    tick({oakmere.id: oakmere.step + DAY})
    said = Decision.objects.filter(world=oakmere, reasoning__contains="Back\\slash\\N\\")
    assert said.count() >= 1
    assert wrong(oakmere, decisions=True) == []


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
