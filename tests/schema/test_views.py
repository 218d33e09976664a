"""The views tell what the tables hold, to those who may see the tables, and find it by its world."""

from collections import Counter
from statistics import mean
from typing import Any
from uuid import UUID

import numpy as np
import pytest
from django.apps import apps
from django.db import connection

from heroes.models import Activity, Decision, Hero, HeroRelationship
from heroes.sim.bonds import faded
from herotycoon.accounts.models import User
from herotycoon.pg import catalogue, rights
from influence.models import MasterInfluence
from quests.models import Quest
from tests.schema.asked import asked, steps_of_plan
from tests.schema.game import LOGS, whole
from tests.worlds.lives import DAY, Errand, aged, live
from worlds.models import Guild, World
from worlds.readings import ActiveHero, GuildSummary, Reading, RecentActivity, SocialTie
from worlds.services.moments import game_time
from worlds.services.prose.deeds import Map

pytestmark = pytest.mark.django_db
READINGS: list[type[Reading]] = [model for model in apps.get_models() if issubclass(model, Reading)]
VIEWS = {model._meta.db_table for model in READINGS}


@pytest.fixture
def lived(master: User) -> World:
    """Ten days of eight heroes, one of whom has left, beside a world that no answer may know."""
    aged(master, 30, seed=8)
    world = aged(master, 2 * DAY, heroes=8)
    live(world.pk, [Errand(2 * DAY, "dismiss", {"hero": 3})], 10 * DAY)
    world.refresh_from_db()
    assert Hero.objects.get(world=world, number=3).status == "gone"
    return world


def test_every_view_has_the_rights_of_who_asks() -> None:
    views = rights.views()
    assert views.keys() >= VIEWS
    assert [name for name, of_who_asks in views.items() if not of_who_asks] == []


def test_every_view_has_a_model_that_says_the_same() -> None:
    found: dict[str, set[tuple[str, str]]] = {name: set() for name in rights.views()}
    for column in catalogue.columns(kinds="v"):
        found[column.table].add((column.name, column.type))
    told = {
        model._meta.db_table: {
            (str(field.column), str(field.db_type(connection)).replace("varchar", "character varying"))
            for field in model._meta.concrete_fields
        }
        for model in READINGS
    }
    assert found == told


def test_active_heroes_are_everybody_who_is_not_gone(lived: World) -> None:
    felt = {one.hero_id: one for one in MasterInfluence.objects.filter(world=lived)}
    heroes = {hero.pk: hero for hero in Hero.objects.filter(world=lived).exclude(status="gone")}
    names = {hero.number: hero.name for hero in Hero.objects.filter(world=lived)}
    titles = dict(Quest.objects.filter(world=lived).values_list("number", "title"))
    ties = Counter(HeroRelationship.objects.filter(world=lived).values_list("hero_id", flat=True))
    places = Map.of(lived.data).names
    told = list(ActiveHero.objects.filter(world=lived))
    assert {one.pk for one in told} == heroes.keys()
    for one in told:
        hero = heroes[one.pk]
        same: tuple[str, ...] = (
            "guild_id",
            "number",
            "name",
            "hero_class",
            "status",
            "current_action",
            "place",
            "started_step",
        )
        same += ("until_step", "partner", "quest_number", "energy", "mood", "health", "gold", "experience")
        assert [getattr(one, name) for name in same] == [getattr(hero, name) for name in same]
        assert (one.trust, one.respect, one.fear) == (
            felt[one.pk].trust,
            felt[one.pk].respect,
            felt[one.pk].fear,
        )
        assert one.place_name == places[hero.place]
        assert one.until_game == game_time(hero.until_step)
        assert one.partner_name == ("" if hero.partner is None else names[hero.partner])
        assert one.quest_title == ("" if hero.quest_number is None else titles[hero.quest_number])
        assert one.bonds == ties[one.pk]
        assert one.guild_name == Guild.objects.get(world=lived).name


def test_recent_activity_is_the_log_of_seven_days_with_its_reasons(lived: World) -> None:
    rows = Activity.objects.filter(world=lived, step__gt=lived.step - 7 * DAY).order_by("step", "seq")
    reasons = {one.pk: one for one in Decision.objects.filter(world=lived)}
    names = dict(Hero.objects.filter(world=lived).values_list("pk", "name"))
    told = list(RecentActivity.objects.filter(world=lived).order_by("step", "seq"))
    assert [one.pk for one in told] == [row.pk for row in rows]
    assert len(told) > 300
    for one, row in zip(told, rows, strict=True):
        same: tuple[str, ...] = (
            "kind",
            "action",
            "started_step",
            "game_at",
            "real_at",
            "mood_impact",
            "importance",
            "data",
            "changes",
        )
        assert [getattr(one, name) for name in same] == [getattr(row, name) for name in same]
        assert (one.hero_id, one.place) == (row.hero_id, row.data.get("place"))
        assert one.hero_name == (names[row.hero_id] if row.hero_id else "")
        reason = reasons.get(row.pk)
        assert (one.satisfaction, one.reasoning) == (
            (reason.satisfaction, reason.reasoning) if reason else (None, "")
        )


