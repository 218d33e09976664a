"""What heroes keep in mind of what they lived through, and what brings it back to them when they look around."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from heroes.sim import memory
from heroes.sim.bonds import Moves
from heroes.sim.context import Context, F
from heroes.sim.lexicon import STEPS_A_DAY
from heroes.sim.memory import Impression, Life, Moment
from influence.sim import causes
from worlds.sim.log import CUTS, Entries
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
I32 = NDArray[np.int32]
_UNPAID, _BETRAYED = (1 << causes.LIVED.index(name) for name in ("wages_missed", "promise_broken"))
_COLLAPSE = CUTS.index("collapse")
_TIES = [F[name] for name in ("friendship", "romance", "mentor", "rivalry")]


def remember(batch: Batch, entries: Entries, moves: list[Moves]) -> None:
    """Keep what mattered of the activities that ended in this step, and of the bonds that began or ended with them."""
    if not batch.rules.remembers:
        return
    found = [*_of_lives(batch, entries), *_of_bonds(batch, moves)]
    if found:
        h = batch.heroes
        h.touched[memory.keep(h.memories, found)] = True


def _of_lives(batch: Batch, e: Entries) -> Iterator[Impression]:
    wronged = (e.cut == _COLLAPSE) | (e.causes & (_UNPAID | _BETRAYED) > 0)
    rows = np.flatnonzero(memory.memorable(e.satisfaction, e.hurt, e.trial, wronged))
    columns = (
        e.action,
        e.place,
        e.partner,
        e.quest,
        e.step,
        e.satisfaction,
        e.hurt,
        e.trial,
        e.cut,
        e.causes,
        e.hero,
    )
    told = zip(rows.tolist(), *(column[rows].tolist() for column in columns), strict=True)
    for row, action, place, partner, quest, step, satisfaction, hurt, trial, cut, felt, hero in told:
        life = Life(
            action,
            place,
            other=-1 if partner < 0 else int(batch.heroes.number[partner]),
            quest=0 if quest < 0 else int(batch.quests.number[quest]),
            step=step,
            satisfaction=satisfaction,
            hurt=hurt,
            trial=trial,
            collapsed=cut == _COLLAPSE,
            unpaid=felt & _UNPAID > 0,
            betrayed=felt & _BETRAYED > 0,
        )
        left = memory.of_life(life)
        if left:
            yield Impression(row, hero, left)


def _of_bonds(batch: Batch, moves: list[Moves]) -> Iterator[Impression]:
    """What both ends of bonds that began or ended remember of it."""
    bonds, number = batch.bonds, batch.heroes.number
    for some in moves:
        for row in np.flatnonzero(some.mark).tolist():
            bond, entry = int(some.bond[row]), int(some.entry[row]) - batch.log.entry_count
            ends = int(bonds.a[bond]), int(bonds.b[bond])
            for hero, other in (ends, ends[::-1]):
                told = int(bonds.kind[bond]), int(some.mark[row]), int(number[other]), int(some.step[row])
                left = memory.of_bond(*told)
                if left:
                    yield Impression(entry, hero, left)


def remind(batch: Batch, hero: I64, ctx: Context, spots: I64, offer: I64) -> None:
    """Put into the contexts (n,) what the moment brings back, and what that says of each action."""
    if not batch.rules.remembers:
        return
    now = batch.now(hero)
    at = Moment(
        now=now,
        spots=spots,
        goal=np.where(offer < 0, -1, batch.quests.place[offer]) if len(batch.quests) else offer,
        company=ctx["company"],
        foe=ctx["foe"],
        tie=np.abs(ctx.look[:, _TIES]).max(axis=1),
    )
    mind, ctx.remembered = memory.recall(batch.heroes.memories[hero], at)
    what, place, step = mind[:, memory.WHAT], mind[:, memory.PLACE], mind[:, memory.STEP]
    ctx["memory"], ctx["memory_place"], ctx["memory_other"] = what, place, mind[:, memory.OTHER]
    ctx["memory_ground"] = _ground(batch, hero, place)
    ctx["memory_days"] = (now - step) // STEPS_A_DAY * (what > 0)


def _ground(batch: Batch, hero: I64, place: I32) -> I64:
    """(n,) 1 + the kind of a place (1 + its number), 0 for none, and for one that is no more."""
    w, world = batch.worlds, batch.heroes.world[hero]
    there = (place > 0) & (place <= w.biomes[world] + w.landmarks[world] + 2)
    return (batch.places.kind[w.first_place[world] + (place - 1) * there] + 1) * there
