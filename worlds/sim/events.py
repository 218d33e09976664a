"""World events: what comes over a world from its own seed, and what it does while it lasts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import Action, Venue
from worlds.sim.clock import MIDNIGHT, STEPS_A_DAY
from worlds.sim.log import Happening
from worlds.sim.state import Batch, Events
from worlds.sim.terrain import effects, pulls

I64 = NDArray[np.int64]
_A = Action


@dataclass(frozen=True)
class Nature:
    """A kind of event: how long (days), where, what it does to the appeal of actions and to prices."""

    days: tuple[int, int]
    local: bool
    pull: dict[Action, int]
    effects: dict[str, int]
    market: int = 0
    weight: int = 10
    toll: int = 0
    """thousandths of health that everybody loses per step"""


NATURES: dict[str, Nature] = {
    "festival": Nature((1, 3), False, {_A.CAROUSE: 1500, _A.SOCIALISE: 900, _A.COURT: 900, _A.EAT: 500, _A.WORK: -900, _A.STUDY: -500}, {"mood_bonus": 8}, 10, 12),
    "storm": Nature((1, 2), True, {_A.HUNT: -1800, _A.GATHER: -1800, _A.EXPLORE: -1600, _A.PATROL: -1200, _A.REST: 300}, {"survival_bonus": -6}, 0, 12),
    "incursion": Nature((2, 4), True, {_A.PATROL: 1800, _A.HUNT: 600, _A.GATHER: -2200, _A.EXPLORE: -1400, _A.PRAY: -500}, {"courage_bonus": 5}, 0, 9),
    "market_boom": Nature((2, 5), False, {_A.TRADE: 1500, _A.CRAFT: 900, _A.GATHER: 500}, {"gold_bonus": 8}, 45, 9),
    "market_slump": Nature((2, 5), False, {_A.TRADE: -1400, _A.CRAFT: -400, _A.STUDY: 200}, {"gold_bonus": -6}, -40, 9),
    "plague": Nature((3, 6), False, {_A.SOCIALISE: -1300, _A.CAROUSE: -1600, _A.COURT: -700, _A.PRAY: 500, _A.SEEK_HELP: 900}, {"health_bonus": -4}, -10, 4, 150),
    "discovery": Nature((2, 4), True, {_A.EXPLORE: 1700, _A.GATHER: 700, _A.STUDY: 900}, {"curiosity_bonus": 6}, 0, 10),
}  # fmt: skip
KINDS = tuple(NATURES)
_DRAW = np.repeat(np.arange(len(KINDS)), [nature.weight for nature in NATURES.values()])
_TOLL = np.array([nature.toll for nature in NATURES.values()], dtype=np.int64)
CHANCE = 170
"""Thousandths per day that something comes, as long as fewer than two things are under way."""


def turn(batch: Batch, world: I64) -> None:
    """Let events come, begin and end in the worlds (positions) that have just moved one step."""
    step = batch.worlds.step
    born = world[step[world] % STEPS_A_DAY == MIDNIGHT]
    if len(born):
        _conceive(batch, born)
    e = batch.events
    moved = np.zeros(len(step), dtype=bool)
    moved[world] = True
    moved = moved[e.world]
    ending = np.flatnonzero(moved & (e.status == 1) & (e.ends <= step[e.world]))
    beginning = np.flatnonzero(moved & (e.status == 0) & (e.starts <= step[e.world]))
    if len(ending) or len(beginning):
        _announce(batch, ending, "event_ends", 2)
        _announce(batch, beginning, "event_begins", 1)
        spread(batch, np.unique(e.world[np.concatenate([ending, beginning])]))
        _interrupt(batch, beginning)


def _conceive(batch: Batch, world: I64) -> None:
    """New events, from the world's own dice."""
    e, w = batch.events, batch.worlds
    busy = np.bincount(e.world[e.status < 2], minlength=len(w.step))
    dice = batch.world_dice(world)
    lucky = (dice.below(1000, 1) < CHANCE) & (busy[world] < 2)
    world, dice = world[lucky], dice.take(lucky)
    kind = _DRAW[dice.below(len(_DRAW), 2)]
    local = np.array([NATURES[KINDS[k]].local for k in kind], dtype=bool)
    days = np.array([NATURES[KINDS[k]].days for k in kind], dtype=np.int64).reshape(-1, 2)
    place = np.where(local, 2 + dice.below(w.biomes[world], 3), -1)
    starts = w.step[world] + dice.between(1, STEPS_A_DAY, 4)
    ends = starts + (days[:, 0] + dice.below(days[:, 1] - days[:, 0] + 1, 5)) * STEPS_A_DAY
    for i, one in enumerate(world):
        nature = NATURES[KINDS[kind[i]]]
        add(
            e,
            int(one),
            int(w.next_event[one]),
            int(kind[i]),
            int(place[i]),
            int(starts[i]),
            int(ends[i]),
            nature,
        )
        w.next_event[one] += 1


