"""From when a report tells: a real time becomes the last step that had passed by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.utils import timezone

from herotycoon.accounts.models import UserSession
from herotycoon.pg.route import here
from worlds.models import World
from worlds.sim import clock

_BEFORE = """
SELECT step, real_at FROM activity_log WHERE world_id = %s AND step <= %s ORDER BY step DESC, seq DESC LIMIT 1
"""
_AFTER = "SELECT step, real_at FROM activity_log WHERE world_id = %s AND step > %s ORDER BY step, seq LIMIT 1"


Logged = tuple[int, datetime]
"""A step and its real time."""


class BadSince(ValueError):
    """A date that no report can start from; the message says why."""


@dataclass(frozen=True)
class Since:
    """The end of ``step`` is where the report starts; ``note`` says so where another time was asked for."""

    step: int
    note: str = ""


def parsed(text: str) -> datetime:
    """A real time from ISO 8601; without an offset it is UTC. Raises ``BadSince``."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise BadSince(f"{text!r} is no date; write it like 2031-05-01T18:30+00:00, or 2031-05-01.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def since(world: World, moment: datetime | None) -> Since:
    """The last step that had passed by ``moment`` (default: the end of the master's visit before this one).

    Raises ``BadSince`` for a time to come. A time before the world's birth means its whole life.
    """
    if moment is None:
        return Since(step_at(world, visit) if (visit := last_visit(world)) else -1)
    now = timezone.now()
    if moment > now:
        raise BadSince(f"{_told(moment)} is still to come; it is {_told(now)}.")
    born = _born(world)
    if moment < born:
        return Since(-1, f"The world was born only on {_told(born)}; this is all of its life.")
    return Since(step_at(world, moment))


def last_visit(world: World) -> datetime | None:
    """When the master's previous visit ended; None where there was none."""
    visits = UserSession.objects.filter(user_id=world.owner_id).order_by("-last_seen_at", "-started_at")
    return visits.values_list("previous_seen_at", flat=True).first()


def step_at(world: World, moment: datetime) -> int:
    """The last step, up to the present one, whose real time is not after ``moment``; −1 before birth."""
    if moment >= world.anchor_real:
        elapsed = moment - world.anchor_real
        passed = clock.steps_within(elapsed.days * 86_400_000_000 + elapsed.seconds * 1_000_000 + elapsed.microseconds,
                                    world.time_scale)  # fmt: skip
        return min(world.anchor_step + passed, world.step)
    return _searched(world.pk, world.anchor_step, moment)


def _searched(world: UUID, most: int, moment: datetime) -> int:
    """The same for times before the clock was last set: the log knows them, and real time only ever grows."""
    passed, possible = -1, most
    with here().cursor() as cursor:
        while passed < possible:
            middle = (passed + possible + 1) // 2
            cursor.execute(_BEFORE, [world, middle])
            last = cursor.fetchone()
            if last is None or last[1] <= moment:
                passed = middle
            else:
                possible = last[0] - 1
        if passed < 0:
            return passed
        cursor.execute(_BEFORE, [world, passed])
        before = cursor.fetchone()
        cursor.execute(_AFTER, [world, passed])
        after = cursor.fetchone()
    return passed if before is None or after is None else _between(before, after, moment)


def _between(before: Logged, after: Logged, moment: datetime) -> int:
    """The step at a time between two rows of the log, where the clock went evenly: its changes are logged."""
    share = (moment - before[1]) / (after[1] - before[1])
    return min(before[0] + int(share * (after[0] - before[0])), after[0] - 1)


def _born(world: World) -> datetime:
    if world.anchor_step == 0:
        return world.anchor_real
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT real_at FROM activity_log WHERE world_id = %s ORDER BY step, seq LIMIT 1", [world.pk]
        )
        found = cursor.fetchone()
    return min(found[0], world.created_at) if found else world.created_at


def _told(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%-d %B %Y, %H:%M UTC")
