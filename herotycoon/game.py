"""The game, handed to the manners of the API: nothing below imports upward."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from heroes.services.journal import Refused
from herotycoon.accounts.services.forgotten import BadCode
from herotycoon.accounts.services.registration import NameTaken
from herotycoon.api import ports
from herotycoon.api.documents import Moment, Place
from herotycoon.api.problems import told_as
from herotycoon.pg.quick import Columns
from herotycoon.pg.route import here
from worlds import nearing, tasks
from worlds.models import World
from worlds.services import heat, inputs
from worlds.services.creation import InvalidOption
from worlds.services.hero_page import hero_page
from worlds.services.moments import game_time, real_time
from worlds.services.owning import WorldsEnough
from worlds.services.prose.deeds import Map
from worlds.services.report.since import BadSince

_WORLD = Columns(World)
_OF_A_WORLD = f"SELECT {_WORLD.asked('w')} FROM worlds AS w WHERE w.id = %s"  # noqa: S608 - names of our own columns


def hand_in() -> None:
    """Let the API play this game, and say how its refusals are told."""
    ports.play(
        ports.Game(
            world=_world,
            behind=nearing.behind,
            bring_near=nearing.bring_near,
            send_for=tasks.catch_up_soon,
            warm=_warm,
            act=_act,
            moment=_moment,
            place=_place,
            places=_places,
            hero_page=hero_page,
        )
    )
    told_as("refused", Refused, NameTaken, WorldsEnough, InvalidOption, BadSince, BadCode)


def _world(world: UUID) -> World:
    with here().cursor() as cursor:
        cursor.execute(_OF_A_WORLD, [world])
        return _WORLD.instance(cursor.fetchone())


def _warm(world: World) -> None:
    """Most requests find it warm in the row that they have read."""
    if not heat.warm_enough(world.hot_until):
        heat.warm(world.pk)


def _act(world: UUID, verb: str, **args: Any) -> dict[str, Any]:
    """What came of it, with the id of the entry that tells of it."""
    done = inputs.do(world, verb, **args)
    return done.answer | {"activity": done.activity}


def _moment(world: World, step: int) -> Moment:
    """Steps before the clock was last set are told by the present pace; the log has the real times of what happened."""
    return Moment(step=step, game_at=game_time(step), real_at=real_time(world, step))


def _places(world: World) -> list[str]:
    return Map.of(world.data).names


def _place(world: World, number: int) -> Place:
    names = _places(world)
    return Place(number=number, name=names[number] if 0 <= number < len(names) else "parts unknown")
