"""Quests in the life of the world: the trial's end, and the guild's share and fame."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim import bonds as social
from heroes.sim.lexicon import Action
from heroes.sim.outcomes import Brought
from influence.sim import causes
from quests.sim.columns import PARTY
from quests.sim.trials import Verdicts, resolve
from worlds.sim.dice import Dice
from worlds.sim.log import Entries
from worlds.sim.state import Batch
from worlds.sim.surroundings import members_strength

I64 = NDArray[np.int64]
_WON, _LOST = (1 << causes.LIVED.index(name) for name in ("quest_won", "quest_lost"))
WIN_FAME, LOSS_FAME = 3, -4
"""Of a quest that was won (and more for a hard one), and of one that was lost."""
_PAIRS = [(i, j) for i in range(PARTY) for j in range(i + 1, PARTY)]


def judge(batch: Batch, hero: I64, brought: Brought, entries: Entries) -> None:
    """Decide the quests whose trials end now, and give everybody their part."""
    rows = np.flatnonzero(entries.action == Action.QUEST_TRIAL)
    if not len(rows):
        return
    quest = np.unique(entries.quest[rows])
    quest = quest[np.lexsort((batch.quests.number[quest], batch.quests.world[quest]))]
    verdicts = resolve(
        batch.quests, quest, members_strength(batch, quest), _friendliness(batch, quest), _luck(batch, quest)
    )
    _guild(batch, verdicts)
    position = {int(q): i for i, q in enumerate(quest)}
    of = np.array([position[int(q)] for q in entries.quest[rows]], dtype=np.int64)
    won = verdicts.won[of]
    entries.trial[rows] = np.where(won, 1, 2)
    entries.causes[rows] += np.where(won, _WON, _LOST)
    _reward(batch, rows, entries, brought, verdicts.share[of], won)
    first = np.concatenate([[True], np.diff(of) != 0]) if len(of) == 1 else _first_of_each(of)
    entries.treasury[rows[first]] += verdicts.guild[of[first]]
    batch.assignments.note(entries.quest[rows][won], hero[rows][won], 2, entries.step[rows][won])
    batch.assignments.note(entries.quest[rows][~won], hero[rows][~won], 3, entries.step[rows][~won])


def _first_of_each(of: I64) -> NDArray[np.bool_]:
    """(n,) whether no earlier position holds the same value: the member who brings the guild's share."""
    out = np.zeros(len(of), dtype=bool)
    out[np.unique(of, return_index=True)[1]] = True
    return out


def _reward(
    batch: Batch, rows: I64, entries: Entries, brought: Brought, share: I64, won: NDArray[np.bool_]
) -> None:
    """Gold, experience and pride to those who won; wounds and dejection to those who lost."""
    q = batch.quests
    quest = entries.quest[rows]
    hard = q.difficulty[quest]
    brought.gold[rows] += share
    brought.experience[rows] += np.where(won, q.experience[quest], q.experience[quest] // 4)
    brought.mood[rows] += np.where(won, 8 + hard // 10, -6 - hard // 15)
    wounds = np.where(won, hard // 12, 6 + hard // 5)
    brought.hurt[rows] += wounds
    brought.health[rows] -= wounds
    lift = np.where(won, 25, -35)
    brought.satisfaction[rows] = np.clip(brought.satisfaction[rows] + lift, -100, 100)


def _guild(batch: Batch, verdicts: Verdicts) -> None:
    w, world = batch.worlds, batch.quests.world[verdicts.quest]
    np.add.at(w.treasury, world, verdicts.guild)
    fame = np.where(verdicts.won, WIN_FAME + batch.quests.difficulty[verdicts.quest] // 10, LOSS_FAME)
    fame = np.bincount(world, weights=fame, minlength=len(w.step))
    w.reputation[:] = np.clip(w.reputation + fame.astype(np.int64), 0, 1000)


def _luck(batch: Batch, quest: I64) -> I64:
    """(q,) 0–99, from the world's dice and the number of the quest."""
    world = batch.quests.world[quest]
    key = Dice.at(
        batch.worlds.key[world] ^ batch.quests.number[quest].astype(np.uint64), batch.worlds.step[world]
    )
    return key.below(100, 80)


def _friendliness(batch: Batch, quest: I64) -> I64:
    """(q,) −10 … 10 per cent that the bonds within each party add to its chances."""
    party = batch.quests.party[quest]
    total = np.zeros(len(quest), dtype=np.int64)
    for i, j in _PAIRS:
        both = np.flatnonzero((party[:, i] >= 0) & (party[:, j] >= 0))
        if len(both):
            hero, other = party[both, i], party[both, j]
            felt, _ = social.strengths(batch.bonds, hero, other, batch.now(hero))
            total[both] += felt @ np.array([1, -1, 1, 1])
    return np.clip(total // 20, -10, 10)
