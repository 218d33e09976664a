"""Better words for what is there: what a storyteller for hire said, as an input of the world.

The engine reads none of these columns, so that a world whose storyteller was dumb lives the same life. The words are in
the log, with the step at which they came: a replay needs no storyteller.
"""

from __future__ import annotations

from typing import Any

from django.db.models import F
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from heroes.models import Hero
from heroes.services.journal import Refused, note, save
from quests.models import Quest
from worlds.models import World, WorldEvent
from worlds.services.moments import Held

Json = dict[str, Any]


class Words(BaseModel):
    """Words of any kind; their lengths are those of the columns. What a tale is was judged before."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class OfWorld(Words):
    lore: str = Field(min_length=1, max_length=4000)
    landmarks: dict[str, str] = Field(max_length=6)


class OfHero(Words):
    backstory: str = Field(min_length=1, max_length=4000)
    motivation: str = Field(min_length=1, max_length=1000)
    quirks: list[str] = Field(min_length=2, max_length=3)


class Description(Words):
    description: str = Field(min_length=1, max_length=2000)


SHAPES: dict[str, type[Words]] = {
    "world": OfWorld,
    "hero": OfHero,
    "quest": Description,
    "event": Description,
}


def words(at: Held, *, about: str, number: int, words: Json, teller: str) -> Json:
    """Tell of the world (``number`` 0), a hero, a quest or an event in other words."""
    if about not in SHAPES:
        raise Refused(f"{about!r} is nothing to be told of; there are {', '.join(SHAPES)}")
    try:
        told = SHAPES[about].model_validate(words).model_dump()
    except ValidationError as error:
        raise Refused(f"these are no words about a {about}: {error.errors()[0]['msg']}") from error
    _refuse_unprintable(told)
    hero = _tell(at, about, number, told)
    args = {"about": about, "number": number, "words": told, "teller": teller}
    note(at.now, "words", args, hero=hero, importance=0)
    return {"about": about, "number": number}


def _refuse_unprintable(told: Json) -> None:
    texts = [text for value in told.values() for text in _texts(value)]
    if not all(text.strip() and text.isprintable() for text in texts):
        raise Refused("words are printable, and not all blank")


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list) else [value]


def _tell(at: Held, about: str, number: int, told: Json) -> Hero | None:
    """Write the words down; the hero whose they are."""
    if about == "world":
        _tell_world(at, told)
        return None
    model: type[Hero | Quest | WorldEvent] = {"hero": Hero, "quest": Quest, "event": WorldEvent}[about]  # type: ignore[assignment]
    row = model._default_manager.filter(world_id=at.world.id, number=number).first()
    if row is None:
        raise Refused(f"there is no {about} {number} in this world")
    for name, value in told.items():
        setattr(row, name, value)
    save(row, *told)
    return row if isinstance(row, Hero) else None


def _tell_world(at: Held, told: Json) -> None:
    landmarks = [dict(one) for one in at.world.data["landmarks"]]
    for key, lore in told["landmarks"].items():
        if not key.isascii() or not key.isdigit() or int(key) >= len(landmarks):
            raise Refused(f"there is no landmark {key!r} in this world")
        landmarks[int(key)]["lore"] = lore
    data = at.world.data | {"lore": told["lore"], "landmarks": landmarks}
    World.objects.filter(id=at.world.id).update(data=data, revision=F("revision") + 1)
