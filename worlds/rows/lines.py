"""Entries and decisions as lines of COPY's text format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
import orjson
from numpy.typing import NDArray

from heroes.sim.lexicon import ACTIONS, ITEMS, RELATIONSHIPS, SKILLS, TRAITS
from herotycoon.pg.bulk import escaped
from influence.sim import causes
from influence.sim.obstacles import OBSTACLES
from worlds.rows.importance import importance
from worlds.rows.minds import Minds
from worlds.rows.records import WorldRow
from worlds.rows.roll import Roll
from worlds.rows.sparse import Pairs
from worlds.rows.thoughts import PARTS, TAB
from worlds.sim import clock
from worlds.sim.log import CUTS, ORDER_OUTCOMES, Entries, Happening
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
Count = TypeVar("Count", int, I64)
_STEPS = 2**31
"""Steps are smaller."""
EPOCH = datetime(1000, 1, 1, tzinfo=UTC)
ACTIVITY_COLUMNS = (
    "id", "world_id", "hero_id", "guild_id", "kind", "action", "started_step", "step", "seq", "game_at", "real_at",
    "data", "changes", "mood_impact", "importance", "booked",
)  # fmt: skip
DECISION_COLUMNS = (
    "id", "world_id", "hero_id", "started_step", "chosen", "rules_version", "satisfaction", "outcome", *PARTS,
)  # fmt: skip
RULES = "rules_version"
"""Key of a carried decision that was made by other rules than its world follows by now."""
_ITEMS, _TRAITS = Pairs(ITEMS), Pairs(TRAITS)
_AMOUNTS = Pairs(("gold", "experience", "energy", "health", "treasury", "wages"))
_PILLARS = Pairs(("trust", "respect", "fear"))


@lru_cache(maxsize=65_536)
def game_at(step: int) -> str:
    """The game time of a step, as text for the database."""
    return (EPOCH + timedelta(minutes=clock.STEP_MINUTES * step)).isoformat()


def real_at(world: WorldRow, step: int) -> datetime:
    """The real time of a step in the life of a world, rounded down to microseconds."""
    offset = clock.real_offset(step, world.anchor_step, world.time_scale)
    return world.anchor_real + timedelta(microseconds=offset)


class Times(dict[int, str]):
    """The columns of game time and real time by a code of world and step, made when first asked for."""

    def __init__(self, worlds: Sequence[WorldRow]) -> None:
        super().__init__()
        self._worlds = worlds

    def __missing__(self, code: int) -> str:
        world, step = divmod(code, _STEPS)
        text = self[code] = f"{game_at(step)}\t{real_at(self._worlds[world], step).isoformat()}"
        return text

    @staticmethod
    def code(world: Count, step: Count) -> Count:
        """Of a step of the world at that position."""
        return world * _STEPS + step


@dataclass
class Script:
    """What every line needs: the texts of ids, names and times, made once."""

    hero: list[str]
    whose: list[str]
    """the columns of each hero's world and of the hero"""
    world: list[str]
    guild: list[str]
    hero_world: I64
    number: list[int]
    places: list[list[str]]
    """of each world: the inside of a JSON object that names the place"""
    quest: list[int]
    times: Times

    @classmethod
    def of(cls, batch: Batch, roll: Roll) -> Script:
        """The script of a batch."""
        guilds = {row.world_id: row.id.hex for row in roll.rows.guilds}
        hero, world = [str(row.id) for row in roll.rows.heroes], [row.id.hex for row in roll.rows.worlds]
        hero_world = batch.heroes.world
        return cls(
            hero=hero,
            whose=[f"{world[at]}\t{id_}" for at, id_ in zip(hero_world.tolist(), hero, strict=True)],
            world=world,
            guild=[guilds[row.id] for row in roll.rows.worlds],
            hero_world=hero_world,
            number=batch.heroes.number.tolist(),
            places=[[_spot(*one) for one in enumerate(survey.names)] for survey in roll.surveys],
            quest=batch.quests.number.tolist(),
            times=Times(roll.rows.worlds),
        )


def _spot(number: int, name: str) -> str:
    return f'"location":{escaped(orjson.dumps(name).decode())},"place":{number}'


def activity_lines(
    script: Script, entries: Entries, ids: list[str], bonds: dict[int, str], weight: I64
) -> list[str]:
    """One line for each entry. ``bonds`` gives the JSON of changed relationships by position among the entries, and
    ``weight`` (m,) how much they matter.
    """
    e, whose, times = entries, script.whose, script.times
    moment = Times.code(script.hero_world[e.hero], e.step)
    matters = np.maximum(importance(e), weight)
    columns = (e.hero, e.action, e.started, e.step, e.seq, moment, e.mood, matters)
    return [
        f"{id_}\t{whose[hero]}\t\\N\taction\t{ACTIONS[action]}\t{started}\t{step}\t{seq}\t{times[when]}"
        f"\t{{{data}}}\t{{{changes}}}\t{mood}\t{matter}\tt\n"
        for id_, data, changes, hero, action, started, step, seq, when, mood, matter in zip(
            ids, _data(script, e), _changes(e, bonds), *(column.tolist() for column in columns), strict=True
        )
    ]


