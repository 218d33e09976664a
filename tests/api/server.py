"""The web server as it runs for players: gunicorn in a process of its own, on the test database, over real HTTP."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from herotycoon.api.serving import HOST, MANNER
from tests.worlds.processes import surroundings

GRACE = 20
"""Seconds in which it has to end when it is told to."""


@contextmanager
def served(log: Path) -> Iterator[str]:
    """The address of a server that runs for as long as the block; what it says goes to ``log``.

    It inherits a socket that listens already, so that nobody else can take the port and the first request waits for it.
    """
    with socket.socket() as door:
        door.bind((HOST, 0))
        door.listen(64)
        with log.open("wb") as said:
            process = subprocess.Popen(
                _command(door.fileno()),
                cwd=settings.BASE_DIR,
                env=surroundings() | {"REDIS_URL": settings.REDIS_URL},
                stdout=said,
                stderr=subprocess.STDOUT,
                pass_fds=[door.fileno()],
            )
        try:
            yield f"http://{HOST}:{door.getsockname()[1]}"
        finally:
            _end(process)


def _command(door: int) -> list[str]:
    """As ``manage.py serve`` has it, but that every request is logged."""
    return [
        *(sys.executable, "-m", "gunicorn", "herotycoon.wsgi", "--bind", f"fd://{door}"),
        *(*MANNER, "--workers", "1", "--threads", "4"),
        *("--access-logfile", "-", "--log-level", "debug", "--graceful-timeout", "5"),
    ]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
