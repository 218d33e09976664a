"""What happens when activities end: yields, wages, trials, bonds, growth; applied to the columns and told to the log."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim import growth
from heroes.sim.columns import FOREVER, within
from heroes.sim.lexicon import TRAITS, Action, Status, Venue
from heroes.sim.outcomes import Brought, Ended, bring
from heroes.sim.rules import Rules
from influence.sim import causes
from worlds.sim import company, remembering, trials
from worlds.sim.dice import Dice
from worlds.sim.economy import pay
from worlds.sim.events import market, toll
from worlds.sim.log import Entries
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
_BIT = {name: 1 << bit for bit, name in enumerate(causes.LIVED)}
_YIELD_ROW = np.full(len(Action), 1, dtype=np.int64)
_YIELD_ROW[Action.HUNT], _YIELD_ROW[Action.EXPLORE] = 0, 2


def end(batch: Batch, hero: I64, dice: Dice) -> Entries:
    """End the activities of the heroes who are due, and return what there is to tell."""
    ended = _ended(batch, hero, dice)
    brought = bring(ended, dice, batch.rules)
    entries = _blank(batch, hero, ended)
    trials.judge(batch, hero, brought, entries)
    _wages(batch, hero, entries, brought, dice)
    _apply(batch, hero, ended, brought, entries)
    _learn(batch, hero, ended, brought, entries, dice)
    _feel(batch, hero, entries)
    _finish(batch, hero, entries)
    met = len(batch.log.moves)
    company.meet(batch, hero, entries, dice)
    remembering.remember(batch, entries, batch.log.moves[met:])
    return entries


def fit(traits: I64, action: I64, rules: Rules) -> I64:
    """(m,) whether an action suits a hero's nature, in thousandths."""
    out: I64 = ((traits - 50) * rules.traits.T[action]).sum(axis=1)
    return out


def _ended(batch: Batch, hero: I64, dice: Dice) -> Ended:
    h, w, places = batch.heroes, batch.worlds, batch.places
    world, action = h.world[hero], h.action[hero]
    spot = w.first_place[world] + h.place[hero]
    return Ended(
        action=action,
        span=batch.now(hero) - h.started[hero],
        traits=h.traits[hero],
        born=h.born[hero],
        skills=h.skills[hero],
        items=h.items[hero],
        gold=h.gold[hero],
        energy=h.energy[hero],
        mood=h.mood[hero],
        health=h.health[hero],
        fear=batch.influence.fear[hero],
        affords=places.affords[spot, action].astype(np.int64),
        events=places.push[spot, action].astype(np.int64),
        haul=places.haul[spot, _YIELD_ROW[action], dice.below(4, 70)],
        market=market(batch, world),
        toll=toll(batch, world),
        fit=fit(h.traits[hero], action, batch.rules),
    )


def _blank(batch: Batch, hero: I64, ended: Ended) -> Entries:
    h, n = batch.heroes, len(hero)

    def zeros() -> I64:
        return np.zeros(n, dtype=np.int64)

    return Entries(
        hero=hero, action=ended.action, started=h.started[hero], step=batch.now(hero), seq=zeros(),
        place=h.place[hero], partner=h.partner[hero], quest=h.quest[hero], thought=h.thought[hero],
        effectiveness=zeros(), satisfaction=zeros(), energy=zeros(), mood=zeros(), health=zeros(),
        experience=zeros(), gold=zeros(), wages=zeros(), treasury=zeros(), items=np.zeros_like(ended.items),
        skill=zeros() - 1, learned=zeros(), traits=np.zeros_like(ended.traits),
        pillars=np.zeros((n, 3), dtype=np.int64), causes=zeros(), hurt=zeros(), trial=zeros(),
        cut=_cut(batch, hero, ended), order=zeros(), order_outcome=zeros(),
    )  # fmt: skip


def _cut(batch: Batch, hero: I64, ended: Ended) -> I64:
    """Positions in ``CUTS`` of what cut an activity shorter than the rules allow: an order, or else danger.

    Collapse shows when the activity is booked.
    """
    road = batch.rules.venue[ended.action] == Venue.ROAD
    short = (ended.span < batch.rules.steps[0][ended.action]) & ~road
    return np.where(short, np.where(batch.influence.order[hero] > 0, 3, 2), 0)


