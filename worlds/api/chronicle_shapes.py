"""The log, and single decisions taken apart, as they are answered."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from heroes.api.shapes import Action
from heroes.choices import ActivityKind
from herotycoon.api.documents import Document, Moment, Page, Paged, example

Step = Annotated[int | None, Field(ge=-1, le=2**31 - 2)]
HeroNumber = Annotated[int | None, Field(ge=0, le=2**31 - 1)]


class Named(Document):
    """A hero, as others call them."""

    model_config = example(number=3, name="Sorla Brackthwaite")

    number: int
    name: str


class Activity(Document):
    """An entry of the log: what a hero did, or what was done to a hero or the guild. It never changes."""

    id: UUID = Field(description="Of kind action, its decision has the same id.")
    hero: Named | None = Field(description="Null: the guild.")
    kind: ActivityKind
    action: str
    place: int | None
    place_name: str
    started: Moment
    ended: Moment
    seq: int = Field(description="Its order among those of the same step.")
    mood_impact: int
    importance: int = Field(description="0 to 100.")
    data: dict[str, Any]
    changes: dict[str, Any] = Field(
        description="What it changed: gold, items, experience, needs, skills, bonds, …"
    )


class ActivityPage(Page):
    """Activities, the newest first."""

    results: list[Activity]


class Stretch(Paged):
    """A stretch of the log."""

    after_step: Step = Field(default=None, description="Ended after this step.")
    until_step: Step = Field(default=None, description="Ended at this step or before.")
    action: Action | None = Field(default=None, description="By default, whatever was done.")


class HeroActivities(Stretch):
    """Which of a hero's activities."""

    kind: ActivityKind | None = Field(default=None, description="By default, of every kind.")
    place: Annotated[int | None, Field(ge=0, le=32_767)] = Field(
        default=None, description="What happened at this place."
    )
    importance: Annotated[int, Field(ge=0, le=100)] = Field(default=0, description="At least so important.")


class WorldActivities(HeroActivities):
    """Which activities."""

    hero: HeroNumber = Field(default=None, description="Whose; by default, everybody's.")


class HeroDecisions(Stretch):
    """Which of a hero's decisions."""

    satisfaction_min: Annotated[int, Field(ge=-100, le=100)] = Field(
        default=-100, description="What came of it pleased at least so much."
    )
    satisfaction_max: Annotated[int, Field(ge=-100, le=100)] = Field(
        default=100, description="What came of it pleased at most so much."
    )


class WorldDecisions(HeroDecisions):
    """Which decisions."""

    hero: HeroNumber = Field(default=None, description="Whose; by default, everybody's.")


class Decision(Document):
    """What a hero chose, in their own words."""

    id: UUID
    hero: Named
    chosen: str
    started: Moment
    ended: Moment
    satisfaction: int = Field(description="−100 to 100.")
    reasoning: str
    utility: int | None = Field(description="Of the chosen option, in thousandths.")
    against: str = Field(
        description="The strongest option that was rejected; empty where there was no other."
    )
    against_utility: int | None
    rules_version: int


class DecisionPage(Page):
    """Decisions, the newest first."""

    results: list[Decision]


class Option(Document):
    """Something that was possible: its utility, which is the sum of its contributions, in thousandths."""

    action: str
    utility: int
    contributions: dict[str, int]


class Flip(Document):
    """With another value of one thing alone, another action would have been chosen."""

    lever: str = Field(description="trust, respect, fear, mood, or one of the seven traits.")
    was: int
    value: int
    change: int
    action: str


class Flips(Document):
    """The smallest change of each thing alone that would have flipped the decision, found by deciding once more."""

    smallest: Flip | None
    flips: list[Flip]
    firm: list[str] = Field(description="What would have changed nothing, at any value.")
    sentence: str
    reason: str = Field(description="Why none of this can be known; empty where it is.")


class Seen(Document):
    """Something that the hero saw, in words."""

    subject: str
    text: str


class Counsel(Document):
    """What a storyteller for hire counselled a hero before a decision."""

    action: str
    reason: str = Field(description="In the words of the storyteller, who is a stranger.")
    teller: str = Field(description="Its provider and its model.")


class Why(Document):
    """One decision, taken apart."""

    id: UUID
    hero: Named
    question: str
    answer: str
    reasoning: str
    counsel: Counsel | None = Field(
        description="What a storyteller for hire had counselled beforehand; followed where it was possible."
    )
    verdict: str
    started: Moment
    ended: Moment
    chosen: Option
    against: Option | None = Field(description="The strongest that was not chosen.")
    options: list[Option] = Field(description="Everything that was possible, the best first.")
    seen: list[Seen]
    context: dict[str, Any] = Field(description="Every input that the choice depended on.")
    outcome: list[str]
    satisfaction: int
    changes: dict[str, Any]
    rules_version: int
    recomputed: bool = Field(description="Whether deciding once more gave the same, to the thousandth.")
    would_have_flipped_it: Flips
