"""Hands that edit a world while it lives: the books still balance, and the life can be lived again."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from heroes.sim.lexicon import ITEMS, POLICIES, SKILLS, TRAITS
from herotycoon.accounts.models import User
from tests.schema.by_hand import by_hand, edits
from tests.worlds.lives import DAY, aged, told, wrong
from worlds.models import World
from worlds.replay import replay
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db
PERCENT = st.integers(-5, 105)
HERO = st.integers(0, 6)


def heroes(column: str, value: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[str, list[Any]]]:
    statement = f"UPDATE heroes SET {column} WHERE world_id = %s AND number = %s"  # noqa: S608
    return st.tuples(value, HERO).map(lambda drawn: (statement, [drawn[0], None, drawn[1]]))


def document(keys: tuple[str, ...], high: int) -> st.SearchStrategy[str]:
    return st.dictionaries(st.sampled_from(keys), st.integers(0, high), max_size=3).map(json.dumps)


BONDS = "FROM heroes a JOIN heroes b ON b.world_id = a.world_id WHERE a.world_id = %s AND (a.number, b.number) = (%s, %s)"
EDITS = st.one_of(
    heroes("gold = %s", st.integers(-1, 5_000)),
    heroes("gold = gold + %s", st.integers(-50, 50)),
    heroes("energy = %s", PERCENT),
    heroes("mood = %s", PERCENT),
    heroes("health = %s", PERCENT),
    heroes("experience = experience + %s", st.integers(-5, 500)),
    heroes("personality = personality || %s", document(TRAITS, 100)),
    heroes("skills = skills || %s", document((*SKILLS, "juggling"), 100)),
    heroes("items = %s", document((*ITEMS, "rope"), 9)),
    heroes("place = %s", st.integers(0, 3)),
    heroes("name = %s", st.sampled_from(["Ann", "Björn", "Ysolde the Grey"])),
    heroes("until_step = until_step + %s", st.integers(0, 9)),
    st.integers(0, 900).map(
        lambda gold: ("UPDATE guilds SET treasury = %s WHERE world_id = %s", [gold, None])
    ),
    st.sampled_from(POLICIES).map(
        lambda name: ("UPDATE guilds SET policy = %s WHERE world_id = %s", [name, None])
    ),
    st.tuples(PERCENT, PERCENT, HERO).map(
        lambda drawn: (
            "UPDATE master_influence SET trust = %s, fear = %s WHERE hero_id ="
            " (SELECT id FROM heroes WHERE world_id = %s AND number = %s)",
            [drawn[0], drawn[1], None, drawn[2]],
        )
    ),
    st.tuples(st.integers(-101, 101), HERO, HERO).map(
        lambda drawn: (
            f"UPDATE hero_relationships r SET strength = %s FROM (SELECT a.id AS one, b.id AS two {BONDS}) AS pair"  # noqa: S608
            " WHERE r.hero_id = one AND r.other_id = two",
            [drawn[0], None, *drawn[1:]],
        )
    ),
    st.tuples(HERO, HERO).map(
        lambda drawn: (
            f"DELETE FROM hero_relationships r USING (SELECT a.id AS one, b.id AS two {BONDS}) AS pair"  # noqa: S608
            " WHERE r.hero_id = one AND r.other_id = two",
            [None, *drawn],
        )
    ),
    st.tuples(st.sampled_from(["friendship", "rivalry", "romantic"]), st.integers(-100, 100), HERO, HERO).map(
        lambda drawn: (
            "INSERT INTO hero_relationships (id, world_id, hero_id, other_id, kind, strength)"
            f" SELECT gen_random_uuid(), a.world_id, a.id, b.id, %s, %s {BONDS}",
            [*drawn[:2], None, *drawn[2:]],
        )
    ),
    st.tuples(st.integers(-40, 40), st.integers(-5, 5), HERO).map(
        lambda drawn: (
            "INSERT INTO activity_log (world_id, hero_id, kind, action, changes, mood_impact)"
            " SELECT world_id, id, 'event', 'windfall', %s, %s FROM heroes WHERE world_id = %s AND number = %s",
            [json.dumps({"gold": drawn[0], "influence": {"respect": drawn[1]}}), drawn[1], None, drawn[2]],
        )
    ),
    st.just(
        (
            "INSERT INTO heroes (id, world_id, guild_id, number, name, hero_class, personality, gold)"
            " SELECT gen_random_uuid(), world_id, guild_id, NULL, 'Ann', 'mage', personality, 30 FROM heroes"
            " WHERE world_id = %s AND number = 1",
            [None],
        )
    ),
)


def edit(world: World, statement: str, values: list[Any]) -> None:
    """Do it, or be refused by a constraint."""
    try:
        with transaction.atomic():
            by_hand(statement, *[world.id if value is None else value for value in values])
    except IntegrityError as error:
        assert getattr(error.__cause__, "sqlstate", None) in ("23514", "23505")  # check, unique  # noqa: PT017


@settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    days=st.lists(st.lists(EDITS, min_size=1, max_size=6), min_size=1, max_size=3), seed=st.integers(0, 50)
)
def test_whatever_is_edited_in_psql_the_books_balance_and_the_life_can_be_lived_again(
    master: User, days: list[list[tuple[str, list[Any]]]], seed: int
) -> None:
    world = aged(master, 30, seed=seed, heroes=5)
    for day in days:
        for statement, values in day:
            edit(world, statement, values)
        assert wrong(world) == []
        world.refresh_from_db()
        tick({world.id: world.step + 40})
        world.refresh_from_db()
        assert world.status == "running", world.error
    assert wrong(world, decisions=True) == []
    assert replay(world).equal


def test_inputs_and_edits_in_turn_are_lived_again_in_their_order(master: User) -> None:
    world = aged(master, DAY)
    by_hand("UPDATE heroes SET gold = gold + 9 WHERE world_id = %s AND number = 2", world.id)
    told(world.id, "reward", {"hero": 2, "gold": 5})
    by_hand("UPDATE guilds SET treasury = 600 WHERE world_id = %s", world.id)
    told(world.id, "build", {"facility": "library"})
    told(world.id, "summon", {})
    by_hand("UPDATE heroes SET mood = 1 WHERE world_id = %s AND number = 6", world.id)
    told(world.id, "order", {"hero": 6, "action": "work"})
    tick({world.id: 4 * DAY})
    world.refresh_from_db()

    assert len(edits(world)) == 3
    assert replay(world).equal
    assert replay(world, to_step=DAY).equal
    assert wrong(world, decisions=True) == []


def test_an_edited_life_is_another_life(master: User) -> None:
    world, twin = aged(master, DAY), aged(master, DAY)
    by_hand("UPDATE heroes SET energy = 1 WHERE world_id = %s AND number = 2", world.id)
    for one in (world, twin):
        tick({one.id: 3 * DAY})
    assert fingerprint(world.id) != fingerprint(twin.id)
