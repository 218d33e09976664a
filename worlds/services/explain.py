"""Why did they do that? One decision, taken apart: what was seen, what was possible, what spoke for what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

import orjson

from heroes.models import Hero
from heroes.sim import notation
from herotycoon.pg.replica import from_replica
from herotycoon.pg.route import here
from influence.services.counsel import FARTHEST
from worlds.models import World
from worlds.services import recompute
from worlds.services.history import OF_HERO
from worlds.services.prose.deeds import Map
from worlds.services.snapshot import snapshot

SHORTEST = 8
"""Hexadecimal digits of an id that are enough, when no other begins with them."""
_HEX = re.compile(r"[0-9a-f]+")
_PLACES = """
SELECT id, world_id FROM hero_decisions WHERE id BETWEEN %(low)s AND %(high)s
UNION ALL
SELECT one.id, packed.world_id
FROM activity_archive packed CROSS JOIN LATERAL unnest(packed.ids, packed.kinds) AS one (id, kind)
WHERE id_moments(packed.ids) && ARRAY(SELECT generate_series(id_moment(%(low)s), id_moment(%(high)s)))
  AND one.id BETWEEN %(low)s AND %(high)s AND one.kind = 'action'
ORDER BY id LIMIT 2
"""
_ACTIVITY = """
SELECT kind, action FROM activity_log WHERE id = %(id)s
UNION ALL
SELECT one.kind, one.action
FROM activity_archive packed CROSS JOIN LATERAL unnest(packed.ids, packed.kinds, packed.actions) AS one (id, kind, action)
WHERE id_moments(packed.ids) && id_moments(ARRAY[%(id)s]) AND one.id = %(id)s
"""
_ROW = """
SELECT d.id, d.world_id, h.number, h.name, h.hero_class, coalesce(h.birth ->> 'pronoun', ''), d.started_step, a.step,
       d.chosen, d.rules_version, d.satisfaction, d.reasoning, a.mood_impact, d.context, d.options, d.contributions,
       d.personality_factors, d.outcome, a.data, a.changes
FROM {decisions} AS d
JOIN {activities} AS a ON a.id = d.id AND a.world_id = d.world_id
JOIN heroes AS h ON h.id = d.hero_id AND h.world_id = d.world_id
WHERE d.id = %(id)s AND d.world_id = %(world)s AND a.world_id = %(world)s AND h.world_id = %(world)s
"""
_ROWS = (
    _ROW.format(decisions="hero_decisions", activities="activity_log"),
    _ROW.format(
        decisions="decisions_of(%(world)s, ARRAY[%(id)s])",
        activities="activities_of(%(world)s, ARRAY[%(id)s])",
    ),
)
"""First where most of those lie that are asked for, which is planned and answered in a third of the time; then anywhere.
What is archived between the two is found by the second.
"""
_COUNSEL = f"""
SELECT a.data ->> 'args' FROM {OF_HERO} AS a
WHERE a.kind = 'input' AND a.action = 'counsel' AND a.data #> '{{args,step}}' = to_jsonb(%(step)s::int4)
"""  # noqa: S608 - a statement of ours
_PLAIN = 13
"""Columns of the row before its documents."""
Json = dict[str, Any]


class NoDecision(LookupError):
    """There is no such decision; the message says what there is instead."""


@dataclass(frozen=True)
class Option:
    """Something that was possible: its utility, and the contributions that make it, in thousandths."""

    action: str
    utility: int
    parts: dict[str, int]


class Counsel(NamedTuple):
    """What a storyteller for hire had counselled for this decision, and why, in its own words."""

    action: str
    reason: str
    teller: str


class Stored(NamedTuple):
    """A decision as it stands in the database, with its activity and its hero; documents decoded, numbers by name."""

    id: UUID
    world: UUID
    number: int
    name: str
    hero_class: str
    pronoun: str
    """she, he, they; '' where nobody said"""
    started: int
    ended: int
    chosen: str
    rules_version: int
    satisfaction: int
    reasoning: str
    mood: int
    context: Json
    options: dict[str, int]
    contributions: Json
    personality_factors: dict[str, int]
    outcome: Json
    data: Json
    changes: Json


@dataclass(frozen=True)
class Explanation:
    """One decision. ``options`` best first; ``against`` is the strongest that was not chosen."""

    stored: Stored
    chosen: Option
    against: Option | None
    options: list[Option]
    counsel: Counsel | None
    quest: str
    names: dict[int, str]
    map: Map
    seed: int
    """the world's"""
    differs: str
    """what recomputing makes of it that is not stored; '' where all is the same"""

    def called(self, number: int) -> str:
        """The name of a hero."""
        return self.names.get(number, f"hero {number}")


@from_replica
def explain(text: str) -> Explanation:
    """The decision with that id, or whose id alone begins so. Raises ``NoDecision``."""
    with snapshot():
        id_, world = find(text)
        return _told(World.objects.get(pk=world), id_)


@from_replica
def explain_in(world: World, decision: UUID) -> Explanation:
    """The decision with that id in a world. Raises ``NoDecision``."""
    with snapshot(brief=True):
        return _told(world, decision)


