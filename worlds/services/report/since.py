"""From when a report tells: a real time becomes the last step that had passed by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.utils import timezone

from herotycoon.accounts.models import UserSession
from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.ledger import BIRTH, opening_step
from worlds.sim import clock

_BEFORE = """
(SELECT step, seq, real_at FROM activity_log WHERE world_id = %(world)s AND step <= %(step)s
 ORDER BY step DESC, seq DESC LIMIT 1)
UNION ALL
(SELECT old.step, old.seq, old.real_at
 FROM activity_archive packed CROSS JOIN LATERAL unpacked_activities(packed, -1, %(step)s) AS old
 WHERE packed.world_id = %(world)s
   AND packed.week = (SELECT max(week) FROM activity_archive
                      WHERE world_id = %(world)s AND week <= %(step)s / 336 AND steps[1] <= %(step)s))
ORDER BY step DESC, seq DESC LIMIT 1
"""
_AFTER = """
(SELECT step, seq, real_at FROM activity_log WHERE world_id = %(world)s AND step > %(step)s ORDER BY step, seq LIMIT 1)
UNION ALL
(SELECT old.step, old.seq, old.real_at
 FROM activity_archive packed CROSS JOIN LATERAL unpacked_activities(packed, %(step)s, 2147483647) AS old
 WHERE packed.world_id = %(world)s
   AND packed.week = (SELECT min(week) FROM activity_archive
                      WHERE world_id = %(world)s AND week >= %(step)s / 336
                        AND steps[cardinality(steps)] > %(step)s))
ORDER BY step, seq LIMIT 1
"""
"""The rows next to the end of a step: in the log, or in the one archived week that can have them."""


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
        return _kept(world, Since(step_at(world, visit) if (visit := last_visit(world)) else BIRTH))
    now = timezone.now()
    if moment > now:
        raise BadSince(f"{_told(moment)} is still to come; it is {_told(now)}.")
    born = _born(world)
    if moment < born:
        return _kept(
            world, Since(BIRTH, f"The world was born only on {_told(born)}; this is all of its life.")
        )
    return _kept(world, Since(step_at(world, moment)))


def _kept(world: World, wanted: Since) -> Since:
    """As far back as wanted, or to where the history begins that is kept."""
    opening = opening_step(world.pk)
    if wanted.step >= opening:
        return wanted
    after = _next_to(world.pk, opening, _AFTER)
    when = _told(after[1]) if after else f"step {opening}"
    return Since(opening, f"What happened before {when} is no longer kept here; this starts then.")


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
    passed, possible = BIRTH, most
    while passed < possible:
        middle = (passed + possible + 1) // 2
        last = _next_to(world, middle, _BEFORE)
        if last is None or last[1] <= moment:
            passed = middle
        else:
            possible = last[0] - 1
    if passed < 0:
        return passed
    before, after = _next_to(world, passed, _BEFORE), _next_to(world, passed, _AFTER)
    return passed if before is None or after is None else _between(before, after, moment)


def _next_to(world: UUID, step: int, query: str) -> Logged | None:
    """The last row of the history up to the end of a step, or the first after it."""
    with here().cursor() as cursor:
        cursor.execute(query, {"world": world, "step": step})
        row = cursor.fetchone()
    return None if row is None else (row[0], row[2])


def _between(before: Logged, after: Logged, moment: datetime) -> int:
    """The step at a time between two rows of the log, where the clock went evenly: its changes are logged."""
    share = (moment - before[1]) / (after[1] - before[1])
    return min(before[0] + int(share * (after[0] - before[0])), after[0] - 1)


def _born(world: World) -> datetime:
    if world.anchor_step == 0:
        return world.anchor_real
    first = _next_to(world.pk, BIRTH, _AFTER)
    return min(first[1], world.created_at) if first else world.created_at


def _told(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%-d %B %Y, %H:%M UTC")
