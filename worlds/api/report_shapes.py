"""The offline report, as it is answered."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import available_timezones

from pydantic import AwareDatetime, BeforeValidator, Field

from herotycoon.api.documents import Document, Moment, Query

_CONTINENTS = {
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
}
ZONES = ("UTC", *sorted(zone for zone in available_timezones() if zone.partition("/")[0] in _CONTINENTS))
Zone = Literal[ZONES]  # type: ignore[valid-type]  # those that the machine knows


def _dated(given: object) -> object:
    """A number of seconds is no date."""
    if isinstance(given, str) and ":" not in given:
        raise ValueError("is a date with its time and offset, such as 2026-01-31T12:00:00Z")
    return given


class Since(Query):
    """From when, and in whose clock."""

    since: Annotated[AwareDatetime, BeforeValidator(_dated)] | None = Field(
        default=None,
        description="A real time with its offset; by default the end of your visit before this one.",
    )
    tz: Zone = Field(default="UTC", description="The time zone in which real times are told.")


class NamedHero(Document):
    """A hero of whom something is told."""

    id: UUID
    number: int
    name: str


class Line(Document):
    """A sentence, and the activities that it is about."""

    kind: str
    text: str
    activities: list[UUID]


class Headline(Line):
    """Something that the whole guild talks about; `importance` 0 to 100 ranks it."""

    importance: int
    at: Moment
    heroes: list[NamedHero]
    facts: dict[str, Any]


class Change(Document):
    """By how much, and what it is now."""

    change: int
    now: int


class Tale(Document):
    """The report as prose. One that was bought is about what happened up to `until`, and comes a little later."""

    text: str
    told_by: Literal["template", "llm"]
    until: Moment


class Deed(Document):
    """How often, and for how many half hours altogether, a hero did one thing in one place."""

    action: str
    place: int | None
    times: int
    steps: int


class Tie(Document):
    """What became of a relationship; `strength` is null where it is no more."""

    other: int
    kind: str
    role: str
    change: int
    strength: int | None
    opened: bool
    forgotten: bool


class Peak(Document):
    """One activity that stands out."""

    activity: UUID
    action: str
    place: int | None
    step: int
    mood: int
    hurt: int
    quest: str
    reasoning: str


class Present(Document):
    """What a hero is doing now."""

    action: str
    place: int | None
    until: int
    partner: int | None
    quest: str


class Life(Document):
    """A hero's part: in sentences, and in sums that equal what they have now less what they had then."""

    id: UUID
    number: int
    name: str
    title: str
    hero_class: str
    pronoun: str
    status: str
    now: str
    present: Present
    happiness: int | None
    lines: list[Line]
    deeds: list[Deed]
    changes: dict[str, Change]
    items: dict[str, Change]
    skills: dict[str, Change]
    traits: dict[str, Change]
    ties: list[Tie]
    best: Peak | None
    worst: Peak | None


class Balance(Document):
    """What was held then, and what is held now."""

    before: int
    now: int


class Totals(Document):
    """The sums over everybody, which are the state now less the state then."""

    gold: Balance
    experience: Balance
    treasury: Balance
    items: dict[str, int]
    income: dict[str, int] = Field(description="What moved the treasury, by activity, wages apart.")
    wages: int
    decisions: int
    actions: dict[str, int]
    happenings: dict[str, int]
    quests_won: int
    quests_lost: int
    lines: list[Line]


class Report(Document):
    """What happened while you were away. Asking again within the visit tells of the same stretch."""

    world: UUID
    world_name: str
    guild: str
    since: Moment | None = Field(description="The step it begins after; null: the birth of the world.")
    until: Moment
    opening: str
    tale: Tale
    note: str = Field(description="Why it begins elsewhere than was asked for; empty where it does not.")
    headlines: list[Headline]
    heroes: list[Life] = Field(description="Those of whom there is something to tell, by number.")
    totals: Totals
    notices: list[Headline] = Field(
        description="What matters most and was not read yet, whenever it was; PATCH the world's `read_step` to read them."
    )
