"""Makes stored decisions anew: from what was seen, the dice of the world, and the rules of that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heroes.sim.choice import Decisions, best, decide
from heroes.sim.context import Context
from heroes.sim.contributions import CHANCE_SPREAD, breakdown, weigh
from heroes.sim.lexicon import ACTIONS, CONTRIBUTIONS
from heroes.sim.rules import Rules, rules
from worlds.rows.thoughts import context_of
from worlds.sim.deciding import CHANCE
from worlds.sim.dice import Dice, keys

I64 = NDArray[np.int64]


def whims(seed: int, number: I64, step: I64) -> NDArray[np.int32]:
    """(n, A) the contribution of chance for heroes (n,) who decide at steps (n,), in thousandths."""
    dice = Dice.at(keys(np.full(len(number), seed, dtype=np.int64), number), step)
    return dice.bell(len(ACTIONS), CHANCE_SPREAD, CHANCE)


def anew(contexts: Sequence[Mapping[str, Any]], seed: int, number: I64, step: I64, version: int) -> Decisions:
    """The same n decisions once more. Raises ``UnknownRules``; KeyError and the like for contexts out of shape."""
    return by(rules(version), context_of(contexts), seed, number, step)


def by(followed: Rules, contexts: Context, seed: int, number: I64, step: I64) -> Decisions:
    """The same n decisions by any rules, the dice being those of their moment."""
    return decide(contexts, whims(seed, number, step), followed)


def choices(contexts: Context, seed: int, number: int, step: int, version: int) -> NDArray[np.intp]:
    """(n,) what one decision would have been under n contexts, the dice being the same in all of them; raises
    ``UnknownRules``.
    """
    chance = whims(seed, np.array([number]), np.array([step]))
    chosen, _ = best(weigh(contexts, np.repeat(chance, len(contexts), axis=0), rules(version)))
    return chosen


def parts(
    context: Mapping[str, Any], seed: int, number: int, step: int, version: int, actions: Sequence[str]
) -> dict[str, dict[str, int]]:
    """{option: {contribution: thousandths}} of one decision, zeros left out."""
    codes = np.array([ACTIONS.index(name) for name in actions], dtype=np.intp)
    each = context_of([context] * len(codes))
    chance = whims(seed, np.full(len(codes), number), np.full(len(codes), step))
    followed = rules(version)
    table = breakdown(each, weigh(each, chance, followed), codes, followed)
    return {
        name: {CONTRIBUTIONS[at]: int(row[at]) for at in np.flatnonzero(row).tolist()}
        for name, row in zip(actions, table, strict=True)
    }