def add(
    e: Events, world: int, number: int, kind: int, place: int, starts: int, ends: int, nature: Nature
) -> None:
    """Append one event that is still to come."""
    for name, value in zip(
        ("world", "number", "kind", "place", "starts", "ends", "status", "market"),
        (world, number, kind, place, starts, ends, 0, nature.market),
        strict=True,
    ):
        setattr(e, name, np.append(getattr(e, name), np.int64(value)))
    e.pull = np.concatenate([e.pull, pull_of(nature, nature.effects)[None, :]])
    e.touched = np.append(e.touched, True)


def pull_of(nature: Nature, bonuses: dict[str, int]) -> NDArray[np.int32]:
    """(A,) thousandths that an event with these effects adds to each action."""
    return pulls(nature.pull) + effects(bonuses)


def _announce(batch: Batch, at: I64, action: str, status: int) -> None:
    e, w = batch.events, batch.worlds
    for i in at[np.lexsort((e.number[at], e.world[at]))]:
        world = int(e.world[i])
        data = {"event": int(e.number[i]), "kind": KINDS[e.kind[i]], "place": int(e.place[i])}
        if e.place[i] < 0:
            del data["place"]
        importance = 70 if status == 1 else 35
        batch.log.happenings.append(
            Happening(world, action, int(w.step[world]), int(w.seq[world]), data, importance=importance)
        )
        w.seq[world] += 1
    e.status[at], e.touched[at] = status, True


def spread(batch: Batch, world: I64) -> None:
    """Work out anew what the events in force do to every place of these worlds."""
    e, w, places = batch.events, batch.worlds, batch.places
    count = w.biomes + w.landmarks + 2
    for one in world:
        first, last = w.first_place[one], w.first_place[one] + count[one]
        places.push[first:last] = 0
        for i in np.flatnonzero((e.world == one) & (e.status == 1)):
            here = slice(first, last) if e.place[i] < 0 else slice(first + e.place[i], first + e.place[i] + 1)
            places.push[here] += e.pull[i]


def market(batch: Batch, world: I64) -> I64:
    """(n,) per cent by which prices stand off the ordinary in each of these worlds."""
    e = batch.events
    swing = np.bincount(e.world, weights=e.market * (e.status == 1), minlength=len(batch.worlds.step))
    return swing.astype(np.int64)[world]


def toll(batch: Batch, world: I64) -> I64:
    """(n,) thousandths of health that the events in force take per step in each of these worlds."""
    e = batch.events
    taken = np.bincount(e.world, weights=_TOLL[e.kind] * (e.status == 1), minlength=len(batch.worlds.step))
    return taken.astype(np.int64)[world]


def _interrupt(batch: Batch, beginning: I64) -> None:
    """An incursion cuts short what is being done in its place: the heroes there look up and decide anew."""
    e, heroes = batch.events, batch.heroes
    for i in beginning[e.kind[beginning] == KINDS.index("incursion")]:
        there = (heroes.world == e.world[i]) & (heroes.place == e.place[i])
        there &= (heroes.until > batch.worlds.step[e.world[i]]) & (
            batch.rules.venue[heroes.action] != Venue.ROAD
        )
        heroes.until[there] = batch.worlds.step[e.world[i]]
