"""What a storyteller for hire has not told of yet, as questions; nothing in them was written by a master.

Last comes what heroes are about to decide: words that are there once stay, and counsel is about a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from heroes.models import Hero
from herotycoon.storyteller import ledger
from herotycoon.storyteller.asked import (
    MOST_HEROES,
    MOST_TALES,
    DecisionAsked,
    EventsAsked,
    HeroesAsked,
    Landmark,
    QuestsAsked,
    Tale,
    WorldAsked,
)
from herotycoon.storyteller.asked import Hero as Sketch
from quests.models import Quest
from worlds.models import World, WorldEvent
from worlds.services.pivots import pivotal
from worlds.services.prose.deeds import Map, plain

Question = WorldAsked | HeroesAsked | QuestsAsked | EventsAsked | DecisionAsked
OPEN = ("open", "mustering", "underway")
COMING = ("coming", "in_force")


def wanted(world: World) -> Question | None:
    """The next question about a world: itself first, then its heroes, then what is going on, and what is to come."""
    asks: tuple[Callable[[World], Iterator[Question]], ...] = (_world, _heroes, _quests, _events, pivotal)
    return next((question for ask in asks for question in ask(world)), None)


def _world(world: World) -> Iterator[WorldAsked]:
    if ledger.told(world.pk, "world"):
        return
    marks = [
        Landmark(number=i, name=one["name"], kind=plain(one["type"]), lore=one["lore"])
        for i, one in enumerate(world.data["landmarks"])
    ]
    yield WorldAsked(places=Map.of(world.data).names, lore=world.data["lore"], landmarks=marks)


def _heroes(world: World) -> Iterator[HeroesAsked]:
    known = ledger.told(world.pk, "heroes")
    rows = Hero.objects.filter(world_id=world.pk).exclude(status="gone").exclude(number__in=known)
    if found := [_sketch(row) for row in rows.order_by("number")[:MOST_HEROES]]:
        yield HeroesAsked(lore=world.data["lore"], heroes=found)


def _sketch(row: Hero) -> Sketch:
    return Sketch(
        number=row.number,
        hero_class=row.hero_class,
        pronoun=row.birth.get("pronoun", "they"),
        traits=row.personality,
        skills=row.skills,
        backstory=row.backstory,
        motivation=row.motivation,
        quirks=row.quirks,
    )


def _quests(world: World) -> Iterator[QuestsAsked]:
    known, places = ledger.told(world.pk, "quests"), Map.of(world.data)
    rows = Quest.objects.filter(world_id=world.pk, status__in=OPEN, source="world").exclude(number__in=known)
    tales = [
        _tale(row, row.title, [places.names[row.place], plain(row.monster)])
        for row in rows.order_by("number")
    ]
    if tales:
        yield QuestsAsked(lore=world.data["lore"], tales=tales[:MOST_TALES])


def _events(world: World) -> Iterator[EventsAsked]:
    known, places = ledger.told(world.pk, "events"), Map.of(world.data)
    rows = WorldEvent.objects.filter(world_id=world.pk, status__in=COMING, source="seed").exclude(
        number__in=known
    )
    tales = [
        _tale(row, row.name, [*_where(row, places), *plain(row.kind).split()])
        for row in rows.order_by("number")
    ]
    if tales:
        yield EventsAsked(lore=world.data["lore"], tales=tales[:MOST_TALES])


def _where(row: WorldEvent, places: Map) -> list[str]:
    return [] if row.place is None else [places.names[row.place]]


def _tale(row: Any, title: str, about: list[str]) -> Tale:
    return Tale(number=row.number, title=title, about=about, description=row.description)
