"""Entries and decisions as lines of COPY's text format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from heroes.sim.lexicon import ACTIONS, ITEMS, RELATIONSHIPS, SKILLS, TRAITS
from influence.sim import causes
from influence.sim.obstacles import OBSTACLES
from worlds.rows.importance import importance
from worlds.rows.minds import Minds
from worlds.rows.records import WorldRow
from worlds.rows.roll import Roll
from worlds.rows.sparse import Pairs
from worlds.rows.thoughts import PARTS, Thoughts
from worlds.sim import clock
from worlds.sim.log import CUTS, ORDER_OUTCOMES, Entries, Happening
from worlds.sim.state import Batch

I64 = NDArray[np.int64]
EPOCH = datetime(1000, 1, 1, tzinfo=UTC)
ACTIVITY_COLUMNS = (
    "id", "world_id", "hero_id", "guild_id", "kind", "action", "started_step", "step", "seq", "game_at", "real_at",
    "data", "changes", "mood_impact", "importance", "booked",
)  # fmt: skip
DECISION_COLUMNS = (
    "id", "world_id", "hero_id", "started_step", "chosen", "rules_version", "satisfaction", "outcome", *PARTS,
)  # fmt: skip
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


def escaped(text: str) -> str:
    """For COPY's text format."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


@dataclass
class Script:
    """What every line needs: the texts of ids, names and times, made once."""

    hero: list[str]
    world: list[str]
    guild: list[str]
    hero_world: list[int]
    number: list[int]
    places: list[list[str]]
    worlds: list[WorldRow]
    quest: list[int]
    times: dict[tuple[int, int], str]

    @classmethod
    def of(cls, batch: Batch, roll: Roll) -> Script:
        """The script of a batch."""
        guilds = {row.world_id: row.id.hex for row in roll.rows.guilds}
        return cls(
            hero=[str(row.id) for row in roll.rows.heroes],
            world=[row.id.hex for row in roll.rows.worlds],
            guild=[guilds[row.id] for row in roll.rows.worlds],
            hero_world=batch.heroes.world.tolist(),
            number=batch.heroes.number.tolist(),
            places=[[escaped(orjson.dumps(name).decode()) for name in one.names] for one in roll.surveys],
            worlds=roll.rows.worlds,
            quest=batch.quests.number.tolist(),
            times={},
        )

    def real(self, world: int, step: int) -> str:
        """The real time of a step as text."""
        key = (world, step)
        text = self.times.get(key)
        if text is None:
            text = self.times[key] = real_at(self.worlds[world], step).isoformat()
        return text


def activity_lines(
    script: Script, entries: Entries, ids: list[str], bonds: dict[int, str], weight: I64
) -> Iterator[str]:
    """One line for each entry. ``bonds`` gives the JSON of changed relationships by position among the entries, and
    ``weight`` (m,) how much they matter.
    """
    e = entries
    matters = np.maximum(importance(e), weight)
    columns = (e.hero, e.action, e.started, e.step, e.seq, e.mood, matters)
    for row in zip(
        *(column.tolist() for column in columns), ids, _data(script, e), _changes(e, bonds), strict=True
    ):
        yield _activity(script, *row)


def _activity(
    script: Script,
    hero: int,
    action: int,
    started: int,
    step: int,
    seq: int,
    mood: int,
    matters: int,
    id_: str,
    data: str,
    changes: str,
) -> str:
    world = script.hero_world[hero]
    return (
        f"{id_}\t{script.world[world]}\t{script.hero[hero]}\t\\N\taction\t{ACTIONS[action]}\t{started}\t{step}\t{seq}"
        f"\t{game_at(step)}\t{script.real(world, step)}\t{{{data}}}\t{{{changes}}}\t{mood}\t{matters}\tt\n"
    )


def _data(script: Script, e: Entries) -> list[str]:
    """(m,) what was done, where, with whom, how well."""
    out = []
    columns = (e.hero, e.action, e.place, e.step - e.started, e.effectiveness, e.partner, e.quest, e.skill)
    for hero, action, place, span, worth, partner, quest, skill in zip(
        *(c.tolist() for c in columns), strict=True
    ):
        spot = script.places[script.hero_world[hero]][place]
        text = (
            f'"action":"{ACTIONS[action]}","location":{spot},"place":{place},"duration_minutes":{span * 30}'
        )
        text += f',"effectiveness":{worth}'
        if skill >= 0:
            text += f',"skill_trained":"{SKILLS[skill]}"'
        if partner >= 0:
            text += f',"partners":["{script.hero[partner]}"]'
        if quest >= 0:
            text += f',"quest":{script.quest[quest]}'
        out.append(text)
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
        f"\t{game_at(h.step)}\t{script.real(h.world, h.step)}\t{data}\t{{{changes}}}\t0\t{h.importance}\tt\n"
    )


def decision_lines(
    script: Script,
    entries: Entries,
    ids: list[str],
    version: int,
    minds: Minds,
    carried: list[dict[str, Any]],
) -> Iterator[str]:
    """One line for each entry's decision: made in this bite, or carried into it."""
    e = entries
    columns = (e.hero, e.action, e.started, e.satisfaction, e.effectiveness, e.thought)
    for id_, hero, action, started, felt, worth, thought in zip(
        ids, *(column.tolist() for column in columns), strict=True
    ):
        parts = made_parts(minds.thoughts, thought) if thought >= 0 else carried_parts(carried[-1 - thought])
        yield (
            f"{id_}\t{script.world[script.hero_world[hero]]}\t{script.hero[hero]}\t{started}\t{ACTIONS[action]}"
            f'\t{version}\t{felt}\t{{"effectiveness":{worth}}}\t{parts}\n'
        )


def made_parts(t: Thoughts, at: int) -> str:
    """The columns of a decision that was made in this bite. Only the words can hold a letter that COPY takes amiss."""
    numbers = f"{t.context[at]}\t{t.options[at]}\t{t.contributions[at]}\t{t.personality_factors[at]}"
    return f"{numbers}\t{escaped(t.reasoning[at])}"


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
