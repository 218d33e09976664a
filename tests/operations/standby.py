"""A real streaming replica of the suite's own PostgreSQL, made with pg_basebackup."""

from __future__ import annotations

import os
import secrets
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from django.db import connection, connections

from herotycoon.embedded import processes, servers, temporary
from herotycoon.embedded.addresses import SUPERUSER, database_url
from herotycoon.embedded.folder import Home
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.prepare import make_private, prepare
from herotycoon.embedded.programs import postgres_programs
from herotycoon.pg import replica
from herotycoon.pg.dsn import replica_of
from herotycoon.pg.route import ENGINE, REPLICA, WEB, WEB_REPLICA


@dataclass
class Standby:
    """The replica, and what one may do to it."""

    home: Home

    def run(self, statement: str) -> None:
        """As its superuser."""
        url = database_url(self.home, SUPERUSER, connection.settings_dict["NAME"])
        with psycopg.connect(url, autocommit=True) as session:
            session.execute(statement.encode())

    def kill(self) -> None:
        """Without a word, as power cuts do."""
        pid = Postgres(self.home).pid()
        assert pid is not None
        running = processes.residents(self.home.postgres_data, "postgres")
        os.kill(pid, signal.SIGKILL)
        processes.end(running, signal.SIGKILL)

    def start(self) -> None:
        """Again, from wherever it was."""
        servers.start(self.home, [Postgres(self.home, durable=False)])


@contextmanager
def streaming() -> Iterator[Standby]:
    """A replica for the block. What it has not heard yet is kept for it, whatever others do to the server meanwhile."""
    home, slot = temporary.temporary_home(), f"standby_{secrets.token_hex(4)}"
    try:
        prepare(home)
        make_private(home.postgres_data, home)
        at = connection.settings_dict
        copying = ["--checkpoint=fast", "--wal-method=stream", "--write-recovery-conf", "--no-sync",
                   "--create-slot", f"--slot={slot}"]  # fmt: skip
        where = [f"--host={at['HOST']}", f"--port={at['PORT']}", f"--username={SUPERUSER}"]
        program = postgres_programs(home) / "pg_basebackup"
        done = processes.run([program, *where, *copying, f"--pgdata={home.postgres_data}"], home)
        assert done.returncode == 0, done.stderr
        standby = Standby(home)
        standby.start()
        yield standby
    finally:
        temporary.remove(home)
        _forget(slot)


def _forget(slot: str) -> None:
    """Let the server keep nothing more for a replica that has gone, once it has noticed."""
    at = connection.settings_dict
    with psycopg.connect(
        host=at["HOST"], port=at["PORT"], dbname=at["NAME"], user=SUPERUSER, autocommit=True
    ) as server:
        assert processes.wait_until(lambda: _is_forgotten(server, slot), seconds=60.0)


def _is_forgotten(server: psycopg.Connection, slot: str) -> bool:
    server.execute(
        "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = %s AND NOT active",
        [slot],
    )
    return not server.execute("SELECT FROM pg_replication_slots WHERE slot_name = %s", [slot]).fetchall()


@contextmanager
def connected(standby: Standby) -> Iterator[None]:
    """Let the project know the replica for the block, as REPLICA_URL does."""
    url = database_url(standby.home)
    twins = {REPLICA: ENGINE, WEB_REPLICA: WEB}
    for there, usual in twins.items():
        settings = connections[usual].settings_dict
        connections.settings[there] = replica_of(settings, url) | {"NAME": settings["NAME"]}
    try:
        yield
    finally:
        replica.wake()
        for there in twins:
            connections[there].close()
            del connections[there], connections.settings[there]
