"""What no hand can write without breaking a constraint, and what happens to worlds that were set aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import StringIO
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg import sql

from heroes.models import Activity, Hero
from heroes.services.journal import Refused
from heroes.sim.lexicon import SKILLS, TRAITS
from herotycoon.accounts.models import User
from tests.worlds.lives import DAY, aged, born, wrong
from tests.worlds.set_aside_scene import AN_ACTIVE_HERO, START, UNTIL, first, spoil, turn_all
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.services.inputs import act
from worlds.sim.state import Batch
from worlds.tick import tick


@pytest.fixture
def unchecked(superuser: psycopg.Connection) -> Iterator[Callable[[str, str], AbstractContextManager[None]]]:
    """A door past a CHECK: in the block it does not hold; afterwards it holds for whatever is written from then on."""
    left_open: list[tuple[sql.Identifier, sql.Identifier]] = []

    @contextmanager
    def door(table: str, check: str) -> Iterator[None]:
        found = superuser.execute(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s AND conparentid = 0",
            [check],
        ).fetchone()
        assert found is not None
        names = sql.Identifier(table), sql.Identifier(check)
        superuser.execute(sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(*names))
        yield
        add = sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} {} NOT VALID").format(*names, sql.SQL(found[0]))
        superuser.execute(add)
        left_open.append(names)

    yield door
    World.objects.all().delete()
    for names in left_open:
        superuser.execute(sql.SQL("ALTER TABLE {} VALIDATE CONSTRAINT {}").format(*names))


FORBIDDEN: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "a trait of 101": (
        "heroes",
        "heroes_personality_check",
        {"personality": dict.fromkeys(TRAITS, 101)},
        "heroes_personality_check",
    ),
    "traits in words": (
        "heroes",
        "heroes_personality_check",
        {"personality": dict.fromkeys(TRAITS, "high")},
        "invalid literal",
    ),
    "traits in a list": ("heroes", "heroes_personality_check", {"personality": [1, 2]}, "get"),
    "skills of a thousand": (
        "heroes",
        "heroes_skills_check",
        {"skills": dict.fromkeys(SKILLS, 1000)},
        "heroes_skills",
    ),
    "no experience at all": ("heroes", "heroes_expectations_check", {"expectations": "{}"}, "Error"),
    "a facility of level nine": (
        "guilds",
        "guilds_facilities_check",
        {"facilities": {"library": 9}},
        "guilds_facilities_check",
    ),
    "a thought in a list": (
        "heroes",
        "heroes_carried_check",
        {"carried": [], "until_step": START + 1},
        "'list' object",
    ),
}


@pytest.mark.django_db(transaction=True)
def test_what_the_database_forbids_sets_a_world_aside_too(
    master: User, unchecked: Callable[[str, str], AbstractContextManager[None]]
) -> None:
    before = aged(master, START, seed=1), aged(master, UNTIL, seed=1)
    bad = {what: aged(master, START, seed=5, heroes=5) for what in FORBIDDEN}
    after = aged(master, START, seed=2), aged(master, UNTIL, seed=2)
    for what, world in bad.items():
        table, check, values, _ = FORBIDDEN[what]
        with unchecked(table, check):
            spoil(world, table, values)

    reasons = dict(zip(bad, turn_all(list(bad.values()), [before, after]), strict=True))

    assert [what for what, why in reasons.items() if FORBIDDEN[what][3] not in why] == []
    assert not any("\n" in why for why in reasons.values())


@pytest.mark.django_db
def test_the_command_says_which_world_is_set_aside_and_why_and_fails(
    master: User,
) -> None:
    bad, good = born(master, seed=1), born(master, seed=2)
    spoil(bad, "worlds", {"data": {}})
    out, err = StringIO(), StringIO()

    with pytest.raises(CommandError, match="1 world could not be simulated"):
        call_command("tick", steps=5, stdout=out, stderr=err)

    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.step, bad.status, good.step) == (0, "set_aside", 5)
    assert err.getvalue() == f"World {bad.id} was set aside: {bad.error}\n"
    assert "biomes: Field required" in bad.error
    assert out.getvalue().startswith("2 worlds, 5 steps, ")


@pytest.mark.django_db
def test_a_world_that_was_set_aside_is_passed_by_from_then_on(master: User) -> None:
    bad = born(master, seed=1)
    data = bad.data
    spoil(bad, "worlds", {"data": {}})
    tick({bad.id: 5})
    bad.refresh_from_db()

    assert tick({bad.id: 10}).worlds == 0
    with pytest.raises(Refused, match="set aside"):
        act(bad.id, "praise", hero=0)
    with pytest.raises(CommandError, match="set aside"):
        call_command("tick", world=[str(bad.id)], steps=5)

    # A game master mends it, and it lives on as if nothing had been.
    World.objects.filter(id=bad.id).update(status="running", error="", data=data)
    twin = aged(master, 10, seed=1)
    tick({bad.id: 10})
    assert fingerprint(bad.id) == fingerprint(twin.id)


@pytest.mark.django_db
def test_a_long_reason_is_kept_as_far_as_there_is_room(master: User) -> None:
    world = born(master)
    spoil(world, "worlds", {"data": first(world.data, "biomes", resources=["x" * 9_000])})
    tick({world.id: 1})
    world.refresh_from_db()
    assert world.status == "set_aside"
    assert len(world.error) == 2_000


@pytest.mark.django_db
def test_no_world_is_set_aside_for_the_faults_of_the_code(
    master: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = born(master)

    def of_another_version(batch: Batch, most: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT luck FROM heroes")

    monkeypatch.setattr("worlds.tick.run", of_another_version)
    with pytest.raises(CommandError, match="migrate"):
        call_command("tick", world=[str(world.id)], steps=5)

    world.refresh_from_db()
    assert (world.status, world.step) == ("running", 0)


@pytest.mark.django_db
def test_a_world_without_heroes_turns_all_the_same(world: World) -> None:
    spoil(world, "worlds", {"data": born(world.owner).data})
    turned = tick({world.id: 3 * DAY})
    world.refresh_from_db()
    assert (turned.set_aside, world.step) == ({}, 3 * DAY)


@pytest.mark.django_db
def test_a_world_with_nothing_on_its_board_turns_all_the_same(master: User) -> None:
    world = born(master)
    spoil(world, "quests", {"status": "failed"})
    turned = tick({world.id: 9})
    assert (turned.set_aside, turned.steps) == ({}, 9)
    assert wrong(world, decisions=True) == []


@pytest.mark.django_db
def test_a_hero_whose_hour_was_set_to_the_past_wakes_up(master: User) -> None:
    world = aged(master, START)
    spoil(world, "heroes", {"started_step": 3, "until_step": 5}, AN_ACTIVE_HERO)
    tick({world.id: START + DAY})
    hero = Hero.objects.get(world=world, number=0)
    assert hero.until_step > START + DAY
    assert hero.started_step > START


@pytest.mark.django_db
def test_a_hero_who_was_sent_away_by_hand_does_nothing_any_more(master: User) -> None:
    world = aged(master, START)
    spoil(world, "heroes", {"status": "gone"}, AN_ACTIVE_HERO)
    tick({world.id: START + DAY})
    assert not Activity.objects.filter(world=world, hero__number=0, step__gt=START).exists()
    assert wrong(world) == []
