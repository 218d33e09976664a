"""One hash says whether two worlds are the same world: nothing that matters is left out, nothing else gets in."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from heroes.models import Activity, Hero
from herotycoon.accounts.models import User
from tests.worlds.lives import DAY, Errand, aged, born, live
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db

ERRANDS = (
    Errand(40, "order", {"hero": 0, "action": "patrol"}),
    Errand(50, "reward", {"hero": 1, "gold": 30}),
    Errand(90, "summon", {}),
)


@pytest.fixture
def world(master: User) -> World:
    """Six heroes after three days."""
    return aged(master, 3 * DAY)


def change(query: str, *values: Any) -> None:
    """Change something behind the game's back."""
    with connection.cursor() as cursor:
        # The ticks of this transaction have left their haste behind; autovacuum gives way only after a second.
        cursor.execute("SET LOCAL lock_timeout = 0")
        for table in ("guilds", "heroes", "hero_relationships", "master_influence"):
            cursor.execute(
                f"ALTER TABLE {table} DISABLE TRIGGER USER"
            )  # until the test is over: nothing is booked
        cursor.execute(query, values)
        assert cursor.rowcount >= 1


def test_neither_owner_nor_name_nor_pace_nor_the_time_of_day_gets_in(
    master: User, second_master: User
) -> None:
    one = create_world(owner=master, seed=5, heroes=6, name="One", now=datetime(2024, 1, 1, tzinfo=UTC))
    two = create_world(owner=second_master, seed=5, heroes=6, name="Two", time_scale=1440)
    for world in (one, two):
        live(world.pk, ERRANDS, 3 * DAY)
    assert fingerprint(one.pk) == fingerprint(two.pk)


def test_it_does_not_matter_in_how_many_bites_a_world_lived(master: User) -> None:
    one, two = born(master), born(master)
    tick({one.pk: 2 * DAY})
    for step in range(1, 2 * DAY + 1):
        tick({two.pk: step})
    assert fingerprint(one.pk) == fingerprint(two.pk)


def test_another_seed_another_input_another_step_are_another_hash(master: User) -> None:
    worlds = [aged(master, DAY), aged(master, DAY, seed=8), aged(master, DAY + 1)]
    other = born(master)
    live(other.pk, [Errand(20, "praise", {"hero": 0})], DAY)
    assert len({fingerprint(world.pk) for world in (*worlds, other)}) == 4


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE worlds SET seed = seed + 1",
        'UPDATE worlds SET data = data || \'{"lore": "-"}\'',
        "UPDATE guilds SET treasury = treasury + 1",
        "UPDATE guilds SET motto = 'x'",
        "UPDATE heroes SET gold = gold + 1 WHERE number = 2",
        "UPDATE heroes SET name = 'x' WHERE number = 2",
        "UPDATE heroes SET carried = carried || '{\"x\": 1}' WHERE number = 2",
        "UPDATE heroes SET expectations[3] = 99 WHERE number = 2",
        "UPDATE heroes SET last_decision_at = last_decision_at + interval '1 microsecond'",
        "UPDATE hero_relationships SET strength = strength + 1 WHERE strength < 99",
        "UPDATE hero_relationships SET history = '[1]'",
        "UPDATE master_influence SET fear = fear + 1",
        "UPDATE quests SET title = 'x'",
        "UPDATE activity_log SET importance = 99 WHERE step = 20",
        "UPDATE activity_log SET data = data || '{\"x\": 1}' WHERE step = 20",
        "UPDATE activity_log SET changes = changes || '{\"gold\": 1}' WHERE step = 20",
        "UPDATE hero_decisions SET reasoning = 'x' WHERE started_step = 0",
        "UPDATE hero_decisions SET options = options || '{\"rest\": 0}' WHERE started_step = 0",
        "DELETE FROM hero_decisions WHERE started_step = 0",
    ],
)
def test_whatever_is_changed_shows(world: World, damage: str) -> None:
    before = fingerprint(world.pk)
    change(damage)
    assert fingerprint(world.pk) != before


@pytest.mark.parametrize(
    "harmless",
    [
        "UPDATE worlds SET name = 'Other', revision = revision + 1, hot_until = now(), status = 'paused'",
        "UPDATE worlds SET anchor_real = now(), updated_at = now(), time_scale = 30, settings = '{}'",
        "UPDATE heroes SET version = version + 1, explained_by = NULL, updated_at = now(), created_at = now()",
        "UPDATE activity_log SET real_at = real_at + interval '1 day'",
    ],
)
def test_what_is_no_part_of_the_story_does_not_show(world: World, harmless: str) -> None:
    before = fingerprint(world.pk)
    change(harmless)
    assert fingerprint(world.pk) == before


def test_heroes_go_by_their_numbers_and_unknown_ids_have_no_name(world: World) -> None:
    row = Activity.objects.filter(world=world, data__has_key="partners")[0]
    before = fingerprint(world.pk)
    other = Hero.objects.filter(world=world).exclude(pk=row.data["partners"][0])[0]
    change(
        "UPDATE activity_log SET data = jsonb_set(data, '{partners,0}', %s) WHERE id = %s",
        f'"{other.pk}"',
        row.pk,
    )
    assert fingerprint(world.pk) != before
    hashes = set()
    for _ in range(2):
        change(
            "UPDATE activity_log SET data = jsonb_set(data, '{partners,0}', %s) WHERE id = %s",
            f'"{uuid4()}"',
            row.pk,
        )
        hashes.add(fingerprint(world.pk))
    assert len(hashes) == 1


def test_the_history_up_to_a_step_is_the_same_whatever_came_after(master: User) -> None:
    young, old = aged(master, DAY), aged(master, 3 * DAY)
    assert fingerprint(young.pk) != fingerprint(old.pk)
    assert fingerprint(young.pk, DAY) == fingerprint(old.pk, DAY)
    assert fingerprint(old.pk, DAY) != fingerprint(old.pk, DAY - 5)


def test_the_session_does_not_get_in(world: World) -> None:
    before = fingerprint(world.pk)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TimeZone = 'Asia/Tokyo'; SET LOCAL DateStyle = 'German, DMY'")
        cursor.execute("SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL extra_float_digits = 0")
    assert fingerprint(world.pk) == before


def test_the_command_prints_the_hash_alone(world: World) -> None:
    out = StringIO()
    call_command("fingerprint", str(world.pk), stdout=out)
    assert re.fullmatch(r"[0-9a-f]{64}\n", out.getvalue())
    assert out.getvalue().strip() == fingerprint(world.pk)


@pytest.mark.parametrize("text", ["", "x", "00000000-0000-7000-8000-000000000000"])
def test_the_command_names_a_world_that_is_not_there(world: World, text: str) -> None:
    with pytest.raises(CommandError, match=re.escape(world.name)):
        call_command("fingerprint", text)
