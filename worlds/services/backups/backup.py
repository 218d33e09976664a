"""A backup: one file of pg_dump's and its manifest, both of one moment, while the game goes on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from herotycoon.accounts.services.audit import Action, record
from herotycoon.embedded.clients import client
from herotycoon.pg import parity
from herotycoon.pg.dumps import dump
from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.backups import manifest
from worlds.services.backups.manifest import Manifest, Unusable
from worlds.services.fingerprint import fingerprint
from worlds.services.snapshot import snapshot

SOME = 10
"""Worlds whose fingerprints are taken unless more are asked for: enough to see that a restored game is the same."""
PART = ".part"
"""A file that is still being written."""


def backup(folder: Path | None = None, worlds: int | None = SOME) -> Manifest:
    """Write a backup of the whole database to ``folder`` (default: settings.BACKUP_FOLDER).

    ``worlds`` says of how many worlds, those that changed last, the fingerprints are taken; None: of all. Raises
    ``Unusable``, ``DumpFailed``, and EmbeddedError where no pg_dump fits the server.
    """
    folder = _made(folder or Path(settings.BACKUP_FOLDER))
    made_at = timezone.now()
    with _frozen() as frozen:
        about = manifest.subject()
        file = folder / f"{about.database}-{made_at:%Y%m%dT%H%M%SZ}.dump"
        if file.exists():
            raise Unusable(f"{file} exists already.")
        _written(about.server_version // 10_000, file, frozen)
        count = World.objects.count()
        # A database that is behind the code cannot be read through its models; that it is saved comes first.
        known = not parity.unapplied()
        prints = {str(world): fingerprint(world) for world in _some(worlds)} if known else {}
    told = Manifest(made_at, about, count, prints, file.name, file.stat().st_size, manifest.checksum(file))
    manifest.write(told, folder)
    if known:  # else there may be no record yet
        record(Action.BACKUP, details={"file": told.file, "worlds": count})
    return told


def latest(folder: Path | None = None) -> Manifest | None:
    """The newest whole backup of this very database."""
    about = manifest.subject()
    mine = [
        one for one in manifest.every(folder or Path(settings.BACKUP_FOLDER)) if one.subject.is_same(about)
    ]
    return max(mine, key=lambda one: one.made_at, default=None)


def has_people() -> bool:
    """Whether the database in use, of whatever version, holds accounts: without any there is nothing to lose."""
    with here().cursor() as cursor:
        cursor.execute("SELECT to_regclass('users') IS NOT NULL")
        if cursor.fetchone() != (True,):
            return False
        cursor.execute("SELECT EXISTS (SELECT FROM users)")
        return bool(cursor.fetchone()[0])


def is_of_today(one: Manifest, now: datetime | None = None) -> bool:
    """Whether a backup was made on this day of UTC."""
    return one.made_at.date() == (now or timezone.now()).date()


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(f"Cannot make {folder} ({error.strerror}).") from error
    return folder.resolve()


@contextmanager
def _frozen() -> Iterator[str]:
    """A transaction that sees one moment, and the name under which pg_dump sees the same."""
    with snapshot(), here().cursor() as cursor:
        cursor.execute("SELECT pg_export_snapshot()")
        yield str(cursor.fetchone()[0])


def _written(version: int, file: Path, frozen: str) -> None:
    """Dump beside the final place; a rename finishes it."""
    draft = file.with_name(file.name + PART)
    try:
        draft.touch(mode=0o600)
        dump(client("pg_dump", version), here().settings_dict, draft, frozen)
        draft.rename(file)
    except OSError as error:
        raise Unusable(f"Cannot write {file} ({error.strerror}).") from error
    finally:
        draft.unlink(missing_ok=True)


def _some(worlds: int | None) -> list[UUID]:
    return list(World.objects.order_by("-updated_at", "-id").values_list("id", flat=True)[:worlds])
