"""The book of everything that heroes can say: fragments of text, and the numbers that find them.

A *fragment* is a piece of text; reasoning is a row of fragments. A *cell* is a set of fragments that mean the same,
from which one is picked. Grids lead from what is to be said (contribution, feature, action) to a cell. The book is put
together from the tables when it is first opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import Action
from heroes.sim.words import actions, frames, nouns, quests
from heroes.sim.words.families import clauses, sizes, split

I32 = NDArray[np.int32]
Grid = NDArray[np.int32]
Bands = NDArray[np.intp]
COMPANY = "{company}"
PLAIN, ANEW, TURN = 0, 1, 2
"""Modes of an opener: as it stands; again (or homewards); from TURN on for quests, see ``turn``."""
BANDS = len(quests.DANGER) * len(quests.ODDS)
MODES = TURN + 2 * BANDS
BY_ME = ("I ", "I'")
"""How an action begins that may end a sentence."""
SHAPES = ("bleak", "single", "plain", "laden", "dominant", "even")
TAILS = ("brief", "tempted", "nearly", "hardly", "bidden", "untempted", "alone")
KINDS = ("", "O", "o", "R", "r", "S", "s", "N", "n", "l")
"""What may stand in a slot: an action, the first reason, the second, the rejected action, what spoke for it."""
_SLOT = re.compile(r"(\{[OoRrSNnl]\})")


def turn(danger: Bands, odds: Bands, odds_named: NDArray[np.bool_]) -> Bands:
    """(n,) modes of openers for quests, by bands of danger and odds, and by whether the odds are named anyway."""
    return TURN + BANDS * odds_named + danger * len(quests.ODDS) + odds


def capital(text: str) -> str:
    """With a capital letter."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Frame:
    """A sentence: slots and what stands before, between and after them (one literal more than slots)."""

    slots: tuple[str, ...]
    literals: tuple[str, ...]

    @classmethod
    def of(cls, line: str) -> Frame:
        """Read ``{O}: {r}.``"""
        parts = _SLOT.split(line)
        slots = [part[1] for part in parts[1::2]]
        for at in [at for at, slot in enumerate(slots) if slot in "Rr"][1:]:
            slots[at] = "s"
        return cls(tuple(slots), tuple(parts[::2]))


@dataclass
class Cells:
    """Sets of fragments (or frames): cell ``c`` is ``slots[start[c] : start[c] + size[c]]``."""

    slots: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    size: list[int] = field(default_factory=list)
    known: dict[tuple[int, ...], int] = field(default_factory=dict)

    def add(self, members: list[int]) -> int:
        """The number of the cell with these members."""
        key = tuple(members)
        if key not in self.known:
            self.known[key] = len(self.start)
            self.start.append(len(self.slots))
            self.size.append(len(members))
            self.slots += members
        return self.known[key]


@dataclass
class Draft:
    """A book being written."""

    fragments: dict[str, int] = field(default_factory=dict)
    cells: Cells = field(default_factory=Cells)

    def write(self, text: str) -> int:
        """The number of a fragment."""
        return self.fragments.setdefault(text, len(self.fragments))

    def cell(self, texts: list[str]) -> int:
        """The number of the cell of these fragments."""
        return self.cells.add([self.write(text) for text in texts])


@dataclass(frozen=True)
class Book:
    """``text`` (2 × F,) objects: every fragment, then every fragment with a capital; ``half`` = F."""

    text: NDArray[np.object_]
    half: int
    named: NDArray[np.bool_]
    """(2 × F,) whether the company's name stands in it"""
    laden: NDArray[np.bool_]
    """(2 × F,) whether it has commas of its own"""
    slots: I32
    start: I32
    size: I32
    clauses: dict[str, Grid]
    """contribution: (features, A) cells"""
    openers: Grid
    """(2, A, MODES) cells: any opener, and those that begin with "I" """
    nouns: Grid
    """(A, danger bands) cells"""
    frames: list[Frame]
    kinds: NDArray[np.int8]
    """(frames, 3) which slot stands where: position in ``KINDS``"""
    literals: I32
    """(frames, 4) fragments"""
    shapes: I32
    """cells (of frames) in the order of SHAPES, then TAILS"""


