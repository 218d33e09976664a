"""Carrying an act out: the world is brought to now, then the verb is done as the game master, who says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.conf import settings
from pydantic import SecretStr

from heroes.services.journal import Refused
from heroes.sim.lexicon import STEPS_A_DAY
from herotycoon.accounts.models import User
from herotycoon.pg.hand import by, hand
from herotycoon.pg.route import ENGINE, through
from herotycoon.pg.scope import as_game_master
from worlds import nearing, tasks
from worlds.desk.acts import ACTS, AHEAD, TELLER
from worlds.models import World
from worlds.services.api_keys import InvalidKey
from worlds.services.creation import FASTEST
from worlds.services.inputs import act
from worlds.services.tellers import TellerRefused, set_storyteller


def carry_out(user: UUID, world: UUID, name: str, args: dict[str, Any], because: str) -> None:
    """Do an act of ``ACTS``. Raises ``Refused``, also where the world cannot be brought to now in time."""
    near = nearing.bring_near(world, settings.API_CATCH_UP_SECONDS)
    if not near.there:
        tasks.catch_up_soon(world)
        raise Refused(f"this world is still catching up, {near.left:,} half hours are left; nothing was done")
    if name in _ERRANDS:
        _ERRANDS[name](user, world, because, **args)
        return
    with _hand(user, because):
        act(world, ACTS[name].verb, **args)


def _ahead(user: UUID, world: UUID, because: str, *, days: int) -> None:
    """Send a world ahead: at the fastest pace meanwhile, so that its clock has little to make up for afterwards."""
    with _hand(user, because):
        row = World.objects.only("step", "time_scale").get(pk=world)
        if row.time_scale != FASTEST:
            act(world, "time_scale", time_scale=FASTEST)
    with through(ENGINE):
        told = tasks.fast_forward_soon(
            world, row.step + days * STEPS_A_DAY, row.time_scale, hand(user, because)
        )
    if told:
        return
    if row.time_scale != FASTEST:
        with _hand(user, because):
            act(world, "time_scale", time_scale=row.time_scale)
    raise Refused("no worker can be told to do it; see that the broker runs, then try again")


def _teller(user: UUID, world: UUID, because: str, *, key: str, **chosen: str) -> None:
    """Say who writes the words: nothing that happens in the world, so that the record has it and the log does not."""
    with through(ENGINE):
        actor, secret = User.objects.get(pk=user), SecretStr(key) if key else None
        try:
            set_storyteller(world_id=world, actor=actor, secret=secret, because=because, **chosen)
        except (TellerRefused, InvalidKey) as error:
            raise Refused(str(error)) from error


_ERRANDS: dict[str, Callable[..., None]] = {AHEAD: _ahead, TELLER: _teller}


@contextmanager
def _hand(user: UUID, because: str) -> Iterator[None]:
    with as_game_master(user, f"to act: {because}"), by(hand(user, because)):
        yield
