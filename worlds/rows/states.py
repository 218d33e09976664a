"""Writes back what changed beside the logs: worlds, guilds, heroes, influence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

import numpy as np
import orjson
from numpy.typing import NDArray

from heroes.sim import memory
from heroes.sim.columns import FOREVER
from heroes.sim.lexicon import ACTIONS, HISTORY, ITEMS, SKILLS, STATUSES, TRAITS
from herotycoon.pg.pen import Pen
from herotycoon.storyteller.door import Storyteller
from influence.sim import causes
from worlds.rows import boards, ties
from worlds.rows.lines import game_at
from worlds.rows.roll import Roll
from worlds.rows.ties import APPENDED
from worlds.sim.state import Batch

if TYPE_CHECKING:
    from worlds.rows.write import Told

I64 = NDArray[np.int64]
_KNOWN = "t.{0} || v.{0}::jsonb"
"""SQL that writes the keys that the rules know, and keeps whatever else somebody has added to a document."""
Columns = dict[str, tuple[str, list[Any]]]


def write(pen: Pen, batch: Batch, roll: Roll, told: Told, worlds: list[UUID], teller: Storyteller) -> None:
    """Everything but the logs, one statement per table and kind of change."""
    _heroes(pen, batch, roll, told, worlds)
    _influence(pen, batch, roll, told, worlds)
    ties.write(pen, batch, roll, told, worlds)
    boards.write(pen, batch, roll, worlds, teller)
    _guilds(pen, batch, roll, told, worlds)
    _worlds(pen, batch, worlds)


def _keys(rows: list[Any], at: NDArray[np.intp]) -> Columns:
    some = [rows[i] for i in at.tolist()]
    return {
        "id": ("uuid", [row.id for row in some]),
        "world_id": ("uuid", [row.world_id for row in some]),
        "version": ("int4", [row.version for row in some]),
    }


def documents(matrix: I64, keys: tuple[str, ...]) -> list[str]:
    """(n,) JSON objects with every key, from (n, len(keys))."""
    pattern = "{" + ",".join(f'"{key}":%d' for key in keys) + "}"
    return [pattern % tuple(row) for row in matrix.tolist()]


def _heroes(pen: Pen, batch: Batch, roll: Roll, told: Told, worlds: list[UUID]) -> None:
    h, at = batch.heroes, np.flatnonzero(batch.heroes.touched)
    numbers = {
        "gold": h.gold, "experience": h.experience, "energy": h.energy, "mood": h.mood, "health": h.health,
        "place": h.place, "started_step": h.started, "until_step": h.until, "fed_step": h.fed, "met_step": h.met,
        "streak": h.streak,
    }  # fmt: skip
    last = _last_entries(told)
    columns: Columns = _keys(roll.rows.heroes, at)
    columns |= {name: ("int4", column[at].tolist()) for name, column in numbers.items()}
    columns |= {
        "status": ("text", [STATUSES[code] for code in h.status[at].tolist()]),
        "current_action": ("text", [ACTIONS[code] for code in h.action[at].tolist()]),
        "last_action": ("text", [ACTIONS[code] for code in h.last[at].tolist()]),
        "last_decision_at": ("timestamptz", [game_at(step) for step in h.started[at].tolist()]),
        "partner": ("int4", [None if p < 0 else int(h.number[p]) for p in h.partner[at].tolist()]),
        "quest_number": (
            "int4",
            [None if q < 0 else int(batch.quests.number[q]) for q in h.quest[at].tolist()],
        ),
        "personality": ("jsonb", documents(h.traits[at], TRAITS)),
        "skills": ("jsonb", documents(h.skills[at], SKILLS)),
        "items": ("jsonb", documents(h.items[at], ITEMS)),
        "expectations": (
            "smallint[]",
            _arrays(h.expectations[at].reshape(len(at), h.expectations.shape[1] * h.expectations.shape[2])),
        ),
        "memories": ("int4[]", [f"{{{str(row)[1:-1]}}}" for row in memory.flat(h.memories[at])]),
        "carried": ("jsonb", _carried(roll, told, h.thought[at])),
        "explained_by": ("uuid", [last.get(hero) for hero in at.tolist()]),
    }
    pen.update_rows("heroes", worlds, columns, {
        "explained_by": "coalesce(v.explained_by, t.explained_by)",
        "skills": _KNOWN.format("skills"),
        "items": _KNOWN.format("items"),
    })  # fmt: skip


def _last_entries(told: Told) -> dict[int, str]:
    """{hero: id of the last entry}."""
    return {hero: told.ids[row] for row, hero in enumerate(told.entries.hero.tolist())}


def _arrays(matrix: NDArray[np.int16]) -> list[str]:
    """PostgreSQL array literals of the rows."""
    if not len(matrix):
        return []
    text = orjson.dumps(np.ascontiguousarray(matrix), option=orjson.OPT_SERIALIZE_NUMPY).decode()
    return [f"{{{row}}}" for row in text[2:-2].split("],[")]


def _carried(roll: Roll, told: Told, thought: I64) -> list[str]:
    """(n,) the decisions in flight: made in this bite, or carried through it."""
    made = told.minds.thoughts
    return [
        made.document(at) if at >= 0 else orjson.dumps(roll.carried[-1 - at]).decode()
        for at in thought.tolist()
    ]


def _influence(pen: Pen, batch: Batch, roll: Roll, told: Told, worlds: list[UUID]) -> None:
    f, at = batch.influence, np.flatnonzero(batch.influence.touched)
    history, explained = _felt(told)
    columns = _keys(roll.rows.influence, at)
    columns |= {name: ("int4", getattr(f, name)[at].tolist()) for name in ("trust", "respect", "fear")}
    columns |= {
        "standing_order": ("bool", (f.order[at] > 0).tolist()),
        "promises": (
            "jsonb",
            [_promises(roll.rows.influence[i].promises, int(f.promise_due[i])) for i in at.tolist()],
        ),
        "history": ("jsonb", [orjson.dumps(history.get(hero, [])).decode() for hero in at.tolist()]),
        "explained_by": ("uuid", [explained.get(hero) for hero in at.tolist()]),
    }
    pen.update_rows("master_influence", worlds, columns, {
        "standing_order": "CASE WHEN v.standing_order THEN t.standing_order END",
        "promises": "coalesce(v.promises::jsonb, t.promises)",
        "history": APPENDED.format("history"),
        "explained_by": "coalesce(v.explained_by, t.explained_by)",
    })  # fmt: skip


def _felt(told: Told) -> tuple[dict[int, list[dict[str, Any]]], dict[int, str]]:
    """What moved whom: new entries of the history by hero, and the last activity that did."""
    history: dict[int, list[dict[str, Any]]] = {}
    explained: dict[int, str] = {}
    e = told.entries
    for row in np.flatnonzero(e.causes > 0).tolist():
        hero = int(e.hero[row])
        trust, respect, fear = e.pillars[row].tolist()
        entry = {"step": int(e.step[row]), "causes": causes.named(int(e.causes[row]))}
        entry |= {
            name: moved for name, moved in (("trust", trust), ("respect", respect), ("fear", fear)) if moved
        }
        history.setdefault(hero, []).append(entry)
        if trust or respect or fear:
            explained[hero] = told.ids[row]
    return {hero: entries[-HISTORY:] for hero, entries in history.items()}, explained


def _promises(promises: list[dict[str, Any]], due: int) -> str | None:
    """The promises with a broken one marked so; None where nothing changed."""
    if due != FOREVER or not any(one["state"] == "open" for one in promises):
        return None
    return orjson.dumps(
        [one | {"state": "broken"} if one["state"] == "open" else one for one in promises]
    ).decode()


def _guilds(pen: Pen, batch: Batch, roll: Roll, told: Told, worlds: list[UUID]) -> None:
    w = batch.worlds
    guild_of = {row.world_id: row for row in roll.rows.guilds}
    columns = _keys([guild_of[row.id] for row in roll.rows.worlds], np.arange(len(w.step)))
    names = ("treasury", "reputation", "level", "arrears")
    columns |= {name: ("int4", getattr(w, name).tolist()) for name in names}
    last = _last_paid(batch, told)
    columns["explained_by"] = ("uuid", [last.get(world) for world in range(len(w.step))])
    pen.update_rows("guilds", worlds, columns, {"explained_by": "coalesce(v.explained_by, t.explained_by)"})


def _last_paid(batch: Batch, told: Told) -> dict[int, str]:
    """{world: id of the last row that moved the treasury}."""
    rows = [
        (h.step, h.seq, h.world, id_)
        for h, id_ in zip(batch.log.happenings, told.happening_ids, strict=True)
        if h.treasury
    ]
    e = told.entries
    some = np.flatnonzero(e.treasury)
    world = batch.heroes.world[e.hero[some]]
    columns = (
        e.step[some].tolist(),
        e.seq[some].tolist(),
        world.tolist(),
        [told.ids[row] for row in some.tolist()],
    )
    rows += list(zip(*columns, strict=True))
    return {world: id_ for _, _, world, id_ in sorted(rows)}


def _worlds(pen: Pen, batch: Batch, worlds: list[UUID]) -> None:
    """The world's row is locked, hence no version to compare."""
    w = batch.worlds
    pen.execute(
        "UPDATE worlds AS t SET step = v.step, seq = v.seq, revision = t.revision + 1, updated_at = now() "
        "FROM unnest(%s::uuid[], %s::int4[], %s::int4[]) AS v(id, step, seq) WHERE t.id = v.id AND t.id = ANY(%s)",
        [worlds, w.step.tolist(), w.seq.tolist(), worlds],
    )
