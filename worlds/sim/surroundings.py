"""Looking around: gathers what the heroes who are due can see into their contexts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim import bonds as social
from heroes.sim.columns import within
from heroes.sim.context import Context
from heroes.sim.contributions import possible
from heroes.sim.lexicon import STEPS_A_DAY, TRAITS, Action, Bond
from heroes.sim.needs import collapsed
from heroes.sim.outcomes import CRAFT_OF_CLASS
from quests.sim import offers
from quests.sim.columns import board
from worlds.sim import remembering
from worlds.sim.dice import Dice
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
Rows = NDArray[np.intp]
_A = len(Action)
_COLUMNS = np.arange(_A)
ROAMING = np.array([Action.STUDY, Action.TRAIN_MAGIC, Action.TRAIN_COMBAT])
"""Done at the guild hall, or at the landmark in mind where that serves better."""


@dataclass
class Sight:
    """What the heroes (n,) see, and what the engine needs to act on their choice.

    ``spots`` (n, A) number of the place where each action would be done; ``company`` position of the hero at hand, −1;
    ``offer`` position of the quest on offer or under way, −1; ``failed`` whether an order became impossible.
    """

    hero: I64
    context: Context
    spots: I64
    company: I64
    offer: I64
    failed: NDArray[np.bool_]


def look(batch: Batch, hero: I64, dice: Dice) -> Sight:
    """The contexts of the heroes who are due, all seen at the same moment."""
    context = Context.blank(len(hero), _A)
    _self(batch, hero, context)
    spots = _places(batch, hero, context, dice)
    company = _company(batch, hero, context, dice)
    offer = _quests(batch, hero, context)
    remembering.remind(batch, hero, context, spots, offer)
    context["order"] = _order(batch, hero, context)
    failed = _impossible(batch, hero, context, offer)
    context["order"] = np.where(failed, 0, context["order"])
    context["counsel"] = _counsel(batch, hero, context)
    return Sight(hero, context, spots, company, offer, failed)


def _self(batch: Batch, hero: I64, ctx: Context) -> None:
    h, f, w = batch.heroes, batch.influence, batch.worlds
    world, now = h.world[hero], batch.now(hero)
    ctx.look[:, : len(TRAITS)] = h.traits[hero]
    for name in ("energy", "mood", "health", "hero_class", "last", "streak", "place"):
        ctx[name] = getattr(h, name)[hero]
    ctx["gold"] = np.minimum(h.gold[hero], 1_000_000)
    for name in ("trust", "respect", "fear"):
        ctx[name] = getattr(f, name)[hero]
    ctx["hunger"] = np.minimum(now - h.fed[hero], 96)
    ctx["solitude"] = np.minimum(now - h.met[hero], 960)
    ctx["hour"] = now % STEPS_A_DAY
    ctx["arrears"] = w.arrears[world]
    ctx["policy"] = w.policy[world]
    stock = h.items[hero]
    ctx["wares"] = np.minimum(stock.sum(axis=1), 1_000_000)
    ctx["materials"] = np.minimum(stock[:, :4].sum(axis=1), 1_000_000)


def _places(batch: Batch, hero: I64, ctx: Context, dice: Dice) -> I64:
    """Where each action would be done: near the hero's present haunt, or at a new one."""
    h, w, places = batch.heroes, batch.worlds, batch.places
    world, here = h.world[hero], h.place[hero]
    biomes, marks, first = w.biomes[world], w.landmarks[world], w.first_place[world]
    afield = (here >= 2) & (here < 2 + biomes) & (dice.below(3, 60) > 0)
    wild = np.where(afield, here, 2 + dice.below(biomes, 61))
    devout = (here >= 2 + biomes) & (dice.below(2, 62) > 0)
    shrine = np.where(devout, here, 2 + biomes + dice.below(marks, 63))
    town = np.ones_like(here)
    sites = np.stack([here, 0 * here, town, wild, shrine, here], axis=1)
    spots = sites[:, batch.rules.venue]
    ground = places.affords[first[:, None] + shrine[:, None], ROAMING]
    better = ground > places.affords[first, :][:, ROAMING]
    spots[:, ROAMING] = np.where(better, shrine[:, None], spots[:, ROAMING])
    at = first[:, None] + spots
    ctx.affords = places.affords[at, _COLUMNS]
    ctx.events = places.push[at, _COLUMNS]
    ctx.learned = h.expectations[hero[:, None], _COLUMNS, places.kind[at]].astype(np.int32)
    ctx["kind"] = places.kind[first + here]
    ctx["wild"], ctx["shrine"] = wild, shrine
    return spots


def _company(batch: Batch, hero: I64, ctx: Context, dice: Dice) -> I64:
    """Who is at hand: the best-liked acquaintance in the place, or a stranger who happens to be there."""
    h, w, now = batch.heroes, batch.worlds, batch.now(hero)
    world = h.world[hero]
    stranger = np.full(len(hero), -1, dtype=np.int64)
    for attempt in range(3):
        drawn = w.first_hero[world] + dice.below(w.heroes[world], 64 + attempt)
        there = (drawn != hero) & (h.place[drawn] == h.place[hero]) & social.awake(h, drawn)
        stranger = np.where((stranger < 0) & there, drawn, stranger)
    company, foe, enmity = social.company(batch.bonds, h, hero, stranger, now, dice.below(3, 67) > 0)
    known = company >= 0
    safe = np.maximum(company, 0)
    felt, _ = social.strengths(batch.bonds, hero, safe, now)
    felt = felt * known[:, None]
    craft = CRAFT_OF_CLASS[h.hero_class[hero]]
    gap = h.skills[hero, craft] - h.skills[safe, craft]
    first = w.first_hero[world]
    ctx["company"] = np.where(known, company - first + 1, 0)
    ctx["friendship"], ctx["rivalry"] = felt[:, Bond.FRIENDSHIP], felt[:, Bond.RIVALRY]
    ctx["romance"], ctx["mentor"] = felt[:, Bond.ROMANTIC], felt[:, Bond.MENTOR]
    ctx["gap"] = np.where(known, gap, 0)
    ctx["compatibility"] = np.where(known, social.compatibility(h.traits[hero], h.traits[safe]), 0)
    ctx["foe"] = np.where(foe >= 0, foe - first + 1, 0)
    ctx["enmity"] = enmity
    return company


