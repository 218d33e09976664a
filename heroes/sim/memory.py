"""What heroes remember: a few things that mattered, made from their log alone, loud at first and fading.

A memory is a row of seven whole numbers (``FIELDS``); a hero keeps at most ``SLOTS`` of them. They are a pure fold over
the log in the order of (step, seq): ``of_lives``, ``of_bonds`` and ``of_master`` say what an entry leaves behind,
``keep`` puts it into the memory. How important a thing is stands in ``FELT``; how recent it is, ``loudness`` tells; how
near it is to the place, the people and the bonds of the moment, ``recall`` weighs (importance, recency and relevance,
as in J. S. Park and others, "Generative Agents", 2023), and so finds the one memory that is on a hero's mind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lessons import AWAY, LESSONS
from heroes.sim.lexicon import KEPT_IN_MIND, STEPS_A_DAY, Action, Bond

I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
Mask = NDArray[np.bool_]

SLOTS = 8
FIELDS = ("what", "action", "place", "other", "quest", "step", "felt")
"""Code of ``KEPT_IN_MIND``, 0 for an empty slot; 1 + code of the action, 1 + number of the place, 1 + number of the
other hero, number of the quest, 0 for none each; when; how it felt, −100 … 100."""
WHAT, ACTION, PLACE, OTHER, QUEST, STEP, FELT = range(len(FIELDS))
HALF_LIFE = 10
"""Game days in which a memory becomes half as loud."""
FAINT = 8
"""What is less loud has no say, and is not told."""
DELIGHT, MISERY, WOUND = 60, -40, 10
"""Satisfaction from which, and down to which, and points of health from which an hour is not forgotten."""
_DAYS = 10 * HALF_LIFE
_FADE = np.array(
    [1000 * (2 * HALF_LIFE - day % HALF_LIFE) // (2 * HALF_LIFE) >> day // HALF_LIFE for day in range(_DAYS)]
    + [0]
)
"""Thousandths that are left after so many days: halves, and a straight line between them."""
_CODE = {name: code for code, name in enumerate(KEPT_IN_MIND)}
_OPENED = {
    Bond.FRIENDSHIP: ("friend", 35),
    Bond.RIVALRY: ("rival", -35),
    Bond.ROMANTIC: ("love", 60),
    Bond.MENTOR: ("lesson", 30),
}
_ENDED = {Bond.ROMANTIC: ("parting", -60), Bond.FRIENDSHIP: ("parting", -25)}
_MASTERS = {"praise": ("praised", 25), "reward": ("rewarded", 40), "gift": ("gifted", 40), "console": ("consoled", 25),
            "mediate": ("reconciled", 25), "punish": ("punished", -50), "threaten": ("threatened", -45)}  # fmt: skip


def _of_bond(table: dict[Bond, tuple[str, int]]) -> I64:
    """(4, 2) what and felt by kind of bond, zeros where nothing is remembered of it."""
    pairs = [table.get(bond, ("", 0)) for bond in Bond]
    return np.array([[_CODE[name], felt] for name, felt in pairs], dtype=np.int64)


_BY_MARK = np.stack([np.zeros((len(Bond), 2), dtype=np.int64), _of_bond(_OPENED), _of_bond(_ENDED)])
"""(3, 4, 2) by the mark of a change and by kind of bond: what, and how it felt."""


@dataclass
class Lives:
    """``m`` activities that ended, in the order of the log: what of them could be remembered; (m,) each.

    ``hero`` is whatever tells heroes apart; ``other`` the number of the companion and ``place`` that of the place, −1
    for none; ``quest`` 0 for none; ``trial`` 1 won, 2 lost.
    """

    entry: I64
    hero: I64
    action: I64
    place: I64
    other: I64
    quest: I64
    step: I64
    satisfaction: I64
    hurt: I64
    trial: I64
    collapsed: Mask
    unpaid: Mask
    betrayed: Mask


@dataclass
class Impressions:
    """``k`` things that left a mark: in which entry of the log, on whom, and the memory (k, 7) it makes."""

    entry: I64
    hero: I64
    memory: I32


def memorable(satisfaction: I64, hurt: I64, trial: I64, wronged: Mask) -> Mask:
    """(m,) whether an activity leaves a memory. ``wronged``: collapsed, unpaid or betrayed."""
    far = (satisfaction >= DELIGHT) | (satisfaction <= MISERY)
    return far | (hurt >= WOUND) | (trial > 0) | wronged


def of_lives(lives: Lives) -> Impressions:
    """What activities leave behind: the loudest of what each of them was, the first of equals."""
    felt = np.stack([
        np.where(lives.trial == 1, np.maximum(lives.satisfaction, 50), 0),
        np.where(lives.trial == 2, np.minimum(lives.satisfaction, -55), 0),
        np.where(lives.betrayed, -70, 0),
        np.where((lives.hurt >= WOUND) & (lives.trial == 0), -np.minimum(25 + 2 * lives.hurt, 90), 0),
        np.where(lives.collapsed, -40, 0),
        np.where(lives.unpaid, -35, 0),
        np.where(lives.satisfaction >= DELIGHT, lives.satisfaction - 20, 0),
        np.where(lives.satisfaction <= MISERY, lives.satisfaction, 0),
    ], axis=1)  # fmt: skip
    loudest = np.abs(felt).argmax(axis=1)
    rows = np.arange(len(felt))
    some = np.flatnonzero(felt[rows, loudest])
    columns = (
        _LIVED[loudest], lives.action + 1, lives.place + 1, lives.other + 1, lives.quest, lives.step, felt[rows, loudest],
    )  # fmt: skip
    memory = np.stack(columns, axis=1).astype(np.int32)[some]
    return Impressions(lives.entry[some], lives.hero[some], memory)


_LIVED = np.array(
    [_CODE[name] for name in ("won", "lost", "betrayed", "hurt", "collapse", "unpaid", "delight", "misery")]
)


def of_bonds(entry: I64, hero: I64, other: I64, kind: I64, mark: I64, step: I64) -> Impressions:
    """What beginnings (``mark`` 1) and ends (2) of bonds leave with ``hero`` (k,); ``other`` is the far end's number."""
    what, felt = np.moveaxis(_BY_MARK[mark, kind], -1, 0)
    some = np.flatnonzero(what)
    memory = np.zeros((len(some), len(FIELDS)), dtype=np.int32)
    memory[:, WHAT], memory[:, OTHER] = what[some], other[some] + 1
    memory[:, STEP], memory[:, FELT] = step[some], felt[some]
    return Impressions(entry[some], hero[some], memory)


