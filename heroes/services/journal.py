"""Writing single rows of the log: what a master or a game master did to a world, and when.

Services below ``worlds`` assume a world that is locked and at now; both come as a ``Moment``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from heroes.choices import ActivityKind
from heroes.models import Activity, Hero
from heroes.sim.memory import Impression, flat, keep, of_master, table
from heroes.sim.rules import rules
from herotycoon.pg.hand import said
from herotycoon.pg.quick import Taking

Json = dict[str, Any]
_HERO = Taking(Hero, "world_id", "number")


class Refused(ValueError):
    """What was asked cannot be done; the message says why, and what could be."""


@dataclass
class Moment:
    """Now, in one world that we hold the lock of: after step ``step``, with ``seq`` rows logged at it so far."""

    world: UUID
    guild: UUID
    seed: int
    rules_version: int
    step: int
    seq: int
    game_at: datetime
    real_at: datetime
    last: UUID | None = None
    """the last row that was noted"""


def note(
    moment: Moment,
    action: str,
    args: Json,
    *,
    hero: Hero | None = None,
    answer: Json | None = None,
    changes: Json | None = None,
    mood: int = 0,
    importance: int = 40,
    id: UUID | None = None,
) -> UUID:
    """Log an input of the master: it happens now, has no length, and can be replayed from ``args``.

    ``changes`` are the differences that were applied. Returns the id of the row.
    """
    row = Activity.objects.create(
        id=id or uuid7(),
        world_id=moment.world,
        hero=hero,
        guild_id=None if hero else moment.guild,
        kind=ActivityKind.INPUT,
        action=action,
        started_step=moment.step,
        step=moment.step,
        seq=moment.seq,
        game_at=moment.game_at,
        real_at=moment.real_at,
        data={"input": action, "args": args, "answer": answer or {}, **said()},
        changes={key: value for key, value in (changes or {}).items() if value},
        mood_impact=mood,
        importance=importance,
        booked=True,
    )
    moment.seq += 1
    moment.last = row.id
    if hero is not None:
        _remember(moment, hero, action, args.get("other"))
    return row.id


def _remember(moment: Moment, hero: Hero, action: str, other: int | None) -> None:
    """The hero keeps in mind what the master did, where their rules give them a memory."""
    told = of_master(action, other, moment.step)
    if told is None or not rules(moment.rules_version).remembers:
        return
    kept = table([hero.memories])
    keep(kept, [Impression(0, 0, told)])
    hero.memories = flat(kept)[0]
    save(hero, "memories")


def hero_of(moment: Moment, number: int) -> Hero:
    """The hero with that number, locked; ``Refused`` when there is none or the hero has left."""
    hero = _HERO.one(moment.world, number)
    if hero is None:
        raise Refused(f"there is no hero {number} in this world")
    if hero.status == "gone":
        raise Refused(f"{hero.name} has left the guild")
    return hero


def save(row: Any, *fields: str, explained_by: UUID | None = None) -> None:
    """Write some fields of a row, raise its version, and say which activity explains the change."""
    row.version += 1
    names = [*fields, "version"]
    if explained_by is not None:
        row.explained_by = explained_by
        names.append("explained_by")
    row.save(update_fields=names)


def check_words(what: str, text: str, most: int) -> None:
    """Refuse what is no line of words; ``what`` begins the sentence that says so."""
    if not text.strip() or len(text) > most or not text.isprintable():
        raise Refused(f"{what} has 1 to {most} printable characters")


def clamped(before: int, change: int, low: int = 0, high: int = 100) -> int:
    """The difference that can really be applied."""
    return max(low, min(high, before + change)) - before
