"""Who stands where: boxes, name plates, and heroes around a place so that nobody stands on anybody.

Lengths are in *paces*: a three-hundredth of the land's width or a two-hundredth of its height, whichever is more, so
that every land is drawn alike however its map units are chosen. ``Ground.pace`` is a pace in map units.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from typing import NamedTuple

from worlds.services.atlas.chance import roll

ICON = 5.0
"""Half the width of what stands for a place."""
RING = 8.6
"""From a place to the first ring around it."""
INSET = 5.0
"""What a biome's heroes keep from its edge, where the biome is large enough."""
NAME_ROOM = 0.3
"""The share of a biome, at its top, that is left for its name where there is room."""
_SLOTS = 1_500
"""Where so many spots in a biome are taken, people draw closer."""


class Spot(NamedTuple):
    """A point, in map units."""

    x: float
    y: float


class Box(NamedTuple):
    """A rectangle: of the land in map units, of the drawing in pixels."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def around(cls, spot: Spot, half: float) -> Box:
        """The square with ``spot`` in its middle."""
        return cls(spot.x - half, spot.y - half, 2 * half, 2 * half)

    @property
    def middle(self) -> Spot:
        """Its middle."""
        return Spot(self.x + self.width / 2, self.y + self.height / 2)

    def holds(self, spot: Spot, margin: float = 0.0) -> bool:
        """Whether a point lies inside, ``margin`` from the edge; with a negative one, near it."""
        across, down = spot.x - self.x, spot.y - self.y
        return margin <= across <= self.width - margin and margin <= down <= self.height - margin

    def shared(self, other: Box) -> float:
        """The area that two boxes share."""
        if self.x >= other.x + other.width or other.x >= self.x + self.width:
            return 0.0
        width = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        height = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return width * max(height, 0.0)

    def outside(self, other: Box) -> float:
        """The area of this one that the other does not hold."""
        return self.width * self.height - self.shared(other)


def pace(land: Box) -> float:
    """A pace of this land in map units."""
    return max(land.width / 300, land.height / 200)


def elbow_room(people: int) -> float:
    """Paces from one hero to the next: less where there are many."""
    return max(3.2, 6.2 * math.sqrt(math.sqrt(min(1.0, 60 / max(people, 1)))))


@dataclass
class Ground:
    """The land as room to stand on: what is kept free, and who stands where already."""

    land: Box
    people: int
    kept: list[Box] = field(default_factory=list)
    """Where nobody stands: places and their names."""
    taken: dict[tuple[int, int], list[Spot]] = field(default_factory=dict)

    @property
    def pace(self) -> float:
        """A pace in map units."""
        return pace(self.land)

    @property
    def apart(self) -> float:
        """Map units from one hero to the next, where there is room."""
        return elbow_room(self.people) * self.pace

    def stand(self, slots: Iterable[Spot], heroes: int, closeness: float = 1.0) -> list[Spot]:
        """The first ``heroes`` of the slots that are free, which are taken from now on."""
        found: list[Spot] = []
        for slot in slots:
            if len(found) == heroes:
                break
            spot = Spot(round(slot.x, 2), round(slot.y, 2))
            if self._free(spot, closeness):
                self.taken.setdefault(self._cell(spot), []).append(spot)
                found.append(spot)
        return found

    def _free(self, spot: Spot, closeness: float) -> bool:
        if closeness > 0.5 and not self._fair(spot):
            return False
        column, row = self._cell(spot)
        near = (self.taken.get((column + i, row + j), []) for i in (-1, 0, 1) for j in (-1, 0, 1))
        least = (
            self.apart * closeness * 0.94
        )  # neighbours on a ring are a chord apart, which is less than the arc
        return self.land.holds(spot) and all(math.dist(spot, one) >= least for spots in near for one in spots)

    def _fair(self, spot: Spot) -> bool:
        """Off the coast, off the places and off their names: what people give up where there are too many."""
        ashore = self.land.holds(spot, min(3 * self.pace, self.land.width * 0.1, self.land.height * 0.1))
        return ashore and not any(box.holds(spot, -self.apart * 0.45) for box in self.kept)

    def _cell(self, spot: Spot) -> tuple[int, int]:
        return int(spot.x // self.apart), int(spot.y // self.apart)


def around(ground: Ground, centre: Spot, heroes: int, salt: int) -> list[Spot]:
    """Where so many stand about a point of the land: on rings, the inner ones first."""
    return _crowd(ground, heroes, lambda apart: _rings(ground, centre, apart, salt))


def within(ground: Ground, area: Box, heroes: int, salt: int) -> list[Spot]:
    """Where so many stand in a biome: scattered, its top left free for its name."""
    margin = min(INSET * ground.pace, area.width * 0.12, area.height * 0.12)
    inner = Box(
        area.x + margin,
        area.y + area.height * NAME_ROOM,
        area.width - 2 * margin,
        area.height * (1 - NAME_ROOM) - margin,
    )
    return _crowd(ground, heroes, lambda _: islice(_scatter(inner, salt), max(_SLOTS, 4 * heroes)))


def _crowd(ground: Ground, heroes: int, slots: Callable[[float], Iterable[Spot]]) -> list[Spot]:
    found: list[Spot] = []
    closeness = 1.0
    while len(found) < heroes:
        found += ground.stand(slots(ground.apart * closeness), heroes - len(found), closeness)
        closeness *= 0.7
    return found


def _rings(ground: Ground, centre: Spot, apart: float, salt: int) -> Iterator[Spot]:
    """Ring after ring; on each the next spot is some way from the last, so that few people surround the place."""
    reach = math.hypot(ground.land.width, ground.land.height)
    for ring in count():
        radius = RING * ground.pace + ring * apart
        if radius > reach:
            return
        spots = max(int(math.tau * radius / apart), 1)
        stride = next(step for step in count(max(spots * 38 // 100, 1)) if math.gcd(step, spots) == 1)
        turn = (roll(salt, ring) if ring else 0.75) * math.tau
        for spot in range(spots):
            angle = turn + math.tau * (spot * stride % spots) / spots
            yield Spot(centre.x + radius * math.cos(angle), centre.y + radius * math.sin(angle))


def _scatter(inner: Box, salt: int) -> Iterator[Spot]:
    """Points that fill a rectangle evenly, however many are taken (Martin Roberts' sequence R2)."""
    across, down = roll(salt, 1), roll(salt, 2)
    while True:
        across, down = (across + 0.7548776662466927) % 1, (down + 0.5698402909980532) % 1
        yield Spot(inner.x + inner.width * across, inner.y + inner.height * down)


def clearing(land: Box, taken: Sequence[Spot]) -> Spot:
    """A point in the heart of the land, well away from the points that are taken."""
    away = 24 * pace(land)
    heart = Box(land.x + land.width * 0.25, land.y + land.height * 0.25, land.width * 0.5, land.height * 0.5)

    def room(spot: Spot) -> float:
        return min((math.dist(spot, other) for other in taken), default=away)

    spots = [heart.middle, *islice(_scatter(heart, 0), 200)]
    best = next((spot for spot in spots if room(spot) >= away), max(spots, key=room))
    return Spot(round(best.x, 2), round(best.y, 2))
