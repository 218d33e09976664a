"""Worlds to keep up with: made where they are not there yet, and all of them put at the present moment, at one pace."""

from __future__ import annotations

import os
import sys

from django.db import connection
from django.utils import timezone

from tests.soak.founding import VISITED
from tests.stage import Stage
from worlds.models import World
from worlds.tick import bring_to_now

FEW_ENOUGH = 200
"""Worlds that one hand makes in no time."""

_NOW = """
UPDATE worlds SET anchor_step = step, anchor_real = %(now)s, time_scale = %(pace)s, hot_until = NULL
"""


def peopled(at: Stage, worlds: int) -> float:
    """See that there are so many worlds; how many a second were made. ValueError where there are more, or a maker fails."""
    before, began = World.objects.count(), timezone.now()
    if before > worlds:
        raise ValueError(
            f"the folder holds {before:,} worlds: say SOAK_WORLDS={before} or more, or another folder"
        )
    hands = max(1, min(os.cpu_count() or 1, (worlds - before) // FEW_ENOUGH + 1))
    for hand in range(hands):
        at.start(f"founder {hand}", _founder(hand, hands, worlds))
    for hand in range(hands):
        if at.running.pop(f"founder {hand}").wait():
            raise ValueError(f"worlds could not be made:\n{at.said()[-2000:]}")
    return (World.objects.count() - before) / (timezone.now() - began).total_seconds()


def _founder(hand: int, hands: int, worlds: int) -> list[str]:
    return [sys.executable, "-m", "tests.soak.founding", *map(str, (hand, hands, worlds))]


def wound_up(pace: int) -> list[World]:
    """All worlds stand at the present moment, at that pace; those that will be visited, which have a history.

    As if the clock had stood still since they were last turned: worlds of a folder that was kept have no years to catch up.
    """
    some = list(World.objects.order_by("seed")[:VISITED])
    for world in some:
        if not world.step:
            bring_to_now(world)
    with connection.cursor() as cursor:
        cursor.execute(_NOW, {"pace": pace, "now": timezone.now()})
        cursor.execute("VACUUM (ANALYZE)")
    return some
