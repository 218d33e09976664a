"""The map as data: everybody is where they are, and nobody stands on anybody."""

from __future__ import annotations

import json
import math
from itertools import combinations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heroes.models import Hero
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from herotycoon.pg.twins import statements
from tests.factories import a_guild, a_hero, a_world, an_event
from tests.worlds.lives import DAY, aged, born
from worlds.models import World
from worlds.services.atlas.entries import HALL, TOWN, UNKNOWN, Atlas
from worlds.services.atlas.places import atlas, document
from worlds.services.atlas.room import Spot

pytestmark = pytest.mark.django_db
SIZES = [(7, 12, 30), (1, 1, 20), (2024, 200, 3), (424242, 200, 30)]
"""Seed, heroes, steps."""


@pytest.mark.parametrize(("seed", "heroes", "steps"), SIZES)
def test_everybody_is_where_their_row_says(master: User, seed: int, heroes: int, steps: int) -> None:
    world = aged(master, steps, seed, heroes)
    told = atlas(world)
    rows = Hero.objects.filter(world=world).order_by("number")
    fields = ("number", "name", "hero_class", "status", "current_action", "place")
    here = [(one.number, one.name, one.hero_class, one.status, one.action, one.place) for one in told.heroes]
    assert here == list(rows.values_list(*fields))
    names = {place.number: place.name for place in (*told.points, *told.biomes)}
    assert all(one.place_name == names[one.place] for one in told.heroes)


@pytest.mark.parametrize(("seed", "heroes", "steps"), SIZES)
def test_everybody_stands_inside_their_place(master: User, seed: int, heroes: int, steps: int) -> None:
    told = atlas(aged(master, steps, seed, heroes))
    areas = {biome.number: biome.area for biome in told.biomes}
    for hero in told.heroes:
        assert areas.get(hero.place, told.land).holds(Spot(hero.x, hero.y))
    assert told.heroes


@pytest.mark.parametrize(("seed", "heroes", "steps"), SIZES)
def test_nobody_stands_on_anybody(master: User, seed: int, heroes: int, steps: int) -> None:
    told = atlas(aged(master, steps, seed, heroes))
    assert nearest(told) > 3
    spots = [(hero.x, hero.y) for hero in told.heroes]
    assert all(math.dist(spot, (place.x, place.y)) > 5 for spot in spots for place in told.points)


def nearest(told: Atlas) -> float:
    """Map units between the two who stand closest."""
    spots = [(hero.x, hero.y) for hero in told.heroes]
    return min((math.dist(one, other) for one, other in combinations(spots, 2)), default=math.inf)


def test_a_crowd_in_a_tiny_biome_still_stands_apart(master: User) -> None:
    world = born(master, heroes=60)
    world.data["biomes"][0]["location"] = {"x": 0, "y": 0, "width": 1, "height": 1}
    world.save()
    Hero.objects.filter(world=world).update(place=2)
    told = atlas(world)
    assert all(told.biomes[0].area.holds(Spot(hero.x, hero.y)) for hero in told.heroes)
    assert nearest(told) > 0


def test_who_has_left_is_not_on_the_map(master: User) -> None:
    world = born(master)
    Hero.objects.filter(world=world, number=2).update(status="gone")
    assert [hero.number for hero in atlas(world).heroes] == [0, 1, 3, 4, 5]


def test_the_hall_and_the_town_are_where_the_world_says(master: User) -> None:
    world = born(master)
    told = atlas(world)
    said = [(world.data[key]["name"], *world.data[key]["location"].values()) for key in ("hall", "town")]
    assert [(place.name, place.x, place.y) for place in (told.hall, told.town)] == said
    assert (told.hall.number, told.town.number) == (HALL, TOWN)


def test_a_world_that_does_not_say_has_them_away_from_its_landmarks(master: User) -> None:
    world = born(master)
    world.data = {**world.data, "hall": {"name": "Hall"}, "town": {"name": "Town"}}
    world.save()
    told = atlas(world)
    assert told == atlas(world)
    for one, other in combinations(told.points, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) > 12
    assert all(told.land.holds(Spot(place.x, place.y)) for place in (told.hall, told.town))


def test_a_world_of_which_nothing_is_known_has_a_map(master: User) -> None:
    world = a_world(owner=master)
    a_guild(world=world)
    a_hero(world=world, place=9)
    told = atlas(world)
    assert (told.biomes, told.landmarks, told.events) == ((), (), ())
    assert [hero.place_name for hero in told.heroes] == [UNKNOWN]


def test_only_what_is_in_force_is_on_the_map(master: User) -> None:
    world = born(master)
    for number, status in ((900, "in_force"), (901, "over"), (902, "coming")):
        an_event(world=world, number=number, status=status, place=2)
    an_event(world=world, number=903, status="in_force", name="Fog", kind="storm")
    told = [(event.number, event.kind, event.name, event.place_name) for event in atlas(world).events]
    assert told == [
        (900, "festival", "Midsummer", world.data["biomes"][0]["name"]),
        (903, "storm", "Fog", None),
    ]


def test_the_document_is_plain_json(master: User) -> None:
    world = aged(master, DAY + 3)
    an_event(world=world, number=900, status="in_force")
    plain = document(atlas(world))
    assert json.loads(json.dumps(plain)) == plain
    assert (plain["day"], plain["hour"], plain["step"]) == (1, 1.5, DAY + 3)
    assert "seed" not in plain


def test_three_queries_read_it_in_one_turn(master: User) -> None:
    world = born(master)
    with CaptureQueriesContext(connection) as asked:
        atlas(world)
    [turn] = [one["sql"] for one in asked if "SELECT" in one["sql"]]
    selects = statements(f"{turn};")
    assert len(selects) == 3
    assert all("world_id = " in sql for sql in selects)


@pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
def test_a_master_sees_their_own_world_and_no_other(master: User, second_master: User) -> None:
    mine, theirs = aged(master, 30), aged(second_master, 30, seed=8)
    everything = atlas(mine)
    with as_player(master.id, [mine.id]):
        assert atlas(mine) == everything
        with pytest.raises(World.DoesNotExist):
            atlas(theirs)
