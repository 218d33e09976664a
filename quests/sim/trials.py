"""How a quest ends: strength against difficulty, with the dice in between."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quests.sim.columns import Quests, QuestStatus
from quests.sim.offers import odds, together

I64 = NDArray[np.int64]


@dataclass
class Verdicts:
    """One per quest that ends in this step."""

    quest: I64
    won: NDArray[np.bool_]
    share: I64
    """gold for each hero"""
    guild: I64
    """gold for the guild"""


def resolve(quests: Quests, quest: I64, worth: I64, friendly: I64, luck: I64) -> Verdicts:
    """Judge quests (q,). ``worth`` (q, 4) strengths of the party, 0 for empty seats; ``friendly`` (q,) per cent that
    the bonds within the party add; ``luck`` (q,) 0–99 from the dice.

    The guild keeps a quarter of what the world pays; a bounty posted by the master goes to the heroes.
    """
    present = quests.party[quest] >= 0
    chance = np.clip(odds(together(worth, present), quests.difficulty[quest]) + friendly, 2, 98)
    won = luck < chance
    heroes = np.maximum(present.sum(axis=1), 1)
    reward = quests.reward[quest]
    pot = np.where(quests.source[quest] == 1, reward, reward * 3 // 4)
    share = np.where(won, pot // heroes, 0)
    guild = np.where(won, reward - share * heroes, np.where(quests.source[quest] == 1, reward, 0))
    quests.status[quest] = np.where(won, QuestStatus.SUCCEEDED, QuestStatus.FAILED)
    quests.touched[quest] = True
    return Verdicts(quest, won, share, guild)
