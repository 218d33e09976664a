"""The guild's days: upkeep, wages, the quest board."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from heroes.sim.columns import within
from heroes.sim.lexicon import Status
from quests.sim import rewards
from quests.sim.columns import PARTY, Quests, QuestStatus
from worlds.sim.clock import PAYDAY, STEPS_A_DAY, WAKING, paydays
from worlds.sim.dice import Dice
from worlds.sim.log import Happening
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
RETAINER, PER_FAME = 1, 12
"""What lords and merchants pay a guild each day for being there: gold per hero, and a coin for so much reputation."""
TITHE, WEALTH, EXCESS = 90, 800, 20
"""A part in so many of the treasury is due each day; of what exceeds ``WEALTH`` also a part in ``EXCESS``."""
FAME_FADES = 120
"""A guild's reputation loses one part in so many each day."""
NEW_QUESTS = 3
"""At most so many new notices a day, and one more for every twenty heroes."""


def day(batch: Batch, world: I64) -> None:
    """The daily business of the worlds (positions) that have just moved one step."""
    hour = batch.worlds.step[world] % STEPS_A_DAY
    if (hour == WAKING).any():
        _refresh_board(batch, world[hour == WAKING])
    if (hour == PAYDAY).any():
        _upkeep(batch, world[hour == PAYDAY])


def happen(
    batch: Batch, world: int, action: str, data: dict[str, Any], treasury: int = 0, importance: int = 20
) -> None:
    """Log something that befell a world now."""
    w = batch.worlds
    w.treasury[world] += treasury
    row = Happening(world, action, int(w.step[world]), int(w.seq[world]), data, treasury, importance)
    batch.log.happenings.append(row)
    w.seq[world] += 1


def _upkeep(batch: Batch, world: I64) -> None:
    """The retainer comes in, roofs leak and lords take tithes; then it shows whether wages can be paid in full."""
    w = batch.worlds
    members = np.bincount(batch.heroes.world[batch.heroes.status != Status.GONE], minlength=len(w.step))[
        world
    ]
    income = members * RETAINER + w.reputation[world] // PER_FAME
    chest = w.treasury[world] + income
    due = w.facilities[world].sum(axis=1) * 2 + chest // TITHE + np.maximum(chest - WEALTH, 0) // EXCESS
    due = np.minimum(due, chest)
    short = chest - due < w.wage[world] * members
    w.arrears[world] = np.where(short, w.arrears[world] + 1, 0)
    fame = w.reputation[world]
    w.reputation[world] = fame - (fame + FAME_FADES - 1) // FAME_FADES
    w.level[world] = np.minimum(1 + w.reputation[world] // 100, 10)
    for one, paid, cost in zip(world.tolist(), income.tolist(), due.tolist(), strict=True):
        late = int(w.arrears[one])
        data = {"retainer": paid, "costs": cost} | ({"arrears": late} if late else {})
        happen(batch, one, "upkeep", data, paid - cost, 60 if late in (1, 3, 7) else 5)


def pay(batch: Batch, hero: I64, started: I64) -> tuple[I64, I64]:
    """((m,), (m,)): wages that fell due during activities that end now, and what the treasury could pay of them.

    Paid in the order of the heroes, as long as the treasury lasts.
    """
    w, world = batch.worlds, batch.heroes.world[hero]
    days: I64 = paydays(started, w.step[world])  # type: ignore[arg-type,assignment]
    owed = w.wage[world] * days
    before = np.cumsum(owed) - owed
    first = np.searchsorted(world, world)
    paid = within(w.treasury[world] - (before - before[first]), 0, owed) if len(hero) else owed
    np.subtract.at(w.treasury, world, paid)
    return owed, paid


def _refresh_board(batch: Batch, world: I64) -> None:
    """Old notices come down, new ones go up."""
    q, w = batch.quests, batch.worlds
    mine = np.isin(q.world, world)
    stale = np.flatnonzero(mine & (q.status == QuestStatus.OPEN) & (q.expires <= w.step[q.world]))
    for at in stale:
        refund = int(q.reward[at]) if q.source[at] == 1 else 0
        happen(batch, int(q.world[at]), "quest_expired", {"quest": int(q.number[at])}, refund, 15)
    q.status[stale], q.touched[stale] = QuestStatus.EXPIRED, True
    live = np.bincount(q.world[q.status <= QuestStatus.MUSTERING], minlength=len(w.step))[world]
    missing = np.maximum(rewards.expectable(w.heroes[world]) - live, 0)
    dice = batch.world_dice(world)
    _post_many(batch, world, dice, np.minimum(missing, dice.below(NEW_QUESTS, 10) + w.heroes[world] // 20))


def open_board(batch: Batch, world: I64) -> None:
    """The notices a newborn guild finds on its board."""
    _post_many(batch, world, batch.world_dice(world), 3 + batch.worlds.heroes[world] // 8)


def _post_many(batch: Batch, world: I64, dice: Dice, count: I64) -> None:
    for turn in range(int(count.max(initial=0))):
        some = count > turn
        _post(batch, world[some], dice.take(some), 100 + turn * 16)


def _post(batch: Batch, world: I64, dice: Dice, purpose: int) -> None:
    """One new quest in each of these worlds."""
    w, places = batch.worlds, batch.places
    n = len(world)
    place = 2 + dice.below(w.biomes[world], purpose)
    spot = w.first_place[world] + place
    hard = rewards.difficulty(places.difficulty[spot], w.reputation[world], dice.below(21, purpose + 1))
    number = w.next_quest[world]
    w.next_quest[world] += 1
    step = w.step[world]
    batch.quests.append(
        Quests(
            world=world,
            number=number,
            status=np.zeros(n, dtype=np.int64),
            source=np.zeros(n, dtype=np.int64),
            place=place,
            monster=dice.below(np.maximum(places.monsters[spot], 1), purpose + 2),
            difficulty=hard,
            reward=rewards.reward(hard, dice.below(21, purpose + 3)),
            experience=rewards.experience(hard),
            party_max=1 + dice.below(PARTY, purpose + 4),
            travel=4 + dice.below(8, purpose + 5),
            trial=3 + dice.below(6, purpose + 6),
            posted=step,
            expires=step + (4 + dice.below(7, purpose + 7)) * STEPS_A_DAY,
            trial_step=np.full(n, -1, dtype=np.int64),
            party=np.full((n, PARTY), -1, dtype=np.int64),
            touched=np.ones(n, dtype=bool),
        )
    )
    for one, no in zip(world.tolist(), number.tolist(), strict=True):
        happen(batch, one, "quest_posted", {"quest": no}, importance=10)
