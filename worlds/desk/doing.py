"""Carrying an act out: the world is brought to now, then the verb is done as the game master, who says why."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.conf import settings

from heroes.services.journal import Refused
from heroes.sim.lexicon import STEPS_A_DAY
from herotycoon.pg.hand import by
from herotycoon.pg.route import ENGINE, through
from herotycoon.pg.scope import as_game_master
from worlds import nearing, tasks
from worlds.desk.acts import ACTS, AHEAD
from worlds.models import World
from worlds.services.creation import FASTEST
from worlds.services.inputs import act


def carry_out(user: UUID, world: UUID, name: str, args: dict[str, Any], because: str) -> None:
    """Do an act of ``ACTS``. Raises ``Refused``, also where the world cannot be brought to now in time."""
    near = nearing.bring_near(world, settings.API_CATCH_UP_SECONDS)
    if not near.there:
        tasks.catch_up_soon(world)
        raise Refused(f"this world is still catching up, {near.left:,} half hours are left; nothing was done")
    if name == AHEAD:
        _ahead(user, world, args["days"], because)
        return
    with _hand(user, because):
        act(world, ACTS[name].verb, **args)


def _ahead(user: UUID, world: UUID, days: int, because: str) -> None:
    """Send a world ahead: at the fastest pace meanwhile, so that its clock has little to make up for afterwards."""
    with _hand(user, because):
        row = World.objects.only("step", "time_scale").get(pk=world)
        if row.time_scale != FASTEST:
            act(world, "time_scale", time_scale=FASTEST)
    hand = {"who": str(user), "because": because}
    with through(ENGINE):
        told = tasks.fast_forward_soon(world, row.step + days * STEPS_A_DAY, row.time_scale, hand)
    if told:
        return
    if row.time_scale != FASTEST:
        with _hand(user, because):
            act(world, "time_scale", time_scale=row.time_scale)
    raise Refused("no worker can be told to do it; see that the broker runs, then try again")


@contextmanager
def _hand(user: UUID, because: str) -> Iterator[None]:
    with as_game_master(user, f"to act: {because}"), by({"who": str(user), "because": because}):
        yield
