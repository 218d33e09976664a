"""What a memory makes of each action, beside seeking or shunning what would repeat it."""

from __future__ import annotations

import numpy as np

from heroes.sim.lexicon import KEPT_IN_MIND, Action

AWAY = 2
"""Number of the first place outside the guild hall and the town: those two are met at every turn, and call up nothing."""
_A = Action
_LESSON: dict[str, dict[Action, int]] = {
    "won": {_A.QUEST_TRAVEL: 3, _A.CAROUSE: 1},
    "lost": {_A.TRAIN_COMBAT: 3, _A.TRAIN_MAGIC: 2, _A.QUEST_TRAVEL: -3},
    "betrayed": {_A.DEPART: 4, _A.TRADE: 2, _A.WORK: -4},
    "hurt": {_A.SEEK_HELP: 2, _A.TRAIN_COMBAT: 2, _A.REST: 1},
    "collapse": {_A.REST: 3, _A.SLEEP: 2},
    "unpaid": {_A.TRADE: 2, _A.HUNT: 1, _A.DEPART: 3, _A.WORK: -3},
    "friend": {_A.SOCIALISE: 2, _A.CAROUSE: 1},
    "rival": {_A.TRAIN_COMBAT: 3, _A.SOCIALISE: -1},
    "love": {_A.COURT: 3, _A.SOCIALISE: 1},
    "lesson": {_A.STUDY: 2, _A.MENTOR: 2},
    "parting": {_A.PRAY: 2, _A.CAROUSE: 2, _A.COURT: -3},
    "praised": {_A.WORK: 3, _A.PATROL: 2},
    "rewarded": {_A.WORK: 3, _A.PATROL: 1},
    "gifted": {_A.WORK: 2, _A.PRAY: 2},
    "consoled": {_A.SEEK_HELP: 2, _A.SOCIALISE: 2},
    "reconciled": {_A.SOCIALISE: 3},
    "punished": {_A.WORK: 2, _A.EXPLORE: 2, _A.LOAF: -3, _A.CAROUSE: -2},
    "threatened": {_A.WORK: 2, _A.DEPART: 3, _A.LOAF: -3},
}
"""Quarters of a memory's loudness, by what it is of; those of a good or a bad hour have none but themselves."""
LESSONS = np.array(
    [[_LESSON.get(name, {}).get(a, 0) for a in Action] for name in KEPT_IN_MIND], dtype=np.int32
)
"""(len(KEPT_IN_MIND), A)"""
