"""``manage.py replay``: does a world live the same life again?"""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser

from heroes.services.journal import Refused
from worlds.management.doors import Door, find_world, progress
from worlds.replay import replay


class Command(Door):
    """Rebuilds a twin from the seed and the logged inputs, and prints both fingerprints."""

    help = "Rebuild a twin of a world from its seed and logged inputs; exit 1 if the fingerprints differ."
    refusals = (ValueError, Refused)

    def add_arguments(self, parser: CommandParser) -> None:
        """Which world, and how far."""
        parser.add_argument("world", help="id of the world")
        parser.add_argument("--to-step", type=int, help="stop there and compare the histories up to it")

    def enter(self, **options: Any) -> None:
        """Replay and compare."""
        world = find_world(options["world"])
        with progress("Living again", options["to_step"] or world.step) as advance:
            result = replay(world, options["to_step"], advance)
        self.stdout.write(f"original {result.original}\ntwin     {result.twin}")
        if not result.equal:
            raise CommandError(f"The lives differ by step {result.step:,}.")
