"""The map of a world as data: the land, its places, who is where and what befalls. Reads only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import count
from typing import Any, cast

import orjson

from heroes.choices import HeroStatus
from herotycoon.pg.quick import Rows, at_once
from herotycoon.storyteller.vocabulary import MAP_HEIGHT, MAP_WIDTH
from worlds.choices import EventStatus
from worlds.models import World
from worlds.services.atlas.crowd import settle
from worlds.services.atlas.entries import HALL, TOWN, UNKNOWN, Atlas, Biome, Event, Landmark, Place, Resident
from worlds.services.atlas.room import Box, Spot, clearing
from worlds.services.prose.deeds import Map
from worlds.services.snapshot import snapshot
from worlds.sim import clock
from worlds.sim.terrain import BIOME_KIND

_GUILD = """
SELECT g.name, w.name, w.seed, w.step, w.data FROM guilds g JOIN worlds w ON w.id = g.world_id
WHERE g.world_id = %(world)s
"""
_HEROES = f"""
SELECT number, name, hero_class, status, current_action, place FROM heroes
WHERE world_id = %(world)s AND status <> '{HeroStatus.GONE}' ORDER BY number
"""  # noqa: S608 - a word of ours
_EVENTS = f"""
SELECT number, kind, name, place FROM world_events
WHERE world_id = %(world)s AND status = '{EventStatus.IN_FORCE}' ORDER BY number
"""  # noqa: S608


_HeroRow = tuple[int, str, str, str, str, int]


def atlas(world: World) -> Atlas:
    """The map of the world now, all of one moment. Raises ``World.DoesNotExist``."""
    with snapshot(brief=True):
        [guilds, heroes, events] = at_once((_GUILD, _HEROES, _EVENTS), {"world": world.pk})
    if not guilds:
        raise World.DoesNotExist(f"There is no world {world.pk}.")
    return _laid_out(guilds[0], cast("list[_HeroRow]", heroes), events)


def document(atlas: Atlas) -> dict[str, Any]:
    """The map as plain values of JSON."""
    plain = asdict(atlas)
    del plain["seed"], plain["land"]
    for many in ("biomes", "landmarks", "heroes", "events"):
        plain[many] = list(plain[many])
    for biome in plain["biomes"]:
        biome.update(resources=list(biome["resources"]), monsters=list(biome["monsters"]))
    return plain | {
        "day": clock.day(atlas.step),
        "hour": clock.hour(atlas.step) / 2,
        "bounds": atlas.land._asdict(),
    }


def _laid_out(guild: tuple[Any, ...], heroes: list[_HeroRow], events: Rows) -> Atlas:
    guilds_name, worlds_name, seed, step, text = guild
    data = orjson.loads(text)
    names = Map.of(data).names
    biomes, landmarks = _biomes(data, names), _landmarks(data, names)
    land = _land(data, biomes)
    hall, town = _settlements(data, names, land)
    befall = tuple(
        Event(number, kind, name, place, None if place is None else _named(names, place))
        for number, kind, name, place in events
    )
    stand = settle(land, (hall, town, *landmarks), biomes, befall, {row[0]: row[-1] for row in heroes})
    people = tuple(_resident(row, names, stand[row[0]]) for row in heroes)
    return Atlas(worlds_name, guilds_name, seed, step, land, hall, town, biomes, landmarks, people, befall)


def _resident(row: _HeroRow, names: Sequence[str], spot: Spot) -> Resident:
    return Resident(*row, _named(names, row[-1]), spot.x, spot.y)


def _named(names: Sequence[str], place: int) -> str:
    return names[place] if 0 <= place < len(names) else UNKNOWN


def _biomes(data: Mapping[str, Any], names: Sequence[str]) -> tuple[Biome, ...]:
    return tuple(
        Biome(
            number=number,
            name=names[number],
            type=one["type"],
            kind=BIOME_KIND[one["type"]],
            **{side: one["location"][side] for side in ("x", "y", "width", "height")},
            difficulty=one["difficulty"],
            resources=tuple(one["resources"]),
            monsters=tuple(one["monsters"]),
        )
        for number, one in zip(count(TOWN + 1), data.get("biomes", []))
    )


def _landmarks(data: Mapping[str, Any], names: Sequence[str]) -> tuple[Landmark, ...]:
    first = TOWN + 1 + len(data.get("biomes", []))
    return tuple(
        Landmark(
            number,
            names[number],
            one["type"],
            one["location"]["x"],
            one["location"]["y"],
            dict(one["effects"]),
        )
        for number, one in zip(count(first), data.get("landmarks", []))
    )


def _land(data: Mapping[str, Any], biomes: Sequence[Biome]) -> Box:
    """From the corner of the map to its end, as far as its size or any place of it reaches."""
    size = data.get("size", {"width": MAP_WIDTH, "height": MAP_HEIGHT})
    ends = [Spot(size["width"], size["height"]), *_located(data)]
    ends += [Spot(one.x + one.width, one.y + one.height) for one in biomes]
    return Box(0, 0, max(end.x for end in ends), max(end.y for end in ends))


def _located(data: Mapping[str, Any]) -> Iterator[Spot]:
    places = [data.get("hall", {}), data.get("town", {}), *data.get("landmarks", [])]
    yield from (Spot(one["location"]["x"], one["location"]["y"]) for one in places if "location" in one)


def _settlements(data: Mapping[str, Any], names: Sequence[str], land: Box) -> tuple[Place, Place]:
    """The hall and the town, where the world says; a world that does not say has them in clearings."""
    taken = list(_located(data))
    settled = []
    for number, key in ((HALL, "hall"), (TOWN, "town")):
        said = data.get(key, {}).get("location")
        spot = Spot(said["x"], said["y"]) if said else clearing(land, taken)
        taken.append(spot)
        settled.append(Place(number, names[number], *spot))
    return settled[0], settled[1]
