"""Quests that the master posts."""

from __future__ import annotations

import numpy as np
from uuid_utils.compat import uuid7

from heroes.services.journal import Moment, Refused
from heroes.sim.lexicon import STEPS_A_DAY
from quests.models import Quest
from quests.sim import rewards
from quests.sim.columns import PARTY

HARDEST = 100
LONGEST_DAYS = 30


def post(moment: Moment, *, number: int, place: int, monster: str, title: str, difficulty: int, gold: int, days: int,
         party: int = PARTY) -> Quest:  # fmt: skip
    """Put a bounty on the board; its gold has already left the treasury."""
    if not 1 <= difficulty <= HARDEST:
        raise Refused(f"a difficulty is 1 to {HARDEST}, not {difficulty}")
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused(f"a bounty stands for 1 to {LONGEST_DAYS} game days, not {days}")
    if not 1 <= party <= PARTY:
        raise Refused(f"a party is 1 to {PARTY} heroes, not {party}")
    if not title.strip() or len(title) > 120 or not title.isprintable():
        raise Refused("a title has 1 to 120 printable characters")
    return Quest.objects.create(
        id=uuid7(),
        world_id=moment.world,
        number=number,
        source="master",
        title=title,
        description=f"{title}. The master of the guild pays {gold} gold for it.",
        place=place,
        monster=monster,
        difficulty=difficulty,
        reward_gold=gold,
        reward_experience=int(rewards.experience(np.array([difficulty]))[0]),
        party_max=party,
        status="open",
        posted_step=moment.step,
        expires_step=moment.step + days * STEPS_A_DAY,
        travel=6,
        trial=5,
    )
