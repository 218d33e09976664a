"""Where it happens: servers of its own, and the parts of a deployment as processes that are started again when they end."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from herotycoon.api.serving import MANNER
from herotycoon.embedded import postgres, processes, redis
from herotycoon.embedded.addresses import redis_url
from tests.chaos.clocked import FILE
from tests.chaos.proxy import Proxy
from tests.stage import HOST, Stage, free_port, servers_of_our_own

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
    web = ["gunicorn", "herotycoon.wsgi", "--bind", f"{HOST}:{port}", *MANNER, "--threads", "8"]
    return {
        "ticks": [*WORKER, "-Q", "ticks", "-c", "2", "-n", "ticks@%h"],
        "errands": [*WORKER, "-Q", "chores,words", "-c", "1", "-n", "errands@%h"],
        "beat": BEAT,
        "second beat": BEAT,
        "web": web,
        "archivist": ["tests.chaos.archivist"],
    }


@dataclass(kw_only=True)
class ShakyStage(Stage):
    """The parts that are meant to run, and those that do, beyond a way to PostgreSQL that can go dumb."""

    proxy: Proxy

    def keep_up(self) -> None:
        """Start what does not run, as a supervisor does."""
        for name, words in parts(self.port).items():
            if not self.runs(name):
                folder = self.home.data / name.replace(" ", "-")
                folder.mkdir(exist_ok=True)
                self.start(name, [sys.executable, "-m", "tests.chaos.clocked", *words], folder)

    def kill(self, name: str, *, child: bool = False) -> bool:
        """SIGKILL for a part, or for one of its children; whether there was somebody to kill."""
        if not self.runs(name):
            return False
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(self.running[name].pid)
            victims = process.children() if child else [process]
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


@contextmanager
def stage(more: Mapping[str, str]) -> Iterator[ShakyStage]:
    """Servers that run, and an environment that leads to them, ours included; nothing is left of it."""
    with servers_of_our_own() as home:
        proxy = Proxy(Path(home.sockets) / f".s.PGSQL.{home.postgres_port}")
        os.environ.update(more)
        os.environ |= {
            "DATABASE_URL": f"postgres://herotycoon@{HOST}:{proxy.port}/herotycoon",
            "REDIS_URL": redis_url(home),
            FILE: str(home.data / "clock"),
        }
        one = ShakyStage(home, free_port(), dict(os.environ), proxy=proxy)
        try:
            yield one
        finally:
            one.end()
