"""What somebody in psql does to a world that lives."""

from __future__ import annotations

from typing import Any, NamedTuple

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from heroes.models import Activity, Hero, HeroRelationship
from worlds.models import World

INSERT = (
    "INSERT INTO hero_relationships (id, world_id, hero_id, other_id, kind, role, strength)"
    " VALUES (gen_random_uuid(), %s, %s, %s, %s, %s, %s)"
)


class Entry(NamedTuple):
    """The part of a row of the log that an edit makes."""

    hero: int | None
    step: int
    seq: int
    mood: int
    changes: dict[str, Any]
    data: dict[str, Any]


def by_hand(statement: str, *values: Any) -> int:
    """Execute a statement; how many rows it says it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def refused(statement: str, *values: Any) -> psycopg.errors.Diagnostic:
    """What PostgreSQL says about a statement that it must refuse, as a violated constraint."""
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        by_hand(statement, *values)
    cause = error.value.__cause__
    assert isinstance(cause, psycopg.errors.CheckViolation | psycopg.errors.UniqueViolation)
    return cause.diag


def edits(world: World) -> list[Entry]:
    """What was booked as an edit, in order."""
    rows = Activity.objects.filter(world=world, kind="edit", booked=True).order_by("step", "seq")
    columns = ("hero__number", "step", "seq", "mood_impact", "changes", "data")
    return [Entry(*row) for row in rows.values_list(*columns)]


def rows_in_log(world: World) -> int:
    return Activity.objects.filter(world=world).count()


def hero(world: World, number: int) -> Hero:
    return Hero.objects.get(world=world, number=number)


def pair(world: World, at: int = 0) -> tuple[HeroRelationship, HeroRelationship]:
    """Both rows of a relationship, the one of the hero with the lower number first."""
    rows = HeroRelationship.objects.filter(world=world).select_related("hero", "other")
    mine = [row for row in rows if row.hero.number < row.other.number]
    one = sorted(mine, key=lambda row: (row.hero.number, row.other.number, row.kind))[at]
    return one, HeroRelationship.objects.select_related("hero", "other").get(
        world=world, hero=one.other, other=one.hero, kind=one.kind
    )


def shared(row: HeroRelationship) -> tuple[Any, ...]:
    """What both rows of a relationship tell alike."""
    return (row.strength, row.opening, row.interactions, row.last_step, row.history, row.explained_by)


def strangers(world: World, kind: str) -> tuple[Hero, Hero]:
    """Two heroes who have no relationship of that kind."""
    heroes = list(Hero.objects.filter(world=world).order_by("number"))
    taken = set(HeroRelationship.objects.filter(world=world, kind=kind).values_list("hero_id", "other_id"))
    return next((a, b) for a in heroes for b in heroes if a != b and (a.id, b.id) not in taken)
