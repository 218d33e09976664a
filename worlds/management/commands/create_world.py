"""``manage.py create_world``: a world from a seed."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser

from herotycoon.accounts.models import User
from worlds.management.doors import Door
from worlds.services.creation import FASTEST, MOST, SLOWEST, InvalidOption, create_world


class Command(Door):
    """Makes a world and prints its id."""

    help = "Create a world: a guild, its heroes, the country around them. Prints the world's id."
    refusals = (InvalidOption,)

    def add_arguments(self, parser: CommandParser) -> None:
        """What there is to choose."""
        parser.add_argument(
            "--owner", required=True, metavar="USER", help="name of the user who will be its master"
        )
        parser.add_argument("--name", default="", help="name of the world (default: the storyteller's)")
        parser.add_argument("--seed", type=int, help="whole number the world is made from (default: drawn)")
        parser.add_argument(
            "--heroes", type=int, help=f"how many, 1 to {MOST:,} (default: 5 to 12, as the seed says)"
        )
        parser.add_argument(
            "--time-scale",
            type=int,
            default=12,
            help=f"game seconds per real second, {SLOWEST} to {FASTEST} (default: 12)",
        )

    def enter(self, **options: Any) -> None:
        """Create, print the id."""
        name: str = options["owner"]
        owner = User.objects.filter(username=name).first() if name.isprintable() else None
        if owner is None:
            raise CommandError(f"There is no user {name!r}. {_known_users()}")
        world = create_world(
            owner=owner,
            name=options["name"],
            seed=options["seed"],
            heroes=options["heroes"],
            time_scale=options["time_scale"],
        )
        self.stdout.write(str(world.id))


def _known_users() -> str:
    names = list(User.objects.order_by("username").values_list("username", flat=True)[:5])
    return f"There are: {', '.join(names)}." if names else "There are no users yet; `make demo` makes one."
