"""What shared activities do to the bonds between heroes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from heroes.sim import bonds as social
from heroes.sim.bonds import Contacts
from heroes.sim.lexicon import Action, Bond
from heroes.sim.outcomes import BOND_OF_ACTION, CRAFT_OF_CLASS, warmth
from quests.sim.columns import PARTY
from worlds.sim.dice import Dice
from worlds.sim.log import Entries
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
_SHARED = np.isin(np.arange(len(Action)), social.SHARED)
FIRST = np.array([4, 5, 3, 3], dtype=np.int64)
"""By kind: what has to be felt at once for a bond to begin."""


def meet(batch: Batch, hero: I64, entries: Entries, dice: Dice) -> None:
    """Turn what was shared into contacts, and contacts into changes of bonds."""
    first = batch.log.entry_count
    contacts = _pastimes(batch, hero, entries, dice, first)
    party = _parties(batch, hero, entries, dice, first)
    if party is not None:
        contacts = _merged(contacts, party)
    if len(contacts.hero):
        batch.log.moves += social.meet(batch.bonds, contacts)


def _pastimes(batch: Batch, hero: I64, entries: Entries, dice: Dice, first: int) -> Contacts:
    """Contacts with the companion of a shared activity."""
    h = batch.heroes
    rows = np.flatnonzero((entries.partner >= 0) & (BOND_OF_ACTION[entries.action] >= 0))
    who, other = hero[rows], entries.partner[rows]
    h.met[who] = entries.step[rows]
    h.met[other] = entries.step[rows]
    h.touched[other] = True
    roll, action = dice.take(rows), entries.action[rows]
    alike = social.compatibility(h.traits[who], h.traits[other])
    felt, _ = social.strengths(batch.bonds, who, other, entries.step[rows])
    warm = warmth(alike, entries.effectiveness[rows], action, roll) - felt[:, Bond.RIVALRY] // GRUDGE
    kind = BOND_OF_ACTION[action]
    change = np.where(kind == Bond.MENTOR, 2 + np.maximum(warm, 0) // 2, warm)
    kind, change = _sides(felt, kind, change)
    change = roll.whole(_settled(felt, kind, change), 33)
    craft = CRAFT_OF_CLASS[h.hero_class[who]]
    teaches = h.skills[who, craft] >= h.skills[other, craft]
    return Contacts(who, other, kind, change, teaches, first + rows, entries.step[rows])


GRUDGE = 6
"""A rivalry spoils a meeting by a point for so many of its own."""


def _sides(felt: I64, kind: I64, change: I64) -> tuple[I64, I64]:
    """A quarrel wears a friendship first and then breeds rivalry; good hours wear a rivalry first."""
    friends = felt[:, Bond.FRIENDSHIP]
    plain = kind == Bond.FRIENDSHIP
    sour = plain & (change < 0) & (friends <= 4)
    mend = plain & (change > 0) & (felt[:, Bond.RIVALRY] > 0)
    return np.where(sour | mend, int(Bond.RIVALRY), kind), np.where(sour | mend, -change, change)


def _settled(felt: I64, kind: I64, change: I64) -> I64:
    """(n,) thousandths by which bonds move: the stronger one is, the slower it grows, and trifles begin none."""
    strength = felt[np.arange(len(kind)), kind]
    trifle = (strength == 0) & (change < FIRST[kind])
    return np.where(trifle, 0, change * np.where(change > 0, 100 - strength, 100) * 10)


def _parties(batch: Batch, hero: I64, entries: Entries, dice: Dice, first: int) -> Contacts | None:
    """A shared trial makes friends of those who won, and sets those who lost against each other."""
    rows = np.flatnonzero(entries.trial > 0)
    if not len(rows):
        return None
    party = batch.quests.party[entries.quest[rows]]
    seat = np.repeat(np.arange(len(rows)), PARTY)
    other = party.ravel()
    pair = (other >= 0) & (batch.heroes.number[np.maximum(other, 0)] > batch.heroes.number[hero[rows]][seat])
    seat, other = seat[pair], other[pair]
    if not len(seat):
        return None
    at = rows[seat]
    who, won, now = hero[at], entries.trial[at] == 1, entries.step[at]
    kind = np.full(len(at), int(Bond.FRIENDSHIP), dtype=np.int64)
    felt, _ = social.strengths(batch.bonds, who, other, now)
    kind, change = _sides(felt, kind, np.where(won, 7, -4))
    change = dice.take(at).whole(_settled(felt, kind, change), 34)
    return Contacts(who, other, kind, change, np.zeros(len(at), dtype=bool), first + at, now)


def _merged(some: Contacts, more: Contacts) -> Contacts:
    """Both, ordered by entry; pastimes and trials never share one."""
    joined = Contacts(
        *(np.concatenate([getattr(some, name), getattr(more, name)]) for name in some.__dataclass_fields__)
    )
    return joined.take(np.argsort(joined.entry, kind="stable"))


def shared(action: I64) -> NDArray[np.bool_]:
    """Which actions are done together with the company at hand."""
    out: NDArray[np.bool_] = _SHARED[action]
    return out
