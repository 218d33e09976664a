"""Where it happens: servers of its own, and the parts of a deployment as processes that are started again when they end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from herotycoon.embedded import postgres, processes, redis, servers, temporary
from herotycoon.embedded.addresses import redis_url
from herotycoon.embedded.folder import CHECKOUT, Home
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.redis import Redis
from tests.chaos.clocked import FILE
from tests.chaos.proxy import Proxy

WORKER = [
    "celery",
    "-A",
    "herotycoon",
    "-q",
    "worker",
    "--without-gossip",
    "--without-mingle",
    "--loglevel",
    "INFO",
]
BEAT = ["celery", "-A", "herotycoon", "-q", "beat", "--loglevel", "WARNING", "--pidfile", ""]


def parts(port: int) -> dict[str, list[str]]:
    """What runs, by name: as in compose.yaml, with two beats."""
    web = [
        "gunicorn",
        "herotycoon.wsgi",
        "--bind",
        f"127.0.0.1:{port}",
        "--worker-class",
        "gthread",
        "--threads",
        "8",
    ]
    return {
        "ticks": [*WORKER, "-Q", "ticks", "-c", "2", "-n", "ticks@%h"],
        "errands": [*WORKER, "-Q", "chores,words", "-c", "1", "-n", "errands@%h"],
        "beat": BEAT,
        "second beat": BEAT,
        "web": [*web, "--no-control-socket"],
        "archivist": ["tests.chaos.archivist"],
    }


@dataclass
class Stage:
    """The parts that are meant to run, and those that do."""

    home: Home
    proxy: Proxy
    port: int
    environment: dict[str, str]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def keep_up(self) -> None:
        """Start what does not run, as a supervisor does."""
        for name, words in parts(self.port).items():
            process = self.running.get(name)
            if process is None or process.poll() is not None:
                self.running[name] = self._start(name, words)

    def is_open(self) -> bool:
        """Whether the web server takes visitors."""
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=0.2).close()
        except OSError:
            return False
        return True

    def kill(self, name: str, *, child: bool = False) -> bool:
        """SIGKILL for a part, or for one of its children; whether there was somebody to kill."""
        process = self.running.get(name)
        if process is None or process.poll() is not None:
            return False
        with suppress(psutil.NoSuchProcess):
            victims = psutil.Process(process.pid).children() if child else [psutil.Process(process.pid)]
            for victim in victims[:1]:
                victim.kill()
            return bool(victims)
        return False

    def kill_server(self, name: str) -> None:
        """SIGKILL for every process of a server, which is started again."""
        folder, program = {
            "PostgreSQL": (self.home.postgres_data, postgres.PROGRAM),
            "Redis": (self.home.redis_data, redis.PROGRAM),
        }[name]
        victims = processes.residents(folder, program)
        for victim in victims:
            with suppress(psutil.NoSuchProcess):
                victim.send_signal(signal.SIGKILL)
        psutil.wait_procs(victims, timeout=10)
        self.start_servers()

    def start_servers(self) -> None:
        """Both, where they do not run."""
        servers.start(self.home, [Postgres(self.home), Redis(self.home)])

    def end(self) -> None:
        """Everybody goes, and is given a moment."""
        for process in self.running.values():
            process.terminate()
        for process in self.running.values():
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def said(self) -> str:
        """What the parts said."""
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.home.data.glob("*.said")))

    def _start(self, name: str, words: list[str]) -> subprocess.Popen[bytes]:
        folder = self.home.data / name.replace(" ", "-")
        folder.mkdir(exist_ok=True)
        with folder.with_suffix(".said").open("ab") as said:
            return subprocess.Popen(
                [sys.executable, "-m", "tests.chaos.clocked", *words],
                cwd=CHECKOUT,
                env=self.environment | {"HEROTYCOON_DATA": str(folder)},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )


@contextmanager
def stage(more: Mapping[str, str]) -> Iterator[Stage]:
    """Servers that run, and an environment that leads to them, ours included; nothing is left of it."""
    home = temporary.temporary_home()
    try:
        servers.start(home, [Postgres(home), Redis(home)])
        proxy = Proxy(Path(home.sockets) / f".s.PGSQL.{home.postgres_port}")
        os.environ.update(more)
        os.environ |= {
            "DATABASE_URL": f"postgres://herotycoon@127.0.0.1:{proxy.port}/herotycoon",
            "REDIS_URL": redis_url(home),
            FILE: str(home.data / "clock"),
        }
        one = Stage(home, proxy, _free_port(), dict(os.environ))
        try:
            yield one
        finally:
            one.end()
    finally:
        temporary.remove(home)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as trial:
        return int(trial.getsockname()[1])
