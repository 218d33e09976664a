"""The map, as data and as a picture."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from pydantic import Field

from heroes.choices import HeroStatus
from herotycoon.api.documents import Document
from herotycoon.api.operation import operation
from herotycoon.api.views import WorldView
from worlds.choices import EventKind
from worlds.services.atlas.drawing import draw
from worlds.services.atlas.places import atlas, document


class Bounds(Document):
    """A rectangle of map units; x grows to the east, y to the south."""

    x: float
    y: float
    width: float
    height: float


class Point(Document):
    """The guild's hall, or the town."""

    number: int
    name: str
    x: float
    y: float


class Biome(Document):
    """A stretch of country."""

    number: int
    name: str
    type: str
    kind: str
    x: int
    y: int
    width: int
    height: int
    difficulty: int
    resources: list[str]
    monsters: list[str]


class Landmark(Point):
    """A place that people speak of, and what it is good for."""

    type: str
    effects: dict[str, int]


class Resident(Document):
    """A hero, and where on the map they stand."""

    number: int
    name: str
    hero_class: str
    status: HeroStatus
    action: str
    place: int
    place_name: str
    x: float
    y: float


class Weather(Document):
    """An event in force; without a place it is everywhere."""

    number: int
    kind: EventKind
    name: str
    place: int | None
    place_name: str | None


class WorldMap(Document):
    """The land, and who is where on it."""

    world: str
    guild: str
    step: int
    day: int
    hour: float
    bounds: Bounds
    hall: Point
    town: Point
    biomes: list[Biome]
    landmarks: list[Landmark]
    heroes: list[Resident] = Field(description="Those who have not left.")
    events: list[Weather]


class MapData(WorldView):
    """As data."""

    tag = "worlds"

    @operation("read_map", answer=WorldMap, kept=True)
    def get(self) -> WorldMap:
        """The map as data."""
        return WorldMap(**document(atlas(self.world)))


class MapPicture(WorldView):
    """As a picture."""

    tag = "worlds"

    @operation("read_map_picture", media="image/svg+xml", kept=True)
    def get(self) -> Any:
        """The map as an SVG picture of 1200 × 930."""
        return HttpResponse(draw(atlas(self.world)), content_type="image/svg+xml")
