"""What heroes will decide, if nothing comes in between: the engine run ahead in memory, of which nothing is kept.

The life of a world follows from its seed and its inputs, so that what is foreseen is what will be, until somebody does
something to the world.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from heroes.sim.choice import Decisions
from herotycoon.pg.bulk import raw_cursor
from worlds.rows.assemble import assemble
from worlds.rows.load import load
from worlds.rows.minds import in_order
from worlds.services.snapshot import snapshot
from worlds.sim.step import run

I64 = NDArray[np.int64]
MOST_DECISIONS = 2_000
"""Foreseen at a time, or little more: a crowded world is seen less far ahead."""


@dataclass(frozen=True)
class Foreseen:
    """``n`` decisions in the order in which they will be made: by the heroes ``number`` (n,) at the steps ``step`` (n,).

    ``counselled`` (n,): whether the hero has counsel already, for this step or one after the world's present one.
    """

    decisions: Decisions
    number: I64
    step: I64
    counselled: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.step)


def foresee(world: UUID, until: int) -> Foreseen | None:
    """The decisions of a world after its present step, up to ``until``; None where there are none.

    Raises ``Unsimulable`` where a world's data make no sense.
    """
    with snapshot(brief=True):
        batch, _ = assemble(load(raw_cursor(), [world]))
    counselled = batch.influence.counsel_step > batch.worlds.step[batch.heroes.world]
    batch.worlds.target[:] = np.maximum(until, batch.worlds.step)
    run(batch, MOST_DECISIONS)
    log = batch.log
    if not log.decisions:
        return None
    hero = np.concatenate(log.deciders)
    return Foreseen(
        decisions=in_order(log.decisions),
        number=batch.heroes.number[hero],
        step=np.concatenate(log.decided),
        counselled=counselled[hero],
    )
