"""A web server of our own on a database aside, started as ``manage.py serve`` does and ended with the block."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, NamedTuple
from urllib.parse import urlsplit

import psutil
from django.conf import settings
from django.db import connection

from herotycoon.api.serving import HOST, usual_workers, web_server
from herotycoon.embedded import addresses
from worlds.benchmark.clock import computed

PATIENCE = 60.0
"""Seconds until it has to answer."""
GOODBYE = 15.0


class Server(NamedTuple):
    """Where it answers, and its main process."""

    port: int
    process: psutil.Process

    def work(self) -> float:
        """Seconds that its processes have computed so far."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(map(computed, family))

    def busiest(self) -> float:
        """The share that the busiest of those that answer has in what they have computed: 1 / their number is even."""
        spans = list(map(computed, self.process.children()))
        return max(spans) / sum(spans)

    def database_work(self) -> float | None:
        """The same of those who serve its connections in PostgreSQL; None where that is elsewhere."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
            pids = [pid for (pid,) in cursor.fetchall()]
        try:
            return sum(computed(psutil.Process(pid)) for pid in pids)
        except psutil.Error:
            return None


@contextmanager
def serving(database: str) -> Iterator[Server]:
    """A server that answers for that database. Raises RuntimeError where it does not come up."""
    with tempfile.TemporaryFile() as said:
        port = _free_port()
        process = subprocess.Popen(
            web_server(port, usual_workers()),
            cwd=settings.BASE_DIR,
            env=_surroundings(database),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
        )
        try:
            _wait(process, port, said)
            yield Server(port, psutil.Process(process.pid))
        finally:
            process.terminate()
            try:
                process.wait(GOODBYE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _surroundings(database: str) -> Mapping[str, str]:
    """The environment of the server: ours, with another database; nobody is sent away for asking often, nor to HTTPS."""
    owner = os.environ.get("DATABASE_URL", "") or addresses.database_url()
    web = os.environ.get("WEB_DATABASE_URL", "")
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "herotycoon.settings",
        "DATABASE_URL": _leading_to(owner, database),
        "WEB_DATABASE_URL": _leading_to(web, database) if web else "",
        "REPLICA_URL": "",
        "REDIS_URL": str(settings.REDIS_URL),
        "ALLOWED_HOSTS": HOST,
        "HTTPS": "false",
        "API_RATES": ",".join(f"{scope}=1000000" for scope in settings.API_RATES),
    }


def _leading_to(url: str, database: str) -> str:
    return urlsplit(url)._replace(path=f"/{database}").geturl()


def _free_port() -> int:
    with socket.create_server((HOST, 0)) as trial:
        return int(trial.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, said: IO[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection((HOST, port), timeout=0.2).close()
            return
        except OSError:
            if process.poll() is None and time.monotonic() < deadline:
                time.sleep(0.05)
                continue
        said.seek(0)
        words = said.read().decode(errors="replace").strip().splitlines() or ["it is silent"]
        raise RuntimeError(f"the web server does not come up: {words[-1]}")
