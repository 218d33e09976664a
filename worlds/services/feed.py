"""The history of a world page by page, newest first, wherever it lies.

A page begins strictly before the last row of the one before. What happens meanwhile is newer than every page, and what
is archived meanwhile stays where it is in the history: whoever reads on misses nothing and reads nothing twice. Where
the oldest history was dropped, the feed ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

import orjson

from heroes.choices import ActivityKind
from heroes.sim import notation
from herotycoon.pg.quick import Rows, at_once
from herotycoon.pg.replica import from_replica
from worlds.services.feed_search import Found, Key, Search, one_activity
from worlds.services.ledger import ALWAYS, BIRTH
from worlds.services.prose.deeds import Map
from worlds.services.snapshot import snapshot

T = TypeVar("T")
People = dict[UUID, tuple[int, str]]
"""{hero: (number, name)}."""
_PEOPLE = "SELECT id, number, name FROM heroes WHERE world_id = %(world)s ORDER BY number"
_LAND = "SELECT data FROM worlds WHERE id = %(world)s"
_CHOSEN = 2
"""Where a decision's other columns say what was chosen."""


@dataclass(frozen=True)
class Page(Generic[T]):
    """Rows, newest first, and the ``before`` of the next page; None where this is the last."""

    rows: list[T]
    next: Key | None
    nobody: bool = False
    """Whether it was asked for a hero that there is not."""


@dataclass(frozen=True)
class ActivityFilter:
    """What activities to tell: of a hero by number, of these kinds and actions, in a place by number, that matter so much
    at least, that ended after one step and not after another.
    """

    hero: int | None = None
    kinds: Sequence[str] = ()
    actions: Sequence[str] = ()
    place: int | None = None
    importance: int = 0
    after_step: int = BIRTH
    until_step: int = ALWAYS


@dataclass(frozen=True)
class DecisionFilter:
    """What decisions to tell: of a hero by number, for these actions, that left so satisfied (−100 to 100), whose activity
    ended after one step and not after another.
    """

    hero: int | None = None
    actions: Sequence[str] = ()
    least: int = -100
    most: int = 100
    after_step: int = BIRTH
    until_step: int = ALWAYS


class Logged(NamedTuple):
    """An activity. ``hero`` is a number; hero and name are None for the guild's. What has no place has ''."""

    id: UUID
    hero_id: UUID | None
    hero: int | None
    name: str | None
    step: int
    seq: int
    real_at: datetime
    started_step: int
    kind: str
    action: str
    mood_impact: int
    importance: int
    place: int | None
    place_name: str
    data: dict[str, Any]
    changes: dict[str, Any]


class Decided(NamedTuple):
    """A decision, in the place of its activity. ``against`` is the strongest option that was not chosen, '' for none.

    Utilities are thousandths; None where there is no such option, or its number cannot be read.
    """

    id: UUID
    hero_id: UUID
    hero: int
    name: str
    step: int
    seq: int
    real_at: datetime
    started_step: int
    chosen: str
    satisfaction: int
    reasoning: str
    rules_version: int
    utility: int | None
    against: str
    against_utility: int | None


@from_replica
def activities(
    world_id: UUID, *, filters: ActivityFilter | None = None, before: Key | None = None, limit: int = 50
) -> Page[Logged]:
    """The ``limit`` newest activities before a place in the history, or of all, that pass the filters.

    A world without history, or a hero that there is not, has an empty page.
    """
    asked = filters or ActivityFilter()
    with snapshot(brief=True):
        people, places = _known(world_id)
        hero = _numbered(people, asked.hero)
        if asked.hero is not None and hero is None:
            return Page([], None, nobody=True)
        search = Search(
            world=world_id,
            hero=hero,
            kinds=tuple(asked.kinds),
            actions=tuple(asked.actions),
            place=asked.place,
            importance=asked.importance,
            after=asked.after_step,
        )
        found = search.newest(_top(before, asked.until_step), limit + 1)
    return _page([_logged(row, people, places) for row in found], found, limit)


@from_replica
def decisions(
    world_id: UUID, *, filters: DecisionFilter | None = None, before: Key | None = None, limit: int = 50
) -> Page[Decided]:
    """The same of decisions, each in the place of its activity, whose action is what was chosen."""
    asked = filters or DecisionFilter()
    with snapshot(brief=True):
        people = _people(world_id)
        hero = _numbered(people, asked.hero)
        if asked.hero is not None and hero is None:
            return Page([], None, nobody=True)
        search = Search(
            world=world_id,
            hero=hero,
            kinds=(ActivityKind.ACTION.value,),
            actions=tuple(asked.actions),
            after=asked.after_step,
            decided=True,
            satisfaction=(asked.least, asked.most),
        )
        found = search.newest(_top(before, asked.until_step), limit + 1)
    return _page([_decided(row, people) for row in found], found, limit)


@from_replica
def activity(world_id: UUID, id_: UUID) -> Logged | None:
    """The activity with that id, or None where a world has none such."""
    with snapshot(brief=True):
        found = one_activity(world_id, id_)
        return None if found is None else _logged(found, *_known(world_id))


def _top(before: Key | None, until_step: int) -> Key:
    """What every row comes before."""
    end = (min(until_step, ALWAYS - 1) + 1, 0)
    return end if before is None else min(before, end)


def _page(rows: list[T], found: list[Found], limit: int) -> Page[T]:
    """One row more than a page says that another follows."""
    return Page(rows[:limit], found[limit - 1].key if len(found) > limit else None)


def _known(world: UUID) -> tuple[People, list[str]]:
    """Everybody of a world, and the names of its places by number."""
    people, land = at_once((_PEOPLE, _LAND), {"world": world})
    names = [name for (data,) in land for name in Map.of(orjson.loads(data)).names]
    return _called(people), names


def _people(world: UUID) -> People:
    [people] = at_once((_PEOPLE,), {"world": world})
    return _called(people)


def _called(people: Rows) -> People:
    return {id_: (number, name) for id_, number, name in people}


def _numbered(people: People, number: int | None) -> UUID | None:
    return next((id_ for id_, (known, _) in people.items() if known == number), None)


def _logged(row: Found, people: People, places: list[str]) -> Logged:
    *plain, data, changes = row.more
    told = orjson.loads(data)
    place = told.get("place") if isinstance(told.get("place"), int) else None
    where = (place, places[place] if place is not None and 0 <= place < len(places) else "")
    who = people.get(row.hero, (None, None)) if row.hero else (None, None)
    return Logged._make([row.id, row.hero, *who, *row.key, *plain, *where, told, orjson.loads(changes)])


def _decided(row: Found, people: People) -> Decided:
    *plain, options, against = row.more
    chosen = plain[_CHOSEN]
    try:
        utility = notation.options(orjson.loads(options))
    except (LookupError, TypeError, ValueError, AttributeError):
        utility = {}
    other = against or ""
    who = people[row.hero] if row.hero else (None, None)
    weighed = (utility.get(chosen), other, utility.get(other))
    return Decided._make([row.id, row.hero, *who, *row.key, *plain, *weighed])
