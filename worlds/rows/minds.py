"""The decisions of a bite, put into JSON and words a part at a time, while the server stores the part before."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.choice import Decisions
from worlds.rows import thoughts
from worlds.rows.roll import Roll
from worlds.rows.thoughts import Thoughts
from worlds.sim.log import joined
from worlds.sim.state import Batch

I64 = NDArray[np.int64]


@dataclass
class Minds:
    """``d`` decisions in the order in which they were made; ``hero`` (d,) positions, ``step`` (d,)."""

    batch: Batch
    names: list[str]
    parts: list[Decisions]
    hero: I64
    step: I64

    @classmethod
    def of(cls, batch: Batch, roll: Roll) -> Minds:
        """Everything that was decided in a bite."""
        none = np.zeros(0, dtype=np.int64)
        return cls(
            batch=batch,
            names=[row.name for row in roll.rows.heroes],
            parts=[_joined(batch.log.decisions)] if batch.log.decisions else [],
            hero=np.concatenate([none, *batch.log.deciders]),
            step=np.concatenate([none, *batch.log.decided]),
        )

    def told(self, at: I64) -> Thoughts:
        """(n,) the decisions at these positions."""
        if not len(at):
            return Thoughts([], [], [], [], [])
        decisions, hero = self.parts[0].take(at), self.hero[at]
        who = decisions.context["company"].astype(np.int64)
        first = self.batch.worlds.first_hero[self.batch.heroes.world[hero]]
        company = [self.names[one - 1] if one else "" for one in np.where(who > 0, first + who, 0).tolist()]
        return thoughts.told(
            decisions, company, thoughts.seats(self.batch.heroes.number[hero], self.step[at])
        )


def _joined(parts: list[Decisions]) -> Decisions:
    context = joined([part.context for part in parts])
    names = [name for name in Decisions.__dataclass_fields__ if name != "context"]
    return Decisions(
        context=context, **{name: np.concatenate([getattr(part, name) for part in parts]) for name in names}
    )
