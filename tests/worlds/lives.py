"""What many tests do to worlds, in a line each: let them be born, live, be told what to do, be verified."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from heroes.services.journal import Refused
from herotycoon.accounts.models import User
from worlds.models import World
from worlds.rows.birth import RULES_VERSION
from worlds.services.creation import create_world
from worlds.services.inputs import act
from worlds.services.verify.world import verify
from worlds.tick import tick

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
DAY = 48


class Errand(NamedTuple):
    """Something a master does to a world at a step."""

    step: int
    verb: str
    args: dict[str, Any]


def born(owner: User, seed: int = 7, heroes: int = 6, rules_version: int = RULES_VERSION) -> World:
    """A newborn world of ``owner``, at a real time that is always the same."""
    return create_world(owner=owner, seed=seed, heroes=heroes, now=LONG_AGO, rules_version=rules_version)


def aged(
    owner: User, steps: int, seed: int = 7, heroes: int = 6, rules_version: int = RULES_VERSION
) -> World:
    """A world that has lived for so many steps."""
    world = born(owner, seed, heroes, rules_version)
    tick({world.id: steps})
    world.refresh_from_db()
    return world


def told(world: UUID, verb: str, args: Mapping[str, Any]) -> object:
    """The answer of an input, or the words in which it is refused."""
    try:
        return act(world, verb, **args)
    except Refused as refusal:
        return str(refusal)


def live(world: UUID, errands: Iterable[Errand], until: int) -> list[object]:
    """Let a world live up to a step, in as few ticks as its master's errands allow; their answers."""
    answers = []
    for errand in errands:
        tick({world: errand.step})
        answers.append(told(world, errand.verb, errand.args))
    tick({world: until})
    return answers


def wrong(world: World, *, decisions: bool = False) -> list[str]:
    """What ``verify_world`` finds wrong, line by line; an empty list is a clean world."""
    return [str(finding) for finding in verify(world, recompute=decisions).findings]
