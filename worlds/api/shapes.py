"""What is asked and answered about worlds, their guilds, and what befalls them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field
from typing_extensions import TypeAliasType

from heroes.sim.lexicon import FACILITIES
from herotycoon.api.documents import Command, Document, Moment, Name, Page, Paged, Place, example
from worlds.choices import EventKind, EventSource, EventStatus, Policy, WorldStatus
from worlds.services.creation import FASTEST, LARGEST_SEED, SLOWEST
from worlds.services.guilds import HIGHEST_WAGE

MOST_HEROES = 50
"""So many heroes a master's world begins with at most; operators may make larger ones."""
Facility = TypeAliasType("Facility", Literal[FACILITIES])  # type: ignore[valid-type]  # the words of the lexicon
TimeScale = Annotated[int, Field(ge=SLOWEST, le=FASTEST)]


class World(Document):
    """A world and its clock."""

    id: UUID
    name: str
    status: WorldStatus
    error: str = Field(description="What stopped it, where it was set aside.")
    now: Moment = Field(description="The step that has passed last.")
    time_scale: int = Field(description="Game seconds per real second.")
    seed: int
    storyteller: str
    rules_version: int
    revision: int = Field(description="Rises with every write; the ETag of reads.")
    read_step: int = Field(description="Up to which step notices were read.")
    created_at: datetime
    summary: str = Field(description="What kind of world it is.")


class WorldPage(Page):
    """Worlds, the newest first."""

    results: list[World]


class NewWorld(Command):
    """What can be wished for; whatever is left out, chance decides."""

    model_config = Command.model_config | example(name="Oakmere", heroes=8)

    name: Name | None = None
    seed: Annotated[int, Field(ge=0, le=LARGEST_SEED)] | None = Field(
        default=None, description="Two worlds of one seed are alike, until their masters do something."
    )
    heroes: Annotated[int, Field(ge=1, le=MOST_HEROES)] | None = None
    time_scale: TimeScale = 12
    storyteller: Literal["template"] = Field(default="template", description="Who writes the words.")


class WorldChange(Command):
    """What is to be otherwise; what is left out stays."""

    model_config = Command.model_config | example(time_scale=24)

    name: Name | None = None
    time_scale: TimeScale | None = None
    paused: bool | None = None
    read_step: Annotated[int, Field(ge=-1, le=2**31 - 1)] | None = Field(
        default=None,
        description="Notices up to this step were read: `until_step` of the report that showed them.",
    )


class Leaving(Document):
    """It is gone for you, and will be erased for good."""

    detail: str


class Guild(Document):
    """The guild at a glance."""

    id: UUID
    name: str
    motto: str
    policy: Policy
    level: int
    reputation: int
    treasury: int
    wage: int = Field(description="Gold per hero and game day.")
    wages_due: int = Field(description="Gold for everybody's wages of one game day.")
    arrears: int = Field(description="Days in a row on which wages were not paid in full.")
    facilities: dict[str, int] = Field(description="Facility → level.")
    prices: dict[str, int] = Field(
        description="Facility → gold for its next level; none where it is at its highest."
    )
    heroes: dict[str, int] = Field(description="How many are active, away, incapacitated, gone.")
    quests: dict[str, int] = Field(description="How many are open, under way, won, lost, expired.")
    mood: int | None = Field(description="The mean of those who are not gone, like trust and happiness.")
    trust: int | None
    happiness: int | None


class GuildChange(Command):
    """What is to be otherwise; what is left out stays."""

    model_config = Command.model_config | example(policy="adventurous", wage=4)

    policy: Policy | None = Field(default=None, strict=False)
    wage: Annotated[int, Field(ge=0, le=HIGHEST_WAGE)] | None = None


class Building(Command):
    """What to build, or to raise by one level."""

    model_config = Command.model_config | example(facility="tavern")

    facility: Facility


class Built(Document):
    """It stands."""

    facility: str
    level: int
    cost: int
    activity: UUID


class Event(Document):
    """Something that befalls a place, or every place, for a while."""

    id: UUID
    number: int
    kind: EventKind
    source: EventSource
    name: str
    description: str
    place: Place | None = Field(description="Null is everywhere.")
    effects: dict[str, int]
    starts: Moment
    ends: Moment
    status: EventStatus


class EventPage(Page):
    """Events, the newest first."""

    results: list[Event]


class EventQuery(Paged):
    """Which events."""

    status: EventStatus | None = Field(default=None, description="By default, whatever its state.")
    kind: EventKind | None = Field(default=None, description="By default, of every kind.")
