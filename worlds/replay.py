"""A world lived again: a twin from the same seed, given the same inputs at the same moments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F

from heroes.choices import ActivityKind
from herotycoon.pg.route import alias
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.services.history import by_hands
from worlds.services.inputs import act
from worlds.services.ledger import Opening
from worlds.services.snapshot import snapshot
from worlds.tick import tick

Progress = Callable[[int], None]


class Input(NamedTuple):
    """Something that a master did, as the log has it."""

    step: int
    verb: str
    args: dict[str, Any]


@dataclass(frozen=True)
class Replayed:
    """The two fingerprints, which should be one."""

    original: str
    twin: str
    step: int

    @property
    def equal(self) -> bool:
        """Whether the twin lived the same life."""
        return self.original == self.twin


def replay(world: World, to_step: int | None = None, progress: Progress | None = None) -> Replayed:
    """Let a twin live the life of ``world`` up to ``to_step`` (default: all of it) and compare fingerprints.

    Where the twin stops earlier than the world stands, histories up to that step are compared instead of states;
    where the world's first years were dropped, what came after.
    The world is read at once, so that it may live on meanwhile. The twin is never committed: nobody sees it, no
    other tick moves it, and nothing is left of it, whatever happens.
    """
    with snapshot():
        world.refresh_from_db()
        until = _until(world, to_step)
        compared = None if until == world.step else until
        start = Opening.of(world.id).step
        original, inputs = fingerprint(world.id, compared, start), _inputs(world, until)
    with transaction.atomic(using=alias()):
        twin = _twin(world)
        _live(twin, inputs, until, progress)
        copy = fingerprint(twin.id, compared, start)
        transaction.set_rollback(True)
    return Replayed(original, copy, until)


def _until(world: World, to_step: int | None) -> int:
    until = world.step if to_step is None else to_step
    if not 0 <= until <= world.step:
        raise ValueError(
            f"the world is at step {world.step:,}; a replay goes to a step from 0 to there, not {until:,}"
        )
    return until


def _inputs(world: World, until: int) -> list[Input]:
    return [
        Input(one.step, one.data["input"], one.data["args"])
        for one in by_hands(world.id, until)
        if one.kind == ActivityKind.INPUT
    ]


def _twin(world: World) -> World:
    options = world.settings
    return create_world(
        owner=world.owner,
        name=f"Twin of {world.name}"[:80],
        seed=options["seed"],
        heroes=options["heroes"],
        time_scale=options["time_scale"],
        now=world.created_at,
    )


def _live(twin: World, inputs: list[Input], until: int, progress: Progress | None) -> None:
    for one in inputs:
        tick({twin.id: one.step}, progress)
        act(twin.id, one.verb, **one.args)
    World.objects.filter(id=twin.id, status="paused").update(status="running", revision=F("revision") + 1)
    tick({twin.id: until}, progress)
