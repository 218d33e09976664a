"""Accepting a quest: who comes first is in, who comes too late looks again."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from quests.sim.columns import MUSTER, PARTY, Quests, QuestStatus

I64 = NDArray[np.int64]
Mask = NDArray[np.bool_]


def rank(keys: I64) -> I64:
    """(n,) how many earlier positions hold the same key."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    start = (
        np.concatenate([[0], np.flatnonzero(np.diff(ordered)) + 1]) if len(keys) else np.zeros(0, np.int64)
    )
    within = np.arange(len(keys)) - np.repeat(start, np.diff(np.append(start, len(keys))))
    out = np.empty(len(keys), dtype=np.int64)
    out[order] = within
    return out


def join(quests: Quests, quest: I64, hero: I64, step: I64) -> Mask:
    """Let heroes (k,), ordered by world and number, accept quests (k,); (k,) who got in.

    The first to accept an open quest sets the step of the trial: the way there, and time for others to join.
    """
    taken = quests.size()[quest]
    seat = taken + rank(quest)
    inside: Mask = seat < quests.party_max[quest]
    at, who = quest[inside], hero[inside]
    quests.party[at, seat[inside]] = who
    opened = at[quests.status[at] == QuestStatus.OPEN]
    begun = step[inside][quests.status[at] == QuestStatus.OPEN]
    quests.trial_step[opened] = begun + quests.travel[opened] + MUSTER
    quests.status[opened] = QuestStatus.MUSTERING
    quests.touched[at] = True
    return inside


def face(quests: Quests, quest: I64, hero: I64, brave: Mask) -> I64:
    """The hour of the trial: those who dare stay, the others leave the party. Returns quests that nobody dared."""
    which = np.unique(quest)
    away = ~brave
    for column in range(PARTY):
        gone = np.isin(quests.party[quest[away], column], hero[away])
        quests.party[quest[away][gone], column] = -1
    quests.touched[which] = True
    left = quests.size()[which]
    quests.status[which] = np.where(left > 0, QuestStatus.UNDERWAY, QuestStatus.FAILED)
    return which[left == 0]
