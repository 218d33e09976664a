"""A world lived again: a twin from the same seed, given the same inputs at the same moments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import F

from herotycoon.pg.hand import HAND, by
from herotycoon.pg.route import alias
from worlds.models import World
from worlds.services import edits
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.services.history import BY_HAND, Done, by_hands
from worlds.services.inputs import act
from worlds.services.ledger import opening_step
from worlds.services.memories import FIRST_RULES
from worlds.services.snapshot import snapshot
from worlds.tick import tick

Progress = Callable[[int], None]


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
        start = opening_step(world.id)
        original, inputs = fingerprint(world.id, compared, start), by_hands(world.id, until)
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


def _twin(world: World) -> World:
    options = world.settings
    return create_world(
        owner=world.owner,
        name=f"Twin of {world.name}"[:80],
        seed=options["seed"],
        heroes=options["heroes"],
        time_scale=options["time_scale"],
        now=world.created_at,
        rules_version=options.get("rules_version", FIRST_RULES),
    )


def _live(twin: World, inputs: list[Done], until: int, progress: Progress | None) -> None:
    for one in inputs:
        tick({twin.id: one.step}, progress)
        _redo(twin.id, one)
    World.objects.filter(id=twin.id, status="paused").update(status="running", revision=F("revision") + 1)
    tick({twin.id: until}, progress)


def _redo(world: UUID, one: Done) -> None:
    """Do once more, to another world at the same step, what a master did or a hand changed."""
    with by(one.data.get(HAND, {})):
        if BY_HAND in one.data:
            edits.enter(world, one)
        elif "edit" in one.data:
            edits.redo(world, one.data["edit"], one.hero)
        else:
            act(world, one.data["input"], **one.data["args"])
