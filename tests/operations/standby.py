"""A real streaming replica of the suite's own PostgreSQL, made with pg_basebackup."""

from __future__ import annotations

import os
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
    """A replica for the block."""
    home = temporary.temporary_home()
    try:
        prepare(home)
        make_private(home.postgres_data, home)
        at = connection.settings_dict
        copying = ["--checkpoint=fast", "--wal-method=stream", "--write-recovery-conf", "--no-sync"]
        where = [f"--host={at['HOST']}", f"--port={at['PORT']}", f"--username={SUPERUSER}"]
        program = postgres_programs(home) / "pg_basebackup"
        done = processes.run([program, *where, *copying, f"--pgdata={home.postgres_data}"], home)
        assert done.returncode == 0, done.stderr
        standby = Standby(home)
        standby.start()
        yield standby
    finally:
        temporary.remove(home)


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
