"""Quests that are posted: the master's bounties, and what a game master puts on the board."""

from __future__ import annotations

import numpy as np
from uuid_utils.compat import uuid7

from heroes.services.journal import Moment, Refused, check_words, save
from heroes.sim.lexicon import STEPS_A_DAY
from quests.choices import QuestSource, QuestStatus
from quests.models import Quest
from quests.sim import rewards
from quests.sim.columns import PARTY

HARDEST = 100
LONGEST_DAYS = 30


def post(moment: Moment, *, number: int, place: int, monster: str, title: str, difficulty: int, gold: int, days: int,
         party: int = PARTY, description: str = "", source: QuestSource = QuestSource.MASTER) -> Quest:  # fmt: skip
    """Put a quest on the board; the gold of a master's bounty has already left the treasury."""
    if not 1 <= difficulty <= HARDEST:
        raise Refused(f"a difficulty is 1 to {HARDEST}, not {difficulty}")
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused(f"a bounty stands for 1 to {LONGEST_DAYS} game days, not {days}")
    if not 1 <= party <= PARTY:
        raise Refused(f"a party is 1 to {PARTY} heroes, not {party}")
    _check_words(title, description)
    return Quest.objects.create(
        id=uuid7(),
        world_id=moment.world,
        number=number,
        source=source,
        title=title,
        description=description or f"{title}. The master of the guild pays {gold} gold for it.",
        place=place,
        monster=monster,
        difficulty=difficulty,
        reward_gold=gold,
        reward_experience=int(rewards.experience(np.array([difficulty]))[0]),
        party_max=party,
        status=QuestStatus.OPEN,
        posted_step=moment.step,
        expires_step=moment.step + days * STEPS_A_DAY,
        travel=6,
        trial=5,
    )


def amend(moment: Moment, *, quest: int, title: str, description: str) -> Quest:
    """Say in other words what a quest is about; what has been told of it stays told."""
    _check_words(title, description)
    row = _quest(moment, quest)
    row.title, row.description = title, description
    save(row, "title", "description")
    return row


def withdraw(moment: Moment, *, quest: int) -> Quest:
    """Let a quest that nobody has taken on yet expire at the next step; a bounty's gold goes back then."""
    row = _quest(moment, quest)
    if row.status != QuestStatus.OPEN:
        raise Refused(f"{row.title} is {row.status}; only what hangs on the board can be taken off it")
    row.expires_step = moment.step
    save(row, "expires_step")
    return row


def _quest(moment: Moment, number: int) -> Quest:
    row = Quest.objects.select_for_update(no_key=True).filter(world_id=moment.world, number=number).first()
    if row is None:
        raise Refused(f"there is no quest {number} in this world")
    return row


def _check_words(title: str, description: str) -> None:
    check_words("a title", title, 120)
    if len(description) > 2000 or not description.replace("\n", " ").isprintable():
        raise Refused("a description has at most 2,000 printable characters")
