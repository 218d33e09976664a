"""A world lived again: a twin from the same seed, given the same inputs at the same moments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F

from heroes.choices import ActivityKind
from heroes.models import Activity
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.services.inputs import act
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

    Where the twin stops earlier than the world stands, histories up to that step are compared instead of states.
    """
    until = world.step if to_step is None else to_step
    if not 0 <= until <= world.step:
        raise ValueError(
            f"the world is at step {world.step:,}; a replay goes to a step from 0 to there, not {until:,}"
        )
    World.objects.filter(owner=world.owner, settings__replay_of=str(world.id)).delete()
    twin = _twin(world)
    try:
        _live(world, twin, until, progress)
        whole = until == world.step
        return Replayed(
            original=fingerprint(world.id, None if whole else until),
            twin=fingerprint(twin.id, None if whole else until),
            step=until,
        )
    finally:
        World.objects.filter(id=twin.id).delete()


def _twin(world: World) -> World:
    options = world.settings
    twin = create_world(
        owner=world.owner,
        name=f"Twin of {world.name}"[:80],
        seed=options["seed"],
        heroes=options["heroes"],
        time_scale=options["time_scale"],
        now=world.created_at,
    )
    World.objects.filter(id=twin.id).update(settings=options | {"replay_of": str(world.id)})
    return twin


def _live(world: World, twin: World, until: int, progress: Progress | None) -> None:
    inputs = Activity.objects.filter(world=world, kind=ActivityKind.INPUT, step__lte=until).order_by(
        "step", "seq"
    )
    for row in inputs.values_list("step", "data", named=True).iterator():
        tick({twin.id: row.step}, progress)
        act(twin.id, row.data["input"], **row.data["args"])
    World.objects.filter(id=twin.id, status="paused").update(status="running", revision=F("revision") + 1)
    tick({twin.id: until}, progress)
