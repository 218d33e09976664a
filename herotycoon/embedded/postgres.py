"""The bundled PostgreSQL: started, repaired and stopped by its own programs.

It listens on a Unix socket in a folder closed to other users, and on no network address: no port can be in
use, and nobody else on the machine can connect. The game connects as ordinary roles, one that owns its database
and one for requests, made by `herotycoon/pg/roles.sql`; `postgres` is the superuser.
"""

import signal
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from herotycoon.embedded import cluster, processes
from herotycoon.embedded.addresses import GAME_DATABASE, GAME_ROLE, SUPERUSER, WEB_ROLE, database_url
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import Home
from herotycoon.embedded.programs import postgres_programs

PROGRAM = "postgres"
ROLES = files("herotycoon.pg") / "roles.sql"


@dataclass(frozen=True)
class Postgres:
    """One PostgreSQL server; its methods that start or stop expect the home's lock to be held."""

    home: Home
    durable: bool = True

    @property
    def name(self) -> str:
        return f"PostgreSQL {self.home.postgres_version}"

    @property
    def log(self) -> Path:
        return self.home.logs / f"postgres-{self.home.postgres_version}.log"

    @property
    def socket(self) -> Path:
        return self.home.sockets / f".s.PGSQL.{self.home.postgres_port}"

    def pid(self) -> int | None:
        """The main process, if it is alive."""
        pid = processes.first_number(self.home.postgres_data / "postmaster.pid")
        return pid if pid and processes.works_in(pid, self.home.postgres_data) else None

    def answers(self) -> bool:
        """Whether the game can connect now. A server that another version started may lack the role of requests."""
        try:
            psycopg.connect(database_url(self.home, role=WEB_ROLE), connect_timeout=5).close()
        except psycopg.Error:
            return False
        return True

    def start(self) -> None:
        """Bring the server up from whatever state its folder is in, or raise EmbeddedError."""
        cluster.initialise(self.home, self.durable)
        if not self.socket.exists():
            self.stop()  # if it lives, nobody can reach it any more
        if self.pid() is None:
            self._clear_remains()
            cluster.configure(self.home, self.durable)
            self._launch()
        if not processes.wait_until(self._lets_superuser_in, seconds=60.0):
            raise EmbeddedError(f"{self.name} runs but does not answer; run `make stop`. Its log: {self.log}")
        self._create_roles_and_database()

    def stop(self) -> bool:
        """Stop the server, by force if it does not listen; False if there was none."""
        running = self._processes()
        if self.pid() is not None:
            self._pg_ctl("stop", "-m", "fast", "-t", "30")
        processes.end(self._processes(), signal.SIGQUIT, signal.SIGKILL)
        return bool(running)

    def _clear_remains(self) -> None:
        """End what a killed server left behind, and remove a pid file whose number is somebody else's now."""
        processes.end(self._processes(), signal.SIGQUIT, signal.SIGKILL)
        (self.home.postgres_data / "postmaster.pid").unlink(missing_ok=True)
        self.socket.unlink(missing_ok=True)
        self.socket.with_name(self.socket.name + ".lock").unlink(missing_ok=True)

    def _launch(self) -> None:
        processes.keep_one_older(self.log)
        result = self._pg_ctl("start", "-t", "60", "-l", str(self.log))
        if result.returncode:
            reason = processes.last_complaint(self.log, cluster.COMPLAINTS)
            raise EmbeddedError(f"{self.name} does not start: {reason} (log: {self.log})")

    def _lets_superuser_in(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _create_roles_and_database(self) -> None:
        role, database = sql.Identifier(GAME_ROLE), sql.Identifier(GAME_DATABASE)
        has_database = "SELECT 1 FROM pg_database WHERE datname = %s"
        with self._connect() as connection:
            if connection.execute("SELECT pg_is_in_recovery()").fetchone() == (True,):
                return  # a standby has those of its primary
            connection.execute(ROLES.read_bytes())
            if not connection.execute(has_database, [GAME_DATABASE]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, role))

    def _connect(self) -> psycopg.Connection:
        url = database_url(self.home, role=SUPERUSER, database="postgres")
        return psycopg.connect(url, autocommit=True, connect_timeout=5)

    def _pg_ctl(self, *arguments: str) -> processes.Finished:
        program = postgres_programs(self.home) / "pg_ctl"
        return processes.run([program, "-D", self.home.postgres_data, "-w", *arguments], self.home)

    def _processes(self) -> list[psutil.Process]:
        return processes.residents(self.home.postgres_data, PROGRAM)
