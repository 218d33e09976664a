"""What went up and down in a world, day by day: its chest, its people's mood and feelings, and how they spent their time.

Nothing is stored for this. The present is known and every difference is logged, so the past is the present less what
was logged since: one sum for each hero and day, taken off going backwards. Told as far back as history is kept, in the
log or in the archive.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import STEPS_A_DAY
from herotycoon.pg.replica import from_replica
from herotycoon.pg.route import here
from worlds.models import Guild, World
from worlds.services.ledger import opening_step
from worlds.services.snapshot import snapshot

DAYS = 28
"""Game days that are told."""
NEVER = 2_147_483_647
"""The step that nobody has reached."""
I64 = NDArray[np.int64]

# A row that ends on a boundary belongs to the day that it ends: (step - 1) / 48, with steps from 1.
_MOVED = """
SELECT a.hero_id, (a.step - 1) / %(day)s,
       sum(a.mood_impact), coalesce(sum((a.changes -> 'influence' ->> 'trust')::int), 0),
       coalesce(sum((a.changes -> 'influence' ->> 'respect')::int), 0),
       coalesce(sum((a.changes -> 'influence' ->> 'fear')::int), 0),
       coalesce(sum((a.changes ->> 'treasury')::int), 0),
       max(a.step) FILTER (WHERE a.action = 'depart' AND a.kind = 'action')
FROM activity_history(%(world)s, %(since)s, %(now)s) a
GROUP BY 1, 2
"""
_SPENT = """
SELECT one.action, day, sum(least(one.step, (day + 1) * %(day)s) - greatest(one.started_step, day * %(day)s))
FROM (
    SELECT a.action, a.started_step, a.step
    FROM activity_history(%(world)s, %(since)s, %(now)s) a WHERE a.kind = 'action'
    UNION ALL
    SELECT h.current_action, h.started_step, %(now)s
    FROM heroes h WHERE h.world_id = %(world)s AND h.status <> 'gone'
) AS one
CROSS JOIN LATERAL generate_series(greatest(one.started_step, %(since)s) / %(day)s, (one.step - 1) / %(day)s) AS day
WHERE one.step > one.started_step
GROUP BY 1, 2
"""
"""What is still under way counts up to now."""
_PEOPLE = """
SELECT h.id, h.status = 'gone', coalesce((h.birth ->> 'step')::int, 0), h.mood, m.trust, m.respect, m.fear
FROM heroes h LEFT JOIN master_influence m ON m.hero_id = h.id AND m.world_id = h.world_id
WHERE h.world_id = %(world)s ORDER BY h.number
"""
_FELT = 4
"""Mood, trust, respect and fear: what each hero has of their own."""


@dataclass(frozen=True)
class Courses:
    """``marks`` are steps: where the telling begins, the end of each day, and now. Amounts are told at each mark, means
    over whoever was of the guild then, None where nobody was. ``hours`` has for each action, the most usual first, the
    hours that all together spent on it between each two marks.
    """

    marks: list[int]
    treasury: list[int]
    mood: list[float | None]
    trust: list[float | None]
    respect: list[float | None]
    fear: list[float | None]
    hours: dict[str, list[float]]
    kept: bool
    """whether the history of the whole time is kept; otherwise it was dropped before the first mark"""


class _Person(NamedTuple):
    id: UUID
    gone: bool
    born: int
    mood: int
    trust: int | None
    respect: int | None
    fear: int | None


@from_replica
def courses(world: World, days: int = DAYS) -> Courses:
    """The last ``days`` game days of a world, or as many as there were and are kept."""
    with snapshot(brief=True):
        now, treasury = _present(world)
        opening = opening_step(world.pk)
        times = marks(now, days, opening)
        period = {"world": world.pk, "since": times[0], "now": now, "day": STEPS_A_DAY}
        people = [_Person._make(row) for row in _asked(_PEOPLE, period)]
        moved, spent = _asked(_MOVED, period), _asked(_SPENT, period)
    chest, felt, left = _totals(people, moved, times)
    means = _means(people, felt, left, times)
    return Courses(
        marks=times,
        treasury=(treasury - _since(chest)).tolist(),
        **dict(zip(("mood", "trust", "respect", "fear"), means, strict=True)),
        hours=_hours(spent, times),
        kept=times[0] == 0 or opening <= now - days * STEPS_A_DAY,
    )


def marks(now: int, days: int, opening: int = 0) -> list[int]:
    """Steps at which a course is told: the ends of ``days`` days, none before history begins, and now."""
    day = STEPS_A_DAY
    first = max(now // day - days, -(-max(opening, 0) // day), 0) * day
    return [*range(min(first, now), now, day), now]


def _present(world: World) -> tuple[int, int]:
    world.refresh_from_db(fields=["step"])
    return world.step, Guild.objects.values_list("treasury", flat=True).get(world=world)


def _asked(query: str, period: dict[str, Any]) -> list[tuple[Any, ...]]:
    with here().cursor() as cursor:
        cursor.execute(query, period)
        return list(cursor.fetchall())


def _totals(
    people: Sequence[_Person], moved: Iterable[tuple[Any, ...]], times: Sequence[int]
) -> tuple[I64, I64, dict[UUID, int]]:
    """((d,), (h, d, 4)) what each day moved of the chest and of each hero, and at which step who left."""
    at, first = {one.id: row for row, one in enumerate(people)}, times[0] // STEPS_A_DAY
    chest = np.zeros(len(times) - 1, dtype=np.int64)
    felt = np.zeros((len(people), len(chest), _FELT), dtype=np.int64)
    left: dict[UUID, int] = {}
    for hero, day, *feelings, treasury, departed in moved:
        chest[day - first] += treasury
        if hero in at:
            felt[at[hero], day - first] = feelings
        if departed is not None:
            left[hero] = departed
    return chest, felt, left


def _since(moved: I64) -> I64:
    """(d,) → (d + 1,) by how much something changed from each mark until now."""
    return np.append(np.cumsum(moved[::-1])[::-1], 0)


def _means(
    people: Sequence[_Person], felt: I64, left: dict[UUID, int], times: Sequence[int]
) -> Iterator[list[float | None]]:
    """The mean of each feeling at each mark."""
    until = [left.get(one.id, -1) if one.gone else NEVER for one in people]
    there = np.array(
        [[one.born <= step < end for step in times] for one, end in zip(people, until, strict=True)]
    )
    for column, name in enumerate(("mood", "trust", "respect", "fear")):
        then = [(getattr(one, name) or 0) - _since(felt[row, :, column]) for row, one in enumerate(people)]
        yield [
            round(float(np.mean(np.array(then)[who, mark])), 1) if who.any() else None
            for mark, who in enumerate(there.T if len(people) else np.zeros((len(times), 0), dtype=bool))
        ]


def _hours(spent: Iterable[tuple[Any, ...]], times: Sequence[int]) -> dict[str, list[float]]:
    first = times[0] // STEPS_A_DAY
    hours: defaultdict[str, list[float]] = defaultdict(lambda: [0.0] * (len(times) - 1))
    for action, day, steps in spent:
        hours[action][day - first] += int(steps) / 2
    return dict(sorted(hours.items(), key=lambda one: (-sum(one[1]), one[0])))