@cache
def book() -> Book:
    """The book, put together at the first call."""
    draft = Draft()
    draft.write("")
    grids = {name: _grid(draft, name, count) for name, count in sizes().items()}
    openers = np.array([_openers(draft, only) for only in ("", BY_ME)], dtype=np.int32)
    nouns = np.array([_nouns(draft, action) for action in Action], dtype=np.int32)
    sentences, shapes = _frames(draft)
    kinds = [[KINDS.index(slot) for slot in (*frame.slots, "", "", "")[:3]] for frame in sentences]
    literals = [[draft.write(text) for text in (*frame.literals, "", "", "")[:4]] for frame in sentences]
    small = list(draft.fragments)
    text = np.array([*small, *map(capital, small)], dtype=object)
    return Book(
        text=text,
        half=len(small),
        named=np.array([COMPANY in fragment for fragment in text]),
        laden=np.array(["," in fragment for fragment in text]),
        slots=np.array(draft.cells.slots, dtype=np.int32),
        start=np.array(draft.cells.start, dtype=np.int32),
        size=np.array(draft.cells.size, dtype=np.int32),
        clauses=grids,
        openers=openers,
        nouns=nouns,
        frames=sentences,
        kinds=np.array(kinds, dtype=np.int8),
        literals=np.array(literals, dtype=np.int32),
        shapes=np.array(shapes, dtype=np.int32),
    )


def _grid(draft: Draft, name: str, features: int) -> Grid:
    cells = [[draft.cell(clauses(name, feature, action)) for action in Action] for feature in range(features)]
    return np.array(cells, dtype=np.int32)


def _frames(draft: Draft) -> tuple[list[Frame], list[int]]:
    """All frames, and the cells of those that serve each shape and each tail."""
    lines = {shape: list(split(getattr(frames, shape.upper()))) for shape in (*SHAPES, *TAILS)}
    lines["plain"] += lines["laden"]
    lines["dominant"] += lines["laden"]
    lines["even"] += lines["plain"]
    lines["brief"] += lines["tempted"]
    numbers: dict[str, int] = {}
    shapes = []
    for shape, members in lines.items():
        before = " " if shape in TAILS else ""
        shapes.append(draft.cells.add([numbers.setdefault(before + line, len(numbers)) for line in members]))
    return [Frame.of(line) for line in numbers], shapes


def _openers(draft: Draft, beginning: str | tuple[str, ...]) -> list[list[int]]:
    return [
        [
            draft.cell([one for one in openers(action, mode) if one.startswith(beginning)])
            for mode in range(MODES)
        ]
        for action in Action
    ]


def openers(action: Action, mode: int) -> list[str]:
    """How a hero may speak of doing this."""
    said = split(actions.OPENERS[action])
    if action in (Action.QUEST_TRAVEL, Action.QUEST_TRIAL) and mode >= TURN:
        return [f"{one}, {aside}" for one in said for aside in asides(mode)]
    if mode != ANEW:
        return said
    if action == Action.QUEST_RETURN:
        return split(actions.HOMEWARD)
    again = split(actions.AGAIN.get(action, ""))
    return again + said[: 1 + len(again)] if again else said


def asides(mode: int) -> list[str]:
    """What a hero says of the danger and the odds of a quest."""
    named, bands = divmod(mode - TURN, BANDS)
    danger, odds = divmod(bands, len(quests.ODDS))
    _, noun, however = quests.DANGER[danger]
    return (
        [however, noun] if named else [f"{noun} {quests.ODDS[odds][1]}", f"{however}, {quests.ODDS[odds][1]}"]
    )


def _nouns(draft: Draft, action: Action) -> list[int]:
    if action in nouns.NOUNS:
        return [draft.cell(split(nouns.NOUNS[action]))] * len(quests.DANGER)
    return [draft.cell(split(quests.NOUNS.replace("{danger}", word))) for word in quests.ADJECTIVES]
