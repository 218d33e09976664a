"""Columns back into rows: the logs by COPY, everything else by one set-based statement per table."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from herotycoon.pg.bulk import Cursor, copy_lines
from herotycoon.storyteller.door import Storyteller
from worlds.rows import lines, states
from worlds.rows.ids import fresh
from worlds.rows.lines import Script
from worlds.rows.minds import Minds
from worlds.rows.roll import Roll
from worlds.sim.log import Entries, joined, nobody
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
class Told:
    """The log of a bite, ready to be written: entries in order of world and time, with their ids."""

    entries: Entries
    ids: list[str]
    at: I64
    """position in the written order of each entry, by the order in which it came about"""
    happening_ids: list[str]
    minds: Minds


def write(cursor: Cursor, batch: Batch, roll: Roll, teller: Storyteller) -> Written:
    """Store what a bite brought about. One transaction is assumed; ``Overtaken`` when a row was changed meanwhile."""
    script = Script.of(batch, roll)
    told = _told(batch, roll)
    worlds = [row.id for row in roll.rows.worlds]
    _write_logs(cursor, batch, roll, script, told)
    states.write(cursor, batch, roll, told, worlds, teller)
    count = len(told.ids)
    return Written(decisions=count, activities=count + len(told.happening_ids))


def _told(batch: Batch, roll: Roll) -> Told:
    log = batch.log
    ids = fresh(log.entry_count + len(log.happenings))
    happenings, rest = ids[: len(log.happenings)], ids[len(log.happenings) :]
    entries: Entries = joined([nobody(), *log.entries])
    order = np.lexsort((entries.seq, entries.step, batch.heroes.world[entries.hero]))
    at = np.empty(len(order), dtype=np.int64)
    at[order] = np.arange(len(order))
    entries = Entries(**{name: getattr(entries, name)[order] for name in Entries.__dataclass_fields__})
    return Told(entries, rest, at, happenings, Minds.of(batch, roll))


def _write_logs(cursor: Cursor, batch: Batch, roll: Roll, script: Script, told: Told) -> None:
    happenings = (
        lines.happening_line(script, one, id_)
        for one, id_ in zip(batch.log.happenings, told.happening_ids, strict=True)
    )
    entries = lines.activity_lines(script, told.entries, told.ids, *_bond_texts(batch, script, told))
    copy_lines(cursor, "activity_log", lines.ACTIVITY_COLUMNS, chain(happenings, entries))
    decided = lines.decision_lines(
        script, told.entries, told.ids, batch.rules.version, told.minds, roll.carried
    )
    copy_lines(cursor, "hero_decisions", lines.DECISION_COLUMNS, decided)


def _bond_texts(batch: Batch, script: Script, told: Told) -> tuple[dict[int, str], I64]:
    """What the entries tell of relationships: {written position: JSON}, and (m,) how much it matters."""
    texts: defaultdict[int, list[str]] = defaultdict(list)
    weight = np.zeros(len(told.ids), dtype=np.int64)
    bonds = batch.bonds
    for moves in batch.log.moves:
        other = bonds.other(moves.bond, moves.hero)
        at = told.at[moves.entry]
        teller = np.where(told.entries.hero[at] == moves.hero, -1, moves.hero)
        columns = (at, other, bonds.kind[moves.bond], moves.change, moves.fading, moves.mark, teller)
        for row, far, kind, change, fading, mark, who in zip(*(c.tolist() for c in columns), strict=True):
            of = None if who < 0 else script.number[who]
            texts[row].append(lines.bond_text(script.number[far], kind, change, fading, mark, of))
        np.maximum.at(weight, at, np.where(moves.mark == 1, _OPENED[bonds.kind[moves.bond]], 0))
    return {row: f"[{','.join(parts)}]" for row, parts in texts.items()}, weight
