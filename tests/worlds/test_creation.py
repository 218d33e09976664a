"""A world comes to be: from its seed alone, whole, and ready to live."""

from __future__ import annotations

from typing import Any

import pytest

from heroes.models import Activity, Hero, HeroRelationship
from heroes.sim.lexicon import ACTIONS
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from quests.models import Quest
from tests.worlds.lives import DAY, LONG_AGO, aged, born, wrong
from worlds.models import Guild, World
from worlds.rows.survey import shape
from worlds.services.creation import InvalidOption, create_world
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db


def test_one_seed_makes_one_world(master: User, second_master: User) -> None:
    one = create_world(owner=master, seed=31, name="Here", time_scale=12)
    other = create_world(owner=second_master, seed=31, name="There", time_scale=700)
    assert fingerprint(one.id) == fingerprint(other.id)


def test_two_seeds_make_two_worlds(master: User) -> None:
    worlds = [born(master, seed, heroes=6) for seed in (1, 2, 3)]
    assert len({fingerprint(world.id) for world in worlds}) == 3
    assert len({str(sorted(world.data.items())) for world in worlds}) == 3
    teams = {tuple(Hero.objects.filter(world=world).values_list("name", flat=True)) for world in worlds}
    assert len(teams) == 3


def test_a_seed_that_nobody_names_is_drawn(master: User) -> None:
    seeds = {create_world(owner=master).seed for _ in range(5)}
    assert len(seeds) == 5


def test_the_seed_says_how_many_heroes_unless_somebody_does(master: User) -> None:
    sizes = {Hero.objects.filter(world=create_world(owner=master, seed=seed)).count() for seed in range(16)}
    assert sizes == set(range(5, 13))


@pytest.mark.parametrize("heroes", [1, 2, 5, 12, 31])
def test_a_world_of_any_size_lives_and_is_clean(master: User, heroes: int) -> None:
    world = born(master, heroes=heroes)
    assert list(Hero.objects.filter(world=world).order_by("number").values_list("number", flat=True)) == list(
        range(heroes)
    )
    tick({world.id: 3 * DAY})
    assert wrong(world, decisions=True) == []


def test_a_world_of_a_thousand_heroes_lives_and_is_clean(master: User) -> None:
    world = born(master, heroes=1_000)
    tick({world.id: DAY // 4})
    world.refresh_from_db()
    assert (Hero.objects.filter(world=world).count(), world.step) == (1_000, DAY // 4)
    assert wrong(world, decisions=True) == []


def test_a_newborn_world_is_clean(master: User) -> None:
    assert wrong(born(master), decisions=True) == []


def test_everybody_is_busy_from_the_first_moment(master: User) -> None:
    world = born(master, heroes=12)
    for hero in Hero.objects.filter(world=world):
        assert hero.current_action in ACTIONS
        assert (hero.started_step, hero.until_step > 0) == (0, True)
        assert hero.carried["reasoning"]
        assert hero.last_decision_at is not None
    assert MasterInfluence.objects.filter(world=world).count() == 12


def test_opening_relationships_are_told_by_both(master: User) -> None:
    world = born(master, heroes=30)
    rows = list(HeroRelationship.objects.filter(world=world))
    told = {(row.hero_id, row.other_id, row.kind): row for row in rows}

    assert len(rows) >= 10
    for row in rows:
        twin = told[row.other_id, row.hero_id, row.kind]
        assert (row.strength, row.opening) == (twin.strength, twin.opening)
        assert row.strength == row.opening != 0
        assert {row.role, twin.role} == ({"mentor", "pupil"} if row.kind == "mentor" else {""})


def test_the_board_is_not_empty(master: User) -> None:
    for seed in range(5):
        world = born(master, seed)
        quests = Quest.objects.filter(world=world)
        assert quests.count() >= 3
        assert all(quest.title and quest.description and quest.monster for quest in quests)
        posted = Activity.objects.filter(world=world, action="quest_posted").order_by("seq")
        numbers = [row.data["quest"] for row in posted]
        assert numbers == sorted(quests.values_list("number", flat=True))


def test_the_document_of_a_world_has_the_shape_that_is_promised(master: User) -> None:
    for seed in range(8):
        data = born(master, seed, heroes=1).data
        shape(data)
        assert 4 <= len(data["biomes"]) <= 8
        assert 2 <= len(data["landmarks"]) <= 6
        assert data["lore"]
        assert all(mark["lore"] for mark in data["landmarks"])
        spots = [data["town"], data["hall"], *data["landmarks"], *data["biomes"]]
        for spot in (place["location"] for place in spots):
            assert 0 <= spot["x"] < data["size"]["width"]
            assert 0 <= spot["y"] < data["size"]["height"]


def test_a_world_is_reborn_from_what_is_written_in_its_settings(master: User) -> None:
    world = create_world(owner=master)
    options = world.settings
    twin = create_world(
        owner=master, seed=options["seed"], heroes=options["heroes"], time_scale=options["time_scale"]
    )
    assert fingerprint(twin.id) == fingerprint(world.id)


def test_the_clock_starts_when_the_world_is_born(master: User) -> None:
    world = create_world(owner=master, seed=1, now=LONG_AGO)
    assert (world.step, world.anchor_step, world.anchor_real) == (0, 0, LONG_AGO)
    assert set(Activity.objects.filter(world=world).values_list("real_at", flat=True)) == {LONG_AGO}


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("seed", -1, "0 to"),
        ("seed", 2**63, "0 to"),
        ("heroes", 0, "1 to 1,000"),
        ("heroes", -5, "1 to 1,000"),
        ("heroes", 100_000, "1 to 1,000"),
        ("time_scale", 0, "1 to 1,440"),
        ("time_scale", 1441, "1 to 1,440"),
        ("name", "x" * 81, "80"),
        ("name", "two\nlines", "printable"),
        ("name", "   ", "printable"),
    ],
)
def test_an_option_out_of_range_is_refused_with_the_range(
    master: User, option: str, value: Any, says: str
) -> None:
    with pytest.raises(InvalidOption, match=says):
        create_world(owner=master, **{option: value})
    assert not World.objects.exists()
    assert not Guild.objects.exists()


@pytest.mark.parametrize("seed", [0, 1, 2**31, 2**40 - 1, 2**63 - 1])
def test_seeds_at_the_edges_are_seeds_like_any_other(master: User, seed: int) -> None:
    world = aged(master, DAY, seed=seed, heroes=5)
    assert wrong(world, decisions=True) == []


def test_worlds_with_a_name_of_any_script_are_welcome(master: User) -> None:
    name = "世界 — Ωmega «é» 🐉"
    assert create_world(owner=master, seed=1, name=name).name == name
