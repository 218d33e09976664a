"""What a backup is of: the piece of paper that lies beside the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson
from django.db.migrations.recorder import MigrationRecorder

from herotycoon.pg.route import here

SUFFIX = ".json"
"""Of the manifest, after the whole name of the file that it is about."""
_SERVER = """
SELECT current_database(), current_setting('server_version_num')::int,
       CASE WHEN has_function_privilege('pg_control_system()', 'execute')
            THEN (SELECT system_identifier::text FROM pg_control_system()) ELSE '' END
"""
_ROLES = """
SELECT DISTINCT rolname FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid
WHERE refclassid = 'pg_authid'::regclass AND deptype IN ('a', 'r')
  AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
ORDER BY 1
"""


class Unusable(Exception):
    """A backup that cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Subject:
    """The database that a backup is of; ``server`` tells servers apart that have a database of one name."""

    database: str
    server: str
    server_version: int
    migrations: list[str]
    roles: list[str]
    """Roles that grants and policies name; a server without them could not take the backup back."""

    def is_same(self, other: Subject) -> bool:
        """Whether both are one database, at whatever times."""
        return (self.database, self.server) == (other.database, other.server)


@dataclass(frozen=True)
class Manifest:
    """Everything that is known about one backup."""

    made_at: datetime
    subject: Subject
    worlds: int
    fingerprints: dict[str, str]
    """Of some of the worlds, or all: their ids and hashes."""
    file: str
    bytes: int
    sha256: str


def subject() -> Subject:
    """The database that is in use."""
    with here().cursor() as cursor:
        cursor.execute(_SERVER)
        [(database, version, server)] = cursor.fetchall()
        cursor.execute(_ROLES)
        roles = [name for (name,) in cursor.fetchall()]
    applied = MigrationRecorder(here()).applied_migrations()
    return Subject(database, server, version, sorted(f"{app}.{name}" for app, name in applied), roles)


def write(manifest: Manifest, folder: Path) -> None:
    """Put the manifest beside its file, for its owner's eyes alone. The backup counts from here on."""
    path = folder / (manifest.file + SUFFIX)
    path.touch(mode=0o600)
    path.write_bytes(orjson.dumps(asdict(manifest), option=orjson.OPT_INDENT_2) + b"\n")


def read(file: Path) -> Manifest:
    """The manifest of a backup, whose file is named (or the manifest itself). Raises ``Unusable``."""
    path = file if file.name.endswith(SUFFIX) else file.with_name(file.name + SUFFIX)
    try:
        told = orjson.loads(path.read_bytes())
        known = {name: told[name] for name in Manifest.__dataclass_fields__}
        about = {name: told["subject"][name] for name in Subject.__dataclass_fields__}
        made_at = datetime.fromisoformat(told["made_at"]).astimezone(UTC)
        return Manifest(**known | {"subject": Subject(**about), "made_at": made_at})
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}. A backup is a file and its manifest.") from error
    except (KeyError, TypeError, ValueError) as error:
        raise Unusable(f"{path} is no manifest of a backup.") from error


def every(folder: Path) -> Iterator[Manifest]:
    """The backups in a folder that are whole, as far as their sizes tell."""
    for path in sorted(folder.glob("*" + SUFFIX)):
        try:
            manifest = read(path)
            size = (folder / manifest.file).stat().st_size
        except (Unusable, OSError):
            continue
        if size == manifest.bytes:
            yield manifest


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
