"""What an offline report knows, before anybody puts it into words. Amounts are changes within the period."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from worlds.services.prose.deeds import Map

Ids = list[str]


@dataclass(frozen=True)
class Deed:
    """How often, and for how many steps altogether, a hero did one thing in one place."""

    action: str
    place: int | None
    times: int
    steps: int
    activities: Ids


@dataclass(frozen=True)
class Change:
    """By how much something changed, what it is now, and the activities that did it."""

    change: int
    now: int
    activities: Ids


@dataclass(frozen=True)
class Tie:
    """What became of a relationship; ``strength`` None where it is no more."""

    other: int
    kind: str
    role: str
    change: int
    strength: int | None
    opened: bool
    forgotten: bool
    activities: Ids


@dataclass(frozen=True)
class Moment:
    """One activity that stands out."""

    activity: str
    action: str
    place: int | None
    step: int
    mood: int
    hurt: int
    quest: str
    """the title, where it was part of one"""
    reasoning: str


@dataclass(frozen=True)
class Present:
    """What a hero is doing now."""

    action: str
    place: int | None
    until: int
    partner: int | None
    quest: str


@dataclass
class Life:
    """A hero's part of the report. ``changes`` has gold, experience, energy, mood, health, trust, respect, fear."""

    id: UUID
    number: int
    name: str
    hero_class: str
    pronoun: str
    status: str
    present: Present
    deeds: list[Deed] = field(default_factory=list)
    changes: dict[str, Change] = field(default_factory=dict)
    items: dict[str, Change] = field(default_factory=dict)
    skills: dict[str, Change] = field(default_factory=dict)
    traits: dict[str, Change] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    best: Moment | None = None
    worst: Moment | None = None
    happiness: int | None = None
    """0 to 100 as of now; None for those who left"""


@dataclass(frozen=True)
class Headline:
    """Something that the whole guild talks about. ``facts`` are what its words are made of; heroes by number."""

    kind: str
    importance: int
    step: int
    heroes: list[int]
    facts: dict[str, Any]
    activities: Ids


@dataclass(frozen=True)
class Account:
    """Something the guild or all heroes together hold: what it was, what it is."""

    before: int
    now: int

    @property
    def change(self) -> int:
        """The difference."""
        return self.now - self.before


@dataclass
class Totals:
    """State now − state then, over everybody."""

    gold: Account
    experience: Account
    treasury: Account
    items: dict[str, int]
    income: dict[str, int]
    """what moved the treasury, by activity, wages apart"""
    wages: int
    decisions: int
    actions: dict[str, int]
    happenings: dict[str, int]
    """how often each thing of no length befell the world: quest_posted, event_begins, …"""
    quests_won: int
    quests_lost: int

    @classmethod
    def none(cls) -> Totals:
        """Nothing was added up."""
        return cls(Account(0, 0), Account(0, 0), Account(0, 0), {}, {}, 0, 0, {}, {}, 0, 0)


@dataclass
class Report:
    """What happened in a world after ``since`` (a step) until the end of ``until``."""

    world_id: UUID
    world: str
    guild: str
    seed: int
    since: int
    until: int
    map: Map
    headlines: list[Headline]
    lives: list[Life]
    totals: Totals

    def called(self, number: int) -> str:
        """The name of a hero."""
        return next((life.name for life in self.lives if life.number == number), f"hero {number}")
