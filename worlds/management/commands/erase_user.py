"""``manage.py erase_user``: a person is forgotten."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser

from heroes.models import Activity
from herotycoon.accounts.models import User
from herotycoon.accounts.services.people import Ambiguous, NoSuchUser, find_user
from worlds.management.doors import Door, progress
from worlds.models import World
from worlds.services.persons.erase import erase_user


class Command(Door):
    """Asks, erases, and prints under which pseudonym the record tells of it."""

    help = (
        "Erase a person: the account, its visits, all worlds with their whole history. There is no way back but a "
        "backup. Safe to run again when it was stopped."
    )
    refusals = (NoSuchUser, Ambiguous)

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and what stays."""
        parser.add_argument("user", metavar="USER", help="name or id of the user")
        parser.add_argument(
            "--keep-worlds",
            action="store_true",
            help="let the worlds live on, owned by nobody, without a word that the person wrote",
        )
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def enter(self, **options: Any) -> None:
        """Ask, unless told not to; erase."""
        user, keep = find_user(options["user"]), options["keep_worlds"]
        if not options["yes"]:
            self._ask(user, keep)
        with progress("Erasing", None) as advance:
            erased = erase_user(user, keep_worlds=keep, progress=advance)
        self.stdout.write(
            f"Erased. Worlds deleted: {erased.worlds:,}, kept: {erased.kept:,}; the record says {erased.pseudonym}.\n"
            "Backups and exports made before still hold the person: see docs/personal-data.md."
        )

    def _ask(self, user: User, keep: bool) -> None:
        worlds = World.objects.filter(owner=user)
        rows = Activity.objects.filter(world__in=worlds).count()
        fate = "kept, without their master" if keep else "deleted"
        self.stdout.write(
            f"{user.username} ({user.pk}), here since {user.date_joined:%Y-%m-%d}, {worlds.count():,} worlds "
            f"with {rows:,} logged activities, which will be {fate}."
        )
        self.stdout.write("Type the name to go on: ", ending="")
        self.stdout.flush()
        try:
            answer = input()
        except EOFError:
            raise CommandError("Nobody answered; say --yes to erase without being asked.") from None
        if answer != user.username:
            raise CommandError("That is another name: nothing was erased.")
