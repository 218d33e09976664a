"""A world's JSON as terrain: validated by schema, then told as columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal

import numpy as np
import orjson
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from heroes.sim.lexicon import KINDS
from worlds.sim import terrain

Short = Annotated[str, Field(min_length=1, max_length=80)]
Snake = Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,29}$")]
BiomeType = Literal[
    "forest", "jungle", "mountains", "hills", "swamp", "coast", "plains", "desert", "tundra", "ruins"
]


class _Shape(BaseModel):
    """What we know is checked; what we do not know is kept."""

    model_config = ConfigDict(extra="allow", strict=True)


class Point(_Shape):
    """Somewhere on the map."""

    x: int = Field(ge=0, le=10_000)
    y: int = Field(ge=0, le=10_000)


class Area(Point):
    """A rectangle of the map."""

    width: int = Field(ge=1, le=10_000)
    height: int = Field(ge=1, le=10_000)


class BiomeShape(_Shape):
    """A stretch of country."""

    name: Short
    type: BiomeType
    location: Area
    resources: list[str] = Field(max_length=12)
    monsters: list[Snake] = Field(max_length=12)
    difficulty: int = Field(ge=1, le=10)

    @field_validator("resources")
    @classmethod
    def known(cls, names: list[str]) -> list[str]:
        """Resources must be ones that can be carried home."""
        unknown = sorted(set(names) - set(terrain.RESOURCES))
        if unknown:
            raise ValueError(f"unknown resources {unknown}; there are {sorted(terrain.RESOURCES)}")
        return names


class LandmarkShape(_Shape):
    """A place that people speak of."""

    name: Short
    type: str
    location: Point
    effects: dict[str, Annotated[int, Field(ge=-20, le=20)]]

    @field_validator("type")
    @classmethod
    def known(cls, name: str) -> str:
        """Of a known type."""
        if name not in terrain.LANDMARKS:
            raise ValueError(f"unknown landmark type {name!r}; there are {terrain.LANDMARKS}")
        return name

    @field_validator("effects")
    @classmethod
    def closed(cls, bonuses: dict[str, int]) -> dict[str, int]:
        """With effects of the closed set."""
        terrain.effects(bonuses)
        return bonuses


class Spot(_Shape):
    """The town, the hall."""

    name: Short
    location: Point


class WorldShape(_Shape):
    """The document in ``worlds.data``."""

    biomes: list[BiomeShape] = Field(min_length=1, max_length=40)
    landmarks: list[LandmarkShape] = Field(min_length=1, max_length=40)
    town: Spot
    hall: Spot


@dataclass
class Survey:
    """(P,) the places of one world, by number: the guild hall, the town, biomes, landmarks."""

    kind: NDArray[np.intp]
    affords: NDArray[np.int32]
    haul: NDArray[np.int64]
    difficulty: NDArray[np.int64]
    monster_count: NDArray[np.int64]
    biomes: int
    landmarks: int
    names: list[str]
    monsters: list[list[str]]
    biome_types: list[BiomeType | None]


def shape(data: Mapping[str, Any]) -> WorldShape:
    """The validated document; ``ValueError`` in one line says what is wrong and where."""
    try:
        return WorldShape.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise ValueError(f"{where}: {first['msg']}{more}") from error


def survey(data: Mapping[str, Any], facilities: Mapping[str, int]) -> Survey:
    """What a world's document and its guild's facilities mean for those who live there."""
    return _survey(orjson.dumps([data, facilities]))


@lru_cache(maxsize=2_048)
def _survey(text: bytes) -> Survey:
    """The same text means the same; most worlds are surveyed again and again."""
    data, facilities = orjson.loads(text)
    world = shape(data)
    kinds = [
        "guild",
        "town",
        *(terrain.BIOME_KIND[b.type] for b in world.biomes),
        *("shrine" for _ in world.landmarks),
    ]
    watch = terrain.pulls(terrain.FACILITY_PULLS["watchtower"]) * facilities.get("watchtower", 0)
    affords = [terrain.hall(facilities), terrain.pulls(terrain.KIND_PULLS["town"])]
    affords += [terrain.biome(terrain.BIOME_KIND[b.type], b.difficulty) + watch for b in world.biomes]
    shrine = terrain.pulls(terrain.KIND_PULLS["shrine"])
    affords += [shrine + terrain.effects(mark.effects) for mark in world.landmarks]
    resources = [[], [], *(b.resources for b in world.biomes), *([] for _ in world.landmarks)]
    monsters = [[], [], *(b.monsters for b in world.biomes), *([] for _ in world.landmarks)]
    degrees = [1, 1, *(b.difficulty for b in world.biomes), *(1 for _ in world.landmarks)]
    return Survey(
        kind=np.array([KINDS.index(kind) for kind in kinds], dtype=np.intp),
        affords=np.array(affords, dtype=np.int32),
        haul=np.array([terrain.hauls(k, r) for k, r in zip(kinds, resources, strict=True)], dtype=np.int64),
        difficulty=np.array(degrees, dtype=np.int64),
        monster_count=np.array([len(m) for m in monsters], dtype=np.int64),
        biomes=len(world.biomes),
        landmarks=len(world.landmarks),
        names=[
            world.hall.name,
            world.town.name,
            *(b.name for b in world.biomes),
            *(m.name for m in world.landmarks),
        ],
        monsters=monsters,
        biome_types=[None, None, *(b.type for b in world.biomes), *(None for _ in world.landmarks)],
    )
