"""Several programs that run together: started in order, ended in the opposite one, none left behind."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType

GOODBYES = ((signal.SIGTERM, 15.0), (signal.SIGQUIT, 3.0))
"""What a program is told, and the seconds it is given: first to finish what it is doing, then to drop it."""
GLANCE = 0.1
"""Seconds between two looks at the programs."""

PR_SET_PDEATHSIG = 1


@dataclass(frozen=True)
class Program:
    """A program by the name that people know it by."""

    name: str
    command: Sequence[str]


@dataclass
class _Calls:
    """How often we were told to stop."""

    count: int = 0

    def hear(self, number: int, frame: FrameType | None) -> None:
        self.count += 1


@dataclass
class Household:
    """Programs that live and end together, each with its children in a process group of its own.

    So Ctrl-C on the terminal reaches us alone, and we say who ends when. A second one makes haste. Should we be killed
    without a word, the system tells each of them to end.
    """

    programs: Sequence[Program]
    folder: str
    """where they work"""
    environment: dict[str, str]
    _running: list[tuple[Program, subprocess.Popen[bytes]]] = field(default_factory=list)

    def run(self, ready: Callable[[], bool], then: Callable[[], None]) -> str | None:
        """Start all, call ``then`` once it is ``ready``, and wait until SIGINT, SIGTERM or SIGHUP; then end all.

        Where a program ended by itself the others are ended too, and what is to be said of it is returned.
        """
        with _heard() as calls:
            try:
                for program in self.programs:
                    self._start(program)
                told = False
                while not calls.count and not self._lost():
                    if not told and ready():
                        then()
                        told = True
                    time.sleep(GLANCE)
                return self._lost()
            finally:
                for _, process in reversed(self._running):
                    _end(process, calls)

    def _start(self, program: Program) -> None:
        process = subprocess.Popen(
            program.command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            process_group=0,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - we have one thread
        )
        self._running.append((program, process))

    def _lost(self) -> str | None:
        for program, process in self._running:
            if (code := process.poll()) is not None:
                return f"The {program.name} ended by itself (exit code {code})"
        return None


def _end_with_parent() -> None:
    """In a child: be told to end when the parent does. Linux knows how; elsewhere nothing happens."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _end(process: subprocess.Popen[bytes], calls: _Calls) -> None:
    """Let a program end well, or end it and its children."""
    heard = calls.count
    for number, seconds in GOODBYES:
        if process.poll() is None:
            process.send_signal(number)
        deadline = time.monotonic() + seconds
        while process.poll() is None and time.monotonic() < deadline and calls.count <= max(heard, 1):
            time.sleep(GLANCE / 5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def _heard() -> Iterator[_Calls]:
    calls = _Calls()
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, calls.hear) for number in numbers}
    try:
        yield calls
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
