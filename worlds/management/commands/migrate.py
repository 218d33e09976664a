"""``manage.py migrate``: Django's own, with manners towards a running game and respect for what cannot be undone."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from django.db.migrations import Migration
from django.db.models.signals import pre_migrate

from herotycoon.pg.parity import off_duty
from herotycoon.pg.polite import Politeness, holders, was_busy
from herotycoon.pg.route import ENGINE, through
from worlds.services.backups import backup

PERSEVERANCE = 120
"""Seconds (default)."""
PAUSE = 0.3
"""Seconds between attempts, roughly: about as long as the game is let through."""


class Command(migrate.Command):
    """Gives way to the game and tries again; refuses a migration marked major without a backup of today."""

    help = (
        migrate.Command.help
        + " A migration waits a moment for its locks, gives way to the game and tries again; one that is marked"
        " major needs a backup of today."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Django's, and for how long to try."""
        super().add_arguments(parser)
        parser.add_argument(
            "--persevere",
            type=float,
            default=PERSEVERANCE,
            metavar="SECONDS",
            help=f"try for so long to get between the game's transactions (default: {PERSEVERANCE})",
        )

    def execute(self, *args: Any, **options: Any) -> Any:
        """Run; the checks before it do not ask whether the migrations have been."""
        token = off_duty.set(True)
        try:
            return super().execute(*args, **options)
        finally:
            off_duty.reset(token)

    def handle(self, *args: Any, **options: Any) -> None:
        """Try until nobody is in the way, or for as long as was said. What was applied stays applied."""
        self.faked = options["fake"]
        connection = connections[options["database"]]
        deadline = time.monotonic() + options["persevere"]
        while True:
            try:
                return self._attempt(*args, **options)
            except OperationalError as error:
                if not was_busy(error) or connection.in_atomic_block:
                    raise
                if time.monotonic() > deadline:
                    raise CommandError(_give_up(connection, options["persevere"])) from error
                if self.verbosity >= 1:
                    self.stdout.write(" the tables are in use; giving way, and trying again")
                time.sleep(PAUSE * random.uniform(0.5, 1.5))  # noqa: S311 - not to keep step with somebody

    def _attempt(self, *args: Any, **options: Any) -> None:
        self.polite = Politeness()
        connection = connections[options["database"]]
        uid = f"major migrations of {id(self)}"
        pre_migrate.connect(self._before, weak=False, dispatch_uid=uid)
        connection.ensure_connection()
        try:
            with connection.execute_wrapper(self.polite):
                super().handle(*args, **options)
        finally:
            pre_migrate.disconnect(dispatch_uid=uid)
            self.polite.end(connection)

    def migration_progress_callback(self, action: str, migration: Any = None, fake: bool = False) -> None:
        """Each migration has a patience of its own."""
        if action in ("apply_start", "unapply_start"):
            self.polite.begin()
        super().migration_progress_callback(action, migration, fake)

    def _before(self, plan: Sequence[tuple[Migration, bool]] = (), **about: Any) -> None:
        """Nothing has been applied yet. Raises CommandError where a backup should be made first."""
        major = [f"{one.app_label}.{one.name}" for one, _ in plan if getattr(one, "major", False)]
        if not major or self.faked or about["using"] != ENGINE:
            return
        with through(ENGINE):
            if not backup.has_people():
                return  # nothing to lose
            last = backup.latest()
        if last is None or not backup.is_of_today(last):
            when = f"the last one is of {last.made_at:%Y-%m-%d}" if last else "there is none"
            raise CommandError(
                f"{', '.join(major)}: marked major, and needs a backup of today of this database ({when}). "
                "Nothing was changed. Make one with `manage.py backup`, then migrate again."
            )


def _give_up(connection: Any, seconds: float) -> str:
    return (
        f"The tables were in use for {seconds:g} s; what was not applied was left alone. "
        f"Transactions still open: {holders(connection)}. End them, or migrate again with --persevere."
    )
