"""A world that makes no sense is set aside, with the reason on record; the rest of its batch does not notice."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from herotycoon.accounts.models import User
from tests import factories
from tests.worlds.lives import DAY, aged, born
from tests.worlds.set_aside_scene import AN_ACTIVE_HERO, START, UNTIL, damaged, first, spoil, turn_all
from worlds.tick import tick

HUGE = 10**30


BAD_DOCUMENTS: dict[str, Any] = {
    "empty": lambda data: {},
    "no biomes": lambda data: damaged(data, {"biomes": None}),
    "an empty list of biomes": lambda data: damaged(data, {"biomes": []}),
    "no landmarks": lambda data: damaged(data, {"landmarks": []}),
    "no town": lambda data: damaged(data, {"town": None}),
    "biomes that are an object": lambda data: damaged(data, {"biomes": {"0": {}}}),
    "biomes that are null": lambda data: data | {"biomes": None},
    "a biome that is a text": lambda data: data | {"biomes": ["forest"]},
    "a hundred biomes": lambda data: damaged(data, {"biomes": data["biomes"][:1] * 100}),
    "an unknown type of biome": lambda data: first(data, "biomes", type="the moon"),
    "a resource nobody knows": lambda data: first(data, "biomes", resources=["unobtainium"]),
    "a monster in a thousand letters": lambda data: first(data, "biomes", monsters=["w" * 1000]),
    "a difficulty of eleven": lambda data: first(data, "biomes", difficulty=11),
    "a huge difficulty": lambda data: first(data, "biomes", difficulty=HUGE),
    "a difficulty and a half": lambda data: first(data, "biomes", difficulty=1.5),
    "a true difficulty": lambda data: first(data, "biomes", difficulty=True),
    "a difficulty in words": lambda data: first(data, "biomes", difficulty="5"),
    "a name of a number": lambda data: first(data, "biomes", name=7),
    "no location": lambda data: first(data, "biomes", location=None),
    "a place off every map": lambda data: first(data, "landmarks", location={"x": -1, "y": HUGE}),
    "an unknown effect": lambda data: first(data, "landmarks", effects={"luck_bonus": 3}),
    "an effect without the word": lambda data: first(data, "landmarks", effects={"wisdom": 3}),
    "an effect that is too strong": lambda data: first(data, "landmarks", effects={"wisdom_bonus": 21}),
    "a huge effect": lambda data: first(data, "landmarks", effects={"wisdom_bonus": HUGE}),
    "effects in a list": lambda data: first(data, "landmarks", effects=["wisdom_bonus"]),
    "a landmark of no known type": lambda data: first(data, "landmarks", type="car park"),
}


@pytest.mark.django_db
def test_documents_that_make_no_sense_set_their_worlds_aside(master: User) -> None:
    before = aged(master, START, seed=1), aged(master, UNTIL, seed=1)
    bad = {what: born(master, seed=5) for what in BAD_DOCUMENTS}
    after = aged(master, START, seed=2), aged(master, UNTIL, seed=2)
    for what, world in bad.items():
        spoil(world, "worlds", {"data": BAD_DOCUMENTS[what](world.data)})

    reasons = dict(zip(bad, turn_all(list(bad.values()), [before, after]), strict=True))

    assert [what for what, why in reasons.items() if not why] == []
    for why in reasons.values():
        assert why.startswith("the world's data cannot be simulated: ")
        assert "\n" not in why


A_FELT_ONE = "hero_id = (SELECT id FROM heroes h WHERE h.world_id = master_influence.world_id AND number = 0)"


DUE = {"until_step": START + 1}


BAD_ROWS: dict[str, tuple[str, dict[str, Any], str]] = {
    "a hero without a birth": ("heroes", {"birth": {}}, AN_ACTIVE_HERO),
    "a hero born as a list": ("heroes", {"birth": {"personality": []}}, AN_ACTIVE_HERO),
    "a hero born with words": ("heroes", {"birth": {"personality": {"courage": "very"}}}, AN_ACTIVE_HERO),
    "a hero born with huge numbers": (
        "heroes",
        {"birth": {"personality": {"courage": HUGE}}},
        AN_ACTIVE_HERO,
    ),
    "an action nobody can do": ("heroes", {"current_action": "dance"}, AN_ACTIVE_HERO),
    "a last action of nothing": ("heroes", {"last_action": ""}, AN_ACTIVE_HERO),
    "a place beyond the map": ("heroes", {"place": 30, **DUE}, AN_ACTIVE_HERO),
    "a place far beyond the map": ("heroes", {"place": 32_000}, AN_ACTIVE_HERO),
    "a partner who is not there": ("heroes", {"partner": 900}, AN_ACTIVE_HERO),
    "a partner of a negative number": ("heroes", {"partner": -1}, AN_ACTIVE_HERO),
    "a quest that is not there": ("heroes", {"quest_number": 4_000}, AN_ACTIVE_HERO),
    "nothing carried": ("heroes", {"carried": {}, **DUE}, AN_ACTIVE_HERO),
    "a thought of the wrong kind": (
        "heroes",
        {
            "carried": {
                "context": [],
                "options": 3,
                "contributions": None,
                "personality_factors": "",
                "reasoning": 5,
            }
        }
        | DUE,
        AN_ACTIVE_HERO,
    ),
    "all the experience there is": ("heroes", {"experience": 2**31 - 1}, "true"),
    "an order to dance": ("master_influence", {"standing_order": {"action": "dance"}}, A_FELT_ONE),
    "an order without an action": ("master_influence", {"standing_order": {"quest": 3}}, A_FELT_ONE),
    "an order until soon": (
        "master_influence",
        {"standing_order": {"action": "hunt", "until": "soon"}},
        A_FELT_ONE,
    ),
    "an order until huge": (
        "master_influence",
        {"standing_order": {"action": "hunt", "until": HUGE}},
        A_FELT_ONE,
    ),
    "a promise of a text": ("master_influence", {"promises": ["gold"]}, A_FELT_ONE),
    "a promise of a number": ("master_influence", {"promises": [7]}, A_FELT_ONE),
    "a promise of nothing": ("master_influence", {"promises": [None]}, A_FELT_ONE),
    "a promise without a day": ("master_influence", {"promises": [{"state": "open"}]}, A_FELT_ONE),
    "a promise due hugely": ("master_influence", {"promises": [{"state": "open", "due": HUGE}]}, A_FELT_ONE),
    "rules that were never published": ("worlds", {"rules_version": 99}, "true"),
    "a quest in a place beyond the map": ("quests", {"place": 30}, "status = 'open'"),
    "one half of a relationship": (
        "hero_relationships",
        {"kind": "romantic", "role": ""},
        "id = (SELECT min(r.id::text)::uuid FROM hero_relationships r"
        " WHERE r.world_id = hero_relationships.world_id AND r.kind <> 'romantic')",
    ),
}


@pytest.mark.django_db
def test_rows_that_make_no_sense_set_their_worlds_aside(master: User) -> None:
    before = aged(master, START, seed=1), aged(master, UNTIL, seed=1)
    bad = {what: aged(master, START, seed=5, heroes=5) for what in BAD_ROWS}
    after = aged(master, START, seed=2), aged(master, UNTIL, seed=2)
    for what, world in bad.items():
        spoil(world, *BAD_ROWS[what])

    reasons = dict(zip(bad, turn_all(list(bad.values()), [before, after]), strict=True))

    assert [what for what, why in reasons.items() if not why] == []
    assert all(world.step == START for world in bad.values())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("table", "values", "says"),
    [
        ("heroes", {"place": 17}, "hero 0 is in place 17"),
        ("quests", {"place": 17}, "is in place 17"),
        ("world_events", {"place": 17}, "event 900 is in place 17"),
        ("heroes", {"quest_number": 4_000}, "hero 0 is on quest 4000, which is not there"),
        ("heroes", {"partner": 900}, "hero 900, who is not there"),
    ],
)
def test_a_place_beyond_the_map_is_not_a_place_of_the_next_world(
    master: User, table: str, values: dict[str, Any], says: str
) -> None:
    bad = aged(master, START, seed=5)
    neighbours = [(aged(master, START, seed), aged(master, UNTIL, seed)) for seed in (1, 2)]
    factories.an_event(world=bad, number=900, kind="storm", ends_step=20 * DAY, place=2, status="in_force")
    where = {"heroes": AN_ACTIVE_HERO, "world_events": "number = 900"}.get(table, "true")
    spoil(bad, table, values, where)

    assert says in turn_all([bad], neighbours)[0]


@pytest.mark.django_db
def test_a_world_that_comes_to_its_last_possible_step_is_set_aside(master: User) -> None:
    world = aged(master, START)
    shift = 2**31 - 60 - START
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE heroes SET started_step = started_step + %(shift)s, until_step = until_step + %(shift)s,"
            " fed_step = fed_step + %(shift)s, met_step = met_step + %(shift)s, version = version + 1"
            " WHERE world_id = %(world)s",
            {"shift": shift, "world": world.id},
        )
    spoil(world, "worlds", {"step": START + shift})

    turned = tick({world.id: 2**31 + DAY})  # heroes plan beyond what an integer holds

    assert list(turned.set_aside) == [world.id]
