"""Looks at a deployment, every few seconds."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from typing import cast

from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from herotycoon.cache.backend import ForgetfulCache
from herotycoon.embedded.folder import Home
from herotycoon.gauges import QUEUES
from herotycoon.workers.errands import waiting
from herotycoon.workers.measures import counts
from tests.soak.memory import Use, use

_WORLDS = """
SELECT max(behind) FILTER (WHERE NOT hot), percentile_cont(0.5) WITHIN GROUP (ORDER BY behind),
       max(behind) FILTER (WHERE hot), count(*) FILTER (WHERE hot), count(*) FILTER (WHERE status <> 'running'), sum(step),
       pg_database_size(current_database()) / 1048576.0
FROM (SELECT status, step, coalesce(hot_until > %(now)s, false) AS hot,
             greatest(extract(epoch FROM %(now)s - real_at(worlds, step + 1)), 0) AS behind FROM worlds) AS w
"""


@dataclass(frozen=True)
class Sample:
    """One look; times in seconds, sizes in megabytes. What is counted is counted since the servers were made."""

    at: float
    """since the programs were started"""
    worst: float
    """how far the cold world that is furthest behind is behind; ``hottest`` the same of hot ones, ``median`` of all"""
    median: float
    hottest: float
    hot: int
    """worlds that are"""
    aside: int
    """worlds that do not turn any more"""
    steps: int
    """that all worlds have lived, together"""
    database: float
    decisions: int
    failed: int
    """tasks that ended with an error"""
    computed: float
    """seconds of computing of all these processes"""
    busy: float
    """seconds in which batches were turned, of all workers"""
    lasting: int
    """keys in Redis that have no time to live"""
    load: float
    waiting: dict[str, int] = field(default_factory=dict)
    megabytes: dict[str, dict[int, float]] = field(default_factory=dict)
    """by kind and process"""

    def memory(self, kind: str) -> float:
        """What all processes of a kind have."""
        return sum(self.megabytes.get(kind, {}).values())

    def __str__(self) -> str:
        return (
            f"{self.at:.0f} s: cold worlds at most {self.worst:.0f} s behind, hot ones {self.hottest:.0f}, half of all "
            f"{self.median:.0f}; {self.waiting['ticks']} batches wait; {self.decisions:,} decisions; "
            f"{sum(map(self.memory, self.megabytes)):.0f} MB of memory, {self.database:,.0f} MB of database; "
            f"load {self.load:.1f}"
        )


class Watch:
    """Looks at the deployment of a supervisor, the process ``serve``, and the servers of ``home``."""

    def __init__(self, serve: int, home: Home) -> None:
        self._serve, self._home = serve, home
        self._began, self._computed = time.monotonic(), 0.0
        self._seconds = use(serve, home).seconds

    def look(self) -> Sample:
        """At everything."""
        found = use(self._serve, self._home)
        # Who has gone is seen up to the last look.
        self._computed += sum(spent - self._seconds.get(pid, 0.0) for pid, spent in found.seconds.items())
        self._seconds = found.seconds
        return _sample(time.monotonic() - self._began, self._computed, found)


def _sample(at: float, computed: float, found: Use) -> Sample:
    with connection.cursor() as cursor:
        cursor.execute(_WORLDS, {"now": timezone.now()})
        worst, median, hottest, hot, aside, steps, database = cursor.fetchone()
    counted = counts()
    return Sample(
        at=at,
        worst=float(worst or 0),
        median=float(median or 0),
        hottest=float(hottest or 0),
        hot=hot,
        aside=aside,
        steps=int(steps),
        database=float(database),
        decisions=counted.get("decisions", 0),
        failed=counted.get("tasks_failed", 0),
        computed=computed,
        busy=counted.get("batch_milliseconds", 0) / 1000,
        lasting=_lasting_keys(),
        load=os.getloadavg()[0],
        waiting={queue: waiting(queue) for queue in QUEUES},
        megabytes=dict(found.megabytes),
    )


def _lasting_keys() -> int:
    spaces = cast(ForgetfulCache, cache).redis.info("keyspace")
    return sum(int(space["keys"]) - int(space["expires"]) for space in spaces.values())
