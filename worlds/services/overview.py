"""All worlds at a glance: how many are in which state, who is furthest behind, what was set aside, how much is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from herotycoon.pg.route import here

_STATES = """
SELECT count(*) FILTER (WHERE status = 'running' AND hot_until > %(now)s),
       count(*) FILTER (WHERE status = 'running' AND (hot_until IS NULL OR hot_until <= %(now)s)),
       count(*) FILTER (WHERE status = 'paused' AND erasing_since IS NULL),
       count(*) FILTER (WHERE status = 'set_aside'),
       count(*) FILTER (WHERE erasing_since IS NOT NULL)
FROM worlds
"""
_BEHIND = """
SELECT id, name, owner, behind FROM (
    SELECT w.id, w.name, u.username AS owner,
           anchor_step + floor(extract(epoch FROM %(now)s - anchor_real) * time_scale / 1800)::int - step AS behind
    FROM worlds w JOIN users u ON u.id = w.owner_id WHERE w.status = 'running'
) AS w WHERE behind > 0 ORDER BY behind DESC, id LIMIT %(most)s
"""
_ASIDE = """
SELECT w.id, w.name, u.username, w.error, w.updated_at
FROM worlds w JOIN users u ON u.id = w.owner_id WHERE w.status = 'set_aside' ORDER BY w.updated_at DESC LIMIT %(most)s
"""
_DECIDED = """
SELECT floor(extract(epoch FROM %(now)s - real_at) / 60)::int AS minutes, count(*)
FROM activity_log WHERE real_at > %(from)s AND real_at <= %(now)s AND kind = 'action' GROUP BY 1
"""
MINUTES = 30
MOST = 10


@dataclass(frozen=True)
class Late:
    """A world that is behind its time."""

    id: UUID
    name: str
    owner: str
    behind: int
    """half hours of game time"""


@dataclass(frozen=True)
class Aside:
    """A world that was set aside, and why."""

    id: UUID
    name: str
    owner: str
    error: str
    since: datetime


@dataclass(frozen=True)
class Overview:
    """``states`` {state: worlds}; ``decided`` (MINUTES,) decisions that ended in each of the last minutes, oldest first."""

    states: dict[str, int]
    late: list[Late]
    aside: list[Aside]
    decided: list[int]

    @property
    def per_minute(self) -> int:
        """Decisions that end in a minute, on average."""
        return sum(self.decided) // len(self.decided)


def overview(now: datetime | None = None) -> Overview:
    """How the worlds are. By real time in the lives of worlds, which is when things happen."""
    now = now or timezone.now()
    asked: dict[str, Any] = {"now": now, "from": now - timedelta(minutes=MINUTES), "most": MOST}
    with here().cursor() as cursor:
        cursor.execute(_STATES, asked)
        states = dict(zip(("hot", "cold", "paused", "set aside", "leaving"), cursor.fetchone(), strict=True))
        cursor.execute(_BEHIND, asked)
        late = [Late(*row) for row in cursor.fetchall()]
        cursor.execute(_ASIDE, asked)
        aside = [Aside(*row) for row in cursor.fetchall()]
        cursor.execute(_DECIDED, asked)
        decided = dict(cursor.fetchall())
    return Overview(states, late, aside, [decided.get(ago, 0) for ago in reversed(range(MINUTES))])
