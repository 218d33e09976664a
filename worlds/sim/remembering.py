"""What heroes keep in mind of what they lived through, and what brings it back to them when they look around."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim import memory
from heroes.sim.bonds import SHARED, Moves
from heroes.sim.context import Context, F
from heroes.sim.lexicon import STEPS_A_DAY, Action
from heroes.sim.memory import Impressions, Lives, Moment
from influence.sim import causes
from worlds.sim.log import CUTS, Entries
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
_UNPAID, _BETRAYED = (1 << causes.LIVED.index(name) for name in ("wages_missed", "promise_broken"))
_COLLAPSE = CUTS.index("collapse")
_SHARED = np.isin(np.arange(len(Action)), SHARED)
_TIES = [F[name] for name in ("friendship", "romance", "mentor", "rivalry")]


def remember(batch: Batch, entries: Entries, moves: list[Moves]) -> None:
    """Keep what mattered of the activities that ended in this step, and of the bonds that began or ended with them."""
    if not batch.rules.remembers:
        return
    parts = [_of_bonds(batch, one) for one in moves if one.mark.any()]
    wronged = (entries.cut == _COLLAPSE) | (entries.causes & (_UNPAID | _BETRAYED) > 0)
    rows = np.flatnonzero(memory.memorable(entries.satisfaction, entries.hurt, entries.trial, wronged))
    if len(rows):
        parts.append(_of_lives(batch, entries, rows))
    if parts:
        h = batch.heroes
        h.touched[memory.keep(h.memories, parts)] = True


def _of_lives(batch: Batch, e: Entries, rows: NDArray[np.intp]) -> Impressions:
    number, quest, partner = batch.heroes.number, e.quest[rows], e.partner[rows]
    lives = Lives(
        entry=rows,
        hero=e.hero[rows],
        action=e.action[rows],
        place=e.place[rows],
        other=np.where(partner >= 0, number[np.maximum(partner, 0)], -1),
        quest=_numbers(batch, quest),
        step=e.step[rows],
        satisfaction=e.satisfaction[rows],
        hurt=e.hurt[rows],
        trial=e.trial[rows],
        collapsed=e.cut[rows] == _COLLAPSE,
        unpaid=e.causes[rows] & _UNPAID > 0,
        betrayed=e.causes[rows] & _BETRAYED > 0,
    )
    return memory.of_lives(lives)


def _numbers(batch: Batch, quest: I64) -> I64:
    """(n,) the numbers of quests, 0 for none."""
    if not len(batch.quests):
        return np.zeros_like(quest)
    return np.where(quest >= 0, batch.quests.number[np.maximum(quest, 0)], 0)


def _of_bonds(batch: Batch, moves: Moves) -> Impressions:
    """What both ends of bonds that began or ended remember of it."""
    rows = np.flatnonzero(moves.mark)
    bond, hero, number = moves.bond[rows], moves.hero[rows], batch.heroes.number
    other = batch.bonds.other(bond, hero)
    return memory.of_bonds(
        entry=np.tile(moves.entry[rows] - batch.log.entry_count, 2),
        hero=np.concatenate([hero, other]),
        other=number[np.concatenate([other, hero])],
        kind=np.tile(batch.bonds.kind[bond], 2),
        mark=np.tile(moves.mark[rows], 2),
        step=np.tile(moves.step[rows], 2),
    )


def remind(batch: Batch, hero: I64, ctx: Context, spots: I64, offer: I64) -> None:
    """Put into the contexts (n,) what the moment brings back, and what that says of each action."""
    kept = batch.heroes.memories[hero]
    if not (batch.rules.remembers and kept[:, 0].any()):
        return
    now = batch.now(hero)
    at = Moment(
        now=now,
        spots=_with_quests(batch, spots, offer),
        shared=_SHARED,
        company=ctx["company"].astype(np.int64),
        foe=ctx["foe"].astype(np.int64),
        tie=np.abs(ctx.look[:, _TIES]).max(axis=1).astype(np.int64),
    )
    mind, ctx.remembered = memory.recall(kept, at)
    ctx["memory"] = mind[:, memory.WHAT]
    ctx["memory_place"], ctx["memory_other"] = mind[:, memory.PLACE], mind[:, memory.OTHER]
    ctx["memory_ground"] = _ground(batch, hero, mind[:, memory.PLACE])
    ctx["memory_days"] = np.where(mind[:, memory.WHAT] > 0, (now - mind[:, memory.STEP]) // STEPS_A_DAY, 0)


def _with_quests(batch: Batch, spots: I64, offer: I64) -> I64:
    """(n, A) the places of actions, the quest on offer being where it leads to."""
    if not len(batch.quests):
        return spots
    out = spots.copy()
    travel = int(Action.QUEST_TRAVEL)
    out[:, travel] = np.where(offer >= 0, batch.quests.place[np.maximum(offer, 0)], out[:, travel])
    return out


def _ground(batch: Batch, hero: I64, place: NDArray[np.int32]) -> I64:
    """(n,) 1 + the kind of a place (1 + its number), 0 for none, and for one that is no more."""
    w, world = batch.worlds, batch.heroes.world[hero]
    there = (place > 0) & (place <= w.biomes[world] + w.landmarks[world] + 2)
    return np.where(there, batch.places.kind[w.first_place[world] + np.where(there, place - 1, 0)] + 1, 0)
