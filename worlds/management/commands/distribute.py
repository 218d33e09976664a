"""`manage.py distribute`: one database for a cluster of servers, every world on one of them."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandParser

from herotycoon.pg.citus import NotInstalled, Unfit
from worlds.management.doors import Door
from worlds.services.distribution import SHARDS, distribute, script


class Command(Door):
    help = (
        "Distribute the tables of a Citus cluster's database by world, people's to every server. Run it on the "
        "coordinator, after migrate and while nobody plays; what is placed already is left alone. --dry-run prints the "
        "statements, and needs no Citus."
    )
    refusals = (NotInstalled, Unfit)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="print the statements as SQL, and change nothing"
        )
        parser.add_argument(
            "--shards", type=int, default=SHARDS, metavar="N", help=f"parts of each table (default: {SHARDS})"
        )

    def enter(self, **options: Any) -> None:
        if options["dry_run"]:
            self.stdout.write(script(shards=options["shards"]))
            return
        for doubt in distribute(shards=options["shards"]):
            self.stdout.write(f"Not tried on a cluster: {doubt}")
        self.stdout.write("Every table is placed: by world, or on every server.")
