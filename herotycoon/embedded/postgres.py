"""The bundled PostgreSQL: made, started, repaired and stopped by its own programs.

It listens on a Unix socket in a folder closed to other users, and on no network address: no port can be in
use, and nobody else on the machine can connect. The game connects as an ordinary role that owns its database
(row security never binds a superuser); `postgres` is the superuser.
"""

import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from herotycoon.embedded import processes
from herotycoon.embedded.addresses import GAME_DATABASE, GAME_ROLE, SUPERUSER, database_url
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import Home
from herotycoon.embedded.prepare import check_owner, make_private
from herotycoon.embedded.programs import postgres_programs

COMPLAINTS = ("FATAL:", "PANIC:", "ERROR:", "error:")

CONFIGURATION = """\
# Written at every start; edit postgresql.conf beside it for settings of your own.
listen_addresses = ''
port = {port}
unix_socket_directories = '"{sockets}"'
unix_socket_permissions = 0700
max_connections = 200
shared_buffers = 256MB
effective_cache_size = 2GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
checkpoint_timeout = 15min
max_locks_per_transaction = 256
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %q%u@%d '
"""
# 256 locks: a statement that visits every partition of both logs locks each with all its indexes.
# No jit: it spends more on compiling than a statement over sixteen small partitions takes.

FORGETFUL = "fsync = off\nfull_page_writes = off\n"
"""For servers that live as long as one test run: they survive being killed, but no power cut."""


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

    def pid(self) -> int | None:
        """The main process, if it is alive."""
        pid = processes.first_number(self.home.postgres_data / "postmaster.pid")
        return pid if pid and processes.works_in(pid, self.home.postgres_data) else None

    def answers(self) -> bool:
        """Whether the game can connect now."""
        try:
            psycopg.connect(database_url(self.home), connect_timeout=5).close()
        except psycopg.Error:
            return False
        return True

    def start(self) -> None:
        """Bring the server up from whatever state its folder is in, or raise EmbeddedError."""
        self._initialise()
        if self.pid() is None:
            self._clear_remains()
            self._write_configuration()
            self._launch()
        if not processes.wait_until(self._superuser_can_connect, seconds=60.0):
            raise EmbeddedError(f"{self.name} runs but does not answer; run `make stop`. Its log: {self.log}")
        self._create_role_and_database()

    def stop(self) -> bool:
        """Stop the server, by force if it does not listen; False if there was none."""
        processes_before = processes.residents(self.home.postgres_data, "postgres")
        if self.pid() is not None:
            self._pg_ctl("stop", "-m", "fast", "-t", "30")
        processes.end(
            processes.residents(self.home.postgres_data, "postgres"), signal.SIGQUIT, signal.SIGKILL
        )
        return bool(processes_before)

    # --- making the data folder ---------------------------------------------------------------------

    def _initialise(self) -> None:
        """Run initdb beside the final place and move the result there: it is there whole or not at all."""
        data = self.home.postgres_data
        if self._is_initialised(data):
            return
        draft = data.with_name(data.name + ".new")
        shutil.rmtree(draft, ignore_errors=True)
        make_private(draft, self.home)
        result = processes.run([self._program("initdb"), "-D", draft, *self._initdb_options()], self.home)
        if result.returncode:
            raise EmbeddedError(f"initdb failed in {draft}: {_last_line(result.stderr)}")
        with (draft / "postgresql.conf").open("a") as configuration:
            configuration.write("\ninclude 'herotycoon.conf'\n")
        draft.rename(data)

    def _is_initialised(self, data: Path) -> bool:
        if not data.exists():
            return False
        check_owner(data, self.home.account.uid, self.home)
        if not (data / "PG_VERSION").exists():
            aside = data.with_name(data.name + ".unfinished")
            shutil.rmtree(aside, ignore_errors=True)
            data.rename(aside)
            sys.stderr.write(f"{data} was no finished database; moved to {aside.name}, starting afresh.\n")
            return False
        version = (data / "PG_VERSION").read_text().strip()
        if version != str(self.home.postgres_version):
            raise EmbeddedError(
                f"{data} was made by PostgreSQL {version}, not {self.home.postgres_version}: move it away or "
                f"remove it, or set HEROTYCOON_POSTGRES={version} and HEROTYCOON_DATA to a folder of its own."
            )
        return True

    def _initdb_options(self) -> list[str]:
        provider = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if self.home.postgres_version < 17:  # the builtin provider is younger
            provider = ["--locale=C.UTF-8"]
        speed = [] if self.durable else ["--no-sync"]
        return ["-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-instructions", *provider, *speed]

    # --- starting -----------------------------------------------------------------------------------

    def _clear_remains(self) -> None:
        """End what a killed server left behind, and remove a pid file whose number is somebody else's now."""
        processes.end(
            processes.residents(self.home.postgres_data, "postgres"), signal.SIGQUIT, signal.SIGKILL
        )
        (self.home.postgres_data / "postmaster.pid").unlink(missing_ok=True)
        socket = self.home.sockets / f".s.PGSQL.{self.home.postgres_port}"
        for leftover in (socket, socket.with_name(socket.name + ".lock")):
            leftover.unlink(missing_ok=True)

    def _write_configuration(self) -> None:
        sockets = str(self.home.sockets).replace("'", "''").replace('"', '""')
        text = CONFIGURATION.format(port=self.home.postgres_port, sockets=sockets)
        path = self.home.postgres_data / "herotycoon.conf"
        path.write_text(text if self.durable else text + FORGETFUL)
        self.home.account.give(path)

    def _launch(self) -> None:
        self.log.unlink(missing_ok=True)
        result = self._pg_ctl("start", "-t", "60", "-l", str(self.log))
        if result.returncode:
            reason = processes.last_complaint(self.log, COMPLAINTS)
            raise EmbeddedError(f"{self.name} does not start: {reason} (log: {self.log})")

    def _superuser_can_connect(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _create_role_and_database(self) -> None:
        role, database = sql.Identifier(GAME_ROLE), sql.Identifier(GAME_DATABASE)
        with self._connect() as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [GAME_ROLE]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(role))
            if not connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [GAME_DATABASE]
            ).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, role))

    # --- tools --------------------------------------------------------------------------------------

    def _connect(self) -> psycopg.Connection:
        url = database_url(self.home, role=SUPERUSER, database="postgres")
        return psycopg.connect(url, autocommit=True, connect_timeout=5)

    def _pg_ctl(self, *arguments: str) -> processes.Finished:
        return processes.run(
            [self._program("pg_ctl"), "-D", self.home.postgres_data, "-w", *arguments], self.home
        )

    def _program(self, name: str) -> Path:
        return postgres_programs(self.home) / name


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next(
        (line for line in lines if any(mark in line for mark in COMPLAINTS)),
        (lines or ["no reason given"])[-1],
    )
