"""Asks the log what happened after a step. Everything is added up in the database, one world's period at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast
from uuid import UUID

import orjson

from herotycoon.pg.route import here
from worlds.services.prose.deeds import DAILY

AMOUNTS = ("gold", "experience", "energy", "mood", "health", "trust", "respect", "fear")
HELD = ("items", "skills", "traits")
NOTED = 35
"""Importance from which a row may become a headline."""
MOST_NOTED = 400

_PEOPLE = """
SELECT h.id, h.number, h.name, h.hero_class, h.status, h.current_action, h.place, h.until_step, h.partner,
       coalesce(q.title, ''), h.gold, h.experience, h.energy, h.mood, h.health,
       coalesce(m.trust, 0), coalesce(m.respect, 0), coalesce(m.fear, 0), h.birth, h.items, h.skills, h.personality,
       felt.happiness
FROM heroes h
LEFT JOIN LATERAL hero_happiness(h.id, h.world_id) AS felt ON h.status <> 'gone'
LEFT JOIN master_influence m ON m.hero_id = h.id AND m.world_id = h.world_id
LEFT JOIN quests q ON q.number = h.quest_number AND q.world_id = h.world_id
WHERE h.world_id = %(world)s ORDER BY h.number
"""
_DEEDS = """
SELECT hero_id, kind, action, place, times, steps, gold, experience, energy, mood, health, trust, respect, fear,
       treasury, wages, activities::text[], paid::text[], felt::text[]
FROM offline_deeds(%(world)s, %(since)s, %(until)s)
"""
_GROWTH = """
SELECT hero_id, part, name, change, activities::text[] FROM offline_growth(%(world)s, %(since)s, %(until)s)
"""
_BONDS = """
SELECT one, other, kind, change, opened, forgotten, activities::text[]
FROM offline_bonds(%(world)s, %(since)s, %(until)s)
"""
_TRIALS = """
SELECT a.data ->> 'trial', count(DISTINCT a.data ->> 'quest')
FROM activity_history(%(world)s, %(since)s, %(until)s) a
WHERE a.action = 'quest_trial' AND a.data ? 'trial'
GROUP BY 1
"""
_STRENGTHS = """
SELECT hero_number, other_number, kind, strength, role FROM hero_social_network
WHERE world_id = %(world)s AND last_step > %(since)s
"""
_MOMENTS = """
WITH lived AS MATERIALIZED (
    SELECT a.id, a.hero_id, a.action, (a.data ->> 'place')::int AS place, a.step, a.seq, a.mood_impact AS mood,
           coalesce((a.data ->> 'hurt')::int, 0) AS hurt, (a.data ->> 'quest')::int AS quest
    FROM activity_history(%(world)s, %(since)s, %(until)s) a
    WHERE a.kind = 'action' AND a.action <> ALL (%(daily)s)
), peaks AS (
    (SELECT DISTINCT ON (hero_id) 'best' AS end, lived.* FROM lived WHERE mood > 0
     ORDER BY hero_id, mood DESC, step, seq)
    UNION ALL
    (SELECT DISTINCT ON (hero_id) 'worst' AS end, lived.* FROM lived WHERE mood < 0 OR hurt > 0
     ORDER BY hero_id, mood - hurt, step, seq)
)
SELECT p.end, p.hero_id, p.id::text, p.action, p.place, p.step, p.mood, p.hurt,
       coalesce(q.title, '')
FROM peaks p
LEFT JOIN quests q ON q.number = p.quest AND q.world_id = %(world)s
"""
_REASONS = "SELECT id::text, reasoning FROM decisions_of(%(world)s, %(ids)s::uuid[])"
_NOTED = """
SELECT a.id::text, a.hero_id, a.kind, a.action, a.started_step, a.step, a.importance, a.mood_impact, a.data, a.changes
FROM activity_history(%(world)s, %(since)s, %(until)s) a
WHERE (a.importance >= %(noted)s OR a.action = 'event_ends' OR a.data ? 'arrears')
ORDER BY a.importance DESC, a.step DESC, a.seq DESC LIMIT %(most)s
"""


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
    """The log of a world after a step until another."""

    world: UUID
    since: int
    until: int

    def _ask(self, query: str, **more: Any) -> list[tuple[Any, ...]]:
        with here().cursor() as cursor:
            cursor.execute(query, {"world": self.world, "since": self.since, "until": self.until, **more})
            return list(cursor.fetchall())

    def people(self) -> list[Person]:
        """Every hero of the world, by number, those who are gone included."""
        return [
            Person._make([*row[:10], _amounts(row[10:18]), orjson.loads(row[18]), _held(row[19:22]), row[22]])
            for row in self._ask(_PEOPLE)
        ]

    def done(self) -> list[Done]:
        """Everything that was done, by hero, kind, action and place; the guild has no hero."""
        return [
            Done._make([*row[:6], _amounts(row[6:14]), *row[14:17], row[17] or [], row[18] or []])
            for row in self._ask(_DEEDS)
        ]

    def growth(self) -> list[tuple[UUID, str, str, int, list[str]]]:
        """(hero, items | skills | traits, which, change, activities)."""
        return cast("list[tuple[UUID, str, str, int, list[str]]]", self._ask(_GROWTH))

    def bonds(self) -> list[Bond]:
        """The relationships that changed."""
        return [Bond._make(row) for row in self._ask(_BONDS)]

    def trials(self) -> dict[str, int]:
        """{won | lost: quests}."""
        return dict(self._ask(_TRIALS))

    def strengths(self) -> dict[tuple[int, int, str], tuple[int, str]]:
        """{(hero, other, kind): (strength, role)} of relationships that were touched; heroes by number."""
        return {(hero, other, kind): (now, role) for hero, other, kind, now, role in self._ask(_STRENGTHS)}

    def moments(self) -> list[tuple[Any, ...]]:
        """(best | worst, hero, …the fields of ``Moment``), at most two for each hero."""
        found = self._ask(_MOMENTS, daily=list(DAILY))
        reasons = self.reasons([row[2] for row in found])
        return [(*row, reasons.get(row[2], "")) for row in found]

    def reasons(self, activities: list[str]) -> dict[str, str]:
        """{activity: the hero's own words for it}."""
        return dict(self._ask(_REASONS, ids=activities)) if activities else {}

    def noted(self) -> list[Noted]:
        """The rows that matter most."""
        rows = self._ask(_NOTED, noted=NOTED, most=MOST_NOTED)
        return [
            Noted._make([*rest, orjson.loads(data), orjson.loads(changes)]) for *rest, data, changes in rows
        ]


def _amounts(values: Sequence[int]) -> dict[str, int]:
    return dict(zip(AMOUNTS, values, strict=True))


def _held(documents: Sequence[str]) -> dict[str, dict[str, int]]:
    return dict(zip(HELD, map(orjson.loads, documents), strict=True))
