"""Holding a world still: its lock, its clock, and the next place in its log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np
from django.db import OperationalError
from django.db.models import F
from django.utils import timezone

from heroes.services.journal import Moment, Refused
from herotycoon.pg.bulk import together
from herotycoon.pg.quick import Taking
from herotycoon.pg.route import here
from worlds.models import Guild, World
from worlds.rows.lines import EPOCH
from worlds.sim import clock
from worlds.sim.dice import WORLD_ITSELF, Dice, keys

YIELDS_AFTER = "2s"
"""How long an input waits for a row that somebody else holds."""
LOCK_NOT_AVAILABLE = "55P03"
_THE_WORLD, _ITS_GUILD = Taking(World, "id"), Taking(Guild, "world_id")


@dataclass
class Held:
    """A world that we hold the lock of, its guild, and the present moment."""

    world: World
    guild: Guild
    now: Moment

    def dice(self, number: int = WORLD_ITSELF) -> Dice:
        """The dice of a hero (or of the world itself) at this very moment; the place in the log is part of the key."""
        key = keys(np.array([self.world.seed]), np.array([number]))
        return Dice.at(key, np.array([self.now.step]), self.now.seq)


def game_time(step: int) -> datetime:
    """The game time of a step."""
    return EPOCH + timedelta(minutes=clock.STEP_MINUTES * step)


def real_time(world: World, step: int) -> datetime:
    """The real time of a step in the life of a world."""
    offset = clock.real_offset(step, world.anchor_step, world.time_scale)
    return world.anchor_real + timedelta(microseconds=offset)


def step_at(world: World, real: datetime) -> int:
    """The last step of a world at or before a real time, as its clock goes now."""
    elapsed = (real - world.anchor_real) // timedelta(microseconds=1)
    return world.anchor_step + clock.steps_within(elapsed, world.time_scale)


@contextmanager
def held(world: UUID, *, set_aside: bool = False) -> Iterator[Held]:
    """Lock a world for one input. What was noted within takes its place in the log when the block ends well.

    The caller has brought the world to now. Raises ``Refused`` for a world that was set aside (unless ``set_aside``), and
    where somebody else is changing a row that is needed: they hold it and want the world's, so that one of the two has
    to give way.
    """
    try:
        with together():
            yield from _held(world, set_aside)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) != LOCK_NOT_AVAILABLE:
            raise
        raise Refused("somebody else is changing this world at this very moment; try again") from error


def _held(world: UUID, set_aside: bool) -> Iterator[Held]:
    row = _THE_WORLD.one(world)
    if row is None:
        raise World.DoesNotExist(f"there is no world {world}")
    with here().cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [YIELDS_AFTER])
    if row.status == "set_aside" and not set_aside:
        raise Refused("this world was set aside; a game master has to look at it first")
    guild = _ITS_GUILD.one(world)
    if guild is None:
        raise Guild.DoesNotExist(f"world {world} has no guild")
    now = Moment(
        world=row.id,
        guild=guild.id,
        seed=row.seed,
        rules_version=row.rules_version,
        step=row.step,
        seq=row.seq,
        game_at=game_time(row.step),
        real_at=real_time(row, row.step),
    )
    yield Held(row, guild, now)
    World.objects.filter(id=world).update(seq=now.seq, revision=F("revision") + 1, updated_at=timezone.now())
