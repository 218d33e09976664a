"""`manage.py verify_world [WORLD …] [--decisions]`: whether the data keep the game's promises."""

from typing import Any

from django.core.management.base import CommandError, CommandParser

from worlds.management.doors import Door, find_worlds, progress
from worlds.models import World
from worlds.services.verify.world import Verdict, verify


class Command(Door):
    help = (
        "Check what the data can show: the ledger (I1), no step lost or repeated (I3), lives without gaps (I5), "
        "two-sided relationships (I6), every activity with its decision; with --decisions also that every decision "
        "can be recomputed (I4). Prints what is wrong and where; exit 1 if anything is."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("worlds", metavar="WORLD", nargs="*", help="ids of worlds (default: all)")
        parser.add_argument("--decisions", action="store_true", help="recompute every stored decision (I4)")

    def enter(self, **options: Any) -> None:
        worlds = find_worlds(options["worlds"])
        wrong = 0
        with progress("Verifying", len(worlds)) as moved:
            for world in worlds:
                verdict = verify(world, recompute=options["decisions"])
                self.tell(world, verdict)
                wrong += verdict.wrong
                moved(1)
        if wrong:
            raise CommandError(
                f"{wrong:,} finding{'s' * (wrong > 1)} in {len(worlds):,} world{'s' * (len(worlds) > 1)}."
            )

    def tell(self, world: World, verdict: Verdict) -> None:
        """The findings of one world, or that all is well."""
        for finding in verdict.findings:
            self.stdout.write(str(finding))
        counts = ", ".join(f"{number:,} {what}" for what, number in verdict.counts.items())
        end = f"{verdict.wrong:,} wrong" if verdict.wrong else "all well"
        self.stdout.write(f"{world.name} ({world.pk}), step {world.step}: {end} ({counts}).")
