"""The decision core alone, on one core, without a database; and the rival beside it."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

import numpy as np
from numpy.typing import NDArray

from heroes.sim import choice
from heroes.sim.choice import Decisions
from heroes.sim.context import VECTORS, Context
from heroes.sim.contributions import CHANCE_SPREAD
from heroes.sim.lexicon import CONTRIBUTIONS, Action
from heroes.sim.rules import Rules
from worlds.benchmark.budgets import CORE, CORE_RIVAL, Measured
from worlds.benchmark.clock import OWN, seconds, spread
from worlds.benchmark.rival import Agent, Choice
from worlds.benchmark.sizes import HEROES, Size
from worlds.benchmark.village import in_memory
from worlds.sim.clock import STEPS_A_DAY
from worlds.sim.deciding import CHANCE
from worlds.sim.dice import Dice
from worlds.sim.log import Log
from worlds.sim.state import Batch
from worlds.sim.step import run

NEVER = 2**62
"""More decisions than a run makes."""


@dataclass
class Moment:
    """Heroes who decided together: what they saw, their dice, and what the engine made of it at the time."""

    context: Context
    dice: Dice
    made: Decisions

    def chance(self) -> NDArray[np.int32]:
        """Roll their dice."""
        return self.dice.bell(len(Action), CHANCE_SPREAD, CHANCE)

    def decide(self, rules: Rules) -> Decisions:
        """Roll and choose again."""
        return choice.decide(self.context, self.chance(), rules)


def measure(size: Size) -> dict[str, Measured]:
    """Decisions per second of one core's time."""
    batch = in_memory(size.core_worlds)
    _live(batch, 2)
    whole, counts = [], []
    for _ in range(size.core_repeats):
        whole.append(seconds(lambda: _live(batch, 1), OWN))
        counts.append(batch.log.decision_count)
    day = moments(batch)
    made = sum(len(moment.made) for moment in day)
    alone = [seconds(lambda: [one.decide(batch.rules) for one in day], OWN) for _ in range(size.core_repeats)]
    plain = _rival(day, size.rival_decisions)
    engine = made / median(alone)
    stepping = [count / span for count, span in zip(counts, whole, strict=True)]
    return {
        CORE: Measured(engine, {
            "decisions": made,
            "heroes_deciding_together": round(made / len(day)),
            "heroes": size.core_worlds * HEROES,
            "spread": spread(alone),
            "whole_step_in_memory_per_s": round(median(stepping)),
            "whole_step_spread": spread(stepping),
        }),
        CORE_RIVAL: Measured(engine / plain, {
            "plain_python_per_s": round(plain), "decisions_compared": min(size.rival_decisions, made), "same": True,
        }),
    }  # fmt: skip


def _live(batch: Batch, days: int) -> None:
    """Let days pass, with a fresh log."""
    batch.log = Log()
    batch.worlds.target += days * STEPS_A_DAY
    run(batch, NEVER)


def moments(batch: Batch) -> list[Moment]:
    """The decisions in the log of a batch, each with what it was made from."""
    log, key = batch.log, batch.worlds.hero_key
    return [
        Moment(made.context, Dice.at(key[hero], step), made)
        for made, hero, step in zip(log.decisions, log.deciders, log.decided, strict=True)
    ]


def agents(moment: Moment) -> list[Agent]:
    """The heroes of a moment as objects."""
    context = moment.context
    columns = (context.look, *(getattr(context, name) for name in VECTORS), moment.chance())
    return [Agent(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _rival(day: list[Moment], most: int) -> float:
    """Decisions per second of plain objects, after seeing that they choose as the engine does."""
    crowd: list[Agent] = []
    for moment in day:
        some = agents(moment)[: most - len(crowd)]
        crowd += some
        differing = differences(moment, [agent.decide() for agent in some])
        if differing:
            raise AssertionError(f"the plain objects choose differently: {differing[0]}")
        if len(crowd) >= most:
            break
    return len(crowd) / median(seconds(lambda: [agent.decide() for agent in crowd], OWN) for _ in range(3))


def differences(moment: Moment, choices: list[Choice]) -> list[str]:
    """Where plain choices differ from the engine's decisions, in any number."""
    out = []
    for row, plain in enumerate(choices):
        made = moment.made
        possible = np.flatnonzero(made.possible[row]).tolist()
        engine = (
            int(made.chosen[row]),
            int(made.rejected[row]),
            dict(zip(possible, made.utility[row][possible].tolist(), strict=True)),
            _named(made.weights[row]),
            _named(made.against[row]),
        )
        rejected = -1 if plain.rejected is None else int(plain.rejected)
        utilities = {int(action): utility for action, utility in plain.utilities.items()}
        rival = (int(plain.chosen), rejected, utilities, _told(plain.why), _told(plain.why_not))
        if engine != rival:
            out.append(f"{engine} is not {rival}")
    return out


def _named(weights: NDArray[np.int32]) -> dict[str, int]:
    return {name: weight for name, weight in zip(CONTRIBUTIONS, weights.tolist(), strict=True) if weight}


def _told(terms: dict[str, int]) -> dict[str, int]:
    return {name: weight for name, weight in terms.items() if weight}
