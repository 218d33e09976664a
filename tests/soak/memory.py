"""What memory the processes of a deployment have to themselves, by kind, and what they compute.

Counted is what a process wrote: anonymous pages, those that a parent and its children still share in equal parts
(Pss_Anon). Programs and libraries, which are pages of files, and PostgreSQL's shared buffers are everybody's and leak
nothing; the buffers have a line of their own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from herotycoon.embedded import postgres, processes, redis
from herotycoon.embedded.folder import Home
from worlds.benchmark.clock import computed

BUFFERS = "postgres: shared buffers"
REDIS = "redis"
_TITLE = re.compile(
    r"postgres: (?P<role>\S+) \S+ \[local\]|postgres: (?P<what>autovacuum worker|io worker|[a-z ]+)"
)


@dataclass
class Use:
    """Megabytes by kind and process; seconds of computing so far by process."""

    megabytes: defaultdict[str, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))
    seconds: dict[int, float] = field(default_factory=dict)


def use(serve: int, home: Home) -> Use:
    """Of the supervisor ``serve``, all below it, and the servers of ``home``; who ends meanwhile is not counted."""
    found = Use()
    for kind, process in (*_programs(serve), *_servers(home)):
        with suppress(psutil.Error, OSError):
            own, shared = _read(process)
            found.seconds[process.pid] = computed(process)
            found.megabytes[kind][process.pid] = own
            if kind.startswith("postgres"):
                found.megabytes[BUFFERS][process.pid] = shared
    return found


def _programs(serve: int) -> Iterator[tuple[str, psutil.Process]]:
    supervisor = psutil.Process(serve)
    yield "supervisor", supervisor
    for program in supervisor.children():
        with suppress(psutil.Error):
            name = program_of(program.cmdline())
            yield name, program
            yield from ((f"{name}: children", child) for child in program.children(recursive=True))


def _servers(home: Home) -> Iterator[tuple[str, psutil.Process]]:
    for process in processes.residents(home.redis_data, redis.PROGRAM):
        yield REDIS, process
    for process in processes.residents(home.postgres_data, postgres.PROGRAM):
        with suppress(psutil.Error):
            yield server_of(process.cmdline()), process


def program_of(command: Sequence[str]) -> str:
    """The kind of one of our programs, by its command line."""
    if "-Q" in command:
        return f"worker of {command[command.index('-Q') + 1]}"
    return next((name for name, word in (("web", "gunicorn"), ("beat", "beat")) if word in command), "others")


def server_of(command: Sequence[str]) -> str:
    """The kind of a process of PostgreSQL, by its title."""
    title = _TITLE.match(command[0]) if command else None
    if title is None:
        return "postgres: main"
    if title["role"]:
        return f"postgres: backends of {title['role']}"
    what = title["what"].strip()
    return f"postgres: {what}s" if what.endswith("worker") else f"postgres: {what}"


def _read(process: psutil.Process) -> tuple[float, float]:
    """Megabytes that it has to itself, and its part of what is shared without a file."""
    try:
        lines = Path(f"/proc/{process.pid}/smaps_rollup").read_text().splitlines()
    except (PermissionError, FileNotFoundError):
        about = process.memory_info()
        return (about.rss - about.shared) / 2**20, 0.0
    pages = {words[0]: int(words[1]) / 1024 for words in map(str.split, lines) if words[-1] == "kB"}
    return pages["Pss_Anon:"], pages["Pss_Shmem:"]
