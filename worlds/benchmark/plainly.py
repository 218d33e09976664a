"""The straightforward way to store what a tick brought: model instances, ``bulk_create``, ``bulk_update``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from heroes.models import Activity, Decision, Hero
from worlds.benchmark.clock import seconds

WRITTEN = (
    "gold", "experience", "energy", "mood", "health", "place", "started_step", "until_step", "fed_step", "met_step",
    "streak", "status", "current_action", "last_action", "last_decision_at", "partner", "quest_number", "personality",
    "skills", "items", "expectations", "memories", "carried", "explained_by", "version",
)  # fmt: skip
"""What a tick writes of a hero."""
ROWS_AT_ONCE, HEROES_AT_ONCE = 1_000, 100
Values = Sequence[Mapping[str, Any]]


@dataclass
class Brought:
    """What a tick brought to some worlds, as values of fields."""

    activities: Values
    decisions: Values
    heroes: list[Hero]

    def store(self) -> None:
        """Store it plainly, in one transaction."""
        with transaction.atomic():
            Activity.objects.bulk_create([Activity(**row) for row in self.activities], ROWS_AT_ONCE)
            Decision.objects.bulk_create([Decision(**row) for row in self.decisions], ROWS_AT_ONCE)
            Hero.objects.bulk_update(self.heroes, WRITTEN, HEROES_AT_ONCE)


def brought(worlds: Sequence[UUID], after: int) -> Brought:
    """What these worlds logged after that step, and their heroes as they are now."""
    activities = list(Activity.objects.filter(world__in=worlds, step__gt=after).values())
    ids = {row["id"] for row in activities}
    decisions = [row for row in Decision.objects.filter(world__in=worlds).values() if row["id"] in ids]
    return Brought(activities, decisions, list(Hero.objects.filter(world__in=worlds)))


def speed(rows: Brought) -> float:
    """Decisions stored per second, into the present database."""
    return len(rows.decisions) / seconds(rows.store)
