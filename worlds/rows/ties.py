"""Writes bonds back, both rows of a pair at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any
from uuid import UUID

import numpy as np
import orjson
from uuid_utils.compat import uuid7

from heroes.sim.lexicon import ACTIONS, HISTORY, RELATIONSHIPS, Bond
from herotycoon.pg.pen import Pen
from worlds.rows.roll import Roll
from worlds.sim.state import Batch

if TYPE_CHECKING:
    from worlds.rows.write import Told

APPENDED = f"jsonb_path_query_array(t.{{0}} || v.{{0}}::jsonb, '$[last - {HISTORY - 1} to last]')"
"""SQL that appends to a JSON history and keeps its newest entries."""
_NEW = (
    "id", "world_id", "hero_id", "other_id", "kind", "role", "strength", "opening", "interactions", "last_step",
    "history", "explained_by",
)  # fmt: skip


def write(pen: Pen, batch: Batch, roll: Roll, told: Told, worlds: list[UUID]) -> None:
    """Forgotten bonds go, changed ones are updated, new ones are inserted; always as pairs."""
    history, explained = _histories(batch, told)
    bonds = batch.bonds
    known = np.arange(bonds.size) < bonds.stored
    touched, alive = bonds.touched[: bonds.size], bonds.alive[: bonds.size]
    _forget(pen, roll, np.flatnonzero(known & touched & ~alive).tolist(), worlds, explained)
    _change(pen, batch, roll, np.flatnonzero(known & touched & alive).tolist(), worlds, history, explained)
    _open(pen, batch, roll, np.flatnonzero(~known & alive).tolist(), history, explained)


def _histories(batch: Batch, told: Told) -> tuple[dict[int, list[dict[str, Any]]], dict[int, str]]:
    """New entries of each bond's history, and the last activity that changed it."""
    history: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    explained: dict[int, str] = {}
    for moves in batch.log.moves:
        at = told.at[moves.entry]
        columns = (moves.bond, at, moves.step, told.entries.action[at], moves.change, moves.fading)
        for bond, row, step, action, change, fading in zip(*(c.tolist() for c in columns), strict=True):
            entry = {"step": step, "cause": ACTIONS[action], "change": change}
            history[bond].append(entry | {"fading": fading} if fading else entry)
            explained[bond] = told.ids[row]
    return history, explained


def _forget(pen: Pen, roll: Roll, gone: list[int], worlds: list[UUID], explained: dict[int, str]) -> None:
    """The rows first say which activity tells of it: what nobody explained is booked by the database."""
    pairs = [(bond, roll.rows.bonds[row]) for bond in gone for row in roll.bond_pairs[bond]]
    if not pairs:
        return
    ids = [row.id for _, row in pairs]
    pen.update_rows("hero_relationships", worlds, {
        "id": ("uuid", ids),
        "world_id": ("uuid", [row.world_id for _, row in pairs]),
        "version": ("int4", [row.version for _, row in pairs]),
        "explained_by": ("uuid", [explained[bond] for bond, _ in pairs]),
    })  # fmt: skip
    pen.execute("DELETE FROM hero_relationships WHERE id = ANY(%s) AND world_id = ANY(%s)", [ids, worlds])


def _change(
    pen: Pen,
    batch: Batch,
    roll: Roll,
    changed: list[int],
    worlds: list[UUID],
    history: dict[int, list[dict[str, Any]]],
    explained: dict[int, str],
) -> None:
    bonds = batch.bonds
    pairs = [(bond, roll.rows.bonds[row]) for bond in changed for row in roll.bond_pairs[bond]]
    at = np.array([bond for bond, _ in pairs], dtype=np.int64)
    newest = {bond: orjson.dumps(history[bond][-HISTORY:]).decode() for bond in changed}
    pen.update_rows("hero_relationships", worlds, {
        "id": ("uuid", [row.id for _, row in pairs]),
        "world_id": ("uuid", [row.world_id for _, row in pairs]),
        "version": ("int4", [row.version for _, row in pairs]),
        "strength": ("int4", bonds.strength[at].tolist()),
        "interactions": ("int4", bonds.interactions[at].tolist()),
        "last_step": ("int4", bonds.last[at].tolist()),
        "history": ("jsonb", [newest[bond] for bond, _ in pairs]),
        "explained_by": ("uuid", [explained[bond] for bond, _ in pairs]),
    }, {"history": APPENDED.format("history")})  # fmt: skip


def _open(
    pen: Pen,
    batch: Batch,
    roll: Roll,
    new: list[int],
    history: dict[int, list[dict[str, Any]]],
    explained: dict[int, str],
) -> None:
    bonds, heroes = batch.bonds, roll.rows.heroes
    rows = []
    for bond in new:
        a, b = heroes[int(bonds.a[bond])], heroes[int(bonds.b[bond])]
        kind, told = int(bonds.kind[bond]), orjson.dumps(history[bond][-HISTORY:]).decode()
        for one, other, teaches in (
            (a, b, bool(bonds.mentor_is_a[bond])),
            (b, a, not bonds.mentor_is_a[bond]),
        ):
            role = ("mentor" if teaches else "pupil") if kind == Bond.MENTOR else ""
            numbers = (int(bonds.strength[bond]), 0, int(bonds.interactions[bond]), int(bonds.last[bond]))
            rows.append(
                (
                    uuid7(),
                    one.world_id,
                    one.id,
                    other.id,
                    RELATIONSHIPS[kind],
                    role,
                    *numbers,
                    told,
                    explained[bond],
                )
            )
    pen.copy_rows("hero_relationships", _NEW, rows)
