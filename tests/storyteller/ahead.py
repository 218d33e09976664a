"""Worlds whose clock says that it is now, and decisions that are about to be made in them."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from heroes.models import Decision, Hero
from herotycoon.accounts.models import User
from worlds.models import World
from worlds.services.creation import create_world
from worlds.tick import tick

STEP = timedelta(seconds=150)
"""Real time that half an hour of a world takes by default."""


def present(owner: User, steps: int = 480, seed: int = 7, heroes: int = 12) -> World:
    """A world that has lived for so many steps, the last of which was just now."""
    world = create_world(owner=owner, seed=seed, heroes=heroes, now=timezone.now() - steps * STEP)
    tick({world.id: steps})
    world.refresh_from_db()
    return world


def made(world: World) -> dict[tuple[int, int], str]:
    """{(hero, step): what was chosen} of all that is logged or under way."""
    logged = Decision.objects.filter(world=world).values_list("hero__number", "started_step", "chosen")
    going = Hero.objects.filter(world=world).exclude(status="gone")
    carried = going.values_list("number", "started_step", "current_action")
    return {(number, step): action for number, step, action in (*logged, *carried)}