def _told(world: World, decision: UUID) -> Explanation:
    row = _row(world.pk, decision)
    if row is None:
        raise NoDecision(
            f"There is no decision {decision} with its activity; `manage.py verify_world` tells what is lost."
        )
    return _explained(world, _legible(Stored(*row[:_PLAIN], *map(orjson.loads, row[_PLAIN:]))))


def _row(world: UUID, decision: UUID) -> tuple[Any, ...] | None:
    with here().cursor() as cursor:
        for query in _ROWS:
            cursor.execute(query, {"id": decision, "world": world})
            row: tuple[Any, ...] | None = cursor.fetchone()
            if row is not None:
                return row
    return None


def _legible(one: Stored) -> Stored:
    """The same with its numbers by name; a document that is no such thing counts as empty."""

    def read(reader: Callable[[Json], Json], document: Json) -> Json:
        try:
            return reader(document)
        except (LookupError, TypeError, ValueError, AttributeError):
            return {}

    return one._replace(
        context=read(notation.context, one.context),
        options=read(notation.options, one.options),
        contributions=read(notation.contributions, one.contributions),
    )


def find(text: str) -> tuple[UUID, UUID]:
    """The id of the one decision that is meant, in the log or in the archive, and its world's."""
    digits = text.strip().lower().replace("-", "")
    if not _HEX.fullmatch(digits) or not SHORTEST <= len(digits) <= 32:
        raise NoDecision(
            f"{text!r} is not the id of a decision: a UUID, or its first {SHORTEST} digits or more."
        )
    low, high = UUID(digits.ljust(32, "0")), UUID(digits.ljust(32, "f"))
    with here().cursor() as cursor:
        cursor.execute(_PLACES, {"low": low, "high": high})
        found = cursor.fetchall()
        if len(found) == 1:
            id_, world = found[0]
            return UUID(str(id_)), UUID(str(world))
        if found:
            raise NoDecision(
                f"More than one decision begins with {text}: {found[0][0]}, {found[1][0]} and perhaps others."
            )
        cursor.execute(_ACTIVITY, {"id": low})
        other = cursor.fetchone()
    if other:
        raise NoDecision(
            f"{text} is no decision of a hero: it is an {other[0]} ({other[1]}), which nobody decides."
        )
    raise NoDecision(f"There is no decision {text}.")


def _explained(world: World, one: Stored) -> Explanation:
    parts, differs = _parts(world.seed, one)
    options = [Option(action, one.options[action], parts.get(action, {})) for action in _ranked(one.options)]
    named = {option.action: option for option in options}
    return Explanation(
        stored=one,
        chosen=named.get(one.chosen, Option(one.chosen, 0, {})),
        against=named.get(one.contributions.get("against", "")),
        options=options,
        counsel=_counsel(world, one) if one.context.get("counsel") else None,
        quest=_title(world, one.context.get("quest") or one.data.get("quest")),
        names=_names(world),
        map=Map.of(world.data),
        seed=world.seed,
        differs=differs,
    )


def _ranked(options: dict[str, int]) -> list[str]:
    return sorted(options, key=lambda action: (-options[action], action))


def _parts(seed: int, one: Stored) -> tuple[dict[str, dict[str, int]], str]:
    """The contributions to every option, recomputed; what is stored of two of them stands. And how they differ."""
    told = {one.chosen: {**one.personality_factors, **one.contributions.get("chosen", {})}}
    if "against" in one.contributions:
        told[one.contributions["against"]] = one.contributions.get("rejected", {})
    try:
        anew = recompute.parts(
            one.context, seed, one.number, one.started, one.rules_version, list(one.options)
        )
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        return told, f"it cannot be recomputed: {error!r}"
    wrong = [name for name, utility in one.options.items() if sum(anew[name].values()) != utility]
    wrong += [name for name, parts in told.items() if {k: v for k, v in parts.items() if v} != anew.get(name)]
    return (
        anew | told,
        f"recomputing gives other numbers for {', '.join(dict.fromkeys(wrong))}" if wrong else "",
    )


def _counsel(world: World, one: Stored) -> Counsel | None:
    hero = Hero.objects.values_list("pk", flat=True).get(world=world, number=one.number)
    since, now = max(one.started - FARTHEST, 0) - 1, one.started - 1
    asked: dict[str, Any] = {"world": world.pk, "hero": hero, "step": one.started, "since": since, "now": now}
    with here().cursor() as cursor:
        cursor.execute(_COUNSEL, asked)
        row = cursor.fetchone()
    if row is None:
        return None
    args = orjson.loads(row[0])
    return Counsel._make(str(args.get(name, "")) for name in Counsel._fields)


def _title(world: World, number: int | None) -> str:
    """Of a quest; '' where there is none."""
    if not number:
        return ""
    with here().cursor() as cursor:
        cursor.execute("SELECT title FROM quests WHERE world_id = %s AND number = %s", [world.pk, number])
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def _names(world: World) -> dict[int, str]:
    with here().cursor() as cursor:
        cursor.execute("SELECT number, name FROM heroes WHERE world_id = %s ORDER BY number", [world.pk])
        return dict(cursor.fetchall())
