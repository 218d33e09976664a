"""Where on the map everybody stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from worlds.services.atlas.entries import Biome, Event, Landmark, Place
from worlds.services.atlas.plates import plates
from worlds.services.atlas.room import ICON, Box, Ground, Spot, around, within


def settle(
    land: Box,
    points: Sequence[Place | Landmark],
    biomes: Sequence[Biome],
    events: Sequence[Event],
    where: Mapping[int, int],
) -> dict[int, Spot]:
    """Number of a hero → where they stand; ``where`` has the number of each one's place.

    In a biome people are scattered, at a point they surround it; who is nowhere known surrounds the land's middle.
    """
    ground = Ground(land, len(where))
    centres = {point.number: Spot(point.x, point.y) for point in points}
    ground.kept += [Box.around(centre, ICON * ground.pace) for centre in centres.values()]
    ground.kept += [plate.box for plate in plates(land, ground.pace, points, events).values()]
    areas = {biome.number: biome.area for biome in biomes}
    stand: dict[int, Spot] = {}
    for place in sorted(set(where.values())):
        heroes = sorted(hero for hero, there in where.items() if there == place)
        if place in areas:
            spots = within(ground, areas[place], len(heroes), place)
        else:
            spots = around(ground, centres.get(place, land.middle), len(heroes), place)
        stand.update(zip(heroes, spots, strict=True))
    return stand
