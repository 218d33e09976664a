"""The smallest change that would have flipped a decision, of one thing at a time.

Every value that a lever could have had is tried, all of them in one batch of the engine's own scoring, with the dice
of that moment: what is told is what would have happened. A change of mood or of trust may also make something possible
that was not, and does so here as it would have then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import Context, F
from heroes.sim.lexicon import ACTIONS, TRAITS
from heroes.sim.rules import PILLARS
from worlds.rows.thoughts import context_of
from worlds.services import recompute
from worlds.services.explain import Explanation

LEVERS = (*PILLARS, "mood", *TRAITS)
"""What is tried, in this order; of two changes as small, the first is named."""
HIGHEST = 100
_VALUES = HIGHEST + 1
_COLUMNS = np.array([F[name] for name in LEVERS])


@dataclass(frozen=True)
class Flip:
    """With ``value`` of a lever in place of ``was``, ``action`` would have been chosen."""

    lever: str
    was: int
    value: int
    action: str

    @property
    def change(self) -> int:
        """Points, with their sign."""
        return self.value - self.was

    def document(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "lever": self.lever,
            "was": self.was,
            "value": self.value,
            "change": self.change,
            "action": self.action,
        }


@dataclass(frozen=True)
class Flips:
    """What would have changed a decision: a flip for each lever that could, in the order of ``LEVERS``.

    ``firm`` are the levers that could not, at any value from 0 to 100. Where ``reason`` says why the decision cannot be
    recomputed, nothing is known of either.
    """

    chosen: str
    flips: list[Flip] = field(default_factory=list)
    firm: list[str] = field(default_factory=list)
    reason: str = ""

    @property
    def smallest(self) -> Flip | None:
        """The one that asks for the least."""
        return min(self.flips, key=lambda flip: abs(flip.change), default=None)

    def document(self) -> dict[str, Any]:
        """As plain values."""
        return {
            "chosen": self.chosen,
            "flips": [flip.document() for flip in self.flips],
            "firm": self.firm,
            "smallest": self.smallest.document() if self.smallest else None,
            "reason": self.reason,
        }


def flips(explanation: Explanation) -> Flips:
    """What would have changed a decision that was explained. Asks the database nothing."""
    one = explanation.stored
    if explanation.differs:
        return Flips(one.chosen, reason=explanation.differs)
    return flips_of(one.context, explanation.seed, one.number, one.started, one.rules_version, one.chosen)


def flips_of(
    context: Mapping[str, Any], seed: int, number: int, step: int, version: int, chosen: str
) -> Flips:
    """The same from what is stored: the context, in either shape; the world's seed; the hero's number; the first step."""
    try:
        seen = context_of([context])
        anew = recompute.choices(_tried(seen), seed, number, step, version)
    except (LookupError, ValueError, TypeError, OverflowError, AttributeError) as error:
        return Flips(chosen, reason=f"it cannot be recomputed: {error!r}")
    before = int(anew[-1])
    if ACTIONS[before] != chosen:
        return Flips(chosen, reason=f"recomputing chooses {ACTIONS[before]}")
    return _found(seen.look[0, _COLUMNS], anew[:-1].reshape(len(LEVERS), _VALUES), before)


def _tried(seen: Context) -> Context:
    """(levers × values + 1,) contexts that differ from the one in a single number each, and the one itself."""
    count = len(LEVERS) * _VALUES
    each = seen.take(np.zeros(count + 1, dtype=np.intp))
    each.look[np.arange(count), np.repeat(_COLUMNS, _VALUES)] = np.tile(np.arange(_VALUES), len(LEVERS))
    return each


def _found(was: NDArray[np.int32], chosen: NDArray[np.intp], before: int) -> Flips:
    """From ``chosen`` (levers, values): the value nearest to what was; of two as near, the higher."""
    distance = np.abs(np.arange(_VALUES) - was[:, None]) * 2 - (np.arange(_VALUES) > was[:, None])
    distance[chosen == before] = np.iinfo(distance.dtype).max
    nearest = distance.argmin(axis=1)
    turned = (chosen != before).any(axis=1)
    return Flips(
        chosen=ACTIONS[before],
        flips=[
            Flip(LEVERS[at], int(was[at]), int(nearest[at]), ACTIONS[chosen[at, nearest[at]]])
            for at in np.flatnonzero(turned).tolist()
        ],
        firm=[LEVERS[at] for at in np.flatnonzero(~turned).tolist()],
    )
