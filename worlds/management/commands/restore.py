"""``manage.py restore``: a backup taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from herotycoon.embedded.errors import EmbeddedError
from herotycoon.pg.dumps import DumpFailed
from worlds.management.doors import Door
from worlds.services.backups.manifest import Unusable
from worlds.services.backups.restore import Refused, restore


class Command(Door):
    """Fills a database and compares fingerprints."""

    help = (
        "Restore a backup into a new or empty database, and compare the fingerprints of its manifest; exit 1 if one "
        "differs."
    )
    refusals = (Unusable, Refused, DumpFailed, EmbeddedError)

    def add_arguments(self, parser: CommandParser) -> None:
        """From where, and where to."""
        parser.add_argument("file", metavar="FILE", type=Path, help="the file that `backup` wrote")
        parser.add_argument(
            "--database", metavar="NAME", help="restore there (default: the project's database)"
        )
        parser.add_argument(
            "--overwrite", action="store_true", help="replace a database that has something in it already"
        )

    def enter(self, **options: Any) -> None:
        """Restore, compare, say so."""
        done = restore(options["file"], options["database"], overwrite=options["overwrite"])
        if done.differing:
            raise CommandError(
                f"Restored into {done.database}, but not every fingerprint is the backup's. Worlds that differ: "
                f"{', '.join(done.differing[:3])}{', …' * (len(done.differing) > 3)}"
            )
        about = done.manifest
        if done.late:
            self.stdout.write(
                f"Restored into {done.database} as of {about.made_at:%Y-%m-%d %H:%M:%S} UTC, before "
                f"{', '.join(done.late[:3])}; `manage.py migrate` goes on. No fingerprints were compared."
            )
            return
        self.stdout.write(
            f"Restored into {done.database} as of {about.made_at:%Y-%m-%d %H:%M:%S} UTC. Worlds: {about.worlds:,}; "
            f"fingerprints compared, all the same: {len(about.fingerprints):,}."
        )
