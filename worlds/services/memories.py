"""What the heroes of a world should remember: the log read once more, wherever it lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import orjson

from heroes.sim import memory
from heroes.sim.lexicon import ACTIONS, RELATIONSHIPS
from heroes.sim.memory import DELIGHT, MISERY, Impression, Life
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
WITH felt AS MATERIALIZED (SELECT id, satisfaction FROM decision_history(%(world)s, %(after)s, %(until)s))
SELECT a.step, a.seq, h.number, a.kind, a.action, a.data::text, a.changes::text,
       coalesce(d.satisfaction, 0), coalesce(p.number, -1)
FROM activity_history(%(world)s, %(after)s, %(until)s) a
JOIN heroes h ON h.id = a.hero_id AND h.world_id = %(world)s
LEFT JOIN felt d ON d.id = a.id
LEFT JOIN heroes p ON p.id = (a.data -> 'partners' ->> 0)::uuid AND p.world_id = %(world)s
WHERE NOT a.data ? %(hand)s AND (a.kind = 'input' OR (a.kind = 'action' AND (
    d.satisfaction >= %(delight)s OR d.satisfaction <= %(misery)s OR a.changes ? 'relationships'
    OR a.data ?| ARRAY['hurt', 'trial', 'cut', 'causes'])))
ORDER BY a.step, a.seq
"""
"""Archived decisions are unpacked once: a planner that knows nothing of a young archive would do so for every entry."""
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
    memory.keep(kept, _impressions(_told(world, opening.step, until), numbers))
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


def _impressions(told: Iterable[Told], heroes: Mapping[int, int]) -> Iterator[Impression]:
    for entry, one in enumerate(told):
        if one.kind == "action":
            for number, left in (one.hero, memory.of_life(_life(one))), *_bonds(one):
                if left:
                    yield Impression(entry, heroes[number], left)
        elif left := memory.of_master(one.action, one.data["args"].get("other"), one.step):
            yield Impression(entry, heroes[one.hero], left)


def _bonds(one: Told) -> Iterator[tuple[int, list[int] | None]]:
    """(number, memory) of both ends of every bond that began or ended with an entry."""
    for bond in one.changes.get("relationships", []):
        mark = max((_MARKS[name] for name in _MARKS if bond.get(name)), default=0)
        ends = bond.get("hero", one.hero), bond["with"]
        for hero, other in (ends, ends[::-1]) if mark else ():
            yield hero, memory.of_bond(RELATIONSHIPS.index(bond["kind"]), mark, other, one.step)


def _life(one: Told) -> Life:
    causes = one.data.get("causes", ())
    return Life(
        action=ACTIONS.index(one.action),
        place=one.data["place"],
        other=one.partner,
        quest=one.data.get("quest", 0),
        step=one.step,
        satisfaction=one.satisfaction,
        hurt=one.data.get("hurt", 0),
        trial=("", "won", "lost").index(one.data.get("trial", "")),
        collapsed=one.data.get("cut") == "collapse",
        unpaid="wages_missed" in causes,
        betrayed="promise_broken" in causes,
    )
