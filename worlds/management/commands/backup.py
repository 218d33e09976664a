"""``manage.py backup``: the whole database in one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError, CommandParser

from herotycoon.embedded.errors import EmbeddedError
from herotycoon.pg.dumps import DumpFailed
from worlds.management.doors import Door
from worlds.services.backups.backup import SOME, backup
from worlds.services.backups.manifest import SUFFIX, Unusable


class Command(Door):
    """Writes a file and its manifest, and prints the file's name."""

    help = (
        "Back the database up while the game goes on: a file of pg_dump's, and a manifest with its checksum, the "
        "migrations and fingerprints of worlds, all of one moment. Prints the name of the file."
    )
    refusals = (Unusable, DumpFailed, EmbeddedError)

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and how thorough."""
        parser.add_argument(
            "--to", metavar="DIR", type=Path, help=f"folder for the file (default: {settings.BACKUP_FOLDER})"
        )
        parser.add_argument(
            "--fingerprints",
            metavar="N",
            default=str(SOME),
            help=f"of how many worlds, those that changed last, or 'all' (default: {SOME})",
        )

    def enter(self, **options: Any) -> None:
        """Write, and say where."""
        asked = options["fingerprints"]
        if asked != "all" and not asked.isdecimal():
            raise CommandError(f"--fingerprints takes a whole number or 'all', not {asked!r}.")
        folder = options["to"] or Path(settings.BACKUP_FOLDER)
        told = backup(folder, None if asked == "all" else int(asked))
        self.stdout.write(str(folder.resolve() / told.file))
        self.stderr.write(
            f"{told.bytes:,} bytes, worlds: {told.worlds:,}, fingerprints: {len(told.fingerprints):,}; "
            f"the manifest is {told.file}{SUFFIX}."
        )
