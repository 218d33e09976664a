"""Asks the log what happened after a step. Everything is added up in the database, one world's period at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast
from uuid import UUID

import orjson

from herotycoon.pg.quick import Rows, at_once
from worlds.models import World
from worlds.services.ledger import OPENING_STEP
from worlds.services.prose.deeds import DAILY, Map
from worlds.services.report import questions

AMOUNTS = ("gold", "experience", "energy", "mood", "health", "trust", "respect", "fear")
HELD = ("items", "skills", "traits")
NOTED = 35
"""Importance from which a row may become a headline."""
MOST_NOTED = 400


class Quest(NamedTuple):
    """A quest that is told of."""

    number: int
    title: str
    difficulty: int
    place: int
    monster: str


class Event(NamedTuple):
    """What befell a place, or every place (None)."""

    number: int
    kind: str
    name: str
    description: str
    place: int | None
    starts: int
    ends: int


class Person(NamedTuple):
    """A hero as of now; ``amounts`` by ``AMOUNTS``, ``held`` the items, skills and traits."""

    id: UUID
    number: int
    name: str
    hero_class: str
    status: str
    action: str
    place: int
    until: int
    partner: int | None
    quest: str
    """the title, where the hero is on one"""
    amounts: dict[str, int]
    birth: dict[str, Any]
    held: dict[str, dict[str, int]]
    happiness: int | None


class Noted(NamedTuple):
    """A row of the log that may become a headline."""

    id: str
    hero: UUID | None
    kind: str
    action: str
    started: int
    step: int
    importance: int
    mood: int
    data: dict[str, Any]
    changes: dict[str, Any]


class Done(NamedTuple):
    """How often somebody did one thing in one place, and what it changed altogether (``AMOUNTS``).

    ``ids`` are all its activities, ``paid`` those that moved gold, ``felt`` those that moved trust, respect or fear.
    """

    hero: UUID | None
    kind: str
    action: str
    place: int | None
    times: int
    steps: int
    amounts: dict[str, int]
    treasury: int
    wages: int
    ids: list[str]
    paid: list[str]
    felt: list[str]


class Bond(NamedTuple):
    """What became of a relationship of two heroes, ``one`` the lower number."""

    one: int
    other: int
    kind: str
    change: int
    opened: bool
    forgotten: bool
    ids: list[str]


@dataclass
class Period:
    """The log of a world after a step until another, and what is told of the world and its guild themselves."""

    world: UUID
    since: int
    until: int
    name: str
    seed: int
    map: Map
    guild: str
    treasury: int
    _answers: dict[str, Rows] = field(default_factory=dict)
    """to what was asked ahead"""

    @classmethod
    def begun(cls, world: UUID, since: int) -> Period:
        """From a step until now; where history was dropped, from there at the earliest. Raises ``World.DoesNotExist``."""
        found, [(opening,)] = at_once((questions.BEGUN, OPENING_STEP), {"world": world})
        if not found:
            raise World.DoesNotExist(f"There is no world {world}.")
        [(name, seed, step, data, guild, treasury)] = found
        return cls(world, max(since, opening), step, name, seed, Map.of(orjson.loads(data)), guild, treasury)

    def ahead(self) -> Period:
        """Ask everything at once that a whole report asks anyway: one turn to the server in place of eight."""
        answers = at_once(questions.AT_ONCE, self._given())
        self._answers.update(zip(questions.AT_ONCE, answers, strict=True))
        return self

    def people(self) -> list[Person]:
        """Every hero of the world, by number, those who are gone included."""
        return [
            Person._make([*row[:10], _amounts(row[10:18]), orjson.loads(row[18]), _held(row[19:22]), row[22]])
            for row in self._ask(questions.PEOPLE)
        ]

    def done(self) -> list[Done]:
        """Everything that was done, by hero, kind, action and place; the guild has no hero."""
        return [
            Done._make([*row[:6], _amounts(row[6:14]), *row[14:17], row[17] or [], row[18] or []])
            for row in self._ask(questions.DEEDS)
        ]

    def growth(self) -> list[tuple[UUID, str, str, int, list[str]]]:
        """(hero, items | skills | traits, which, change, activities)."""
        return cast("list[tuple[UUID, str, str, int, list[str]]]", self._ask(questions.GROWTH))

    def bonds(self) -> list[Bond]:
        """The relationships that changed."""
        return [Bond._make(row) for row in self._ask(questions.BONDS)]

    def trials(self) -> dict[str, int]:
        """{won | lost: quests}."""
        return dict(self._ask(questions.TRIALS))

    def strengths(self) -> dict[tuple[int, int, str], tuple[int, str]]:
        """{(hero, other, kind): (strength, role)} of relationships that were touched; heroes by number."""
        return {
            (hero, other, kind): (now, role)
            for hero, other, kind, now, role in self._ask(questions.STRENGTHS)
        }

    def moments(self) -> list[tuple[Any, ...]]:
        """(best | worst, hero, …the fields of ``Moment``), at most two for each hero."""
        found = self._ask(questions.MOMENTS)
        reasons = self.reasons([row[2] for row in found])
        return [(*row, reasons.get(row[2], "")) for row in found]

    def reasons(self, activities: list[str]) -> dict[str, str]:
        """{activity: the hero's own words for it}."""
        return dict(self._ask(questions.REASONS, ids=activities)) if activities else {}

    def noted(self) -> list[Noted]:
        """The rows that matter most."""
        rows = self._ask(questions.NOTED)
        return [
            Noted._make([*rest, orjson.loads(data), orjson.loads(changes)]) for *rest, data, changes in rows
        ]

    def quests(self, numbers: Iterable[int]) -> dict[int, Quest]:
        """Those with these numbers."""
        return {row[0]: Quest._make(row) for row in self._numbered(questions.QUESTS, numbers)}

    def events(self, numbers: Iterable[int]) -> dict[int, Event]:
        """Those with these numbers."""
        return {row[0]: Event._make(row) for row in self._numbered(questions.EVENTS, numbers)}

    def _numbered(self, query: str, numbers: Iterable[int]) -> Rows:
        wanted = list(numbers)
        return self._ask(query, numbers=wanted) if wanted else []

    def _ask(self, query: str, **more: Any) -> Rows:
        if query in self._answers:
            return self._answers.pop(query)
        [rows] = at_once((query,), self._given() | more)
        return rows

    def _given(self) -> dict[str, Any]:
        period = {"world": self.world, "since": self.since, "until": self.until}
        return period | {"daily": list(DAILY), "noted": NOTED, "most": MOST_NOTED}


def _amounts(values: Sequence[int]) -> dict[str, int]:
    return dict(zip(AMOUNTS, values, strict=True))


def _held(documents: Sequence[str]) -> dict[str, dict[str, int]]:
    return dict(zip(HELD, map(orjson.loads, documents), strict=True))
