"""Which quest a hero would take, and what they think of their chances."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim.columns import within
from quests.sim.columns import Quests, QuestStatus

I64 = NDArray[np.int64]
SURE = 52
"""Odds, in per cent, of a party as strong as the quest is hard."""
HELP = 4
"""Tenths of their strength that all but the strongest of a party add."""


def strength(skills: I64, craft: I64, health: I64) -> I64:
    """(n,) how much a hero is worth on a quest, 0–100. ``craft`` (n,) code of the skill of the hero's class."""
    fight = np.maximum(skills[:, 0], skills[:, 1])
    own = skills[np.arange(len(craft)), craft]
    return (2 * fight + own + skills[:, 3]) // 4 * (60 + health * 2 // 5) // 100


def together(strengths: I64, present: NDArray[np.bool_]) -> I64:
    """(n,) the strength of parties (n, k): the strongest in full, each further hero for ``HELP`` tenths."""
    counted = np.where(present, strengths, 0)
    total: I64 = (counted.sum(axis=1) * HELP + counted.max(axis=1, initial=0) * (10 - HELP)) // 10
    return total


def odds(party: I64, difficulty: I64) -> I64:
    """(n,) chance of success in per cent."""
    return within(SURE + party - difficulty, 4, 96)


def joinable(quests: Quests, at: I64, step: I64) -> NDArray[np.bool_]:
    """Whether the quests at positions ``at`` (−1: none) can be accepted at ``step``; shapes broadcast."""
    safe = np.maximum(at, 0)
    status = quests.status[safe]
    fresh = (status == QuestStatus.OPEN) & (step < quests.expires[safe])
    room = quests.size()[safe] < quests.party_max[safe]
    waiting = (
        (status == QuestStatus.MUSTERING) & room & (step + quests.travel[safe] <= quests.trial_step[safe])
    )
    out: NDArray[np.bool_] = (at >= 0) & (fresh | waiting)
    return out


def offer(quests: Quests, choice: I64, worth: I64, party: I64, step: I64, wanted: I64) -> tuple[I64, I64]:
    """((n,), (n,)): position of the most appealing quest for each hero (−1: none), and its odds.

    ``choice`` (n, Q) the boards, ``worth`` (n,) the heroes' strengths, ``party`` (N,) the strengths of the parties
    so far, ``wanted`` (n,) the number of a quest the hero was ordered on, −1 for none: it then comes first.
    """
    safe = np.maximum(choice, 0)
    usable = joinable(quests, choice, step[:, None])
    helped = worth[:, None] + party[safe] * HELP // 10
    chance = odds(helped, quests.difficulty[safe])
    appeal = np.minimum(quests.reward[safe], 200) * 8 + chance * 30 - quests.difficulty[safe] * 14
    appeal = appeal + np.where(quests.number[safe] == wanted[:, None], 1_000_000, 0)
    ranked = np.where(usable, appeal, -(2**40))
    best = ranked.argmax(axis=1)
    rows = np.arange(len(choice))
    found = usable[rows, best]
    return np.where(found, choice[rows, best], -1), np.where(found, chance[rows, best], 0)
