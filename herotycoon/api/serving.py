"""How the site is served: the command line of the web server, for whoever starts it."""

from __future__ import annotations

import os
import sys

HOST, THREADS = "127.0.0.1", 4
MOST = 4
MANNER = ("--worker-class", "gthread", "--preload", "--keep-alive", "0", "--no-control-socket")
"""The site is loaded once, before its processes part: they are there at once, and share what none of them changes. Every
request has a connection of its own, which an idle process takes: one that is kept would stay with its process, wherever
the others of that process come to be, and all clients of a quiet hour may end at the same one.
"""


def usual_workers() -> int:
    """Processes that answer: two for each core, one of which computes while the other waits for the database; four are
    plenty at home.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(2 * max(cores, 1), MOST)


def web_server(port: int, workers: int) -> list[str]:
    """gunicorn on ``HOST``: so many processes of ``THREADS`` threads, each with connections to the database of its own."""
    return [
        *(sys.executable, "-m", "gunicorn", "herotycoon.wsgi", "--bind", f"{HOST}:{port}", *MANNER),
        *("--workers", f"{workers}", "--threads", f"{THREADS}"),
        *("--log-level", "warning", "--graceful-timeout", "5"),
    ]
