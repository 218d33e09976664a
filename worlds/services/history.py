"""The history of a world in Python, wherever it lies: what SQL asks `activity_history` for."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

import orjson

from herotycoon.pg.route import here

BY_HAND = "by_hand"
"""Marks, in an activity's data, that another hand than the engine's logged it."""
_HANDS = """
SELECT a.step, h.number, a.kind, a.action, a.mood_impact, a.importance, a.data::text, a.changes::text
FROM activity_history(%s, -1, %s) a LEFT JOIN heroes h ON h.id = a.hero_id AND h.world_id = a.world_id
WHERE a.kind IN ('input', 'edit') OR a.data ? %s ORDER BY a.step, a.seq
"""


OF_HERO = """(
    SELECT hot.* FROM activity_log hot
    WHERE hot.world_id = %(world)s AND hot.hero_id = %(hero)s AND hot.step > %(since)s AND hot.step <= %(now)s
    UNION ALL
    SELECT old.*
    FROM activity_archive packed CROSS JOIN LATERAL unpacked_activities(packed, %(since)s, %(now)s) AS old
    WHERE packed.world_id = %(world)s AND packed.hero_id = %(hero)s
      AND packed.week BETWEEN (%(since)s + 1) / 336 AND %(now)s / 336
)"""
"""The activities of one hero after a step until another. Asked by hero, where `activity_history` is asked by world: an
index on both sides."""


class Done(NamedTuple):
    """An activity that somebody outside the world brought about; ``hero`` is a number, None for the guild's."""

    step: int
    hero: int | None
    kind: str
    action: str
    mood_impact: int
    importance: int
    data: dict[str, Any]
    changes: dict[str, Any]


def by_hands(world: UUID, until: int) -> list[Done]:
    """Inputs, edits and rows logged by hand up to a step, in order. They are kept even where history is dropped."""
    with here().cursor() as cursor:
        cursor.execute(_HANDS, [world, until, BY_HAND])
        return [
            Done._make([*plain, orjson.loads(data), orjson.loads(changes)])
            for *plain, data, changes in cursor.fetchall()
        ]
