"""Asks the log what happened after a step. Everything is added up in the database, one world's period at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

import orjson

from herotycoon.pg.route import here
from worlds.services.prose.deeds import DAILY

AMOUNTS = ("gold", "experience", "energy", "mood", "health", "trust", "respect", "fear")
NOTED = 35
"""Importance from which a row may become a headline."""
MOST_NOTED = 400

_DEEDS = """
SELECT a.hero_id, a.kind, a.action, (a.data ->> 'place')::int, count(*), sum(a.step - a.started_step),
       sum((a.changes ->> 'gold')::int), sum((a.changes ->> 'experience')::int),
       sum((a.changes ->> 'energy')::int), sum(a.mood_impact), sum((a.changes ->> 'health')::int),
       sum((a.changes #>> '{influence,trust}')::int), sum((a.changes #>> '{influence,respect}')::int),
       sum((a.changes #>> '{influence,fear}')::int),
       sum((a.changes ->> 'treasury')::int), sum((a.changes ->> 'wages')::int),
       array_agg(a.id::text ORDER BY a.step, a.seq),
       array_agg(a.id::text ORDER BY a.step, a.seq) FILTER (WHERE a.changes ? 'gold'),
       array_agg(a.id::text ORDER BY a.step, a.seq) FILTER (WHERE a.changes ? 'influence')
FROM activity_log a WHERE a.world_id = %(world)s AND a.step > %(since)s
GROUP BY 1, 2, 3, 4
"""
_GROWTH = """
SELECT a.hero_id, part.name, entry.key, sum(entry.value::int), array_agg(a.id::text ORDER BY a.step, a.seq)
FROM activity_log a
CROSS JOIN LATERAL (VALUES ('items', a.changes -> 'items'), ('skills', a.changes -> 'skills'),
                           ('traits', a.changes -> 'traits')) AS part (name, document)
CROSS JOIN LATERAL jsonb_each_text(part.document) AS entry
WHERE a.world_id = %(world)s AND a.step > %(since)s AND a.hero_id IS NOT NULL
  AND a.changes ?| ARRAY['items', 'skills', 'traits']
GROUP BY 1, 2, 3
"""
_TIES = """
SELECT a.hero_id, (bond ->> 'hero')::int, (bond ->> 'with')::int, bond ->> 'kind',
       sum(coalesce((bond ->> 'change')::int, 0) + coalesce((bond ->> 'fading')::int, 0)),
       bool_or(bond ? 'opened'), bool_or(bond ? 'forgotten'), array_agg(a.id::text ORDER BY a.step, a.seq)
FROM activity_log a
CROSS JOIN LATERAL jsonb_array_elements(a.changes -> 'relationships') AS bond
WHERE a.world_id = %(world)s AND a.step > %(since)s AND a.changes ? 'relationships'
GROUP BY 1, 2, 3, 4
"""
_TRIALS = """
SELECT a.data ->> 'trial', count(DISTINCT a.data ->> 'quest') FROM activity_log a
WHERE a.world_id = %(world)s AND a.step > %(since)s AND a.action = 'quest_trial' AND a.data ? 'trial'
GROUP BY 1
"""
_STRENGTHS = """
SELECT hero_id, other_id, kind, strength, role FROM hero_relationships
WHERE world_id = %(world)s AND last_step > %(since)s
"""
_MOMENTS = """
WITH lived AS MATERIALIZED (
    SELECT a.id, a.hero_id, a.action, (a.data ->> 'place')::int AS place, a.step, a.seq, a.mood_impact AS mood,
           coalesce((a.data ->> 'hurt')::int, 0) AS hurt, (a.data ->> 'quest')::int AS quest
    FROM activity_log a
    WHERE a.world_id = %(world)s AND a.step > %(since)s AND a.kind = 'action' AND a.action <> ALL (%(daily)s)
), peaks AS (
    (SELECT DISTINCT ON (hero_id) 'best' AS end, lived.* FROM lived WHERE mood > 0
     ORDER BY hero_id, mood DESC, step, seq)
    UNION ALL
    (SELECT DISTINCT ON (hero_id) 'worst' AS end, lived.* FROM lived WHERE mood < 0 OR hurt > 0
     ORDER BY hero_id, mood - hurt, step, seq)
)
SELECT p.end, p.hero_id, p.id::text, p.action, p.place, p.step, p.mood, p.hurt,
       coalesce(q.title, ''), coalesce(d.reasoning, '')
FROM peaks p
LEFT JOIN hero_decisions d ON d.id = p.id AND d.world_id = %(world)s
LEFT JOIN quests q ON q.number = p.quest AND q.world_id = %(world)s
"""
_REASONS = (
    "SELECT id::text, reasoning FROM hero_decisions WHERE world_id = %(world)s AND id = ANY (%(ids)s::uuid[])"
)
_NOTED = """
SELECT a.id::text, a.hero_id, a.kind, a.action, a.started_step, a.step, a.importance, a.mood_impact, a.data, a.changes
FROM activity_log a
WHERE a.world_id = %(world)s AND a.step > %(since)s
  AND (a.importance >= %(noted)s OR a.action = 'event_ends' OR a.data ? 'arrears')
ORDER BY a.importance DESC, a.step DESC, a.seq DESC LIMIT %(most)s
"""


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


@dataclass
class Period:
    """The log of a world after a step."""

    world: UUID
    since: int

    def _ask(self, query: str, **more: Any) -> list[tuple[Any, ...]]:
        with here().cursor() as cursor:
            cursor.execute(query, {"world": self.world, "since": self.since, **more})
            return list(cursor.fetchall())

    def done(self) -> list[Done]:
        """Everything that was done, by hero, kind, action and place; the guild has no hero."""
        return [
            Done(
                hero, kind, action, place, times, int(steps or 0),
                {name: int(total or 0) for name, total in zip(AMOUNTS, rest[:8], strict=True)},
                int(rest[8] or 0), int(rest[9] or 0), rest[10], rest[11] or [], rest[12] or [],
            )
            for hero, kind, action, place, times, steps, *rest in self._ask(_DEEDS)
        ]  # fmt: skip

    def growth(self) -> list[tuple[UUID, str, str, int, list[str]]]:
        """(hero, items | skills | traits, which, change, activities)."""
        return [(hero, part, key, int(total), ids) for hero, part, key, total, ids in self._ask(_GROWTH)]

    def ties(self) -> list[tuple[Any, ...]]:
        """(teller, number of the hero if not the teller, number of the other, kind, change, opened, forgotten, ids)."""
        return self._ask(_TIES)

    def trials(self) -> dict[str, int]:
        """{won | lost: quests}."""
        return dict(self._ask(_TRIALS))

    def strengths(self) -> dict[tuple[UUID, UUID, str], tuple[int, str]]:
        """{(hero, other, kind): (strength, role)} of relationships that were touched."""
        return {
            (hero, other, kind): (strength, role)
            for hero, other, kind, strength, role in self._ask(_STRENGTHS)
        }

    def moments(self) -> list[tuple[Any, ...]]:
        """(best | worst, hero, …the fields of ``Moment``), at most two for each hero."""
        return self._ask(_MOMENTS, daily=list(DAILY))

    def reasons(self, activities: list[str]) -> dict[str, str]:
        """{activity: the hero's own words for it}."""
        return dict(self._ask(_REASONS, ids=activities)) if activities else {}

    def noted(self) -> list[Noted]:
        """The rows that matter most."""
        rows = self._ask(_NOTED, noted=NOTED, most=MOST_NOTED)
        return [
            Noted._make([*rest, orjson.loads(data), orjson.loads(changes)]) for *rest, data, changes in rows
        ]
