"""A world that makes no sense is set aside, with the reason on record; the rest of its batch does not notice."""

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
from psycopg.types.json import Jsonb

from heroes.models import Activity, Hero
from heroes.services.journal import Refused
from heroes.sim.lexicon import SKILLS, TRAITS
from herotycoon.accounts.models import User
from tests import factories
from tests.worlds.lives import DAY, aged, born, wrong
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.services.inputs import act
from worlds.sim.state import Batch
from worlds.tick import tick

HUGE = 10**30
START, UNTIL = 20, 32


def spoil(world: World, table: str, values: dict[str, Any], where: str = "true") -> None:
    """Write nonsense that the database allows."""
    sets = sql.SQL(", ").join(
        sql.SQL("{} = {}").format(
            sql.Identifier(name), sql.Literal(Jsonb(value) if isinstance(value, dict | list) else value)
        )
        for name, value in values.items()
    )
    key = sql.Identifier("id" if table == "worlds" else "world_id")
    statement = sql.SQL("UPDATE {} SET {} WHERE {} = {} AND {}").format(
        sql.Identifier(table), sets, key, sql.Literal(world.id), sql.SQL(where)
    )
    with connection.cursor() as cursor:
        cursor.execute(statement.as_string(None))
        assert cursor.rowcount > 0


def damaged(data: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A world's document with some of it changed; None leaves a key out."""
    return {key: value for key, value in (data | changes).items() if value is not None}


def first(data: dict[str, Any], key: str, **changes: Any) -> dict[str, Any]:
    """A world's document with its first biome or landmark changed."""
    return data | {key: [damaged(data[key][0], changes), *data[key][1:]]}


def turn_all(bad: list[World], neighbours: list[tuple[World, World]]) -> list[str]:
    """Turn bad worlds among others, who must not notice; why each was set aside, '' where it was not."""
    turned = tick({world.id: UNTIL for world, _ in neighbours} | {world.id: UNTIL for world in bad})

    for world in bad:
        world.refresh_from_db()
    aside = [world for world in bad if world.status == "set_aside"]
    assert turned.set_aside == {world.id: world.error for world in aside}
    assert turned.worlds == len(neighbours) + len(bad)
    for world, twin in neighbours:
        assert fingerprint(world.id) == fingerprint(twin.id)
        assert wrong(world) == []
    return [world.error if world.status == "set_aside" else "" for world in bad]


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


AN_ACTIVE_HERO = "number = (SELECT min(number) FROM heroes h WHERE h.world_id = heroes.world_id)"
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
            " fed_step = fed_step + %(shift)s, met_step = met_step + %(shift)s WHERE world_id = %(world)s",
            {"shift": shift, "world": world.id},
        )
    spoil(world, "worlds", {"step": START + shift})

    turned = tick({world.id: 2**31 + DAY})  # heroes plan beyond what an integer holds

    assert list(turned.set_aside) == [world.id]


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
        "list indices",
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
