"""What is asked and answered about heroes and their bonds."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, create_model
from typing_extensions import TypeAliasType

from heroes.choices import HeroClass, HeroStatus, MentorRole, RelationshipKind
from heroes.sim.lexicon import ACTIONS, MEMORIES, TRAITS
from herotycoon.api.documents import Command, Document, Moment, Name, Page, Paged, Percent, Place, example

Action = TypeAliasType("Action", Literal[ACTIONS])  # type: ignore[valid-type]  # the words of the lexicon
KeptInMind = TypeAliasType("KeptInMind", Literal[MEMORIES])  # type: ignore[valid-type]
TraitBound = Annotated[int | None, Field(ge=0, le=100)]


class Personality(Document):
    """The seven traits, 0 to 100. They drift with what a hero lives through."""

    courage: Percent
    greed: Percent
    loyalty: Percent
    curiosity: Percent
    ambition: Percent
    patience: Percent
    empathy: Percent


class Hero(Document):
    """A hero as they are now."""

    id: UUID
    number: int = Field(description="What the hero is called by in paths; it never changes.")
    name: str
    hero_class: HeroClass
    status: HeroStatus
    action: str = Field(description="What they are doing.")
    since: Moment
    until: Moment | None = Field(description="Null for who has left.")
    place: Place
    partner: int | None = Field(description="The number of the hero who takes part.")
    quest: int | None = Field(description="The number of the quest they are on.")
    energy: Percent
    mood: Percent
    health: Percent
    gold: int
    experience: int
    personality: Personality


class Memory(Document):
    """Something that a hero has not forgotten."""

    what: KeptInMind
    action: Action | None
    place: Place | None
    other: int | None = Field(description="The number of the hero it is about.")
    quest: int | None = Field(description="The number of the quest.")
    moment: Moment
    felt: int = Field(ge=-100, le=100, description="How good or bad it was.")
    loudness: Percent = Field(description="How much is left of it by now; it halves in about ten game days.")
    told: str


class WholeHero(Hero):
    """A hero with their story, their skills, their things and what they remember."""

    pronoun: str
    backstory: str
    motivation: str
    quirks: list[str]
    skills: dict[str, int]
    items: dict[str, int]
    memories: list[Memory] = Field(description="At most eight, the loudest first.")


class HeroPage(Page):
    """Heroes by number."""

    results: list[Hero]


class HeroFilters(Paged):
    """Which heroes."""

    action: Action | None = Field(default=None, description="Who is doing this now.")
    place: int | None = Field(default=None, ge=0, le=32_767, description="Who is at this place.")
    status: HeroStatus | None = Field(default=None, description="By default, everybody who has not left.")
    hero_class: HeroClass | None = Field(default=None, description="Who is of this calling.")

    def bounds(self) -> dict[str, int]:
        """{'courage__gte': 70, …}"""
        return {
            f"{trait}__{way}": value
            for trait in TRAITS
            for end, way in (("min", "gte"), ("max", "lte"))
            if (value := getattr(self, f"{trait}_{end}")) is not None
        }


_RANGES: dict[str, Any] = {
    f"{trait}_{end}": (TraitBound, Field(default=None, description=f"{trait.capitalize()} at {how} so much."))
    for trait in TRAITS
    for end, how in (("min", "least"), ("max", "most"))
}
HeroQuery = create_model("HeroQuery", __base__=HeroFilters, **_RANGES)
HeroQuery.__doc__ = "Which heroes; every trait has a range."


class Rename(Command):
    """Another name for a hero."""

    model_config = Command.model_config | example(name="Brannun the Bold")

    name: Name


class Summoned(Document):
    """Somebody new has come to the guild."""

    number: int
    name: str
    activity: UUID = Field(description="The entry of the log that tells of it.")


class Renamed(Document):
    """What the hero is called now."""

    number: int
    name: str
    activity: UUID


class Dismissed(Document):
    """The hero leaves as soon as they are free."""

    number: int
    activity: UUID


class BondEntry(Document):
    """Something that moved a bond."""

    moment: Moment
    cause: str
    change: int
    fading: int = Field(description="What absence had taken before.")


class Relationship(Document):
    """What another hero is to this one."""

    other: int = Field(description="The other hero's number.")
    name: str
    kind: RelationshipKind
    role: MentorRole = Field(description="Which end of a mentorship this hero is.")
    strength: int = Field(ge=-100, le=100, description="When they last met.")
    faded: int = Field(ge=-100, le=100, description="By now.")
    interactions: int
    last: Moment
    history: list[BondEntry] = Field(description="The newest fifty.")


class RelationshipPage(Page):
    """Bonds, by the other hero's number."""

    results: list[Relationship]