def of_master(kind: str, other: int | None, step: int) -> list[int] | None:
    """The memory that an intervention leaves, None for those that leave none; ``other`` as in a mediation."""
    if kind not in _MASTERS:
        return None
    name, felt = _MASTERS[kind]
    return [_CODE[name], 0, 0, 0 if other is None else other + 1, 0, step, felt]


def keep(memories: I32, parts: Sequence[Impressions]) -> NDArray[np.intp]:
    """Put what was felt into the memories (H, SLOTS, 7) in the order of the log; positions of those who remember it.

    An entry leaves one memory with each hero at most: the loudest, of equals the one of the lower code.
    """
    entry, hero = (np.concatenate([getattr(part, name) for part in parts]) for name in ("entry", "hero"))
    memory = np.concatenate([part.memory for part in parts])
    order = np.lexsort((memory[:, OTHER], memory[:, WHAT], -np.abs(memory[:, FELT]), entry, hero))
    entry, hero, memory = entry[order], hero[order], memory[order]
    first = np.ones(len(hero), dtype=bool)
    first[1:] = (entry[1:] != entry[:-1]) | (hero[1:] != hero[:-1])
    hero, memory = hero[first], memory[first]
    turn = np.arange(len(hero)) - np.searchsorted(hero, hero)
    for one in range(int(turn.max(initial=-1)) + 1):
        rows = np.flatnonzero(turn == one)
        memories[hero[rows]] = remember(memories[hero[rows]], memory[rows])
    return hero


