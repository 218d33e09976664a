"""Columns back into rows: the logs by COPY, everything else by one set-based statement per table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from herotycoon.pg.bulk import Cursor, copy_lines
from herotycoon.pg.pen import Pen
from herotycoon.pg.scribe import Deed, at_once
from herotycoon.storyteller.door import Storyteller
from worlds.rows import lines, states
from worlds.rows.ids import fresh
from worlds.rows.lines import Script
from worlds.rows.minds import Minds
from worlds.rows.roll import Roll
from worlds.sim.log import Entries, Happening, joined, nobody
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
_FIRST_LOVE, _FIRST_QUARREL, _FIRST_FRIEND = 66, 61, 32
_OPENED = np.array([_FIRST_FRIEND, _FIRST_QUARREL, _FIRST_LOVE, _FIRST_FRIEND])


@dataclass
class Written:
    """What a bite stored: counts, and the id of the last activity of each hero, world and bond that changed."""

    decisions: int
    activities: int


@dataclass
class Page:
    """Part of the log of a bite, ready to be written: entries in order of world and time, with their ids."""

    first: int
    """entries before this page"""
    parts: int
    """parts of the log that are on this page"""
    entries: Entries
    ids: list[str]
    at: I64
    """position on the page of each entry, by the order in which it came about"""
    happenings: list[Happening]
    happening_ids: list[str]


@dataclass
class Told:
    """The log of a bite as it was written: the entries of its pages, each in order of world and time."""

    entries: Entries
    ids: list[str]
    at: I64
    """position in the written order of each entry, by the order in which it came about"""
    happening_ids: list[str]
    minds: Minds


def write(cursor: Cursor, batch: Batch, roll: Roll, teller: Storyteller) -> Written:
    """Store what a bite brought about. One transaction is assumed; ``Overtaken`` when a row was changed meanwhile."""
    return Book(cursor, batch, roll).close(teller)


class Book:
    """Writes a bite down, page by page: the logs as they grow, at the end everything else.

    ``hand`` takes what is to be done on the cursor, in order: a scribe's ``do``, so that the next page can be lived
    while this one is stored.
    """

    def __init__(
        self, cursor: Cursor, batch: Batch, roll: Roll, hand: Callable[[Deed], None] = at_once
    ) -> None:
        self._cursor, self._batch, self._roll, self._hand = cursor, batch, roll, hand
        self._script, self._minds = Script.of(batch, roll), Minds.of(batch, roll)
        self._pages: list[Page] = []
        self._moves = 0

    def page(self) -> None:
        """Log what came about since the last page."""
        self._minds.listen()
        page = self._turned()
        script, carried, version = self._script, self._roll.carried, self._batch.rules.version
        script.quest = self._batch.quests.number.tolist()  # new ones are posted as time goes by
        bonds, weight = self._bond_texts(page)
        happenings = zip(page.happenings, page.happening_ids, strict=True)
        activities = [lines.happening_line(script, *one) for one in happenings]
        activities += lines.activity_lines(script, page.entries, page.ids, bonds, weight)
        decisions = lines.decision_lines(script, page.entries, page.ids, version, self._minds, carried)
        self._copy("activity_log", lines.ACTIVITY_COLUMNS, activities)
        self._copy("hero_decisions", lines.DECISION_COLUMNS, decisions)

    def close(self, teller: Storyteller) -> Written:
        """The last page, and everything but the logs."""
        self.page()
        told, worlds = self._told(), [row.id for row in self._roll.rows.worlds]
        states.write(Pen(self._cursor, self._hand), self._batch, self._roll, told, worlds, teller)
        count = len(told.ids)
        return Written(decisions=count, activities=count + len(told.happening_ids))

    def _copy(self, table: str, columns: Sequence[str], rows: list[str]) -> None:
        if rows:
            self._hand(partial(copy_lines, self._cursor, table, columns, rows))

    def _turned(self) -> Page:
        """The next page."""
        log, before = self._batch.log, self._pages
        happenings = log.happenings[sum(len(page.happenings) for page in before) :]
        entries: Entries = joined([nobody(), *log.entries[sum(page.parts for page in before) :]])
        parts = len(log.entries) - sum(page.parts for page in before)
        ids = fresh(len(entries) + len(happenings))
        order = np.lexsort((entries.seq, entries.step, self._batch.heroes.world[entries.hero]))
        at = np.empty(len(order), dtype=np.int64)
        at[order] = np.arange(len(order))
        entries = Entries(**{name: getattr(entries, name)[order] for name in Entries.__dataclass_fields__})
        first = sum(len(page.ids) for page in before)
        page = Page(first, parts, entries, ids[len(happenings) :], at, happenings, ids[: len(happenings)])
        self._pages.append(page)
        return page

    def _told(self) -> Told:
        pages = self._pages
        return Told(
            entries=joined([page.entries for page in pages]),
            ids=list(chain.from_iterable(page.ids for page in pages)),
            at=np.concatenate([page.first + page.at for page in pages]),
            happening_ids=list(chain.from_iterable(page.happening_ids for page in pages)),
            minds=self._minds,
        )

    def _bond_texts(self, page: Page) -> tuple[dict[int, str], I64]:
        """What the entries tell of relationships: {position in the page: JSON}, and (m,) how much it matters."""
        texts: defaultdict[int, list[str]] = defaultdict(list)
        weight = np.zeros(len(page.ids), dtype=np.int64)
        bonds, number = self._batch.bonds, self._script.number
        for moves in self._batch.log.moves[self._moves :]:
            other = bonds.other(moves.bond, moves.hero)
            at = page.at[moves.entry - page.first]
            teller = np.where(page.entries.hero[at] == moves.hero, -1, moves.hero)
            columns = (at, other, bonds.kind[moves.bond], moves.change, moves.fading, moves.mark, teller)
            for row, far, kind, change, fading, mark, who in zip(*(c.tolist() for c in columns), strict=True):
                of = None if who < 0 else number[who]
                texts[row].append(lines.bond_text(number[far], kind, change, fading, mark, of))
            np.maximum.at(weight, at, np.where(moves.mark == 1, _OPENED[bonds.kind[moves.bond]], 0))
        self._moves = len(self._batch.log.moves)
        return {row: f"[{','.join(parts)}]" for row, parts in texts.items()}, weight
