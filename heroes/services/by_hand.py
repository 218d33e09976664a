"""What hands other than the heroes' own did, read from the log: orders, inputs and edits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from heroes.choices import ActivityKind
from heroes.models import Activity
from heroes.sim.words.calendar import when

LOOKED = 10_000
"""Rows of the log that are looked through, the newest."""
MOST = 50


@dataclass(frozen=True)
class ByHand:
    """An input or an edit, in words."""

    real_at: datetime
    when: str
    what: str
    details: str


def by_hand(world: UUID, *, hero: UUID | None = None, guild: UUID | None = None) -> list[ByHand]:
    """The newest in a world, or to a hero or the guild of it, newest first."""
    rows = Activity.objects.filter(world_id=world)
    if hero:
        rows = rows.filter(hero_id=hero)
    if guild:
        rows = rows.filter(guild_id=guild)
    newest = rows.order_by("-step", "-seq")
    last = newest.values_list("step", flat=True)[LOOKED : LOOKED + 1].first()
    if last is not None:
        newest = newest.filter(step__gte=last)
    found = newest.filter(kind__in=[ActivityKind.INPUT, ActivityKind.EDIT])[:MOST]
    return [_told(row) for row in found]


def _told(row: Activity) -> ByHand:
    told = row.data.get("edit") or {**row.data.get("args", {}), **row.data.get("answer", {})}
    what = f"edit of {told.get('table', '')}" if row.kind == ActivityKind.EDIT else row.action
    because = {"because": row.data.get("hand", {}).get("because", "")}
    return ByHand(row.real_at, when(row.step), what.replace("_", " "), flat(told.get("set", told) | because))


def flat(document: Any) -> str:
    """A document in one line: 'gold: 50, name: Ysolde'; what lies deep in it is left out."""
    pairs = document.items() if isinstance(document, dict) else ()
    return ", ".join(
        f"{name.replace('_', ' ')}: {value}"
        for name, value in pairs
        if isinstance(value, str | int | float) and value != ""
    )