def remember(kept: I32, new: I32) -> I32:
    """(n, SLOTS, 7) what is kept after one memory more for each of ``n`` heroes (n, 7).

    What happens again is one memory, and the louder for it. Where there is no room, the faintest is forgotten (the
    first of equals), and that may be the new one.
    """
    rows, out, now = np.arange(len(new)), kept.copy(), new.copy()
    left = loudness(kept, new[:, STEP].astype(np.int64))
    again = (kept[:, :, :QUEST] == new[:, None, :QUEST]).all(axis=2)
    known = again.any(axis=1)
    slot = np.where(known, again.argmax(axis=1), left.argmin(axis=1))
    half = np.where(known, left[rows, slot] // 2, 0)
    now[:, FELT] = np.clip(now[:, FELT] + half * np.sign(now[:, FELT]), -100, 100)
    wins = known | (np.abs(now[:, FELT]) >= left[rows, slot])
    out[rows[wins], slot[wins]] = now[wins]
    return out


def loudness(kept: I32, now: I64) -> I64:
    """(n, SLOTS) how loud memories still are at steps (n,): 0–100, and −1 for an empty slot."""
    days = np.minimum((now[:, None] - kept[:, :, STEP]) // STEPS_A_DAY, _DAYS)
    loud: I64 = np.abs(kept[:, :, FELT]) * _FADE[np.maximum(days, 0)] // 1000
    loud[kept[:, :, WHAT] == 0] = -1
    return loud


def table(rows: Sequence[Sequence[int]]) -> I32:
    """(n, SLOTS, FIELDS) from flat rows, as they are stored; what is empty is zeros."""
    out = np.zeros((len(rows), SLOTS * len(FIELDS)), dtype=np.int32)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return out.reshape(-1, SLOTS, len(FIELDS))


def flat(kept: I32) -> list[list[int]]:
    """The inverse: n rows of whole numbers, empty slots left out; those are the last ones."""
    filled = (kept[:, :, WHAT] > 0).sum(axis=1).tolist()
    rows = kept.reshape(len(kept), SLOTS * len(FIELDS)).tolist()
    return [row[: count * len(FIELDS)] for row, count in zip(rows, filled, strict=True)]


@dataclass
class Moment:
    """What ``n`` heroes have before their eyes: what could call something to mind.

    ``spots`` (n, A) number of the place of each action; ``shared`` (A,) what is done with the company at hand;
    ``company``, ``foe`` 1 + number, 0 for nobody; ``tie`` (n,) strength of the strongest bond with the company.
    """

    now: I64
    spots: I64
    shared: Mask
    company: I64
    foe: I64
    tie: I64


_SIGHTS = np.array([Action.REST, Action.HUNT, Action.PRAY, Action.QUEST_TRAVEL])
"""Actions whose spots are all that a hero has in sight."""


def recall(kept: I32, at: Moment) -> tuple[I32, I32]:
    """((n, 7), (n, A)): the memory on each hero's mind, zeros for none, and the points by which it moves each action.

    What would repeat it (the place, the action, the company) is sought or shunned; besides, each kind has its lesson.
    """
    rows, loud = np.arange(len(kept)), loudness(kept, at.now)
    place, other = kept[:, :, PLACE] - 1, kept[:, :, OTHER]
    near = (place[:, :, None] == at.spots[:, None, _SIGHTS]).any(axis=2) & (place >= AWAY)
    met = (other > 0) & ((other == at.company[:, None]) | (other == at.foe[:, None]))
    slot = (loud * (4 + 4 * near + met * (4 + at.tie // 20)[:, None])).argmax(axis=1)
    loud = loud[rows, slot]
    mind = np.where((loud >= FAINT)[:, None], kept[rows, slot], 0)
    again = 2 * ((at.spots == mind[:, PLACE, None] - 1) & (mind[:, PLACE, None] > AWAY))
    again[rows, mind[:, ACTION] - 1] += 2 * (mind[:, ACTION] > 0)
    again += 2 * at.shared * ((mind[:, OTHER] > 0) & (mind[:, OTHER] == at.company))[:, None]
    pull = np.sign(mind[:, FELT])[:, None] * again + LESSONS[mind[:, WHAT]]
    return mind, (pull * loud[:, None] * (mind[:, WHAT, None] > 0) // 4).astype(np.int32)
