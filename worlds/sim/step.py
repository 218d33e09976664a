"""One step of the world: thirty minutes in many worlds at once. Read this page first.

A step is the smallest unit of world time and the same whichever way it is computed: alone or among five hundred worlds,
in one tick or in a thousand. Nothing here knows a clock, a database or a generator of random numbers with a memory.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import Status
from worlds.sim import deciding, economy, events
from worlds.sim.ending import end
from worlds.sim.log import ORDER_OUTCOMES, Entries
from worlds.sim.state import Batch

I64 = NDArray[np.int64]


def step(batch: Batch) -> None:
    """Move every world of the batch that is not yet at its target by one step."""
    moving = _move_clocks(batch)

    events.turn(batch, moving)  # what comes over the world begins and ends
    economy.day(batch, moving)  # the guild's daily business

    due = _welcome(batch, _due(batch, moving))
    if not len(due):
        return
    dice = batch.dice(due)
    entries = end(batch, due, dice)  # what each activity brought: yields, wages, bonds, growth
    failed = deciding.decide(batch, due, dice)  # look around, weigh, choose, begin
    _tell(batch, entries, failed)


def awaken(batch: Batch) -> None:
    """The first moment of newborn worlds: notices on the board, and everybody's first decision."""
    economy.open_board(batch, np.arange(len(batch.worlds.step)))
    wake(batch, np.arange(len(batch.heroes)))


def wake(batch: Batch, hero: I64) -> None:
    """The first decision of newborn heroes."""
    deciding.decide(batch, hero, batch.dice(hero))
    batch.heroes.touched[hero] = True


def run(batch: Batch, most_decisions: int) -> None:
    """Step until every world is at its target, or about so many decisions have been made."""
    w = batch.worlds
    while (w.step < w.target).any() and batch.log.decision_count < most_decisions:
        step(batch)


def _move_clocks(batch: Batch) -> I64:
    w = batch.worlds
    moving = np.flatnonzero(w.step < w.target)
    w.step[moving] += 1
    w.seq[moving] = 0
    return moving


def _due(batch: Batch, moving: I64) -> I64:
    """Heroes whose activity ends now (or should have, had nobody meddled), by world and number."""
    h, w = batch.heroes, batch.worlds
    awake = np.zeros(len(w.step), dtype=bool)
    awake[moving] = True
    return np.flatnonzero((h.until <= w.step[h.world]) & awake[h.world] & (h.status != Status.GONE))


def _welcome(batch: Batch, due: I64) -> I64:
    """Those who are due and have decided something before; the others, whom another hand made, wake and decide."""
    new = batch.heroes.thought[due] < -len(batch.heroes)
    if new.any():
        wake(batch, due[new])
        due = due[~new]
    return due


def _tell(batch: Batch, entries: Entries, failed: I64) -> None:
    """Give each entry its place within the step, tell of orders that became impossible, hand all to the log."""
    entries.order = np.where(failed > 0, failed, entries.order)
    entries.order_outcome = np.where(failed > 0, ORDER_OUTCOMES.index("failed"), entries.order_outcome)
    w, world = batch.worlds, batch.heroes.world[entries.hero]
    entries.seq = w.seq[world] + np.arange(len(world)) - np.searchsorted(world, world)
    w.seq += np.bincount(world, minlength=len(w.seq))
    batch.log.tell(entries)
