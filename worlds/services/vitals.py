"""How far behind the worlds are, for those who watch over the whole."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from herotycoon.pg.route import ENGINE, here, through

TURNS = 3
"""A world is late when it missed so many of its turns."""
FRESH = 5.0
"""Seconds for which a process does not ask again: all worlds are looked at."""
_BEHIND = """
SELECT hot, count(*), count(*) FILTER (WHERE behind > interval '0'),
       count(*) FILTER (WHERE behind > CASE WHEN hot THEN %(hot)s ELSE %(cold)s END),
       coalesce(extract(epoch FROM max(behind)), 0)
FROM (SELECT coalesce(hot_until > %(now)s, false) AS hot, %(now)s - real_at(worlds, worlds.step + 1) AS behind
      FROM worlds WHERE status = 'running') AS w
GROUP BY hot
"""
_OTHERS = "SELECT status, count(*) FROM worlds WHERE status <> 'running' GROUP BY status"


@dataclass(frozen=True)
class Heat:
    """Hot worlds, or cold ones: how many, how many have a step to go, how many are late, seconds that one is behind."""

    worlds: int = 0
    behind: int = 0
    late: int = 0
    seconds: float = 0.0


@dataclass(frozen=True)
class Vitals:
    """All running worlds by heat, the others by status."""

    hot: Heat
    cold: Heat
    others: dict[str, int]


_last: list[tuple[float, Vitals]] = []


def vitals() -> Vitals:
    """How the worlds are, or were a moment ago. DatabaseError."""
    if not _last or time.monotonic() - _last[0][0] > FRESH:
        _last[:] = [(time.monotonic(), look())]
    return _last[0][1]


def look() -> Vitals:
    """How they are now."""
    beats = {"hot": settings.HOT_TICK_SECONDS, "cold": settings.COLD_TICK_SECONDS}
    asked: dict[str, Any] = {heat: TURNS * timedelta(seconds=beat) for heat, beat in beats.items()}
    with through(ENGINE), here().cursor() as cursor:
        cursor.execute(_BEHIND, asked | {"now": timezone.now()})
        heat = {
            hot: Heat(worlds, behind, late, max(float(seconds), 0.0))
            for hot, worlds, behind, late, seconds in cursor.fetchall()
        }
        cursor.execute(_OTHERS)
        return Vitals(heat.get(True, Heat()), heat.get(False, Heat()), dict(cursor.fetchall()))