def _quests(batch: Batch, hero: I64, ctx: Context) -> I64:
    """The quest on offer to those who are free, or the one that a hero is on."""
    h, q, f, now = batch.heroes, batch.quests, batch.influence, batch.now(hero)
    if not len(q):
        return np.full(len(hero), -1, dtype=np.int64)
    on = h.quest[hero] >= 0
    ended = h.last[hero]
    ctx["phase"] = np.where(on, np.where(ended == Action.QUEST_TRAVEL, 1, 2), 0)
    ctx["phase"] = np.where(
        on & (ended == Action.QUEST_TRAVEL) & (now != q.trial_step[h.quest[hero]]), 2, ctx["phase"]
    )
    worth = offers.strength(h.skills[hero], CRAFT_OF_CLASS[h.hero_class[hero]], h.health[hero])
    wanted = np.where(f.order_until[hero] > now, f.order_quest[hero], -1)
    strength = party_strength(batch)
    choice = board(q, len(batch.worlds.step))[h.world[hero]]
    offered, chance = offers.offer(q, choice, worth, strength, now, wanted)
    quest = np.where(on, h.quest[hero], offered)
    safe = np.maximum(quest, 0)
    own = offers.odds(strength[safe], q.difficulty[safe])
    found = (quest >= 0).astype(np.int64)
    ctx["quest"] = found * q.number[safe]
    ctx["odds"] = found * np.where(on, own, chance)
    ctx["danger"] = found * q.difficulty[safe]
    ctx["reward"] = found * np.minimum(q.reward[safe], 1_000_000)
    ctx["comrades"] = _comrades(batch, hero, quest, now)
    return quest


def party_strength(batch: Batch) -> I64:
    """(N,) the strength of each quest's party so far."""
    q = batch.quests
    out = np.zeros(len(q), dtype=np.int64)
    some = np.flatnonzero((q.party >= 0).any(axis=1))
    if len(some):
        out[some] = offers.together(members_strength(batch, some), q.party[some] >= 0)
    return out


def members_strength(batch: Batch, quest: I64) -> I64:
    """(n, 4) the strength of each member of these quests' parties, 0 for empty seats."""
    h, party = batch.heroes, batch.quests.party[quest]
    safe = np.maximum(party, 0).ravel()
    worth = offers.strength(h.skills[safe], CRAFT_OF_CLASS[h.hero_class[safe]], h.health[safe])
    out: I64 = np.where(party >= 0, worth.reshape(party.shape), 0)
    return out


def _comrades(batch: Batch, hero: I64, quest: I64, now: I64) -> I64:
    """(n,) what the hero feels for those who go along: friends draw, rivals repel twice as much."""
    total = np.zeros(len(hero), dtype=np.int64)
    party = np.where((quest >= 0)[:, None], batch.quests.party[np.maximum(quest, 0)], -1)
    if not (party >= 0).any():
        return total
    for member in party.T:
        some = np.flatnonzero((member >= 0) & (member != hero))
        if len(some):
            felt, _ = social.strengths(batch.bonds, hero[some], member[some], now[some])
            total[some] += felt @ np.array([1, -2, 1, 1])
    return within(total, -200, 200)


def _order(batch: Batch, hero: I64, ctx: Context) -> I64:
    """The standing order, for those who are free to follow it."""
    f = batch.influence
    stands = (
        (f.order[hero] > 0) & (f.order_until[hero] > batch.now(hero)) & (ctx["phase"] == 0) & ~collapsed(ctx)
    )
    return np.where(stands, f.order[hero], 0)


def _counsel(batch: Batch, hero: I64, ctx: Context) -> I64:
    """What the hero was counselled for this very step, unless an order stands."""
    f = batch.influence
    return np.where((f.counsel_step[hero] == batch.now(hero)) & (ctx["order"] == 0), f.counsel[hero], 0)


def _impossible(batch: Batch, hero: I64, ctx: Context, offer: I64) -> NDArray[np.bool_]:
    order = ctx["order"].astype(np.int64)
    rows = np.flatnonzero(order > 0)
    out = np.zeros(len(hero), dtype=bool)
    if len(rows):
        some = ctx.take(rows)
        out[rows] = ~possible(some)[np.arange(len(rows)), order[rows] - 1]
        wanted = batch.influence.order_quest[hero[rows]]
        number = (
            np.where(offer[rows] >= 0, batch.quests.number[np.maximum(offer[rows], 0)], -1)
            if len(batch.quests)
            else wanted * 0 - 1
        )
        out[rows] |= (order[rows] - 1 == Action.QUEST_TRAVEL) & (wanted >= 0) & (number != wanted)
    return out
