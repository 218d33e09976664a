"""What went up and down in a world day by day: summed forwards from the birth it is the same, wherever the past lies."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from heroes.models import Activity, Hero
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from tests.worlds.archive.weeks import WEEK, archive
from tests.worlds.lives import DAY, Errand, born, live
from worlds.models import Guild, World
from worlds.services.archive.drop import drop
from worlds.services.archive.reach import Reach
from worlds.services.courses import courses, marks
from worlds.services.ledger import Opening
from worlds.services.lifeline import PILLARS, backwards, lifeline

pytestmark = pytest.mark.django_db
FELT = ("mood", *PILLARS)


def forwards(world: World, times: list[int], rows: list[Activity]) -> dict[str, list[Any]]:
    """The same courses, from the birth on, activity by activity."""
    guild, people = Guild.objects.get(world=world), list(Hero.objects.filter(world=world))
    base = {one.hero_id: one.baseline for one in MasterInfluence.objects.filter(world=world)}
    told: dict[str, list[Any]] = {"treasury": [], **{name: [] for name in FELT}}
    for mark in times:
        past = [row for row in rows if row.step <= mark]
        left = {row.hero_id for row in past if row.action == "depart" and row.kind == "action"}
        there = [one for one in people if one.birth["step"] <= mark and one.pk not in left]
        told["treasury"].append(guild.birth["treasury"] + sum(row.changes.get("treasury", 0) for row in past))
        for name in FELT:
            values = [
                (one.birth if name == "mood" else base[one.pk])[name]
                + sum(moved(row, name) for row in past if row.hero_id == one.pk)
                for one in there
            ]
            told[name].append(round(sum(values) / len(values), 1))
    return told


def moved(row: Activity, name: str) -> int:
    """By how much an activity moved a feeling."""
    return row.mood_impact if name == "mood" else int(row.changes.get("influence", {}).get(name, 0))


def spent(world: World, times: list[int], rows: list[Activity]) -> dict[str, list[float]]:
    """Hours of each action in each day, half hour by half hour."""
    hours: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * (len(times) - 1))
    stretches = [(row.action, row.started_step, row.step) for row in rows if row.kind == "action"]
    for hero in Hero.objects.filter(world=world).exclude(status="gone"):
        stretches.append((hero.current_action, hero.started_step, times[-1]))
    for action, start, end in stretches:
        for step in range(max(start, times[0]), end):
            hours[action][(step - times[0]) // DAY] += 0.5
    return dict(hours)


@pytest.fixture
def left_world(master: User) -> World:
    """Nine days and a half of six heroes, of whom one was sent away and one came later."""
    world = born(master, 11)
    errands = (
        Errand(70, "threaten", {"hero": 1}),
        Errand(2 * DAY, "dismiss", {"hero": 2}),
        Errand(200, "summon", {}),
        Errand(300, "praise", {"hero": 3}),
    )
    live(world.pk, errands, 9 * DAY + 24)
    world.refresh_from_db()
    return world


def test_going_backwards_from_now_is_going_forwards_from_the_birth(left_world: World) -> None:
    rows = list(Activity.objects.filter(world=left_world))
    assert [row for row in rows if row.action == "depart" and row.kind == "action"] != []
    four, all_ = courses(left_world, 4), courses(left_world)
    for told in (four, all_):
        right = forwards(left_world, told.marks, rows)
        assert {name: getattr(told, name) for name in right} == {
            name: pytest.approx(values, abs=0.051) for name, values in right.items()
        }
        assert told.hours == spent(left_world, told.marks, rows)
    assert four.marks == [5 * DAY, 6 * DAY, 7 * DAY, 8 * DAY, 9 * DAY, 9 * DAY + 24]


def test_the_end_of_a_course_is_the_present(left_world: World) -> None:
    told = courses(left_world)
    here = Hero.objects.filter(world=left_world).exclude(status="gone")
    assert told.treasury[-1] == Guild.objects.get(world=left_world).treasury
    assert told.mood[-1] == round(sum(one.mood for one in here) / len(here), 1)


def test_it_is_the_same_before_and_after_the_past_is_archived(world: World) -> None:
    before = courses(world)
    hero = Hero.objects.get(world=world, number=1)
    life = lifeline(world.pk, hero.pk, 100, world.step)
    archive(world, 2)
    assert courses(world) == before
    assert lifeline(world.pk, hero.pk, 100, world.step) == life
    assert before.kept


def test_what_was_dropped_is_not_told(world: World, tmp_path: Path) -> None:
    before = courses(world)
    archive(world, 2)
    drop([Reach(world.pk, 0, 1)], tmp_path)
    told = courses(world)
    assert Opening.of(world.pk).step == WEEK - 1
    assert (told.kept, told.marks) == (False, before.marks[7:])
    assert (told.treasury, told.mood, told.trust) == (before.treasury[7:], before.mood[7:], before.trust[7:])


def test_a_newborn_world_has_a_course_of_one_moment(master: User) -> None:
    told = courses(born(master))
    assert (told.marks, told.hours, len(told.treasury), len(told.mood)) == ([0], {}, 1, 1)


def test_a_hero_s_feelings_are_told_back_to_their_birth(world: World) -> None:
    times = marks(world.step, 28)
    for one in MasterInfluence.objects.filter(world=world).select_related("hero"):
        life = lifeline(world.pk, one.hero_id, times[0], world.step)
        born_at = one.hero.birth["step"]
        for name in PILLARS:
            course = backwards(life, times, getattr(one, name), name, born_at)
            assert course[-1] == getattr(one, name)
            known = [value for value in course if value is not None]
            assert len(known) == sum(time >= born_at for time in times)
            if born_at == 0:
                assert known[0] == one.baseline[name]
