"""What the tests of orders share."""

from __future__ import annotations

from heroes.models import Hero
from worlds.models import World

NOON = 24


def at_home(world: World) -> list[Hero]:
    """Heroes who can be spoken to, and who have something to do beyond the next half hour."""
    busy = Hero.objects.filter(world=world, status="active", until_step__gt=world.step + 1)
    return list(busy.order_by("number"))
