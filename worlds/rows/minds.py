"""The decisions of a bite, put into JSON and words a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from heroes.sim.choice import Decisions
from worlds.rows import thoughts
from worlds.rows.roll import Roll
from worlds.rows.thoughts import Thoughts
from worlds.sim.log import joined
from worlds.sim.state import Batch


@dataclass
class Minds:
    """What went on in the heroes' minds: ``thoughts`` in the order in which decisions were made, up to the last page.

    Every decision needs its words once, be it logged in this bite or carried out of it.
    """

    batch: Batch
    names: list[str]
    thoughts: Thoughts = field(default_factory=Thoughts.none)
    heard: int = 0
    """parts of the log's decisions that are told"""

    @classmethod
    def of(cls, batch: Batch, roll: Roll) -> Minds:
        """Nothing told yet."""
        return cls(batch, [row.name for row in roll.rows.heroes])

    def listen(self) -> None:
        """Tell what was decided since."""
        log, heroes = self.batch.log, self.batch.heroes
        new = slice(self.heard, len(log.decisions))
        if new.start == new.stop:
            return
        self.heard = new.stop
        decisions, hero, step = (
            in_order(log.decisions[new]), np.concatenate(log.deciders[new]), np.concatenate(log.decided[new]),
        )  # fmt: skip
        who = decisions.context["company"].astype(np.int64)
        first = self.batch.worlds.first_hero[heroes.world[hero]]
        company = [self.names[one - 1] if one else "" for one in np.where(who > 0, first + who, 0).tolist()]
        self.thoughts.extend(thoughts.told(decisions, company, thoughts.seats(heroes.number[hero], step)))


def in_order(parts: list[Decisions]) -> Decisions:
    """Decisions of several moments, one after the other."""
    context = joined([part.context for part in parts])
    names = [name for name in Decisions.__dataclass_fields__ if name != "context"]
    return Decisions(
        context=context, **{name: np.concatenate([getattr(part, name) for part in parts]) for name in names}
    )
