"""What one hero has done and felt lately, from the log and the archive, and what they held of the master meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

import orjson

from herotycoon.pg.route import here
from worlds.services.explain import Stored
from worlds.services.history import OF_HERO

PILLARS = ("trust", "respect", "fear")
_LIVED = f"""
SELECT a.started_step, a.step, a.kind, a.action, a.mood_impact, (a.data ->> 'place')::int,
       (a.changes -> 'influence')::text, (a.data -> 'causes')::text
FROM {OF_HERO} AS a ORDER BY a.step, a.seq
"""  # noqa: S608 - a statement of ours
_AROUND = """
SELECT h.id,
       (SELECT a.id FROM activity_log a
        WHERE a.world_id = h.world_id AND a.hero_id = h.id AND a.kind = 'action' AND a.step <= %(started)s AND a.id <> %(id)s
        ORDER BY a.step DESC, a.seq DESC LIMIT 1),
       (SELECT a.id FROM activity_log a
        WHERE a.world_id = h.world_id AND a.hero_id = h.id AND a.kind = 'action' AND a.step >= %(ended)s AND a.id <> %(id)s
          AND a.started_step >= %(ended)s
        ORDER BY a.step, a.seq LIMIT 1)
FROM heroes h WHERE h.world_id = %(world)s AND h.number = %(number)s
"""


class Around(NamedTuple):
    """The hero of a decision, and their decisions before and after it: those that are in the log, not in the archive."""

    hero: UUID
    before: UUID | None
    after: UUID | None


class Lived(NamedTuple):
    """An activity of the hero. ``felt`` is by how much it moved trust, respect, fear; ``causes`` what did."""

    started: int
    step: int
    kind: str
    action: str
    mood: int
    place: int | None
    felt: dict[str, int]
    causes: list[str]


def lifeline(world: UUID, hero: UUID, since: int, now: int) -> list[Lived]:
    """What a hero has in the history of a world after one step until another, the oldest first."""
    with here().cursor() as cursor:
        cursor.execute(_LIVED, {"world": world, "hero": hero, "since": since, "now": now})
        return [
            Lived._make([*plain, _document(felt, {}), _document(causes, [plain[3]])])
            for *plain, felt, causes in cursor.fetchall()
        ]


def around(one: Stored) -> Around:
    """What stands about a decision."""
    with here().cursor() as cursor:
        cursor.execute(_AROUND, one._asdict())
        return Around._make(cursor.fetchone() or (None, None, None))


def backwards(
    life: Sequence[Lived], marks: Sequence[int], now: int, pillar: str, born: int
) -> list[float | None]:
    """What trust, respect or fear was at each mark that is ``now`` at the last; None before the birth."""
    values: list[float | None] = []
    amount, later = now, len(life)
    for mark in reversed(marks):
        while later and life[later - 1].step > mark:
            later -= 1
            amount -= life[later].felt.get(pillar, 0)
        values.append(amount if mark >= born else None)
    return values[::-1]


def _document(text: str | None, without: Any) -> Any:
    """What a row tells in its documents; a document that is something else counts as empty."""
    told = without if text is None else orjson.loads(text)
    return told if type(told) is type(without) else without
