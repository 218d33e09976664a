"""What heroes remember: a few things that mattered, made from their log alone, loud at first and fading.

A memory is a row of seven whole numbers (``FIELDS``); a hero keeps at most ``SLOTS`` of them. They are a pure fold over
the log in the order of (step, seq): ``of_life``, ``of_bond`` and ``of_master`` say what an entry leaves behind, ``keep``
puts it into the memory. Few entries leave anything, so that these go one by one. How important a thing is stands there
as what was felt; how recent it is, ``loudness`` tells; how near it is to the place, the people and the bonds of the
moment, ``recall`` weighs (importance, recency and relevance, as in J. S. Park and others, "Generative Agents", 2023),
and so finds the one memory that is on a hero's mind.

What an entry leaves behind and how it fades is part of the published rules: what was remembered is made anew from old
logs. Whoever changes it lets it depend on the version (``tests/sim/test_memory.py`` pins it).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from heroes.sim.bonds import SHARED
from heroes.sim.lessons import AWAY, LESSONS
from heroes.sim.lexicon import KEPT_IN_MIND, STEPS_A_DAY, Action, Bond

I32 = NDArray[np.int32]
I64 = NDArray[np.int64]
Mask = NDArray[np.bool_]
Row = list[int]

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
_NOWHERE = -2
_GONE = 10 * HALF_LIFE
_LEFT = [
    1024 * (2 * HALF_LIFE - day % HALF_LIFE) // (2 * HALF_LIFE) >> day // HALF_LIFE for day in range(_GONE)
]
_FADING = [left for left in _LEFT for _ in range(STEPS_A_DAY)] + [0]
_FADE = np.array(_FADING, dtype=np.int32)
"""By steps: what is left of 1,024, day by day; halves, and a straight line between them."""
_CODE = {name: code for code, name in enumerate(KEPT_IN_MIND)}
_OPENED = {
    Bond.FRIENDSHIP: ("friend", 35), Bond.RIVALRY: ("rival", -35), Bond.ROMANTIC: ("love", 60), Bond.MENTOR: ("lesson", 30),
}  # fmt: skip
_ENDED = {Bond.ROMANTIC: ("parting", -60), Bond.FRIENDSHIP: ("parting", -25)}
_BONDS: tuple[dict[Bond, tuple[str, int]], ...] = ({}, _OPENED, _ENDED)
"""By the mark of a change."""
_MASTERS = {
    "praise": ("praised", 25), "reward": ("rewarded", 40), "gift": ("gifted", 40), "console": ("consoled", 25),
    "mediate": ("reconciled", 25), "punish": ("punished", -50), "threaten": ("threatened", -45),
}  # fmt: skip


class Life(NamedTuple):
    """An activity that ended: what of it could be remembered.

    ``place`` and ``other`` are numbers, −1 for none; ``quest`` 0 for none; ``trial`` 1 won, 2 lost.
    """

    action: int
    place: int
    other: int
    quest: int
    step: int
    satisfaction: int
    hurt: int
    trial: int
    collapsed: bool
    unpaid: bool
    betrayed: bool


class Impression(NamedTuple):
    """Something left a mark: where in the log, on whom (whatever tells heroes apart), and the memory it makes."""

    entry: int
    hero: int
    memory: Row


def memorable(satisfaction: I64, hurt: I64, trial: I64, wronged: Mask) -> Mask:
    """(m,) whether an activity leaves a memory. ``wronged``: collapsed, unpaid or betrayed."""
    out: Mask = (satisfaction >= DELIGHT) | (satisfaction <= MISERY) | (hurt >= WOUND) | (trial > 0) | wronged
    return out


def of_life(life: Life) -> Row | None:
    """What an activity leaves behind: the loudest of what it was, the first of equals."""
    found = list(_felt(life))
    if not found:
        return None
    what, felt = max(found, key=lambda one: abs(one[1]))
    return [_CODE[what], life.action + 1, life.place + 1, life.other + 1, life.quest, life.step, felt]


def _felt(life: Life) -> Iterable[tuple[str, int]]:
    if life.trial == 1:
        yield "won", max(life.satisfaction, 50)
    if life.trial == 2:
        yield "lost", min(life.satisfaction, -55)
    if life.betrayed:
        yield "betrayed", -70
    if life.hurt >= WOUND and not life.trial:
        yield "hurt", -min(25 + 2 * life.hurt, 90)
    if life.collapsed:
        yield "collapse", -40
    if life.unpaid:
        yield "unpaid", -35
    if life.satisfaction >= DELIGHT:
        yield "delight", life.satisfaction - 20
    if life.satisfaction <= MISERY:
        yield "misery", life.satisfaction


def of_bond(kind: int, mark: int, other: int, step: int) -> Row | None:
    """What the beginning (``mark`` 1) or the end (2) of a bond leaves with either; ``other`` is the far end's number."""
    found = _BONDS[mark].get(Bond(kind))
    return [_CODE[found[0]], 0, 0, other + 1, 0, step, found[1]] if found else None


def of_master(kind: str, other: int | None, step: int) -> Row | None:
    """The memory that an intervention leaves, None for those that leave none; ``other`` as in a mediation."""
    found = _MASTERS.get(kind)
    return [_CODE[found[0]], 0, 0, 0 if other is None else other + 1, 0, step, found[1]] if found else None


