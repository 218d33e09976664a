"""Moves trust, respect and fear, with the cause on record."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from heroes.models import Hero
from heroes.services.journal import Moment, clamped, save
from heroes.sim.lexicon import HISTORY, STEPS_A_DAY
from herotycoon.pg.quick import Taking
from influence.models import MasterInfluence
from influence.sim.causes import CAUSES, Effect, repeated

_FEELINGS = Taking(MasterInfluence, "world_id", "hero_id")


def of(hero: Hero) -> MasterInfluence:
    """The hero's feelings, locked."""
    found = _FEELINGS.one(hero.world_id, hero.pk)
    if found is None:
        raise MasterInfluence.DoesNotExist(f"hero {hero.number} has no record of the master's influence")
    return found


def effect_of(cause: str, feelings: MasterInfluence, step: int) -> Effect:
    """What a cause does now: half as much each time it is repeated within a game day. Counts it."""
    last: dict[str, int] = feelings.answers.get(f"did:{cause}", {})
    times = last["times"] if last and step - last["step"] < STEPS_A_DAY else 0
    feelings.answers[f"did:{cause}"] = {"step": last["step"] if times else step, "times": times + 1}
    return repeated(CAUSES[cause], times)


def move(
    feelings: MasterInfluence, moment: Moment, cause: str, effect: Effect, id_: UUID, *others: str
) -> dict[str, int]:
    """Apply an effect and append it to the history; the differences applied. ``others`` are fields changed besides."""
    pillars = ("trust", "respect", "fear")
    moved = {name: clamped(getattr(feelings, name), getattr(effect, name)) for name in pillars}
    for name, change in moved.items():
        setattr(feelings, name, getattr(feelings, name) + change)
    entry: dict[str, Any] = {"step": moment.step, "causes": [cause]} | {n: c for n, c in moved.items() if c}
    feelings.history = [*feelings.history, entry][-HISTORY:]
    save(feelings, *pillars, "history", "answers", *others, explained_by=id_)
    return {name: change for name, change in moved.items() if change}
