"""What a map shows, as plain values.

Coordinates are map units, x to the east and y to the south. Places have the numbers by which heroes know them: the
guild's hall 0, the town 1, then the biomes, then the landmarks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from worlds.services.atlas.room import Box

HALL, TOWN = 0, 1
UNKNOWN = "parts unknown"
"""Where somebody is whose place no longer exists."""


@dataclass(frozen=True)
class Biome:
    """A stretch of country: x and y are its corner in the north-west."""

    number: int
    name: str
    type: str
    kind: str
    x: int
    y: int
    width: int
    height: int
    difficulty: int
    resources: tuple[str, ...]
    monsters: tuple[str, ...]

    @property
    def area(self) -> Box:
        """Its rectangle."""
        return Box(self.x, self.y, self.width, self.height)


@dataclass(frozen=True)
class Place:
    """The guild's hall, the town."""

    number: int
    name: str
    x: float
    y: float


@dataclass(frozen=True)
class Landmark:
    """A place that people speak of."""

    number: int
    name: str
    type: str
    x: float
    y: float
    effects: Mapping[str, int]


@dataclass(frozen=True)
class Resident:
    """A hero who has not left, and where on the map they stand."""

    number: int
    name: str
    hero_class: str
    status: str
    action: str
    place: int
    place_name: str
    x: float
    y: float


@dataclass(frozen=True)
class Event:
    """What befalls a place now, or every place."""

    number: int
    kind: str
    name: str
    place: int | None
    place_name: str | None


@dataclass(frozen=True)
class Atlas:
    """A world's map at one moment. ``seed`` is for the hand that draws, and in no document."""

    world: str
    guild: str
    seed: int
    step: int
    land: Box
    hall: Place
    town: Place
    biomes: tuple[Biome, ...]
    landmarks: tuple[Landmark, ...]
    heroes: tuple[Resident, ...]
    events: tuple[Event, ...]

    @property
    def points(self) -> tuple[Place | Landmark, ...]:
        """The places that are points."""
        return (self.hall, self.town, *self.landmarks)
