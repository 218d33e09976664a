"""The best option is chosen; the strongest of the others is remembered."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from heroes.sim.context import Context
from heroes.sim.contributions import Options, breakdown, weigh
from heroes.sim.rules import Rules

I32 = NDArray[np.int32]
_NEVER = np.int32(-(2**31))


@dataclass
class Decisions:
    """``n`` decisions: what was seen, what was possible, what was chosen, what was not, and why.

    ``rejected`` is −1 where there was only one option. ``weights``, ``against`` (n, len(CONTRIBUTIONS)) are the
    contributions of the chosen and of the rejected option; each row sums to the option's utility.
    """

    context: Context
    possible: NDArray[np.bool_]
    utility: I32
    chosen: NDArray[np.intp]
    rejected: NDArray[np.intp]
    weights: I32
    against: I32

    def __len__(self) -> int:
        return len(self.chosen)

    def take(self, rows: NDArray[np.intp]) -> Decisions:
        """Some of them, copied."""
        arrays = {f.name: getattr(self, f.name)[rows] for f in fields(self) if f.name != "context"}
        return Decisions(context=self.context.take(rows), **arrays)


def best(options: Options) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """(n,) codes of the best and of the second-best possible option; ties go to the lower code."""
    rows = np.arange(len(options.utility))
    ranked = np.where(options.possible, options.utility, _NEVER)
    chosen = ranked.argmax(axis=1)
    ranked[rows, chosen] = _NEVER
    rejected = ranked.argmax(axis=1)
    rejected[~options.possible[rows, rejected] | (rejected == chosen)] = -1
    return chosen, rejected


def decide(ctx: Context, chance: I32, rules: Rules) -> Decisions:
    """Weigh and choose, for ``n`` heroes at once."""
    options = weigh(ctx, chance, rules)
    chosen, rejected = best(options)
    return Decisions(
        context=ctx,
        possible=options.possible,
        utility=options.utility,
        chosen=chosen,
        rejected=rejected,
        weights=breakdown(ctx, options, chosen, rules),
        against=breakdown(ctx, options, rejected, rules),
    )
