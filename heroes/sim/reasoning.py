"""Why a hero decided so: a sentence or two in the hero's own voice, true to the numbers.

Named are the two largest positive contributions of the chosen action (of those that are ``VOICED``), and the
strongest rejected action with its own largest one. Which words stand for a contribution depends on the action and on
what the hero sees; ``heroes.sim.words`` has the tables, and ``spoken`` reads the sentences back.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heroes.sim.choice import Decisions
from heroes.sim.lexicon import CONTRIBUTIONS, UNVOICED, VOICED, Action
from heroes.sim.rules import PUBLISHED, Rules, rules
from heroes.sim.words.book import ANEW, COMPANY, KINDS, PLAIN, SHAPES, TAILS, Book, book, turn
from heroes.sim.words.families import COMRADES, ODDS
from heroes.sim.words.features import Scene, danger_band, feature, odds_band
from heroes.sim.words.hearing import Spoken, spoken

__all__ = ["Spoken", "reasons", "spoken"]

I32 = NDArray[np.int32]
Ints = NDArray[np.integer]
Rows = NDArray[np.intp]
NEAR, FAR = 120, 1500
"""Thousandths of utility between the chosen and the rejected action that count as little, and as much."""
SOMEBODY = "my companion"
_LEAST = np.int32(-(2**31))
_ORDER = CONTRIBUTIONS.index("order")
_QUEST = CONTRIBUTIONS.index("quest")
_SILENT = CONTRIBUTIONS.index(UNVOICED)
_M1, _M2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S27, _S30, _S31 = np.uint64(27), np.uint64(30), np.uint64(31)


@dataclass(frozen=True)
class Named:
    """(n,) what is to be said: codes of contributions, −1 where nothing is named; the two largest, and the lure."""

    first: Rows
    second: Rows
    lure: Rows


def reasons(
    decisions: Decisions, company: list[str], seat: NDArray[np.int64], by: Rules | None = None
) -> list[str]:
    """Put ``n`` decisions into words.

    ``company`` (n,) names the hero at hand, "" for nobody; ``seat`` (n,) any whole numbers that vary the wording;
    ``by`` the rules that the decisions were made by (the newest ones).
    """
    tongue = Tongue(book(), _mixed(seat))
    scene = Scene(decisions.context, by or rules(PUBLISHED[-1]))
    named = _named(decisions)
    values = _values(tongue, scene, decisions, named)
    main, tail = _shape(tongue, decisions, named, values), _tail(tongue, decisions, named, values)
    parts = _sentence(tongue, tongue.pick(tongue.book.shapes[main], 5), values)
    parts += _sentence(tongue, tongue.pick(tongue.book.shapes[len(SHAPES) + tail], 6), values)
    text = tongue.book.text
    said = list(map("".join, zip(*(text[part].tolist() for part in parts), strict=True)))
    called = np.any([tongue.book.named[part] for part in parts], axis=0)
    for row in np.flatnonzero(called).tolist():
        said[row] = said[row].replace(COMPANY, company[row] or SOMEBODY)
    return said


def _mixed(seat: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Seats as words in which every bit depends on every other (the finaliser of SplitMix64)."""
    word = seat.astype(np.uint64)
    word = (word ^ (word >> _S30)) * _M1
    word = (word ^ (word >> _S27)) * _M2
    return word ^ (word >> _S31)


@dataclass(frozen=True)
class Tongue:
    """The book, and what decides between wordings: eight bits of ``word`` (n,) for each of the eight picks."""

    book: Book
    word: NDArray[np.uint64]

    def pick(self, cell: Ints, purpose: int, avoid: tuple[Ints, ...] = ()) -> Ints:
        """(n,) one fragment of each cell (n,); the next one where it is the one to ``avoid``."""
        b, size = self.book, self.book.size[cell]
        at = ((self.word >> np.uint64(8 * purpose)) & np.uint64(255)).astype(np.int64) * size >> 8
        out = b.slots[b.start[cell] + at]
        for other in avoid:
            again = out == other
            out = np.where(again, b.slots[b.start[cell] + (at + again) % size], out)
        return out


def _named(decisions: Decisions) -> Named:
    """The two largest positive contributions of the chosen action, and the largest of the rejected one."""
    rows, weights, against = np.arange(len(decisions)), decisions.weights.copy(), decisions.against.copy()
    weights[:, _SILENT] = against[:, _SILENT] = _LEAST
    first = weights.argmax(axis=1)
    top = weights[rows, first].copy()
    weights[rows, first] = _LEAST
    second = weights.argmax(axis=1)
    lure = against.argmax(axis=1)
    tempting = (decisions.rejected >= 0) & (against[rows, lure] > 0)
    return Named(
        np.where(top > 0, first, -1),
        np.where(weights[rows, second] > 0, second, -1),
        np.where(tempting, lure, -1),
    )


