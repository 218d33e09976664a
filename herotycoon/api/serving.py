"""How the site is served: the command line of the web server, for whoever starts it."""

from __future__ import annotations

import os
import sys

HOST, THREADS = "127.0.0.1", 4
MOST = 4


def usual_workers() -> int:
    """Processes that answer: two for each core; four are plenty at home.

    A process computes on one core at a time, and a connection stays with its process: with one for each core, one waits
    in line at this process while that one idles.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(2 * max(cores, 1), MOST)


def web_server(port: int, workers: int) -> list[str]:
    """gunicorn on ``HOST``: so many processes of ``THREADS`` threads, each with connections of its own."""
    return [
        sys.executable, "-m", "gunicorn", "herotycoon.wsgi", "--bind", f"{HOST}:{port}", "--log-level", "warning",
        "--worker-class", "gthread", "--workers", f"{workers}", "--threads", f"{THREADS}",
        "--graceful-timeout", "5", "--no-control-socket",
    ]  # fmt: skip
