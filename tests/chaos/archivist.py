"""A program that moves finished weeks to the archive, again and again."""

from __future__ import annotations

import sys
import time

from django.db import DatabaseError, InterfaceError, connection

from worlds.models import World
from worlds.services.archive.move import move
from worlds.services.archive.reach import Reach
from worlds.sim.clock import STEPS_A_WEEK


def main() -> None:
    """Until somebody ends it."""
    while True:
        try:
            worlds = World.objects.values_list("pk", "step")
            move([Reach(world, 0, step // STEPS_A_WEEK) for world, step in worlds])
        except (DatabaseError, InterfaceError) as error:
            sys.stderr.write(f"the archive waits: {type(error).__name__}\n")
            connection.close()
        time.sleep(1)


if __name__ == "__main__":
    main()