def _clauses(tongue: Tongue, scene: Scene, contribution: Rows, action: Rows) -> Ints:
    """(n,) cells of what may be said of contributions to actions; 0 where nothing is named."""
    cell = np.zeros(len(action), dtype=np.int32)
    for name in VOICED:
        rows = np.flatnonzero(contribution == CONTRIBUTIONS.index(name))
        if len(rows):
            what = action[rows]
            cell[rows] = tongue.book.clauses[name][feature(scene, name, rows, what), what]
    return cell


def _values(tongue: Tongue, scene: Scene, decisions: Decisions, named: Named) -> I32:
    """(n, len(KINDS)) the fragment that would stand in each kind of slot."""
    b, chosen, rejected = tongue.book, decisions.chosen, np.maximum(decisions.rejected, 0)
    mode, danger = _modes(scene, chosen, named), danger_band(scene.context["danger"])
    first = tongue.pick(_clauses(tongue, scene, named.first, chosen), 0)
    second = tongue.pick(_clauses(tongue, scene, named.second, chosen), 1)
    lure = tongue.pick(_clauses(tongue, scene, named.lure, rejected), 2, avoid=(first, second))
    noun = tongue.pick(b.nouns[rejected, danger], 3)
    out = np.zeros((len(chosen), len(KINDS)), dtype=np.int32)
    stands = {
        "O": tongue.pick(b.openers[0, chosen, mode], 4),
        "o": tongue.pick(b.openers[1, chosen, mode], 4),
        **{"R": first + b.half, "r": first, "S": second + b.half, "s": second},
        **{"N": noun + b.half, "n": noun, "l": lure},
    }
    for kind, fragment in stands.items():
        out[:, KINDS.index(kind)] = fragment
    return out


def _modes(scene: Scene, chosen: Rows, named: Named) -> Rows:
    """(n,) how the action is spoken of: as a new one, as the same again, as a quest of some danger and odds."""
    ctx = scene.context
    again = (ctx["last"] == chosen) & (ctx["streak"] > 0)
    mode = np.where(again, ANEW, PLAIN)
    mode = np.where(chosen == Action.QUEST_RETURN, np.where(ctx["phase"] == 2, ANEW, PLAIN), mode)
    rows = np.flatnonzero((chosen == Action.QUEST_TRAVEL) | (chosen == Action.QUEST_TRIAL))
    if len(rows):
        about = feature(scene, "quest", rows, chosen[rows])
        told = (named.first[rows] == _QUEST) | (named.second[rows] == _QUEST)
        told &= (about >= ODDS) & (about < COMRADES)
        mode[rows] = turn(danger_band(ctx["danger"][rows]), odds_band(ctx["odds"][rows]), told)
    return mode


def _shape(tongue: Tongue, decisions: Decisions, named: Named, values: I32) -> Rows:
    """(n,) positions in SHAPES: how many reasons there are, how they compare, and whether they have commas."""
    rows, laden = np.arange(len(decisions)), tongue.book.laden
    first, second = decisions.weights[rows, named.first], decisions.weights[rows, named.second]
    return _chain(
        SHAPES,
        ("bleak", named.first < 0),
        ("single", named.second < 0),
        ("dominant", first >= 3 * second),
        ("laden", laden[values[:, KINDS.index("r")]] | laden[values[:, KINDS.index("s")]]),
        ("even", second * 10 >= first * 9),
        otherwise="plain",
    )


def _tail(tongue: Tongue, decisions: Decisions, named: Named, values: I32) -> Rows:
    """(n,) positions in TAILS: how close the second-best option came."""
    margin = decisions.weights.sum(axis=1) - decisions.against.sum(axis=1)
    order = decisions.weights[:, _ORDER]
    return _chain(
        TAILS,
        ("alone", decisions.rejected < 0),
        ("untempted", named.lure < 0),
        ("bidden", (order > 0) & (margin < order)),
        ("nearly", margin <= NEAR),
        ("hardly", margin >= FAR),
        ("tempted", tongue.book.laden[values[:, KINDS.index("l")]]),
        otherwise="brief",
    )


def _chain(names: tuple[str, ...], *tests: tuple[str, NDArray[np.bool_]], otherwise: str) -> Rows:
    """(n,) position among ``names`` of the first test that holds."""
    conditions = [holds for _, holds in tests]
    return np.select(conditions, [names.index(name) for name, _ in tests], names.index(otherwise)).astype(
        np.intp
    )


def _sentence(tongue: Tongue, frame: Ints, values: I32) -> list[Ints]:
    """Fragments (n,) each: literals and slots in turn, as the frames (n,) say."""
    b, rows = tongue.book, np.arange(len(frame))
    parts: list[Ints] = []
    for slot in range(b.kinds.shape[1]):
        parts += [b.literals[frame, slot], values[rows, b.kinds[frame, slot]]]
    return [*parts, b.literals[frame, -1]]
