"""The one statement that turns rows of the logs into archived weeks; `worlds/0004_archive` turns them back.

Moved is only what can be unpacked to the last bit: a decision whose hero or first step is not its activity's, and a
game time that is not its step's, are left where they are, for a person to look at.
"""

from __future__ import annotations

from uuid import UUID

from herotycoon.pg.bulk import Cursor, array_literal
from worlds.rows.ids import fresh
from worlds.sim.clock import STEPS_A_WEEK

_ARRAYS = {
    "ids": "a.id",
    "started_steps": "a.started_step",
    "steps": "a.step",
    "seqs": "a.seq",
    "real_ats": "a.real_at",
    "mood_impacts": "a.mood_impact",
    "importances": "a.importance",
    "booked": "a.booked",
    "kinds": "a.kind",
    "actions": "a.action",
    "data": "a.data",
    "changes": "a.changes",
}
_LISTS = ("rules_version", "satisfaction", "chosen", "context", "options", "contributions", "personality_factors",
          "outcome", "reasoning")  # fmt: skip
_ORDER = "ORDER BY a.step, a.seq"
_ARRAY_SQL = ", ".join(f"array_agg({column} {_ORDER})" for column in _ARRAYS.values())
_LIST_SQL = ", ".join(f"'{name}', json_agg(d.{name} {_ORDER})" for name in _LISTS)
_PACK = f"""
INSERT INTO activity_archive (id, world_id, hero_id, guild_id, week, {", ".join(_ARRAYS)}, decisions)
SELECT min(s.id::text)::uuid, %s, a.hero_id, a.guild_id, %s, {_ARRAY_SQL},
       CASE WHEN count(d.id) > 0 THEN json_build_object({_LIST_SQL}) END
FROM {{source}}
WHERE {{only}}
GROUP BY a.hero_id, a.guild_id
RETURNING ids, CASE WHEN decisions IS NULL THEN 0
               ELSE (SELECT count(one) FROM json_array_elements_text(decisions -> 'chosen') AS one) END
"""  # noqa: S608 - names of our own columns
"""For rows ``a`` of activities, ``d`` of their decisions or NULL, and ``s`` with an id for each subject."""
_HOT = """
    unnest(%s::uuid[], %s::uuid[]) AS s (id, subject)
    JOIN activity_log a ON coalesce(a.hero_id, a.guild_id) = s.subject
    LEFT JOIN hero_decisions d ON d.id = a.id AND d.world_id = a.world_id AND d.world_id = %s
"""
_SOUND = """
    a.world_id = %s AND a.step >= %s AND a.step < %s
    AND a.game_at = timestamptz '1000-01-01T00:00Z' + a.step * interval '30 minutes'
    AND (d.id IS NULL OR (d.hero_id = a.hero_id AND d.started_step = a.started_step))
"""
_KEPT = """
    unnest(%s::uuid[], %s::uuid[]) AS s (id, subject)
    JOIN activity_archive packed ON coalesce(packed.hero_id, packed.guild_id) = s.subject
    CROSS JOIN LATERAL unpacked_activities(packed, -1, 2147483647) AS a
    LEFT JOIN (SELECT * FROM hero_decisions WHERE false) AS d ON d.id = a.id
"""
_INPUTS = "packed.world_id = %s AND packed.week = %s AND (a.kind IN ('input', 'edit') OR a.data ? 'by_hand')"
Packed = tuple[list[UUID], int]
"""Ids of activities, and how many decisions."""


def pack(cursor: Cursor, world: UUID, week: int, subjects: list[UUID]) -> Packed:
    """Archive what the logs have of a week of these heroes (and the guild, by its id), beside what they still have."""
    low = week * STEPS_A_WEEK
    ids, who = array_literal(fresh(len(subjects))), array_literal(subjects)
    query = _PACK.format(source=_HOT, only=_SOUND)
    cursor.execute(query.encode(), [world, week, ids, who, world, world, low, low + STEPS_A_WEEK])
    found = cursor.fetchall()
    return [id_ for ids, _ in found for id_ in ids], sum(decisions for _, decisions in found)


def pack_inputs(cursor: Cursor, world: UUID, week: int, subjects: list[UUID]) -> int:
    """Archive the inputs and edits of an archived week a second time, alone; how many rows of the log they are."""
    ids, who = array_literal(fresh(len(subjects))), array_literal(subjects)
    query = _PACK.format(source=_KEPT, only=_INPUTS)
    cursor.execute(query.encode(), [world, week, ids, who, world, week])
    return sum(len(ids) for ids, _ in cursor.fetchall())