def _wages(batch: Batch, hero: I64, entries: Entries, brought: Brought, dice: Dice) -> None:
    """Work fills the treasury first, then the paydays that passed are honoured as far as it goes."""
    np.add.at(batch.worlds.treasury, batch.heroes.world[hero], brought.treasury)
    entries.treasury += brought.treasury
    owed, paid = pay(batch, hero, entries.started)
    entries.wages = paid
    entries.treasury -= paid
    brought.gold += paid
    trust, fear = batch.influence.trust[hero], batch.influence.fear[hero]
    loyalty = batch.heroes.traits[hero, TRAITS.index("loyalty")]
    content = (owed > 0) & (paid == owed) & (trust < causes.content(loyalty)) & (dice.below(3, 71) == 0)
    entries.causes += np.where(content, _BIT["wages_paid"], 0) + np.where(
        paid < owed, _BIT["wages_missed"], 0
    )
    calm = (
        (owed > 0)
        & (fear > causes.unease(batch.heroes.traits[hero, TRAITS.index("courage")]))
        & (dice.below(2, 72) == 0)
    )
    entries.causes += np.where(calm, _BIT["calm_days"], 0)
    quiet = (owed > 0) & (batch.influence.respect[hero] > causes.esteem(loyalty)) & (dice.below(5, 73) == 0)
    entries.causes += np.where(quiet, _BIT["quiet_days"], 0)


def _apply(batch: Batch, hero: I64, ended: Ended, brought: Brought, entries: Entries) -> None:
    """Clamp to what a hero can hold; what is logged is what was applied."""
    h = batch.heroes
    for name in ("energy", "mood", "health"):
        before = getattr(h, name)[hero]
        after = within(before + getattr(brought, name), 0, 100)
        setattr(entries, name, after - before)
        getattr(h, name)[hero] = after
    collapse = (h.energy[hero] == 0) & (entries.cut < 2) & (batch.rules.venue[ended.action] != Venue.ROAD)
    entries.cut = np.where(collapse, 1, entries.cut)
    entries.experience, entries.gold = brought.experience, np.maximum(brought.gold, -ended.gold)
    h.experience[hero] += entries.experience
    h.gold[hero] += entries.gold
    entries.items = np.maximum(brought.items, -ended.items)
    h.items[hero] += entries.items
    entries.effectiveness, entries.satisfaction = brought.effectiveness, brought.satisfaction
    entries.hurt = brought.hurt
    rows = np.flatnonzero(brought.learned)
    entries.skill[rows], entries.learned[rows] = brought.skill[rows], brought.learned[rows]
    h.skills[hero[rows], entries.skill[rows]] += entries.learned[rows]


def _learn(batch: Batch, hero: I64, ended: Ended, brought: Brought, entries: Entries, dice: Dice) -> None:
    h, places = batch.heroes, batch.places
    kind = places.kind[batch.worlds.first_place[h.world[hero]] + entries.place]
    before = h.expectations[hero, ended.action, kind].astype(np.int64)
    h.expectations[hero, ended.action, kind] = growth.expect(before, brought.satisfaction, dice)
    entries.traits = growth.drift(
        ended.action, ended.span, brought.effectiveness, ended.traits, ended.born, dice, batch.rules
    )
    h.traits[hero] += entries.traits


def _feel(batch: Batch, hero: I64, entries: Entries) -> None:
    """What the hero lived through moves trust, respect and fear; a promise that fell due is broken."""
    f, now = batch.influence, entries.step
    broken = f.promise_due[hero] <= now
    f.promise_due[hero[broken]] = FOREVER
    entries.causes += np.where(broken, _BIT["promise_broken"], 0)
    done = (
        (f.order[hero] - 1 == entries.action) & (f.order_until[hero] > entries.started) & (f.order[hero] > 0)
    )
    lapsed = (f.order[hero] > 0) & (f.order_until[hero] <= now) & ~done
    entries.order = np.where(done | lapsed, f.order[hero], 0)
    entries.order_outcome = np.where(done, 1, np.where(lapsed, 3, 0))
    entries.causes += np.where(done, _BIT["order_done"], 0)
    over = hero[done | lapsed]
    f.order[over], f.order_quest[over], f.order_until[over] = 0, -1, 0
    f.touched[hero[(entries.causes > 0) | (entries.order > 0)]] = True
    if not entries.causes.any():
        return
    moved = causes.masks(entries.causes)
    for column, name in enumerate(("trust", "respect", "fear")):
        before = getattr(f, name)[hero]
        after = within(before + moved[:, column], 0, 100)
        entries.pillars[:, column] = after - before
        getattr(f, name)[hero] = after


def _finish(batch: Batch, hero: I64, entries: Entries) -> None:
    h, now, action = batch.heroes, entries.step, entries.action
    h.streak[hero] = np.where(h.last[hero] == action, np.minimum(h.streak[hero] + 1, 99), 1)
    h.last[hero] = action
    h.fed[hero] = np.where(action == Action.EAT, now, h.fed[hero])
    home = action == Action.QUEST_RETURN
    h.quest[hero[home]], h.place[hero[home]] = -1, 0
    gone = hero[action == Action.DEPART]
    h.status[gone], h.until[gone], h.partner[gone] = int(Status.GONE), FOREVER, -1
    h.touched[hero] = True
