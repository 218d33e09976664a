"""Writes quests, their assignments and world events back; new ones get their words here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
import orjson
from uuid_utils.compat import uuid7

from herotycoon.pg.pen import Pen
from herotycoon.storyteller.door import Storyteller
from herotycoon.storyteller.schemas import EventRequest, QuestRequest
from quests.sim.columns import ASSIGNMENT_STATUSES, QUEST_STATUSES, SOURCES, Assignments
from worlds.rows.assemble import EVENT_STATUSES
from worlds.rows.roll import Roll
from worlds.sim.events import KINDS, NATURES
from worlds.sim.state import Batch

_QUEST = (
    "id", "world_id", "number", "source", "title", "description", "place", "monster", "difficulty", "reward_gold",
    "reward_experience", "party_max", "status", "posted_step", "expires_step", "trial_step", "travel", "trial", "outcome",
)  # fmt: skip
_ASSIGNMENT = ("id", "world_id", "quest_id", "hero_id", "status", "ordered", "assigned_step", "ended_step")
_EVENT = (
    "id", "world_id", "number", "kind", "source", "name", "description", "place", "effects", "starts_step", "ends_step",
    "status",
)  # fmt: skip


ENDED = ("succeeded", "failed", "abandoned")


def write(pen: Pen, batch: Batch, roll: Roll, worlds: list[UUID], teller: Storyteller) -> None:
    """Quests first, as assignments point to them."""
    ids = [row.id for row in roll.rows.quests]
    ids += [uuid7() for _ in range(len(batch.quests) - len(ids))]
    _quests(pen, batch, roll, worlds, ids, teller)
    _assignments(pen, batch, roll, worlds, ids)
    _events(pen, batch, roll, worlds, teller)


def _quests(
    pen: Pen, batch: Batch, roll: Roll, worlds: list[UUID], ids: list[UUID], teller: Storyteller
) -> None:
    q, stored = batch.quests, roll.rows.quests
    at = [i for i in np.flatnonzero(q.touched).tolist() if i < len(stored)]
    pen.update_rows("quests", worlds, {
        "id": ("uuid", [stored[i].id for i in at]),
        "world_id": ("uuid", [stored[i].world_id for i in at]),
        "version": ("int4", [stored[i].version for i in at]),
        "status": ("text", [QUEST_STATUSES[q.status[i]] for i in at]),
        "trial_step": ("int4", [_or_none(q.trial_step[i]) for i in at]),
    })  # fmt: skip
    new = range(len(stored), len(q))
    pen.copy_rows("quests", _QUEST, [_quest(batch, roll, i, ids[i], teller) for i in new])


def _quest(batch: Batch, roll: Roll, i: int, id_: UUID, teller: Storyteller) -> tuple[object, ...]:
    q = batch.quests
    world, number, place, hard = (int(column[i]) for column in (q.world, q.number, q.place, q.difficulty))
    survey, row = roll.surveys[world], roll.rows.worlds[world]
    monsters = survey.monsters[place] or ["stranger"]
    monster = monsters[int(q.monster[i]) % len(monsters)]
    story = teller.quest(QuestRequest(
        seed=row.seed, number=number, place_name=survey.names[place], biome_type=survey.biome_types[place],
        monster=monster, difficulty=hard,
    ))  # fmt: skip
    numbers = (q.reward, q.experience, q.party_max)
    return (
        id_, row.id, number, SOURCES[q.source[i]], story.title, story.description, place, monster, hard,
        *(int(column[i]) for column in numbers), QUEST_STATUSES[q.status[i]], int(q.posted[i]), int(q.expires[i]),
        _or_none(q.trial_step[i]), int(q.travel[i]), int(q.trial[i]), "{}",
    )  # fmt: skip


def _or_none(number: Any) -> int | None:
    return None if number < 0 else int(number)


@dataclass
class _Part:
    """A hero's part in a quest, as far as this bite knows it."""

    status: int
    begun: int
    ordered: bool
    ended: int | None = None


def _parts(journal: Assignments) -> dict[tuple[int, int], _Part]:
    """The journal of the bite, boiled down to the last word on each quest and hero."""
    parts: dict[tuple[int, int], _Part] = {}
    columns = (journal.quest, journal.hero, journal.status, journal.step, journal.ordered)
    for quest, hero, status, step, ordered in zip(*columns, strict=True):
        part = parts.setdefault((quest, hero), _Part(status, step, ordered))
        part.status = status
        if ASSIGNMENT_STATUSES[status] in ENDED:
            part.ended = step
    return parts


def _assignments(pen: Pen, batch: Batch, roll: Roll, worlds: list[UUID], ids: list[UUID]) -> None:
    parts = _parts(batch.assignments)
    known = [(roll.assignment_at[key], part) for key, part in parts.items() if key in roll.assignment_at]
    pen.update_rows("quest_assignments", worlds, {
        "id": ("uuid", [row.id for row, _ in known]),
        "world_id": ("uuid", [row.world_id for row, _ in known]),
        "version": ("int4", [row.version for row, _ in known]),
        "status": ("text", [ASSIGNMENT_STATUSES[part.status] for _, part in known]),
        "ended_step": ("int4", [part.ended for _, part in known]),
    })  # fmt: skip
    heroes = roll.rows.heroes
    pen.copy_rows("quest_assignments", _ASSIGNMENT, [
        (uuid7(), heroes[hero].world_id, ids[quest], heroes[hero].id, ASSIGNMENT_STATUSES[part.status], part.ordered,
         part.begun, part.ended)
        for (quest, hero), part in parts.items() if (quest, hero) not in roll.assignment_at
    ])  # fmt: skip


def _events(pen: Pen, batch: Batch, roll: Roll, worlds: list[UUID], teller: Storyteller) -> None:
    e, stored = batch.events, roll.rows.events
    at = [i for i in np.flatnonzero(e.touched).tolist() if i < len(stored)]
    pen.update_rows("world_events", worlds, {
        "id": ("uuid", [stored[i].id for i in at]),
        "world_id": ("uuid", [stored[i].world_id for i in at]),
        "version": ("int4", [stored[i].version for i in at]),
        "status": ("text", [EVENT_STATUSES[e.status[i]] for i in at]),
    })  # fmt: skip
    pen.copy_rows(
        "world_events",
        _EVENT,
        [_event(batch, roll, i, teller) for i in range(len(stored), len(e.number))],
    )


def _event(batch: Batch, roll: Roll, i: int, teller: Storyteller) -> tuple[object, ...]:
    e = batch.events
    row, survey, kind = roll.rows.worlds[int(e.world[i])], roll.surveys[int(e.world[i])], KINDS[e.kind[i]]
    place = _or_none(e.place[i])
    where = None if place is None else survey.names[place]
    story = teller.event(EventRequest(seed=row.seed, number=int(e.number[i]), kind=kind, place_name=where))
    effects = orjson.dumps(NATURES[kind].effects).decode()
    return (
        uuid7(), row.id, int(e.number[i]), kind, "seed", story.name, story.description, place, effects,
        int(e.starts[i]), int(e.ends[i]), EVENT_STATUSES[e.status[i]],
    )  # fmt: skip
