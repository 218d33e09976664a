"""Worlds to keep up with: made where they are not there yet, and all of them put at the present moment, at one pace."""

from __future__ import annotations

import os
from datetime import timedelta
from multiprocessing import get_context

from django.db import connection, connections
from django.utils import timezone

from herotycoon.accounts.models import User
from worlds.models import World
from worlds.services.creation import create_world
from worlds.sim.clock import STEPS_A_DAY
from worlds.tick import now_step, tick

HEROES = 20
WORLDS_EACH = 5
"""A master's: what WORLDS_PER_USER allows."""
VISITED = 12
"""Worlds that will be visited, those of the first seeds. They are a day old, so that there is something to look at."""
DAY = timedelta(hours=2)
"""A day of the game at the default pace, which worlds are born at. It is another hour of the day in each, as where masters
come and go: else all of them would wake up at once, and the bites of a morning be twice those of a night.
"""

_NOW = """
UPDATE worlds SET anchor_step = step, anchor_real = %(now)s, time_scale = %(pace)s, hot_until = NULL
"""


def peopled(worlds: int) -> float:
    """See that there are so many worlds; how many a second were made. ValueError where there are more."""
    before, began = World.objects.count(), timezone.now()
    if before > worlds:
        raise ValueError(
            f"the folder holds {before:,} worlds: say SOAK_WORLDS={before} or more, or another folder"
        )
    connections.close_all()
    hands = os.cpu_count() or 1
    with get_context("fork").Pool(hands) as pool:
        pool.starmap(_found, [(hand, hands, worlds) for hand in range(hands)])
        pool.close()
        pool.join()
    return (World.objects.count() - before) / (timezone.now() - began).total_seconds()


def _found(hand: int, hands: int, worlds: int) -> None:
    """One of several hands makes its worlds: seeds ``hand``, ``hand + hands``, … below ``worlds``."""
    there = set(World.objects.values_list("seed", flat=True))
    for seed in range(hand, worlds, hands):
        if seed not in there:
            owner, _ = User.objects.get_or_create(username=f"master{seed // WORLDS_EACH}")
            age = DAY if seed < VISITED else DAY * (seed % STEPS_A_DAY) / STEPS_A_DAY
            born = timezone.now() - age
            create_world(owner=owner, seed=seed, heroes=HEROES, now=born)
    connections.close_all()


def wound_up(pace: int) -> list[World]:
    """All worlds stand at the present moment, at that pace; those that will be visited.

    As if the clock had stood still since they were last turned: worlds of a folder that was kept have no years to catch up.
    Those that were made just now live until today first.
    """
    tick({world.pk: now_step(world) for world in World.objects.filter(step=0).defer("data")})
    with connection.cursor() as cursor:
        cursor.execute(_NOW, {"pace": pace, "now": timezone.now()})
        cursor.execute("VACUUM (ANALYZE)")
    return list(World.objects.order_by("seed")[:VISITED])
