"""``manage.py export_user``: everything that is kept about a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from herotycoon.accounts.services.people import Ambiguous, NoSuchUser, find_user
from worlds.management.doors import Door, progress
from worlds.services.persons.export import count_parts, export_user


class Command(Door):
    """Writes a ZIP that only its owner can read, and prints its name."""

    help = "Export a person's account and all their worlds with their whole history: a ZIP of JSON, one row a line."
    refusals = (NoSuchUser, Ambiguous)

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and where to."""
        parser.add_argument("user", metavar="USER", help="name or id of the user")
        parser.add_argument(
            "--to", metavar="FILE", type=Path, help="file to write (default: export-ID.zip here)"
        )

    def enter(self, **options: Any) -> None:
        """Write beside the final place, then rename: there is a whole file or none."""
        user = find_user(options["user"])
        path: Path = options["to"] or Path(f"export-{user.pk}.zip")
        draft = path.with_name(path.name + ".part")
        if path.exists():
            raise CommandError(f"{path} exists; remove it, or say --to another file.")
        try:
            draft.unlink(missing_ok=True)
            draft.touch(mode=0o600)
            with (
                draft.open("wb") as file,
                progress("Exporting", count_parts(user)) as advance,
            ):
                rows = export_user(user, file, progress=advance)
            draft.rename(path)
        except OSError as error:
            raise CommandError(f"Cannot write {path}: {error.strerror}.") from error
        finally:
            draft.unlink(missing_ok=True)
        self.stdout.write(f"{path} ({rows:,} rows)")
