"""A backup taken back: into a new or an empty database, or in place of one where that is wanted."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import OperationalError, connections
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from herotycoon.accounts.services.audit import Action, record
from herotycoon.embedded.clients import client
from herotycoon.pg import dumps, parity
from herotycoon.pg.databases import connected_to
from herotycoon.pg.route import ENGINE, here
from worlds.services.backups import manifest
from worlds.services.backups.manifest import Manifest, Unusable
from worlds.services.fingerprint import fingerprint

PATIENCE = 2.0
"""Seconds."""
_MAKE_ROLES = "a superuser makes them with herotycoon/pg/roles.sql"


class Refused(Exception):
    """The database must not, or cannot, take the backup; the message says why and what to do."""


@dataclass(frozen=True)
class Restored:
    """Where a backup went, and the worlds whose fingerprints were compared; ``differing`` should be empty.

    Where ``late`` names migrations that the backup was made without, nothing was compared: the code reads other columns.
    """

    database: str
    manifest: Manifest
    differing: list[str]
    late: list[str]


def restore(file: Path, database: str | None = None, *, overwrite: bool = False) -> Restored:
    """Fill ``database`` (default: the project's own) from a backup, and compare fingerprints.

    The database may be absent or empty; one with anything in it is replaced only with ``overwrite``, and only when
    the backup has been restored aside. Raises ``Unusable``, ``Refused``, ``DumpFailed``; the old data stay then.
    """
    told = _whole(file)
    name = database or str(connections[ENGINE].settings_dict["NAME"])
    dump = file.with_name(told.file)
    with connections[ENGINE]._nodb_cursor() as server:
        _fits(server, told)
        if not _exists(server, name):
            _fill_new(server, name, dump, told)
        elif _is_empty(name):
            _fill(name, dump, told)
        elif overwrite:
            _replace(server, name, dump, told)
        else:
            raise Refused(
                f"The database {name} is not empty; --overwrite replaces it, --database names another."
            )
    with connected_to(name):
        late = [f"{app}.{migration}" for app, migration in parity.unapplied()]
        differing = [] if late else _differing(told)
        if not late:  # else there may be no record yet
            record(Action.RESTORE, details={"file": told.file, "made_at": told.made_at.isoformat()})
        return Restored(name, told, differing, late)


def _whole(file: Path) -> Manifest:
    """The manifest of a backup whose file is what it says."""
    told = manifest.read(file)
    dump = file.with_name(told.file)
    if not dump.is_file():
        raise Unusable(f"{dump} is missing beside its manifest.")
    if dump.stat().st_size != told.bytes or manifest.checksum(dump) != told.sha256:
        raise Unusable(f"{dump} is damaged: its checksum is not the manifest's.")
    return told


def _fits(server: CursorWrapper, told: Manifest) -> None:
    """Refuse what would fail half-way: an older server, or one without the roles that grants name."""
    server.execute("SELECT current_setting('server_version_num')::int / 10000")
    [(version,)] = server.fetchall()
    theirs = told.subject.server_version // 10_000
    if version < theirs:
        raise Refused(
            f"The backup is of PostgreSQL {theirs}; this server is {version}, which cannot read it."
        )
    server.execute("SELECT rolname FROM pg_roles")
    missing = sorted(set(told.subject.roles) - {name for (name,) in server.fetchall()} - {"public"})
    if missing:
        raise Refused(
            f"This server lacks the roles {', '.join(missing)}, which the backup grants to; {_MAKE_ROLES}."
        )


def _exists(server: CursorWrapper, name: str) -> bool:
    server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
    return server.fetchone() is not None


def _is_empty(name: str) -> bool:
    with connected_to(name), here().cursor() as cursor:
        cursor.execute(
            "SELECT NOT EXISTS (SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace"
            " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')"
        )
        return bool(cursor.fetchone()[0])


def _settings(name: str) -> Mapping[str, Any]:
    return {**connections[ENGINE].settings_dict, "NAME": name}


def _fill(name: str, dump: Path, told: Manifest) -> None:
    """Rows and all, in one transaction; then what the planner has to know, which is not in the file."""
    dumps.restore(client("pg_restore", told.subject.server_version // 10_000), _settings(name), dump)
    with connected_to(name), here().cursor() as cursor:
        cursor.execute("ANALYZE")


def _fill_new(server: CursorWrapper, name: str, dump: Path, told: Manifest) -> None:
    """Make a database and fill it; no half-filled one is left."""
    _run(server, "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", name)
    try:
        _fill(name, dump, told)
    except BaseException:
        with suppress(OperationalError):
            _run(server, "DROP DATABASE IF EXISTS {}", name)
        raise


def _replace(server: CursorWrapper, name: str, dump: Path, told: Manifest) -> None:
    """Fill a database aside, and only then let it take the old one's place."""
    connections[ENGINE].close()
    if sessions := _sessions(server, name):
        raise Refused(f"The database {name} is in use: stop the game first (sessions: {sessions}).")
    aside = f"{name[:50]}_{secrets.token_hex(4)}"
    _fill_new(server, aside, dump, told)
    try:
        _run(server, "DROP DATABASE {}", name)
    except OperationalError as error:
        _run(server, "DROP DATABASE {}", aside)
        raise Refused(f"The database {name} is in use: stop the game first ({error}).") from error
    _run(server, "ALTER DATABASE {} RENAME TO {}", aside, name)


def _sessions(server: CursorWrapper, name: str) -> int:
    """How many are in a database, once those had time to leave that were closed just now, as our own."""
    deadline = time.monotonic() + PATIENCE
    while True:
        server.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'",
            [name],
        )
        [(sessions,)] = server.fetchall()
        if not sessions or time.monotonic() > deadline:
            return int(sessions)
        time.sleep(0.05)


def _run(server: CursorWrapper, statement: str, *names: str) -> None:
    server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _differing(told: Manifest) -> list[str]:
    """The worlds of the database in use that print another fingerprint than at the time of the backup."""
    return [world for world, print_ in told.fingerprints.items() if fingerprint(UUID(world)) != print_]