def test_a_guild_is_summed_up(lived: World) -> None:
    guild = Guild.objects.get(world=lived)
    guild.facilities = {"library": 2}
    guild.save()
    heroes = list(Hero.objects.filter(world=lived))
    there = [hero for hero in heroes if hero.status != "gone"]
    felt = {one.hero_id: one.trust for one in MasterInfluence.objects.filter(world=lived)}
    happy = dict(ActiveHero.objects.filter(world=lived).values_list("pk", "happiness"))
    by_status, board = Counter(hero.status for hero in heroes), Counter(
        Quest.objects.filter(world=lived).values_list("status", flat=True)
    )  # fmt: skip
    told = GuildSummary.objects.get(world=lived)
    same = ("name", "motto", "policy", "level", "reputation", "treasury", "wage", "arrears", "facilities")
    assert [getattr(told, name) for name in same] == [getattr(guild, name) for name in same]
    assert told.wages_due == guild.wage * len(there) > 0
    assert (told.active, told.away, told.incapacitated, told.gone) == tuple(
        by_status[status] for status in ("active", "away", "incapacitated", "gone")
    )
    assert told.mood == rounded(hero.mood for hero in there)
    assert told.trust == rounded(felt[hero.pk] for hero in there)
    assert told.happiness == rounded(happy.values())
    assert (told.quests_open, told.quests_underway) == (board["open"], board["mustering"] + board["underway"])
    assert (told.quests_won, told.quests_lost, told.quests_expired) == (
        board["succeeded"], board["failed"], board["expired"],
    )  # fmt: skip
    assert board["succeeded"] + board["failed"] + board["expired"] > 3


def rounded(values: Any) -> int:
    """The mean, halves away from zero as PostgreSQL rounds them."""
    return int(mean(values) + 0.5)


def test_the_social_network_names_both_ends_and_fades(lived: World) -> None:
    World.objects.filter(pk=lived.pk).update(step=lived.step + 20 * DAY)
    lived.refresh_from_db()
    heroes = {hero.pk: hero for hero in Hero.objects.filter(world=lived)}
    rows = {row.pk: row for row in HeroRelationship.objects.filter(world=lived)}
    told = list(SocialTie.objects.filter(world=lived))
    assert {one.pk for one in told} == rows.keys()
    for one in told:
        row, hero, other = rows[one.pk], heroes[one.hero_id], heroes[one.other_id]
        same = ("hero_id", "other_id", "kind", "role", "strength", "interactions", "last_step")
        assert [getattr(one, name) for name in same] == [getattr(row, name) for name in same]
        assert (one.hero_number, one.hero_name) == (hero.number, hero.name)
        assert (one.other_number, one.other_name) == (other.number, other.name)
        assert one.absence == lived.step - row.last_step
    strength, last = (np.array([getattr(one, name) for one in told]) for name in ("strength", "last_step"))
    now = faded(strength, last, np.full(len(told), lived.step))
    assert [one.faded for one in told] == now.tolist()
    assert any(one.faded != one.strength for one in told)


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_a_view_finds_a_world_by_indexes_and_asks_no_other(lived: World, view: str) -> None:
    query = f"SELECT * FROM {view} WHERE world_id = %s"  # noqa: S608 - a name of ours
    steps = steps_of_plan(query, lived.pk)
    assert [step["Relation Name"] for step in steps if step["Node Type"] == "Seq Scan"] == []
    parts = Counter(whole(step["Relation Name"]) for step in steps if "Relation Name" in step)
    logs = {log: parts[log] for log in LOGS if log in parts}
    assert set(logs.values()) <= {1}


def test_the_newest_of_a_world_are_read_from_the_end_of_its_log(lived: World) -> None:
    query = "SELECT * FROM recent_activity WHERE world_id = %s ORDER BY step DESC, seq DESC LIMIT 20"
    steps = steps_of_plan(query, lived.pk, without=("seqscan", "sort"))
    assert [step for step in steps if step["Node Type"] == "Sort"] == []
    assert "Backward" in [step.get("Scan Direction") for step in steps]


def test_a_view_refuses_to_be_written(lived: World) -> None:
    for view in sorted(VIEWS):
        (row,) = asked(
            "SELECT is_insertable_into AS there FROM information_schema.tables WHERE table_name = %s", view
        )
        assert row["there"] == "NO", view


def test_no_view_knows_two_worlds_in_one_row(lived: World) -> None:
    """Each id is told once, whatever else is in the database."""
    for view in sorted(VIEWS):
        query = f"SELECT id, count(*) AS n, count(DISTINCT world_id) AS worlds FROM {view} GROUP BY id"  # noqa: S608
        rows = asked(query)
        assert rows
        assert {(row["n"], row["worlds"]) for row in rows} == {(1, 1)}, view
        assert all(isinstance(row["id"], UUID) for row in rows)
