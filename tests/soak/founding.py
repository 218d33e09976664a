"""`python -m tests.soak.founding HAND HANDS WORLDS`: one of several hands that make the worlds which are not there yet."""

from __future__ import annotations

import sys
from datetime import timedelta

import django
from django.utils import timezone

HEROES = 20
VISITED = 12
"""Worlds that will be visited, those of the first seeds. They are born earlier, so that there is something to look at."""
KNOWN = timedelta(hours=2)
WORLDS_EACH = 5
"""A master's: what WORLDS_PER_USER allows."""


def found(hand: int, hands: int, worlds: int) -> None:
    """Those of this hand: seeds ``hand``, ``hand + hands``, … below ``worlds``."""
    from herotycoon.accounts.models import User
    from worlds.models import World
    from worlds.services.creation import create_world

    there = set(World.objects.values_list("seed", flat=True))
    for seed in range(hand, worlds, hands):
        if seed not in there:
            owner, _ = User.objects.get_or_create(username=f"master{seed // WORLDS_EACH}")
            born = timezone.now() - KNOWN * (seed < VISITED)
            create_world(owner=owner, seed=seed, heroes=HEROES, now=born)


if __name__ == "__main__":
    django.setup()
    found(*map(int, sys.argv[1:]))
