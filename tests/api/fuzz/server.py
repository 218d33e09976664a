"""A web server on the test database, as the game is served: gunicorn with threads, on a port that is free."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from herotycoon.api.serving import HOST, MANNER, THREADS
from tests.worlds.processes import surroundings

PATIENCE = 60.0
"""Seconds in which it should answer."""
UNLIMITED = "reads=100000000,commands=100000000,strangers=100000000"
AMPLE = {"API_RATES": UNLIMITED, "WORLDS_PER_USER": "60", "API_CATCH_UP_SECONDS": "0.2"}
"""One client asks as often as a thousand would, and has more worlds."""


@contextmanager
def serving(log: Path) -> Iterator[str]:
    """Serve while the block lasts; the address. What the server says goes to ``log``."""
    port = _free_port()
    with log.open("wb") as heard:
        server = subprocess.Popen(
            [*(sys.executable, "-m", "gunicorn", "tests.api.fuzz.site", "--bind", f"{HOST}:{port}"),
             *(*MANNER, "--workers", "1", "--threads", str(THREADS)),
             *("--log-level", "warning", "--graceful-timeout", "3")],
            cwd=settings.BASE_DIR,
            env=surroundings() | {"REDIS_URL": settings.REDIS_URL} | AMPLE,
            stdin=subprocess.DEVNULL,
            stdout=heard,
            stderr=heard,
        )  # fmt: skip
        try:
            _wait(server, port, log)
            yield f"http://{HOST}:{port}"
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        return int(trial.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, log.read_text()
        try:
            socket.create_connection((HOST, port), timeout=0.2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"no web server after {PATIENCE} s: {log.read_text()}")
