"""An activity that another hand logs is booked by the database: what it carries is applied, once, or not at all."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from heroes.models import Activity, Hero
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from tests.schema.by_hand import INSERT, by_hand, hero, pair, refused, rows_in_log, shared, strangers
from tests.worlds.lives import DAY, aged, wrong
from worlds.models import Guild, World
from worlds.services.inputs import act
from worlds.services.moments import game_time, real_time

pytestmark = pytest.mark.django_db
SHORT = (
    "INSERT INTO activity_log (world_id, hero_id, kind, action, changes, mood_impact)"
    " SELECT world_id, id, %s, %s, %s, %s FROM heroes WHERE world_id = %s AND number = %s"
)


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after a day."""
    return aged(master, DAY)


def log(world: World, number: int, changes: dict[str, Any], mood: int = 0, action: str = "praise") -> None:
    by_hand(SHORT, "input", action, json.dumps(changes), mood, world.id, number)


def refusal(world: World, changes: object, kind: str = "event", action: str = "windfall") -> str:
    before = rows_in_log(world)
    said = refused(SHORT, kind, action, json.dumps(changes), 0, world.id, 1)
    assert rows_in_log(world) == before
    return f"{said.message_primary} {said.message_hint} {said.constraint_name}"


def test_what_is_left_out_comes_from_the_clock(world: World) -> None:
    world.refresh_from_db()
    log(world, 1, {})
    row = Activity.objects.get(world=world, data__has_key="by_hand")
    assert (row.step, row.started_step, row.seq) == (world.step, world.step, world.seq)
    assert (row.game_at, row.real_at) == (game_time(world.step), real_time(world, world.step))
    assert (row.booked, row.id.version) == (True, 7)
    assert World.objects.get(id=world.id).seq == world.seq + 1
    assert wrong(world) == []


def test_everything_it_carries_is_applied(world: World) -> None:
    before, feelings, (bond, _) = (
        hero(world, 1),
        MasterInfluence.objects.get(hero=hero(world, 1)),
        pair(world),
    )
    chest = Guild.objects.get(world=world).treasury
    told = {"with": bond.other.number, "kind": bond.kind, "change": 2}
    log(world, 1, {"gold": 5, "items": {"ore": 2}, "skills": {"lore": 1}, "traits": {"greed": -1},
                   "influence": {"trust": 2, "fear": 1}, "treasury": -3}, mood=-1)  # fmt: skip
    log(world, bond.hero.number, {"relationships": [told]}, action="picnic")

    after, felt = hero(world, 1), MasterInfluence.objects.get(hero=before)
    assert (after.gold, after.mood, after.items["ore"]) == (
        before.gold + 5,
        before.mood - 1,
        before.items["ore"] + 2,
    )
    assert after.personality["greed"] == before.personality["greed"] - 1
    assert (felt.trust, felt.fear) == (feelings.trust + 2, feelings.fear + 1)
    assert felt.history[-1] == {"step": DAY, "causes": ["praise"], "trust": 2, "fear": 1}
    assert Guild.objects.get(world=world).treasury == chest - 3
    one, other = pair(world)
    assert shared(one) == shared(other)
    assert (one.strength, one.interactions, one.last_step) == (
        bond.strength + 2,
        bond.interactions + 1,
        DAY,
    )
    assert one.history[-1] == {"step": DAY, "cause": "picnic", "change": 2}
    assert wrong(world) == []


def test_the_guild_can_be_paid_too(world: World) -> None:
    by_hand(
        "INSERT INTO activity_log (world_id, guild_id, kind, action, changes)"
        " SELECT world_id, id, 'event', 'bequest', '{\"treasury\": 500}' FROM guilds WHERE world_id = %s", world.id,
    )  # fmt: skip
    assert wrong(world) == []


def test_the_models_can_log_as_well(world: World) -> None:
    world.refresh_from_db()
    Activity.objects.create(
        world=world, hero=hero(world, 2), kind="event", action="windfall", changes={"gold": 9}, step=world.step,
        started_step=world.step, seq=world.seq, game_at=game_time(world.step), real_at=real_time(world, world.step),
    )  # fmt: skip
    assert wrong(world) == []


