"""What a storyteller is asked and what it may answer.

Every storyteller, the template and a language model alike, answers in these shapes; an answer that does not
fit raises `pydantic.ValidationError` and never reaches the world. Unknown keys of an answer are ignored.
Coordinates are whole map units (x grows to the east, y to the south).
"""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from herotycoon.storyteller.vocabulary import (
    EFFECT_KEYS,
    EFFECT_LIMIT,
    SKILLS,
    TRAITS,
    BiomeType,
    EventKind,
    HeroClass,
    LandmarkType,
    Pronoun,
    Resource,
)

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Monster = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
Percent = Annotated[int, Field(ge=0, le=100)]
Seed = Annotated[int, Field(ge=0)]
Number = Annotated[int, Field(ge=0)]


class Words(BaseModel):
    """A frozen value; strict types, unknown keys ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Point(Words):
    x: int = Field(ge=0)
    y: int = Field(ge=0)


class Area(Words):
    x: int = Field(ge=0)
    y: int = Field(ge=0)
    width: int = Field(ge=1)
    height: int = Field(ge=1)

    def holds(self, point: Point) -> bool:
        return self.x <= point.x < self.x + self.width and self.y <= point.y < self.y + self.height


class Size(Words):
    width: int = Field(ge=1)
    height: int = Field(ge=1)


class Place(Words):
    name: Name
    location: Point


class Biome(Words):
    name: Name
    type: BiomeType
    location: Area
    resources: list[Resource] = Field(min_length=1)
    monsters: list[Monster] = Field(min_length=1)
    difficulty: int = Field(ge=1, le=10)


class Landmark(Words):
    name: Name
    type: LandmarkType
    location: Point
    effects: dict[str, int]
    lore: Text

    @model_validator(mode="after")
    def effects_are_of_the_closed_set(self) -> Self:
        unknown = sorted(set(self.effects) - EFFECT_KEYS)
        if unknown:
            raise ValueError(f"unknown effects: {', '.join(unknown)}")
        if any(abs(value) > EFFECT_LIMIT for value in self.effects.values()):
            raise ValueError(f"effects must lie between -{EFFECT_LIMIT} and {EFFECT_LIMIT}")
        return self


class WorldRequest(Words):
    seed: Seed


class WorldStory(Words):
    """A world in words. `name` is a suggestion: no other text of the storyteller repeats it."""

    name: Name
    lore: Text
    size: Size
    hall: Place
    town: Place
    biomes: list[Biome] = Field(min_length=4, max_length=8)
    landmarks: list[Landmark] = Field(min_length=2, max_length=6)
    guild_name: Name
    guild_motto: Line

    @model_validator(mode="after")
    def places_have_their_own_names(self) -> Self:
        places: list[Place | Biome | Landmark] = [self.hall, self.town, *self.biomes, *self.landmarks]
        names = [place.name.casefold() for place in places]
        if len(set(names)) != len(names):
            raise ValueError("two places of the world have the same name")
        return self

    @model_validator(mode="after")
    def places_are_on_the_map(self) -> Self:
        whole = Area(x=0, y=0, width=self.size.width, height=self.size.height)
        points = [self.hall.location, self.town.location, *(landmark.location for landmark in self.landmarks)]
        for area in (biome.location for biome in self.biomes):
            points += [Point(x=area.x, y=area.y)]
            points += [Point(x=area.x + area.width - 1, y=area.y + area.height - 1)]
        if not all(whole.holds(point) for point in points):
            raise ValueError("a place lies outside the map")
        return self


class HeroSketch(Words):
    """What is known of a hero before there are words: `number` is unique in the world."""

    number: Number
    traits: dict[str, Percent]
    hero_class: HeroClass
    skills: dict[str, Percent]

    @model_validator(mode="after")
    def keys_are_of_the_closed_sets(self) -> Self:
        if set(self.traits) != set(TRAITS):
            raise ValueError(f"traits must be exactly: {', '.join(TRAITS)}")
        unknown = sorted(set(self.skills) - set(SKILLS))
        if unknown:
            raise ValueError(f"unknown skills: {', '.join(unknown)}")
        return self


class HeroesRequest(Words):
    seed: Seed
    world: WorldStory
    sketches: list[HeroSketch]

    @model_validator(mode="after")
    def numbers_are_unique(self) -> Self:
        if len({sketch.number for sketch in self.sketches}) != len(self.sketches):
            raise ValueError("two sketches have the same number")
        return self


class HeroStory(Words):
    name: Name
    pronoun: Pronoun
    backstory: Text
    motivation: Line
    quirks: list[Line] = Field(min_length=2, max_length=3)


class QuestRequest(Words):
    """A quest to be worded: `biome_type` is None outside the biomes, `monster` is empty without one."""

    seed: Seed
    number: Number
    place_name: Name
    biome_type: BiomeType | None = None
    monster: Annotated[str, StringConstraints(max_length=80)] = ""
    difficulty: Percent


class QuestStory(Words):
    title: Name
    description: Text


class EventRequest(Words):
    """`place_name` is None for an event that is everywhere."""

    seed: Seed
    number: Number
    kind: EventKind
    place_name: Name | None = None


class EventStory(Words):
    name: Name
    description: Text
