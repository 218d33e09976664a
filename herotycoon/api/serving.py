"""How the site is served: the command line of the web server, for whoever starts it."""

from __future__ import annotations

import sys

HOST, THREADS = "127.0.0.1", 8


def web_server(port: int, workers: int = 1, threads: int = THREADS) -> list[str]:
    """gunicorn on ``HOST``: so many processes of so many threads, each with connections of its own."""
    return [
        sys.executable, "-m", "gunicorn", "herotycoon.wsgi", "--bind", f"{HOST}:{port}", "--log-level", "warning",
        "--worker-class", "gthread", "--workers", f"{workers}", "--threads", f"{threads}",
        "--graceful-timeout", "5", "--no-control-socket",
    ]  # fmt: skip
