"""How heroes come to like, rival, love and teach each other.

Bonds fade with absence: one point towards indifference every three days. Fading is computed whenever a bond is read and
booked at the next contact, so that nothing has to be written for the passing of time.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.columns import Bonds, Heroes, within
from heroes.sim.lexicon import Action, Bond

I64 = NDArray[np.int64]
Mask = NDArray[np.bool_]

FADE_STEPS = 144
CAP = 30
"""Bonds a hero keeps; the weakest is forgotten."""
SHARED = (Action.SOCIALISE, Action.COURT, Action.MENTOR, Action.CAROUSE, Action.TRAIN_COMBAT)
"""Actions that are shared with the company at hand, where there is any."""


@dataclass
class Contacts:
    """``c`` meetings, ordered by world and hero number: who, with whom, which bond they touch, how much it moves.

    ``entry`` is the position of the activity in the log that the change is told with.
    """

    hero: I64
    other: I64
    kind: I64
    change: I64
    teaches: Mask
    """the hero is the mentor, where the kind is mentor"""
    entry: I64
    step: I64

    def take(self, rows: NDArray[np.intp]) -> Contacts:
        """Some of them."""
        return Contacts(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


@dataclass
class Moves:
    """What happened to bonds: one position per change, in order. ``mark``: 0 changed, 1 opened, 2 forgotten."""

    entry: I64
    bond: I64
    hero: I64
    change: I64
    fading: I64
    mark: I64
    step: I64


def faded(strength: I64, last: I64, step: I64) -> I64:
    """The strength of a bond after its absence."""
    loss = np.minimum((step - last) // FADE_STEPS, np.abs(strength))
    return strength - np.sign(strength) * loss


def compatibility(traits: I64, others: I64) -> I64:
    """(n,) −50 … 50: how alike two heroes are, empathy on either side helping. Both (n, 7)."""
    distance = np.abs(traits - others).sum(axis=1) // 7
    kindness = (traits[:, 6] + others[:, 6] - 100) // 8
    return within(32 - distance + kindness, -50, 50)


def find(bonds: Bonds, hero: I64, other: I64, kind: I64) -> I64:
    """(n,) the living bond of that kind between each two heroes, −1 where there is none."""
    mine = bonds.slots[hero]
    safe = np.maximum(mine, 0)
    hit = (mine >= 0) & (bonds.kind[safe] == kind[:, None])
    hit &= (bonds.a[safe] == other[:, None]) | (bonds.b[safe] == other[:, None])
    column = hit.argmax(axis=1)
    rows = np.arange(len(hero))
    return np.where(hit[rows, column], mine[rows, column], -1)


def strengths(bonds: Bonds, hero: I64, other: I64, step: I64) -> tuple[I64, I64]:
    """((n, 4), (n,)): strength of each kind of bond between each two heroes now, and whether the hero is the mentor."""
    mine = bonds.slots[hero]
    safe = np.maximum(mine, 0)
    hit = (mine >= 0) & ((bonds.a[safe] == other[:, None]) | (bonds.b[safe] == other[:, None]))
    rows, columns = np.nonzero(hit)
    bond = mine[rows, columns]
    out = np.zeros((len(hero), len(Bond)), dtype=np.int64)
    out[rows, bonds.kind[bond]] = faded(bonds.strength[bond], bonds.last[bond], step[rows])
    teaches = (bonds.kind[bond] == Bond.MENTOR) & (bonds.mentor_is_a[bond] == (bonds.a[bond] == hero[rows]))
    teacher = np.zeros(len(hero), dtype=np.int64)
    teacher[rows[teaches]] = 1
    return out, teacher


def company(
    bonds: Bonds, heroes: Heroes, hero: I64, stranger: I64, step: I64, shy: Mask
) -> tuple[I64, I64, I64]:
    """(n,) ×3: the hero at hand, the worst rival in the same place (−1 for nobody), the strength of that rivalry.

    The best-liked acquaintance in the same place is preferred to the ``stranger`` met by chance, unless not ``shy``.
    """
    mine = bonds.slots[hero]
    safe = np.maximum(mine, 0)
    me = hero[:, None]
    far = np.where(bonds.a[safe] == me, bonds.b[safe], bonds.a[safe])
    here = (mine >= 0) & awake(heroes, far) & (heroes.place[far] == heroes.place[me])
    now = faded(bonds.strength[safe], bonds.last[safe], step[:, None])
    rivalry = bonds.kind[safe] == Bond.RIVALRY
    rows = np.arange(len(hero))
    liking = np.where(here & ~rivalry, now, -1000)
    best = _first(liking, far)
    known = (liking[rows, best] > -20) & (shy | (stranger < 0))
    hostile = np.where(here & rivalry, now, 0)
    worst = _first(hostile, far)
    enmity = hostile[rows, worst]
    foe = np.where(enmity > 0, far[rows, worst], -1)
    return np.where(known, far[rows, best], stranger), foe, enmity


def _first(score: I64, far: I64) -> NDArray[np.intp]:
    """(n,) the column of the highest score, ties by the lower hero: slots may stand in any order."""
    return (score * 2**32 - far).argmax(axis=1)


def awake(heroes: Heroes, who: I64) -> Mask:
    """Who could be met: neither asleep nor on the road nor gone."""
    action = heroes.action[who]
    return (action != Action.SLEEP) & (action < Action.QUEST_TRAVEL) & (heroes.status[who] < 2)


def meet(bonds: Bonds, contacts: Contacts) -> list[Moves]:
    """Apply meetings to the bonds in order, opening and forgetting bonds where needed.

    Meetings that share a hero are applied one after the other; all others at once. The result does not depend on it.
    """
    moves: list[Moves] = []
    pending = np.arange(len(contacts.hero))
    while len(pending):
        some = contacts.take(pending)
        first = np.full(len(bonds.slots), len(contacts.hero), dtype=np.int64)
        np.minimum.at(first, some.hero, pending)
        np.minimum.at(first, some.other, pending)
        ready = (first[some.hero] == pending) & (first[some.other] == pending)
        moves += _apply(bonds, some.take(np.flatnonzero(ready)))
        pending = pending[~ready]
    return moves


def _apply(bonds: Bonds, contacts: Contacts) -> list[Moves]:
    bond = find(bonds, contacts.hero, contacts.other, contacts.kind)
    new = np.flatnonzero((bond < 0) & (contacts.change != 0))
    moves = _make_room(bonds, contacts.take(new)) if len(new) else []
    bond[new] = _open(bonds, contacts.take(new))
    rows = np.flatnonzero(bond >= 0)
    if not len(rows):
        return moves
    touched, some = bond[rows], contacts.take(rows)
    before = bonds.strength[touched]
    now = faded(before, bonds.last[touched], some.step)
    after = within(now + some.change, -100, 100)
    bonds.strength[touched] = after
    bonds.interactions[touched] += 1
    bonds.last[touched] = some.step
    bonds.touched[touched] = True
    mark = np.zeros(len(contacts.hero), dtype=np.int64)
    mark[new] = 1
    mark[rows[after == 0]] = 2  # two who mean nothing to each other any more
    _close(bonds, touched[after == 0])
    moves.append(Moves(some.entry, touched, some.hero, after - now, now - before, mark[rows], some.step))
    return moves


def _open(bonds: Bonds, new: Contacts) -> I64:
    n = len(new.hero)
    bonds.grow(n)
    at = np.arange(bonds.size, bonds.size + n)
    bonds.size += n
    first = np.minimum(new.hero, new.other)
    bonds.a[at], bonds.b[at] = first, np.maximum(new.hero, new.other)
    bonds.kind[at], bonds.strength[at], bonds.interactions[at] = new.kind, 0, 0
    bonds.last[at], bonds.alive[at] = new.step, True
    bonds.mentor_is_a[at] = new.teaches == (first == new.hero)
    for end in (new.hero, new.other):
        free = (bonds.slots[end] < 0).argmax(axis=1)
        bonds.slots[end, free] = at
    return at


def _make_room(bonds: Bonds, new: Contacts) -> list[Moves]:
    moves = []
    for end in (new.hero, new.other):
        full = np.flatnonzero((bonds.slots[end] >= 0).all(axis=1))
        if len(full):
            moves.append(_forget(bonds, end[full], new.take(full)))
    return moves


def _close(bonds: Bonds, bond: I64) -> None:
    bonds.strength[bond], bonds.alive[bond], bonds.touched[bond] = 0, False, True
    for one in bond:
        for end in (bonds.a[one], bonds.b[one]):
            bonds.slots[end][bonds.slots[end] == one] = -1


def _forget(bonds: Bonds, hero: I64, cause: Contacts) -> Moves:
    """Drop the weakest bond of each hero (the longest unseen among equals), at both ends."""
    mine = bonds.slots[hero]
    now = faded(bonds.strength[mine], bonds.last[mine], cause.step[:, None])
    far = bonds.other(mine, hero[:, None]) - hero[:, None] + 1024
    rank = ((np.abs(now) * 2**32 + bonds.last[mine]) * 2**11 + far) * 4 + bonds.kind[mine]
    bond, teller = np.unique(mine[np.arange(len(hero)), rank.argmin(axis=1)], return_index=True)
    step = cause.step[teller]
    before = bonds.strength[bond]
    left = faded(before, bonds.last[bond], step)
    _close(bonds, bond)
    order = np.argsort(teller)
    mark = np.full(len(bond), 2, dtype=np.int64)
    return Moves(*(column[order] for column in (
        cause.entry[teller], bond, hero[teller], -left, left - before, mark, step)))  # fmt: skip
