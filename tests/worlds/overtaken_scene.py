"""What the tests of overtaken share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from heroes.models import Hero
from worlds.models import World
from worlds.sim.state import Batch
from worlds.sim.step import run

RICHER = "UPDATE heroes SET gold = gold + 1000, version = version + 1 WHERE world_id = %s AND number = 0"


@contextmanager
def between_load_and_write(*deeds: Callable[[], object]) -> Iterator[list[int]]:
    """In the block, the first bites are each disturbed by a deed; gives the steps at which bites began."""
    left, begun = list(deeds), []

    def disturbed(batch: Batch, most: int) -> None:
        begun.append(int(batch.worlds.step.min()))
        if left:
            left.pop(0)()
        run(batch, most)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("worlds.tick.run", disturbed)
        yield begun


def gold(world: World, number: int = 0) -> int:
    return Hero.objects.get(world=world, number=number).gold