UNBOOKABLE: tuple[tuple[dict[str, Any], str], ...] = (
    ({"silver": 3}, "'silver'"),
    ({"mood": 3}, "mood goes to mood_impact"),
    ({"gold": 0.5}, "whole numbers"),
    ({"gold": "5"}, "whole numbers"),
    ({"gold": {"ore": 1}}, "Numbers by name"),
    ({"items": 5}, "Numbers by name"),
    ({"influence": {"love": 5}}, "Numbers by name"),
    ({"gold": -1_000_000}, "heroes_gold_check"),
    ({"traits": {"wisdom": 1}}, "heroes_personality_check"),
    ({"influence": {"trust": 101}}, "master_influence_trust_check"),
    ({"gold": 5, "treasury": -1_000_000}, "guilds_treasury_check"),
    ({"relationships": [{"with": 99, "kind": "friendship", "change": 1}]}, "no relationship"),
    ({"relationships": [{"with": 2, "kind": "friendship"}]}, "no relationship"),
)


def test_what_cannot_be_booked_is_refused_and_nothing_is_half_written(world: World) -> None:
    heroes = Hero.objects.filter(world=world).order_by("number").values("gold", "items", "version")
    before = list(heroes)
    for changes, says in UNBOOKABLE:
        assert says in refusal(world, changes)
    assert list(heroes.all()) == before
    assert wrong(world) == []


def test_what_the_engine_alone_tells_is_refused(world: World) -> None:
    for kind, action in (("action", "rest"), ("event", "upkeep")):
        assert "engine alone" in refusal(world, {}, kind, action)


def test_another_time_than_now_is_refused_with_what_would_be_right(world: World) -> None:
    world.refresh_from_db()
    for wrongly in ({"step": 1}, {"seq": 500}, {"real": 1}, {"game": 1}):
        hint = refused_at(world, wrongly)
        assert f"The next one is number {world.seq} of step {world.step}, at" in hint


def refused_at(world: World, wrongly: dict[str, int]) -> str:
    """What is said of an activity whose place or time is off by so much."""
    said = refused(
        "INSERT INTO activity_log (world_id, hero_id, kind, action, step, started_step, seq, game_at, real_at)"
        " SELECT world_id, id, 'event', 'windfall', %s, %s, %s, %s, %s FROM heroes WHERE world_id = %s AND number = 1",
        *[world.step + wrongly.get("step", 0)] * 2,
        world.seq + wrongly.get("seq", 0),
        game_time(world.step) + timedelta(days=wrongly.get("game", 0)),
        real_time(world, world.step) + timedelta(days=wrongly.get("real", 0)),
        world.id,
    )
    return said.message_hint or ""


def test_the_same_facts_booked_by_the_services_and_by_hand_give_the_same_rows(master: User) -> None:
    ours, theirs = aged(master, DAY), aged(master, DAY)
    one, other = strangers(ours, "rivalry")
    for world in (ours, theirs):
        by_hand(INSERT, world.id, hero(world, one.number).id, hero(world, other.number).id, "rivalry", "", 60)
    act(ours.id, "reward", hero=1, gold=30)
    act(ours.id, "gift", hero=2, item="ore", count=3)
    act(ours.id, "punish", hero=3)
    act(ours.id, "mediate", hero=one.number, other=other.number)
    rows = Activity.objects.filter(world=ours, kind="input").order_by("seq")
    assert len(rows) == 4
    for row in rows.select_related("hero"):
        assert row.hero is not None
        log(theirs, row.hero.number, row.changes, row.mood_impact, row.action)

    assert state(ours) == state(theirs)
    assert wrong(theirs) == []


COMPARED = {
    # not version and memories: what is booked by hand leaves no memory
    "heroes": "number, gold, experience, energy, mood, health, personality, skills, items, birth",
    "guilds": "treasury, reputation, wage",
    "hero_relationships": "kind, role, strength, opening, interactions, last_step, history, version",
    "master_influence": "trust, respect, fear, history, baseline",
    "activity_log": "kind, action, step, started_step, seq, game_at, real_at, mood_impact, changes, booked",
}


def state(world: World) -> dict[str, list[str]]:
    """The rows of a world without ids, as text, with the place in the log of what explains them."""
    found = {}
    with connection.cursor() as cursor:
        for table, columns in COMPARED.items():
            explains = (
                "" if table == "activity_log" else
                ", (SELECT (a.step, a.seq) FROM activity_log a WHERE a.id = t.explained_by AND a.world_id = t.world_id)"
            )  # fmt: skip
            cursor.execute(
                f"SELECT ROW({columns}{explains})::text AS told FROM {table} t WHERE world_id = %s ORDER BY told",  # noqa: S608
                [world.id],
            )
            found[table] = [told for (told,) in cursor.fetchall()]
    return found