def _data(script: Script, e: Entries) -> list[str]:
    """(m,) what was done, where, with whom, how well."""
    places = script.places
    minutes = (e.step - e.started) * clock.STEP_MINUTES
    columns = (e.action, script.hero_world[e.hero], e.place, minutes, e.effectiveness)
    out = [
        f'"action":"{ACTIONS[action]}",{places[world][place]},"duration_minutes":{span},"effectiveness":{worth}'
        for action, world, place, span, worth in zip(*(c.tolist() for c in columns), strict=True)
    ]
    for row in np.flatnonzero(e.skill >= 0).tolist():
        out[row] += f',"skill_trained":"{SKILLS[e.skill[row]]}"'
    for row in np.flatnonzero(e.partner >= 0).tolist():
        out[row] += f',"partners":["{script.hero[e.partner[row]]}"]'
    for row in np.flatnonzero(e.quest >= 0).tolist():
        out[row] += f',"quest":{script.quest[e.quest[row]]}'
    return _with_incidents(e, out)


def _with_incidents(e: Entries, out: list[str]) -> list[str]:
    """What does not happen every time: trials, mishaps, interruptions, orders, causes of feeling."""
    for row in np.flatnonzero(
        (e.trial > 0) | (e.hurt > 0) | (e.cut > 0) | (e.order > 0) | (e.causes > 0)
    ).tolist():
        if e.trial[row]:
            out[row] += f',"trial":"{"won" if e.trial[row] == 1 else "lost"}"'
        if e.hurt[row]:
            out[row] += f',"hurt":{e.hurt[row]}'
        if e.cut[row]:
            out[row] += f',"cut":"{CUTS[e.cut[row]]}"'
        if e.order[row]:
            out[row] += f',"order":{{{_order(int(e.order[row]) - 1, ORDER_OUTCOMES[e.order_outcome[row]])}}}'
        if e.causes[row]:
            out[row] += f',"causes":{orjson.dumps(causes.named(int(e.causes[row]))).decode()}'
    return out


def _order(action: int, outcome: str) -> str:
    """The inside of the JSON of an order that is over."""
    text = f'"action":"{ACTIONS[action]}","outcome":"{outcome}"'
    return text + f',"reason":"{OBSTACLES[action]}"' if outcome == "failed" else text


def _changes(e: Entries, bonds: dict[int, str]) -> list[str]:
    """(m,) the changes, as they were applied; what did not change is left out."""
    amounts = np.stack([e.gold, e.experience, e.energy, e.health, e.treasury, e.wages], axis=1)
    out = _AMOUNTS.fragments(amounts)
    for name, pairs, matrix in (
        ("items", _ITEMS, e.items),
        ("traits", _TRAITS, e.traits),
        ("influence", _PILLARS, e.pillars),
    ):
        some = np.flatnonzero(matrix.any(axis=1))
        for row, inner in zip(some.tolist(), pairs.fragments(matrix[some]), strict=True):
            out[row] += f',"{name}":{{{inner}}}'
    for row in np.flatnonzero(e.learned).tolist():
        out[row] += f',"skills":{{"{SKILLS[e.skill[row]]}":{e.learned[row]}}}'
    for row, text in bonds.items():
        out[row] += f',"relationships":{text}'
    return [text[1:] if text.startswith(",") else text for text in out]


def happening_line(script: Script, h: Happening, id_: str) -> str:
    """The line of something that befell a world."""
    changes = f'"treasury":{h.treasury}' if h.treasury else ""
    data = escaped(orjson.dumps({"action": h.action, **h.data}).decode())
    return (
        f"{id_}\t{script.world[h.world]}\t\\N\t{script.guild[h.world]}\tevent\t{h.action}\t{h.step}\t{h.step}\t{h.seq}"
        f"\t{script.times[Times.code(h.world, h.step)]}\t{data}\t{{{changes}}}\t0\t{h.importance}\tt\n"
    )


def decision_lines(
    script: Script,
    entries: Entries,
    ids: list[str],
    version: int,
    minds: Minds,
    carried: list[dict[str, Any]],
) -> list[str]:
    """One line for each entry's decision: made in this bite, or carried into it."""
    e, whose, thoughts = entries, script.whose, minds.thoughts
    numbers, words = thoughts.numbers, thoughts.words
    columns = (e.hero, e.action, e.started, e.satisfaction, e.effectiveness, e.thought)
    return [
        f"{id_}\t{whose[hero]}\t{started}\t{ACTIONS[action]}"
        f'\t{version if at >= 0 else carried[-1 - at].get(RULES, version)}\t{felt}\t{{"effectiveness":{worth}}}\t'
        f"{f'{numbers[at]}{TAB}{words[at]}' if at >= 0 else carried_parts(carried[-1 - at])}\n"
        for id_, hero, action, started, felt, worth, at in zip(
            ids, *(column.tolist() for column in columns), strict=True
        )
    ]


def carried_parts(document: dict[str, Any]) -> str:
    """The columns of a decision that a hero carried."""
    parts = [escaped(orjson.dumps(document[name]).decode()) for name in PARTS[:-1]]
    return "\t".join([*parts, escaped(document["reasoning"])])


def bond_text(number: int, kind: int, change: int, fading: int, mark: int, of: int | None = None) -> str:
    """The JSON of one changed relationship with hero ``number``; ``of`` another hero than the one the entry is about."""
    text = f'{{"with":{number},"kind":"{RELATIONSHIPS[kind]}","change":{change}'
    if of is not None:
        text += f',"hero":{of}'
    if fading:
        text += f',"fading":{fading}'
    return text + ("", ',"opened":true', ',"forgotten":true')[mark] + "}"
