"""Who is due looks around, chooses and begins; who loses a contest looks again."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from heroes.sim import choice
from heroes.sim.choice import Decisions
from heroes.sim.contributions import CHANCE_SPREAD
from heroes.sim.lexicon import Action, Status, Venue
from heroes.sim.needs import collapsed
from quests.sim.parties import face, join
from worlds.sim import economy
from worlds.sim.company import shared
from worlds.sim.dice import Dice
from worlds.sim.state import Batch
from worlds.sim.surroundings import Sight, look

I64 = NDArray[np.int64]
CHANCE = 90
"""The purpose under which the contribution of chance is rolled."""


def decide(batch: Batch, due: I64, dice: Dice) -> I64:
    """Let everybody who is due (and has not left) choose and begin.

    Returns (n,) for each who is due: 1 + the code of an order that turned out to be impossible, 0 for none.
    """
    failed = np.zeros(len(due), dtype=np.int64)
    staying = np.flatnonzero(batch.heroes.status[due] != Status.GONE)
    hero, dice = due[staying], dice.take(staying)
    if not len(hero):
        return failed
    sight = look(batch, hero, dice)
    chance = dice.bell(len(Action), CHANCE_SPREAD, CHANCE)
    decisions = choice.decide(sight.context, chance, batch.rules)
    _contest(batch, sight, decisions, chance, dice)
    failed[staying] = _fail_orders(batch, sight)
    _begin(batch, sight, decisions, dice)
    _face_trials(batch, sight, decisions)
    return failed


def _fail_orders(batch: Batch, sight: Sight) -> I64:
    """An order that became impossible is over."""
    f, hero = batch.influence, sight.hero[sight.failed]
    failed = np.where(sight.failed, f.order[sight.hero], 0)
    f.order[hero], f.order_quest[hero], f.order_until[hero] = 0, -1, 0
    f.touched[hero] = True
    return failed


def _contest(batch: Batch, sight: Sight, decisions: Decisions, chance: NDArray[np.int32], dice: Dice) -> None:
    """Places in a party go by hero number; who finds none left looks again, knowing it."""
    rows = np.flatnonzero(decisions.chosen == Action.QUEST_TRAVEL)
    while len(rows):
        hero = sight.hero[rows]
        inside = join(batch.quests, sight.offer[rows], hero, batch.now(hero))
        won = rows[inside]
        ordered = sight.context["order"][won] - 1 == Action.QUEST_TRAVEL
        batch.assignments.note(sight.offer[won], sight.hero[won], 0, batch.now(sight.hero[won]), ordered)
        lost = rows[~inside]
        if not len(lost):
            return
        again = look(batch, sight.hero[lost], dice.take(lost))
        anew = choice.decide(again.context, chance[lost], batch.rules)
        sight.offer[lost], sight.failed[lost] = again.offer, again.failed
        _replace(decisions, lost, anew)
        rows = lost[anew.chosen == Action.QUEST_TRAVEL]


def _replace(decisions: Decisions, rows: NDArray[np.intp], anew: Decisions) -> None:
    for f in fields(Decisions):
        if f.name != "context":
            getattr(decisions, f.name)[rows] = getattr(anew, f.name)
    for f in fields(decisions.context):
        getattr(decisions.context, f.name)[rows] = getattr(anew.context, f.name)


def _begin(batch: Batch, sight: Sight, decisions: Decisions, dice: Dice) -> None:
    """Start the chosen activities."""
    h, q, hero, action = batch.heroes, batch.quests, sight.hero, decisions.chosen
    now, rows = batch.now(hero), np.arange(len(hero))
    spot = sight.spots[rows, action]
    road = batch.rules.venue[action] == Venue.ROAD
    together = shared(action) & (sight.company >= 0) & (spot == h.place[hero])
    accepted = action == Action.QUEST_TRAVEL
    h.quest[hero[accepted]] = sight.offer[accepted]
    safe = np.maximum(h.quest[hero], 0)
    trial = action == Action.QUEST_TRIAL
    if len(q):
        spot = np.where(trial | accepted, q.place[safe], spot)
    h.thought[hero] = batch.log.remember(decisions, hero, now)
    h.place[hero] = spot
    h.partner[hero] = np.where(together, sight.company, -1)
    h.action[hero], h.started[hero] = action, now
    h.until[hero] = now + _span(batch, sight, decisions, dice, road)
    down = collapsed(sight.context) & ~road
    h.status[hero] = np.where(
        road, int(Status.AWAY), np.where(down, int(Status.INCAPACITATED), int(Status.ACTIVE))
    )


def _span(batch: Batch, sight: Sight, decisions: Decisions, dice: Dice, road: NDArray[np.bool_]) -> I64:
    """(n,) steps: by dice, by the quest, and never longer than the hero's energy lasts."""
    h, q, action, hero = batch.heroes, batch.quests, decisions.chosen, sight.hero
    shortest, longest = batch.rules.steps[:, action]
    span = shortest + dice.below(longest - shortest + 1, 91)
    if len(q):
        safe, on = np.maximum(h.quest[hero], 0), h.quest[hero] >= 0
        span = np.where(action == Action.QUEST_TRAVEL, q.trial_step[safe] - batch.now(hero), span)
        span = np.where(on & (action == Action.QUEST_TRIAL), q.trial[safe], span)
        span = np.where(on & (action == Action.QUEST_RETURN), q.travel[safe], span)
    tiring = np.minimum(batch.rules.yields[0, action], -1)
    lasts = np.maximum(h.energy[hero] * 1000 // -tiring, 1)
    return np.where(road, span, np.minimum(span, lasts))


def _face_trials(batch: Batch, sight: Sight, decisions: Decisions) -> None:
    """The hour of the trial: those who turn back leave the party; a quest that nobody dares has failed."""
    rows = np.flatnonzero(sight.context["phase"] == 1)
    if not len(rows):
        return
    hero, quest = sight.hero[rows], batch.heroes.quest[sight.hero[rows]]
    brave = decisions.chosen[rows] == Action.QUEST_TRIAL
    now = batch.now(hero)
    batch.assignments.note(quest[brave], hero[brave], 1, now[brave])
    batch.assignments.note(quest[~brave], hero[~brave], 4, now[~brave])
    for at in face(batch.quests, quest, hero, brave):
        world = int(batch.quests.world[at])
        refund = int(batch.quests.reward[at]) if batch.quests.source[at] == 1 else 0
        economy.happen(batch, world, "quest_abandoned", {"quest": int(batch.quests.number[at])}, refund, 40)
