"""What the heroes of a world should remember: the log read once more, wherever it lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import numpy as np
import orjson

from heroes.sim import memory
from heroes.sim.lexicon import ACTIONS, RELATIONSHIPS
from heroes.sim.memory import DELIGHT, MISERY, Impressions, Lives
from heroes.sim.rules import rules
from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.history import BY_HAND
from worlds.services.ledger import Opening

FIRST_RULES = 1
"""What worlds were born with before they wrote it down."""
_ADOPTED = """
SELECT step, seq, (data -> 'args' ->> 'version')::int FROM activity_history(%(world)s, -1, %(until)s)
WHERE kind = 'input' AND action = 'adopt_rules' AND NOT data ? %(hand)s ORDER BY step, seq
"""
_TOLD = """
SELECT a.step, a.seq, h.number, a.kind, a.action, a.data::text, a.changes::text,
       coalesce(d.satisfaction, 0), coalesce(p.number, -1)
FROM activity_history(%(world)s, %(after)s, %(until)s) a
JOIN heroes h ON h.id = a.hero_id AND h.world_id = %(world)s
LEFT JOIN decision_history(%(world)s, %(after)s, %(until)s) d ON d.id = a.id
LEFT JOIN heroes p ON p.id = (a.data -> 'partners' ->> 0)::uuid AND p.world_id = %(world)s
WHERE NOT a.data ? %(hand)s AND (a.kind = 'input' OR (a.kind = 'action' AND (
    d.satisfaction >= %(delight)s OR d.satisfaction <= %(misery)s OR a.changes ? 'relationships'
    OR a.data ?| ARRAY['hurt', 'trial', 'cut', 'causes'])))
ORDER BY a.step, a.seq
"""
Moment = tuple[int, int]
"""Step and place in it."""
_NEVER: Moment = (2**31, 0)
_MARKS = {"opened": 1, "forgotten": 2}


class Told(NamedTuple):
    """An entry of the log that may have left a memory with the hero of that number."""

    step: int
    seq: int
    hero: int
    kind: str
    action: str
    data: Mapping[str, Any]
    changes: Mapping[str, Any]
    satisfaction: int
    partner: int
    """number, −1 for nobody"""


def remembered(world: World, opening: Opening, until: int) -> dict[int, list[int]]:
    """{number of the hero: memories, flat} at the end of a step, from the log alone; who has none is not there.

    Raises LookupError, TypeError or ValueError where the log holds something else than the engine writes.
    """
    known = {pk: state.get("memories", []) for pk, state in opening.states.items()}
    with here().cursor() as cursor:
        cursor.execute("SELECT id, number FROM heroes WHERE world_id = %s ORDER BY number", [world.pk])
        people = cursor.fetchall()
    numbers = {number: at for at, (_, number) in enumerate(people)}
    kept = memory.table([known.get(pk, []) for pk, _ in people])
    parts = list(_impressions(list(_told(world, opening.step, until)), numbers))
    if parts:
        memory.keep(kept, parts)
    return {number: flat for number, flat in zip(numbers, memory.flat(kept), strict=True) if flat}


def _since(world: World, until: int) -> Moment:
    """From when on heroes have a memory: from birth, or from when their world adopted such rules."""
    if rules(world.settings.get("rules_version", FIRST_RULES)).remembers:
        return (-1, 0)
    with here().cursor() as cursor:
        cursor.execute(_ADOPTED, {"world": world.pk, "until": until, "hand": BY_HAND})
        adopted = [(step, seq) for step, seq, version in cursor.fetchall() if rules(version).remembers]
    return adopted[0] if adopted else _NEVER


def _told(world: World, after: int, until: int) -> Iterator[Told]:
    since = _since(world, until)
    asked: dict[str, Any] = {
        "world": world.pk,
        "after": after,
        "until": until,
        "hand": BY_HAND,
        "delight": DELIGHT,
        "misery": MISERY,
    }
    with here().chunked_cursor() as cursor:
        cursor.execute(_TOLD, asked)
        for step, seq, hero, kind, action, data, changes, felt, partner in cursor:
            if (step, seq) > since:
                documents = orjson.loads(data), orjson.loads(changes)
                yield Told(step, seq, hero, kind, action, *documents, felt, partner)


def _impressions(told: list[Told], heroes: Mapping[int, int]) -> Iterator[Impressions]:
    lived = [(at, one) for at, one in enumerate(told) if one.kind == "action"]
    if lived:
        yield memory.of_lives(_lives(lived, heroes))
    bonds = [row for at, one in lived for row in _bonds(at, one)]
    if bonds:
        entry, hero, other, kind, mark, step = np.array(bonds, dtype=np.int64).T
        yield memory.of_bonds(
            entry, np.array([heroes[one] for one in hero.tolist()]), other, kind, mark, step
        )
    masters = [(at, one, _of_master(one)) for at, one in enumerate(told) if one.kind == "input"]
    rows = [(at, heroes[one.hero], row) for at, one, row in masters if row]
    if rows:
        entry, hero, memories = zip(*rows, strict=True)
        yield Impressions(np.array(entry), np.array(hero), np.array(memories, dtype=np.int32))


def _of_master(one: Told) -> list[int] | None:
    return memory.of_master(one.action, one.data["args"].get("other"), one.step)


def _bonds(at: int, one: Told) -> Iterator[tuple[int, int, int, int, int, int]]:
    """What began or ended with an entry, as both ends see it: (entry, hero, other, kind, mark, step)."""
    for bond in one.changes.get("relationships", []):
        mark = max((_MARKS[name] for name in _MARKS if bond.get(name)), default=0)
        if mark:
            who, other, kind = bond.get("hero", one.hero), bond["with"], RELATIONSHIPS.index(bond["kind"])
            yield at, who, other, kind, mark, one.step
            yield at, other, who, kind, mark, one.step


def _lives(lived: list[tuple[int, Told]], heroes: Mapping[int, int]) -> Lives:
    entries = [one for _, one in lived]

    def column(values: Iterator[int]) -> Any:
        return np.fromiter(values, dtype=np.int64, count=len(lived))

    def caused(name: str) -> Any:
        return column(name in one.data.get("causes", ()) for one in entries).astype(bool)

    return Lives(
        entry=column(at for at, _ in lived),
        hero=column(heroes[one.hero] for one in entries),
        action=column(ACTIONS.index(one.action) for one in entries),
        place=column(one.data["place"] for one in entries),
        other=column(one.partner for one in entries),
        quest=column(one.data.get("quest", 0) for one in entries),
        step=column(one.step for one in entries),
        satisfaction=column(one.satisfaction for one in entries),
        hurt=column(one.data.get("hurt", 0) for one in entries),
        trial=column(("", "won", "lost").index(one.data.get("trial", "")) for one in entries),
        collapsed=column(one.data.get("cut") == "collapse" for one in entries).astype(bool),
        unpaid=caused("wages_missed"),
        betrayed=caused("promise_broken"),
    )
