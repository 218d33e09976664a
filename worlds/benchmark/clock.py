"""Stopwatches, and how far repeated readings lie apart."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

import psutil
from django.db import connection

Clock = Callable[[], float]
WALL: Clock = time.perf_counter
OWN: Clock = time.process_time
"""The time that cores gave to this process, which others on the machine do not disturb much."""


@dataclass(frozen=True)
class Span:
    """Seconds: on the wall, and of work, of this process and of the server's for us (None where it is not at hand)."""

    wall: float
    own: float
    server: float | None


def seconds(work: Callable[[], object], clock: Clock = WALL) -> float:
    """How long the work takes, with the waste of earlier work cleared away."""
    gc.collect()
    start = clock()
    work()
    return clock() - start


def timed(work: Callable[[], object]) -> Span:
    """How long the work takes, and who does it: where both never work at once, the wall shows the sum."""
    gc.collect()
    own, server, start = OWN(), _server(), WALL()
    work()
    wall, own, after = WALL() - start, OWN() - own, _server()
    return Span(wall, own, None if server is None or after is None else after - server)


def _server() -> float | None:
    connection.ensure_connection()
    try:
        process = psutil.Process(connection.connection.info.backend_pid)
        if not process.name().startswith("postgres"):
            return None
        return computed(process)
    except psutil.Error:  # the server is elsewhere, or hidden
        return None


def computed(process: psutil.Process) -> float:
    """Seconds that a process has computed so far, without its children. Raises ``psutil.Error`` where that is hidden."""
    times = process.cpu_times()
    return float(times.user + times.system)


def spread(readings: Sequence[float]) -> str:
    """The distance between the lowest and the highest reading, in per cent of the median."""
    if len(readings) < 2:
        return "one reading"
    return f"{100 * (max(readings) - min(readings)) / median(readings):.0f} % over {len(readings)} readings"
