"""The web server as it runs for players: gunicorn in a process of its own, on the test database, over real HTTP."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from django.conf import settings

from herotycoon.api.serving import HOST, MANNER, THREADS
from tests.worlds.processes import surroundings

GRACE = 20
"""Seconds in which it has to end when it is told to."""
LOUD = ("--access-logfile", "-", "--log-level", "debug")
"""Every request is logged."""


@contextmanager
def served(
    log: Path,
    site: str = "herotycoon.wsgi",
    *,
    says: Sequence[str] = LOUD,
    also: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """The address of a server that runs for as long as the block; what it ``says`` goes to ``log``. Its environment is
    that of the test database, and ``also`` this.

    It inherits a socket that listens already, so that nobody else can take the port and the first request waits for it.
    """
    with socket.create_server((HOST, 0), backlog=64) as door, log.open("wb") as said:
        address = f"http://{HOST}:{door.getsockname()[1]}"
        process = subprocess.Popen(
            _command(site, door.fileno(), says),
            cwd=settings.BASE_DIR,
            env={**surroundings(), "REDIS_URL": settings.REDIS_URL, **also},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            pass_fds=[door.fileno()],
        )
    try:
        yield address
    finally:
        _end(process)


def _command(site: str, door: int, says: Sequence[str]) -> list[str]:
    """As ``manage.py serve`` has it, but for what it says, and with one process."""
    return [
        *(sys.executable, "-m", "gunicorn", site, "--bind", f"fd://{door}"),
        *(*MANNER, "--workers", "1", "--threads", f"{THREADS}"),
        *(*says, "--graceful-timeout", "5"),
    ]


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
