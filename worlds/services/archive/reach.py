"""Which weeks may leave the logs: whole ones, old enough, and none that the master's next report starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.report.since import last_visit, step_at
from worlds.sim.clock import STEPS_A_WEEK

AWAY = timedelta(days=90)
"""A master who was here since then will probably be back: what happened after their last visit stays at hand."""
_FIRST = "SELECT min(step) FROM activity_log WHERE world_id = %s"
_ARCHIVED = "SELECT min(week), max(week) FROM activity_archive WHERE world_id = %s"


@dataclass(frozen=True)
class Reach:
    """Weeks of a world, from ``first`` to before ``end``."""

    world: UUID
    first: int
    end: int

    @property
    def weeks(self) -> range:
        """Their numbers."""
        return range(self.first, self.end)


def movable(world: World, age: timedelta, now: datetime | None = None) -> Reach:
    """The weeks in the logs that ended, in real time, longer ago than ``age``."""
    now = now or timezone.now()
    end = weeks_before(world, now - age)
    visit = last_visit(world)
    if visit is not None and visit > now - AWAY:
        end = min(end, weeks_before(world, visit))
    with here().cursor() as cursor:
        cursor.execute(_FIRST, [world.pk])
        step = cursor.fetchone()[0]
    return Reach(world.pk, end if step is None else min(step // STEPS_A_WEEK, end), end)


def weeks_before(world: World, moment: datetime) -> int:
    """How many whole weeks had passed by a real time; a week ends before the step that begins the next."""
    return (min(step_at(world, moment), world.step - 1) + 1) // STEPS_A_WEEK


def archived(world: World, age: timedelta, now: datetime | None = None) -> Reach:
    """The weeks in the archive that ended longer ago than ``age``."""
    end = weeks_before(world, (now or timezone.now()) - age)
    with here().cursor() as cursor:
        cursor.execute(_ARCHIVED, [world.pk])
        first, last = cursor.fetchone()
    return Reach(world.pk, 0, 0) if first is None else Reach(world.pk, first, max(first, min(last + 1, end)))
