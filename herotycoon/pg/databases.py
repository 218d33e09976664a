"""Databases aside, for a benchmark or a comparison, dropped afterwards whatever happens."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

PREFIX = "herotycoon_scratch_"
_HOLDERS = """
SELECT count(*) FROM pg_catalog.pg_locks
WHERE locktype = 'advisory' AND classid = 0 AND objid = %s::bigint::oid AND objsubid = 1 AND granted
"""
"""Who holds a number, in whichever database of the server: a lock itself is known in its own database alone."""


class NotAllowed(Exception):
    """The role cannot create databases; the message says what to do."""


@dataclass
class Databases:
    """Makes databases, and clones of them, beside the project's own.

    A run holds an advisory lock on a number that its databases bear in their names, by which the next run knows what a
    killed one has left.
    """

    admin: BaseDatabaseWrapper
    token: int
    made: list[str] = field(default_factory=list)

    def make(self, like: str = "template0") -> str:
        """A new database, empty or equal to another one, flushed to the disk; its name."""
        name = f"{PREFIX}{self.token:08x}_{len(self.made)}"
        self.made.append(name)
        self._run(
            "CREATE DATABASE {} TEMPLATE {} ENCODING 'UTF8' STRATEGY FILE_COPY", name, like
        )  # FILE_COPY ends in a checkpoint, so that every clone starts alike
        return name

    def drop(self, name: str) -> None:
        """Remove a database and end our sessions in it.

        Not WITH (FORCE): an ordinary role may not end autovacuum that way, which DROP alone sends off politely.
        """
        with self.admin.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename = current_user",
                [name],
            )
        self._run("DROP DATABASE IF EXISTS {}", name)

    def sweep(self) -> None:
        """Remove what killed runs have left: databases of ours whose number nobody holds."""
        with self.admin.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
            for (name,) in cursor.fetchall():
                cursor.execute(_HOLDERS, [int(name[len(PREFIX) :].split("_")[0], 16)])
                if cursor.fetchone() == (0,):
                    self.drop(name)

    def _run(self, statement: str, *names: str) -> None:
        with self.admin.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def databases() -> Iterator[Databases]:
    """Room for databases while the block runs. Raises ``NotAllowed`` before anything is made."""
    admin = connections[DEFAULT_DB_ALIAS].copy()
    try:
        run = Databases(admin, secrets.randbits(31))
        _claim(run)
        run.sweep()
        try:
            yield run
        finally:
            for name in run.made:
                run.drop(name)
    finally:
        admin.close()


def _claim(run: Databases) -> None:
    with run.admin.cursor() as cursor:
        cursor.execute("SELECT rolcreatedb OR rolsuper, rolname FROM pg_roles WHERE rolname = current_user")
        [(allowed, role)] = cursor.fetchall()
        if not allowed:
            raise NotAllowed(
                f"This needs databases of its own, and the role {role!r} may not create any; "
                f"a superuser can allow it: ALTER ROLE {role} CREATEDB."
            )
        cursor.execute("SELECT pg_advisory_lock(%s)", [run.token])


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """Let everything in the block use that database instead of the project's."""
    usual = connections[DEFAULT_DB_ALIAS]
    there = usual.copy()
    there.settings_dict["NAME"] = name
    connections[DEFAULT_DB_ALIAS] = there
    try:
        yield
    finally:
        there.close()
        connections[DEFAULT_DB_ALIAS] = usual
