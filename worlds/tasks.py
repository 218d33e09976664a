"""What workers do: turn the worlds that are due. Every task is harmless when it comes twice, or late.

Beat says every minute that hot worlds are due, and every hour that cold ones are; batches of them are handed out, so that
several workers share the work. A world that is far behind is brought near by itself, a slice at a time, so that the
others need not wait for it.
"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from typing import Any
from uuid import UUID

from celery import shared_task
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from redis.exceptions import RedisError
from structlog.contextvars import bind_contextvars

from herotycoon.workers.errands import hand_over
from worlds import nearing
from worlds.models import World
from worlds.services import heat, leaving, pace, tales, telling

logger = logging.getLogger(__name__)
SLICE = 20.0
"""Seconds that a world may take at a time when it catches up."""
FIRST, LAST = 0, 9
"""Priorities, as Celery has them on Redis."""
UNDER_WAY = 600
"""Seconds for which a world counts as being caught up since it was last heard of."""


@shared_task(name="worlds.tick_due")
def tick_due(hot: bool) -> None:
    """Hand out the worlds that are behind, the hot ones or the cold, in batches that the next beat makes stale; no more
    of them than there is room for. Hot ones go first: a round of many cold ones takes longer than theirs is good for.
    """
    stale, priority = (settings.HOT_TICK_SECONDS, FIRST) if hot else (settings.COLD_TICK_SECONDS, LAST)
    for batch in heat.due(timezone.now(), hot=hot, most=pace.room(hot=hot)):
        advance.apply_async(([str(world) for world in batch],), expires=stale, priority=priority)


@shared_task(name="worlds.advance")
def advance(worlds: list[str]) -> None:
    """Bring a batch of worlds to now; those that are far behind are left to ``catch_up``."""
    began = time.monotonic()
    far, turned = nearing.advance([UUID(world) for world in worlds])
    seconds = time.monotonic() - began
    pace.note(seconds, turned.decisions)
    about = {
        "worlds": worlds,
        "steps": turned.steps,
        "decisions": turned.decisions,
        "seconds": round(seconds, 3),
    }
    logger.info("turned", extra=about)
    for world in far:
        catch_up_soon(world)


@shared_task(name="worlds.catch_up")
def catch_up(world: str) -> None:
    """Bring one world near to now for the length of a slice, and go on later where that is not enough."""
    bind_contextvars(world=world)
    try:
        near = nearing.bring_near(UUID(world), SLICE)
    except World.DoesNotExist:  # erased meanwhile
        return
    moved = near.step > near.began
    # Who holds a world that does not move will let go some day; the next beat asks again.
    more = moved and not near.there
    with suppress(RedisError):
        cache.touch(_mark(world), UNDER_WAY) if more else cache.delete(_mark(world))
    if more:
        catch_up.apply_async((world,), expires=UNDER_WAY)


def catch_up_soon(world: UUID) -> bool:
    """Ask for a world to be caught up by a worker, unless that is under way; False where nobody can be asked."""
    try:
        if not cache.add(_mark(world), 1, UNDER_WAY):
            return True
    except RedisError as error:
        logger.warning("nobody can be asked to catch up world %s: %s", world, error)
        return False
    if hand_over(catch_up.name, str(world), expires=UNDER_WAY):
        return True
    with suppress(RedisError):
        cache.delete(_mark(world))
    return False


@shared_task(name="worlds.fast_forward")
def fast_forward(world: str, until: int, pace: int, hand: dict[str, Any]) -> None:
    """Move a world ahead of its clock to a step, a slice at a time; then it has its old pace again."""
    try:
        near = nearing.leap(UUID(world), until, pace, hand, SLICE)
    except World.DoesNotExist:  # erased meanwhile
        return
    if near.there:
        with suppress(RedisError):
            cache.delete(_leap(world))
    else:
        fast_forward.delay(world, until, pace, hand)


def fast_forward_soon(world: UUID, until: int, pace: int, hand: dict[str, Any]) -> bool:
    """Ask a worker for it; False where nobody can be asked."""
    began = nearing.look(world).step
    try:
        cache.set(_leap(world), (began, until), UNDER_WAY)
    except RedisError as error:
        logger.warning("nobody can be asked to move world %s ahead: %s", world, error)
        return False
    return hand_over(fast_forward.name, str(world), until, pace, hand)


def under_way(world: UUID) -> nearing.Nearness:
    """Where a world stands on its way to now, or ahead of its clock where it was sent there."""
    try:
        leap: tuple[int, int] | None = cache.get(_leap(world))
    except RedisError:
        leap = None
    return nearing.look(world, *(leap or ()))


@shared_task(name="worlds.tell_due")
def tell_due() -> None:
    """Ask for better words for the worlds that somebody watches and that may buy them."""
    for world in telling.due():
        tell.apply_async((str(world),), expires=UNDER_WAY)


@shared_task(name="worlds.tell")
def tell(world: str) -> None:
    """Ask a storyteller for hire for what a world lacks. It may take minutes, and nobody waits for it."""
    telling.tell(UUID(world))


@shared_task(name=tales.TASK)
def tell_report(world: str, since: int) -> None:
    """Ask a storyteller for hire for the prose of a report; until it is there the template's is told."""
    tales.buy(UUID(world), since)


@shared_task(name="worlds.erase_the_marked")
def erase_the_marked() -> None:
    """Erase the people and worlds that are on their way out; what an earlier worker began is finished."""
    leaving.erase_the_marked()


def _leap(world: UUID | str) -> str:
    """The key in the cache that says from where to where a world was sent ahead of its clock."""
    return f"leaping:{world}"


def _mark(world: UUID | str) -> str:
    """The key in the cache that says that a world is being caught up."""
    return f"catching_up:{world}"
