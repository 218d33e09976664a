"""What the log adds up to, and where the sum starts: at birth, or at the checkpoint behind which history was dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from heroes.sim.lexicon import ITEMS, SKILLS, TRAITS
from herotycoon.pg.quick import at_once
from herotycoon.pg.route import here
from worlds.models import Checkpoint

AMOUNTS = ("gold", "experience", "energy", "mood", "health")
PILLARS = ("trust", "respect", "fear")
DOCUMENTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "items": ("items", ITEMS),
    "skills": ("skills", SKILLS),
    "traits": ("personality", TRAITS),
}
"""{key of an activity's changes: (column of the hero, keys of both)}."""
BIRTH = -1
"""The step that everything comes after."""
ALWAYS = 2_147_483_647
"""The step that nothing comes after."""

_AMOUNTS = """
SELECT hero_id, activities, gold, experience, energy, mood, health, trust, respect, fear, treasury
FROM offline_progress(%(world)s, %(after)s, %(until)s)
"""
_DOCUMENTS = "SELECT hero_id, part, name, change FROM offline_growth(%(world)s, %(after)s, %(until)s)"
OPENING_STEP = f"""
SELECT coalesce(max(step), {BIRTH}) FROM archive_checkpoints WHERE world_id = %(world)s
"""  # noqa: S608 - a number of ours
"""The step after which the history of a world starts."""
TOLD = """
WITH told AS (
    SELECT coalesce((bond ->> 'hero')::int, h.number) AS one, (bond ->> 'with')::int AS two,
           bond ->> 'kind' AS kind, a.step, a.seq, nth,
           coalesce((bond ->> 'change')::int, 0) + coalesce((bond ->> 'fading')::int, 0) AS move,
           (bond ? 'opened')::int AS opened, (bond ? 'forgotten')::int AS forgotten
    FROM activity_history(%(world)s, %(after)s, %(until)s) a
    JOIN heroes h ON h.id = a.hero_id AND h.world_id = %(world)s
    CROSS JOIN LATERAL jsonb_array_elements(a.changes -> 'relationships')
                       WITH ORDINALITY AS listed (bond, nth)
    WHERE a.changes ? 'relationships'
    UNION ALL
    SELECT h.number, (bond ->> 'with')::int, bond ->> 'kind', c.step, -1, nth,
           (bond ->> 'change')::int, (bond ? 'opened')::int, 0
    FROM archive_checkpoints c
    JOIN heroes h ON h.id = c.hero_id AND h.world_id = c.world_id
    CROSS JOIN LATERAL jsonb_array_elements(c.state -> 'relationships') WITH ORDINALITY AS listed (bond, nth)
    WHERE c.world_id = %(world)s
), lives AS (
    SELECT least(one, two) AS low, greatest(one, two) AS high, kind, move, opened, forgotten,
           sum(forgotten) OVER (PARTITION BY least(one, two), greatest(one, two), kind
                                ORDER BY step, seq, nth) - forgotten AS life
    FROM told
), told_lives AS (
    SELECT low, high, kind, life, sum(move) AS moved, count(*) AS rows,
           bool_or(opened = 1) AS opened, bool_or(forgotten = 1) AS forgotten,
           row_number() OVER (PARTITION BY low, high, kind ORDER BY life DESC) AS back
    FROM lives GROUP BY low, high, kind, life
)
"""
"""What the log tells of each relationship, from one forgetting to the next; ``back`` 1 is the last life."""


@dataclass
class Sums:
    """What the log adds up to, by hero; heroes without a row in the log are not there."""

    rows: dict[UUID | None, int]
    amounts: dict[UUID | None, dict[str, int]]
    documents: dict[tuple[UUID, str, str], int]
    treasury: int

    @classmethod
    def of(cls, world: UUID, after: int = BIRTH, until: int = ALWAYS) -> Sums:
        """Add up what a world logged after one step, up to another."""
        stretch: dict[str, Any] = {"world": world, "after": after, "until": until}
        with here().cursor() as cursor:
            cursor.execute(_AMOUNTS, stretch)
            found = cursor.fetchall()
            cursor.execute(_DOCUMENTS, stretch)
            parts = cursor.fetchall()
        names = (*AMOUNTS, *PILLARS)
        return cls(
            rows={hero: count for hero, count, *_ in found},
            amounts={hero: dict(zip(names, map(int, sums), strict=True)) for hero, _, *sums, _ in found},
            documents={(hero, part, key): int(total) for hero, part, key, total in parts},
            treasury=sum(int(row[-1]) for row in found),
        )


def opening_step(world: UUID) -> int:
    """The step after which the history of a world starts, without what was held by then."""
    [[(step,)]] = at_once((OPENING_STEP,), {"world": world})
    return int(step)


class Opening(NamedTuple):
    """Where the history of a world starts: after ``step``, ``BIRTH`` unless some was dropped.

    ``states`` is what each hero and the guild had by then; who was born later is not in it.
    """

    step: int
    states: Mapping[UUID, Mapping[str, Any]]

    @classmethod
    def of(cls, world: UUID) -> Opening:
        """Read the checkpoint of a world."""
        rows: list[Checkpoint] = list(Checkpoint.objects.filter(world_id=world))
        return cls(
            max((row.step for row in rows), default=BIRTH),
            {row.subject: row.state for row in rows},
        )
