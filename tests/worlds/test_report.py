"""The offline report: its sums are the difference of two states, its words are fit to read, its lines lead to the log."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext

from heroes.models import Activity, Hero
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from tests.worlds.lives import DAY, Errand, aged, born, live
from worlds.models import Guild, World
from worlds.readings import ActiveHero, GuildSummary
from worlds.services.fingerprint import fingerprint
from worlds.services.report.facts import Life
from worlds.services.report.gather import report
from worlds.services.report.words import document, tell

pytestmark = pytest.mark.django_db

ERRANDS = (
    Errand(60, "order", {"hero": 0, "action": "patrol", "urgent": True}),
    Errand(61, "reward", {"hero": 1, "gold": 40}),
    Errand(70, "gift", {"hero": 2, "item": "ore", "count": 3}),
    Errand(80, "punish", {"hero": 3}),
    Errand(90, "build", {"facility": "library"}),
    Errand(95, "summon", {}),
    Errand(96, "time_scale", {"time_scale": 700}),
)


def state(world: World) -> dict[str, Any]:
    """What the totals of a report are about, as it is now."""
    heroes = Hero.objects.filter(world=world)
    items: dict[str, int] = {}
    for hero in heroes:
        for name, count in hero.items.items():
            items[name] = items.get(name, 0) + count
    return {
        "gold": heroes.aggregate(total=Sum("gold"))["total"],
        "experience": heroes.aggregate(total=Sum("experience"))["total"],
        "treasury": Guild.objects.get(world=world).treasury,
        "items": items,
        "decisions": Activity.objects.filter(world=world, kind="action").count(),
    }


def people(world: World) -> dict[int, dict[str, int]]:
    """{number: everything countable about that hero}."""
    felt = {one.hero_id: one for one in MasterInfluence.objects.filter(world=world)}
    return {
        hero.number: {
            name: getattr(hero, name) for name in ("gold", "experience", "energy", "mood", "health")
        }
        | {name: getattr(felt[hero.pk], name) for name in ("trust", "respect", "fear")}
        | {f"skill {name}": value for name, value in hero.skills.items()}
        | {f"trait {name}": value for name, value in hero.personality.items()}
        | {f"item {name}": value for name, value in hero.items.items()}
        for hero in Hero.objects.filter(world=world)
    }


def differences(life: Life) -> dict[str, int]:
    """The changes that a report tells of a hero, under the names of ``people``."""
    named = {"skill": life.skills, "trait": life.traits, "item": life.items}
    return {name: change.change for name, change in life.changes.items()} | {
        f"{kind} {name}": change.change for kind, part in named.items() for name, change in part.items()
    }


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after a week."""
    return aged(master, 7 * DAY)


@pytest.mark.parametrize("step", [0, 1, 37, 59, 60, 61, 95, 96, 150])
def test_i9_report_totals_are_state_now_less_state_then(master: User, step: int) -> None:
    world = born(master)
    live(world.pk, [errand for errand in ERRANDS if errand.step <= step], step)
    then, folk = state(world), people(world)
    live(world.pk, [errand for errand in ERRANDS if errand.step > step], 200)
    now, there = state(world), people(world)
    told = report(world, step)
    sums = told.totals
    for name in ("gold", "experience", "treasury"):
        assert getattr(sums, name).change == now[name] - then[name]
        assert getattr(sums, name).now == now[name]
    assert sums.items == {
        name: count - then["items"].get(name, 0)
        for name, count in now["items"].items()
        if count != then["items"].get(name, 0)
    }
    assert sums.decisions == now["decisions"] - then["decisions"] == sum(sums.actions.values())
    for life in told.lives:
        if life.number in folk:
            changed = {k: v for k, v in differences(life).items() if v}
            assert changed == {
                k: v - folk[life.number][k]
                for k, v in there[life.number].items()
                if v != folk[life.number][k]
            }
    assert sums.treasury.change == sum(sums.income.values()) - sums.wages


def test_i9_report_asked_twice_is_the_same_and_changes_nothing(world: World) -> None:
    before = World.objects.values().get(pk=world.pk)
    mark = fingerprint(world.pk)
    assert document(tell(report(world, 40))) == document(tell(report(world, 40)))
    assert World.objects.values().get(pk=world.pk) == before
    assert fingerprint(world.pk) == mark


def test_a_life_tells_where_time_went(world: World) -> None:
    told = report(world, -1)
    for life in told.lives:
        steps = sum(deed.steps for deed in life.deeds)
        assert steps == Hero.objects.get(pk=life.id).started_step
        ids = [activity for deed in life.deeds for activity in deed.activities]
        assert len(ids) == len(set(ids)) == Activity.objects.filter(hero=life.id, kind="action").count()


def test_relationships_belong_to_both(world: World) -> None:
    told = report(world, -1)
    ties = {(life.number, tie.other, tie.kind): tie for life in told.lives for tie in life.ties}
    assert ties
    for (one, other, kind), tie in ties.items():
        twin = ties[other, one, kind]
        assert (twin.change, twin.strength, twin.activities) == (tie.change, tie.strength, tie.activities)


def test_spirits_are_those_of_the_present(master: User) -> None:
    world = aged(master, 3 * DAY)
    live(world.pk, [Errand(3 * DAY, "dismiss", {"hero": 3})], 4 * DAY)
    telling = tell(report(world, -1))
    felt = {one.id: one.happiness for one in telling.report.lives if one.happiness is not None}
    assert felt == dict(ActiveHero.objects.filter(world=world).values_list("pk", "happiness"))
    (line,) = [line.text for line in telling.totals if line.kind == "spirits"]
    assert f"(happiness {GuildSummary.objects.get(world=world).happiness} of 100)" in line
    for heights, words in ((max(felt.values()), "most of all"), (min(felt.values()), "least")):
        assert f"{words} ({heights})" in line


def test_headlines_are_ranked_and_a_quest_is_told_once_for_its_party(master: User) -> None:
    world = aged(master, 20 * DAY, seed=3, heroes=12)
    told = report(world, -1).headlines
    assert [one.importance for one in told] == sorted((one.importance for one in told), reverse=True)
    quests = [one.facts["quest"] for one in told if one.kind in ("quest_won", "quest_lost")]
    assert len(quests) == len(set(quests)) > 3
    assert any(len(one.heroes) > 1 for one in told if one.kind == "quest_won")
    for one in told:
        assert Activity.objects.filter(world=world, pk__in=one.activities).count() == len(one.activities) > 0


def test_a_long_log_costs_no_more_questions_than_a_short_one(master: User) -> None:
    counts = []
    for days in (3, 20):
        world = aged(master, days * DAY)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            tell(report(world, (days - 2) * DAY))
        counts.append(len(asked))
    assert max(counts) <= 22


def ask(world: World, **options: Any) -> str:
    """What the command prints into a pipe."""
    out = StringIO()
    call_command("offline_progress", str(world.pk), stdout=out, **options)
    return out.getvalue()


def test_json_has_every_line_with_the_ids_of_its_activities(world: World) -> None:
    told = json.loads(ask(world, json=True))
    lines = [*told["headlines"], *(line for hero in told["heroes"] for line in hero["lines"])]
    assert len(lines) > 12
    for line in lines:
        assert line["text"]
        ids = set(line["activities"])
        assert Activity.objects.filter(world=world, pk__in=ids).count() == len(ids)
    assert all(line["activities"] for line in told["headlines"])
    assert told["totals"]["gold"] == {"before": told["totals"]["gold"]["before"], "now": state(world)["gold"]}
