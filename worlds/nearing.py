"""Bringing worlds near to now in bounded time: for a request that waits, for a worker that has more to do.

A life that is lived in small pieces is the same life (I2), so a piece is as large as is comfortable, and between two of
them one may stop. What is left is turned by whoever comes next.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from herotycoon.pg.hand import by
from herotycoon.pg.route import ENGINE, here, through
from herotycoon.workers import measures
from worlds.choices import WorldStatus
from worlds.errand import Turned
from worlds.models import World
from worlds.services.creation import FASTEST
from worlds.services.inputs import act
from worlds.tick import PATIENCE, now_step, tick

PIECE_DECISIONS = 2_000
"""A piece takes a fraction of a second, so that whoever waits is answered in time."""
SHARE_DECISIONS = 5_000
"""What one world may ask of a batch: more of it is brought near by itself, and the others need not wait."""
STEPS_TO_DECIDE = 4
"""A hero decides every fourth step or so."""


@dataclass(frozen=True)
class Nearness:
    """Where a world stands, and where it should be."""

    began: int
    """The step at which it was found."""
    step: int
    target: int
    """The step that belongs to the present moment."""
    status: str

    @property
    def there(self) -> bool:
        """Whether nothing is left to be turned. A paused world and one set aside are where they should be."""
        return self.status != WorldStatus.RUNNING or self.step >= self.target

    @property
    def left(self) -> int:
        """Steps to go."""
        return 0 if self.there else self.target - self.step

    @property
    def done(self) -> float:
        """The share, 0–1, of the way from where it was found."""
        return 1.0 if self.there else (self.step - self.began) / (self.target - self.began)


def behind(world: World, now: datetime | None = None) -> int:
    """Steps between a world and a real time (default: now); 0 where it does not turn."""
    return now_step(world, now) - world.step


def bring_near(world: UUID, seconds: float, until: int | None = None) -> Nearness:
    """Advance one world towards now, as the engine, for about so many seconds; says how near it came.

    At least one piece is turned, where that is possible at all. While somebody else turns or holds the world its step is
    watched until the time is up. ``until``: the step to go to, instead of the one that belongs to the present moment.
    Raises ``World.DoesNotExist``.
    """
    deadline = time.monotonic() + seconds
    with through(ENGINE):
        at = look(world, until=until)
        piece = _steps_for(PIECE_DECISIONS, _heroes([world]).get(world, 0)) if not at.there else 0
        while not at.there:
            turned = _counted(tick({world: min(at.step + piece, at.target)}, patience=0))
            at = look(world, at.began, until)
            left = deadline - time.monotonic()
            if left <= 0:
                break
            if turned.passed_over and not at.there:
                time.sleep(min(PATIENCE, left))
    return at


def advance(worlds: Collection[UUID]) -> tuple[list[UUID], Turned]:
    """Advance many worlds towards now in one tick, as the engine: those that have more to catch up than is their share,
    and what it came to.
    """
    with through(ENGINE):
        heroes, now = _heroes(worlds), timezone.now()
        targets, far = dict[UUID, int](), list[UUID]()
        for world in World.objects.filter(id__in=list(worlds), status=WorldStatus.RUNNING).order_by("id"):
            share = _steps_for(SHARE_DECISIONS, heroes.get(world.id, 0))
            targets[world.id] = world.step + min(behind(world, now), share)
            far += [world.id] * (behind(world, now) > share)
        return far, _counted(tick(targets))


def _counted(turned: Turned) -> Turned:
    measures.count(
        ticks=1,
        steps=turned.steps,
        decisions=turned.decisions,
        set_aside=len(turned.set_aside),
        passed_over=len(turned.passed_over),
    )
    return turned


def leap(world: UUID, until: int, pace: int, hand: dict[str, Any], seconds: float) -> Nearness:
    """Move a world ahead of its clock for about so many seconds; once it is there, it gets its old ``pace`` back.

    Meanwhile its pace is the fastest there is, so that its clock is ahead by as little as can be: nothing that was lived
    is dated anew. ``hand``: whose it is, as ``journal.by`` takes it. Raises ``World.DoesNotExist``.
    """
    near = bring_near(world, seconds, until)
    if near.there and near.status != WorldStatus.SET_ASIDE:
        with through(ENGINE), transaction.atomic(using=ENGINE), by(hand):
            if World.objects.filter(id=world, time_scale=FASTEST).exclude(time_scale=pace).exists():
                act(world, "time_scale", time_scale=pace)
    return near


def look(world: UUID, began: int | None = None, until: int | None = None) -> Nearness:
    """Where a world stands; ``began`` and ``until`` as for ``bring_near``. Raises ``World.DoesNotExist``."""
    row = World.objects.only("step", "status", "anchor_step", "anchor_real", "time_scale").get(id=world)
    target = now_step(row) if until is None else until
    return Nearness(row.step if began is None else began, row.step, target, row.status)


def _steps_for(decisions: int, heroes: int) -> int:
    """Steps in which so many heroes make about so many decisions; at least one."""
    return max(1, decisions * STEPS_TO_DECIDE // max(1, heroes))


def _heroes(worlds: Collection[UUID]) -> Mapping[UUID, int]:
    """{world: how many live in it}."""
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT world_id, count(*) FROM heroes WHERE world_id = ANY (%s) GROUP BY 1", [list(worlds)]
        )
        return dict(cursor.fetchall())
