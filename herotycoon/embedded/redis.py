"""The bundled Redis: a real redis-server on a Unix socket in a folder closed to other users."""

import signal
import socket
from dataclasses import dataclass
from pathlib import Path

from herotycoon.embedded import processes
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import Home
from herotycoon.embedded.programs import redis_program

PROGRAM = "redis-server"
CONFIGURATION = """\
# Written at every start.
port 0
unixsocket "{home.redis_socket}"
unixsocketperm 700
dir "{home.redis_data}"
pidfile "{home.redis_data}/redis.pid"
logfile "{log}"
daemonize yes
databases 16
save 300 1
maxmemory 256mb
maxmemory-policy volatile-lru
"""
# volatile: when it is full, what is cached goes, which has a time to live; tasks on their way have none.


@dataclass(frozen=True)
class Redis:
    """One Redis server; its methods that start or stop expect the home's lock to be held."""

    home: Home

    @property
    def name(self) -> str:
        return "Redis"

    @property
    def log(self) -> Path:
        return self.home.logs / "redis.log"

    def pid(self) -> int | None:
        """The server's process, if it is alive."""
        pid = processes.first_number(self.home.redis_data / "redis.pid")
        return pid if pid and processes.works_in(pid, self.home.redis_data) else None

    def answers(self) -> bool:
        """Whether a ping comes back (loading a large dump answers otherwise)."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(5.0)
            try:
                connection.connect(str(self.home.redis_socket))
                connection.sendall(b"PING\r\n")
                return connection.recv(64).startswith(b"+PONG")
            except OSError:
                return False

    def start(self) -> None:
        """Bring the server up, or raise EmbeddedError. A stale socket is replaced by the server itself."""
        if not self.home.redis_socket.exists():
            self.stop()  # if it lives, nobody can reach it any more
        if not self._alive():
            self._launch()
        if (
            not processes.wait_until(lambda: self.answers() or not self._alive(), seconds=30.0)
            or not self.answers()
        ):
            reason = processes.last_complaint(self.log, (" # ", "***", "rror"))
            raise EmbeddedError(f"Redis does not start: {reason} (log: {self.log})")

    def stop(self) -> bool:
        """Stop the server, by force if it does not listen; False if there was none."""
        running = processes.residents(self.home.redis_data, PROGRAM)
        if (self.home.redis_data / "redis.conf").exists():
            processes.end(running, signal.SIGTERM, seconds=10.0)  # it saves first, which takes a while
        processes.end(running, signal.SIGKILL)  # without its folder it could not save, and would stay
        return bool(running)

    def _alive(self) -> bool:
        return bool(processes.residents(self.home.redis_data, PROGRAM))

    def _launch(self) -> None:
        processes.keep_one_older(self.log)
        configuration = self.home.redis_data / "redis.conf"
        configuration.write_text(CONFIGURATION.format(home=self.home, log=self.log))
        self.home.account.give(configuration)
        result = processes.run([redis_program(self.home), configuration], self.home)
        if result.returncode:
            raise EmbeddedError(f"Redis does not start: {(result.stdout + result.stderr).strip()[-200:]}")
