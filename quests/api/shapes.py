"""What is asked and answered about quests."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from herotycoon.api.documents import Command, Document, Moment, Page, Paged, Place, Title, example
from quests.choices import AssignmentStatus, QuestSource, QuestStatus
from quests.services.bounties import HARDEST, LONGEST_DAYS
from quests.sim.columns import PARTY


class Quest(Document):
    """Something to be done at a place, by a party, before it expires."""

    id: UUID
    number: int
    source: QuestSource
    title: str
    description: str
    place: Place
    monster: str
    difficulty: int
    reward_gold: int
    reward_experience: int
    party_max: int
    status: QuestStatus
    posted: Moment
    expires: Moment
    trial: Moment | None = Field(description="When the party faces it; null while nobody knows.")


class QuestPage(Page):
    """Quests, the newest first."""

    results: list[Quest]


class QuestQuery(Paged):
    """Which quests."""

    status: QuestStatus | None = Field(default=None, description="By default, whatever its state.")
    source: QuestSource | None = Field(default=None, description="By default, whoever posted it.")


class Bounty(Command):
    """A quest of the master's own. The gold is set aside until it is won or given up."""

    model_config = Command.model_config | example(title="Wolves at the mill", place=2, difficulty=20, gold=40)

    title: Title
    place: Annotated[int, Field(ge=2, le=32_767)] = Field(description="A biome; the map has its number.")
    difficulty: Annotated[int, Field(ge=1, le=HARDEST)]
    gold: Annotated[int, Field(ge=1, le=100_000)]
    days: Annotated[int, Field(ge=1, le=LONGEST_DAYS)] = 7
    party: Annotated[int, Field(ge=1, le=PARTY)] = PARTY


class Posted(Document):
    """The bounty is on the board."""

    number: int
    activity: UUID


class Assignment(Document):
    """A hero who took the quest on."""

    hero: int
    name: str
    status: AssignmentStatus
    ordered: bool = Field(description="Whether the master's order sent them.")
    assigned: Moment
    ended: Moment | None


class AssignmentPage(Page):
    """Who took the quest on, by the heroes' numbers."""

    results: list[Assignment]
