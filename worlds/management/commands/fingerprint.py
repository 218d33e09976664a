"""`manage.py fingerprint WORLD`: the hash of a world's state and history."""

from typing import Any

from django.core.management.base import CommandParser

from worlds.management.doors import Door, find_world
from worlds.services.fingerprint import fingerprint


class Command(Door):
    help = (
        "Print the SHA-256 of a world's state and history. Two worlds made from one seed, given the same inputs "
        "and moved to one step print one hash."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("world", metavar="WORLD", help="the id of the world")

    def enter(self, **options: Any) -> None:
        self.stdout.write(fingerprint(find_world(options["world"]).pk))
