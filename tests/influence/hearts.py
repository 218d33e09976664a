"""Heroes and what they hold of their master, for tests that press on them."""

from __future__ import annotations

from typing import Any

from heroes.models import Activity, Hero
from influence.models import MasterInfluence
from tests.explained import save_explained
from worlds.models import World


def hero(world: World, number: int = 0) -> Hero:
    """A hero as the database has it now."""
    return Hero.objects.get(world=world, number=number)


def felt(world: World, number: int = 0) -> MasterInfluence:
    """What a hero holds of the master now."""
    return MasterInfluence.objects.get(world=world, hero__number=number)


def pillars(world: World, number: int = 0) -> tuple[int, int, int]:
    """Trust, respect and fear."""
    feelings = felt(world, number)
    return feelings.trust, feelings.respect, feelings.fear


def holds(world: World, number: int = 0, **levels: int) -> None:
    """Let a hero have held so much trust, respect or fear from birth on, so that the ledger still adds up."""
    feelings = felt(world, number)
    for name, level in levels.items():
        feelings.baseline[name] += level - getattr(feelings, name)
        setattr(feelings, name, level)
    save_explained(feelings)


def was_born(world: World, number: int = 0, **state: Any) -> None:
    """Let a hero have been born with so much gold, energy, health …, so that the ledger still adds up."""
    someone = hero(world, number)
    for name, level in state.items():
        before = getattr(someone, name)
        if isinstance(before, dict):
            more = {key: value - before.get(key, 0) for key, value in level.items()}
            born = someone.birth[name]
            someone.birth[name] = born | {key: born.get(key, 0) + extra for key, extra in more.items()}
            setattr(someone, name, before | level)
        else:
            someone.birth[name] += level - before
            setattr(someone, name, level)
    save_explained(someone)


def last_row(world: World) -> Activity:
    """The last row of a world's log."""
    return Activity.objects.filter(world=world).order_by("-step", "-seq")[0]


def rows_of(world: World, number: int = 0, **fields: Any) -> list[Activity]:
    """A hero's rows of the log, in order."""
    return list(Activity.objects.filter(world=world, hero__number=number, **fields).order_by("step", "seq"))