def keep(memories: I32, impressions: Iterable[Impression]) -> list[int]:
    """Put what was felt into the memories (H, SLOTS, FIELDS) in the order of the log; who remembers it.

    An entry leaves one memory with each hero at most: the loudest, of equals the one of the lower code.
    """
    ranked = sorted(impressions, key=lambda one: (one.entry, one.hero, -abs(one.memory[FELT]), one.memory))
    heroes = []
    for (_, hero), some in groupby(ranked, key=lambda one: (one.entry, one.hero)):
        slot, row = remember(memories[hero].tolist(), next(some).memory)
        if slot >= 0:
            memories[hero, slot] = row
            heroes.append(hero)
    return heroes


def remember(kept: Sequence[Row], new: Row) -> tuple[int, Row]:
    """Where one memory more goes, and as what; −1 where it is forgotten at once.

    What happens again is one memory, and the louder for it. Where there is no room, the faintest is forgotten (the
    first of equals), and that may be the new one.
    """
    left = [_loud(row, new[STEP]) for row in kept]
    felt = new[FELT]
    for slot, row in enumerate(kept):
        if row[:QUEST] == new[:QUEST]:
            felt += left[slot] // 2 if felt > 0 else -(left[slot] // 2)
            return slot, [*new[:FELT], max(-100, min(100, felt))]
    slot = min(range(SLOTS), key=left.__getitem__)
    return (slot if left[slot] <= abs(felt) else -1), new


def _loud(row: Row, now: int) -> int:
    if not row[WHAT]:
        return -1
    return abs(row[FELT]) * _FADING[min(now - row[STEP], len(_FADING) - 1)] >> 10


def loudness(kept: I32, now: I64) -> I32:
    """(n, SLOTS) how loud memories are at steps (n,): 0–100."""
    age = np.minimum(now.astype(np.int32)[:, None] - kept[:, :, STEP], len(_FADE) - 1)
    loud: I32 = np.abs(kept[:, :, FELT]) * _FADE[age] >> 10
    return loud


def table(rows: Sequence[Sequence[int]]) -> I32:
    """(n, SLOTS, FIELDS) from flat rows, as they are stored; what is empty is zeros."""
    out = np.zeros((len(rows), SLOTS * len(FIELDS)), dtype=np.int32)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return out.reshape(-1, SLOTS, len(FIELDS))


def flat(kept: I32) -> list[Row]:
    """The inverse: n rows of whole numbers, empty slots left out; those are the last ones."""
    filled = (kept[:, :, WHAT] > 0).sum(axis=1).tolist()
    rows = kept.reshape(len(kept), SLOTS * len(FIELDS)).tolist()
    return [row[: count * len(FIELDS)] for row, count in zip(rows, filled, strict=True)]


@dataclass
class Moment:
    """What ``n`` heroes have before their eyes: what could call something to mind.

    ``spots`` (n, A) number of the place of each action; ``goal`` (n,) that of the quest on offer, −1 for none;
    ``company``, ``foe`` 1 + number, 0 for nobody; ``tie`` (n,) strength of the strongest bond with the company.
    """

    now: I64
    spots: I64
    goal: I64
    company: I32
    foe: I32
    tie: I32


_SIGHTS = np.array([Action.HUNT, Action.PRAY, Action.REST])
"""Actions whose spots, the quest's apart, are all that a hero has in sight."""
_SHARED = np.array(SHARED)
_TRAVEL = int(Action.QUEST_TRAVEL)


def recall(kept: I32, at: Moment) -> tuple[I32, I32]:
    """((n, FIELDS), (n, A)): the memory on each hero's mind, zeros for none, and the points by which it moves each
    action. What would repeat it (the place, the action, the company) is sought or shunned; besides, each kind has its
    lesson.
    """
    rows, loud = np.arange(len(kept)), loudness(kept, at.now)
    place, other = kept[:, :, PLACE], kept[:, :, OTHER]
    near = np.zeros(place.shape, dtype=bool)
    for site in (*at.spots[:, _SIGHTS].T, at.goal):
        near |= place == (site + 1).astype(np.int32)[:, None]
    near &= place > AWAY
    met = ((other == at.company[:, None]) | (other == at.foe[:, None])) & (other > 0)
    score = loud + loud * near
    score += loud * met * (20 + at.tie)[:, None] // 20
    slot = score.argmax(axis=1)
    vivid = loud[rows, slot]
    vivid *= vivid >= FAINT
    mind = kept[rows, slot] * (vivid > 0)[:, None]
    return mind, _pull(mind, vivid, at)


def _pull(mind: I32, vivid: I32, at: Moment) -> I32:
    what, action, place, other = mind[:, :QUEST].T
    twice = 2 * np.sign(mind[:, FELT]) * vivid
    there = np.where(place > AWAY, place - 1, _NOWHERE)
    pull = LESSONS[what] * vivid[:, None]
    pull += (at.spots == there[:, None]) * twice[:, None]
    pull[:, _TRAVEL] += (at.goal == there) * twice
    pull[np.arange(len(mind)), action - 1] += twice * (action > 0)
    pull[:, _SHARED] += (twice * ((other > 0) & (other == at.company)))[:, None]
    pull >>= 2
    return pull
