"""``manage.py set_storyteller``: who writes the words of a world."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import CommandParser
from pydantic import SecretStr

from herotycoon.storyteller.llm.options import KINDS, PROVIDERS
from worlds.management.doors import Door, find_world
from worlds.services.api_keys import InvalidKey
from worlds.services.tellers import TellerRefused, set_storyteller


class Command(Door):
    """The key comes through standard input: what is on a command line, everybody on the machine can read."""

    help = (
        "Have a world told by the template, or by a language model: the deployment's, or one of the world's own with "
        "--provider, --model and its key on standard input (--key-from-stdin)."
    )
    refusals = (TellerRefused, InvalidKey)

    def add_arguments(self, parser: CommandParser) -> None:
        """The world, and whom it hires."""
        parser.add_argument("world", metavar="WORLD", help="the id of the world")
        parser.add_argument("kind", help=" or ".join(KINDS))
        parser.add_argument(
            "--provider", default="", help=f"whose manners the server has: {' or '.join(PROVIDERS)}"
        )
        parser.add_argument("--model", default="")
        parser.add_argument("--base-url", default="", help="https://… (default: the provider's own server)")
        parser.add_argument(
            "--key-from-stdin", action="store_true", help="read the API key from standard input"
        )

    def enter(self, **options: Any) -> None:
        """Set it, and say so."""
        world = find_world(options["world"])
        secret = SecretStr(sys.stdin.readline().strip()) if options["key_from_stdin"] else None
        set_storyteller(
            world_id=world.pk,
            kind=options["kind"],
            provider=options["provider"],
            model=options["model"],
            base_url=options["base_url"],
            secret=secret,
        )
        self.stdout.write(f"The words of {world.name} are written by: {options['kind']}.")
