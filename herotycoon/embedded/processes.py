"""Run the servers' programs as their account, and tell whether a server of ours is alive.

A process is ours if it works in our data folder: pid files outlive their processes, and a number in one may
meanwhile belong to somebody else's program.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import Home

Finished = subprocess.CompletedProcess[str]
DELETED = " (deleted)"


def run(command: Sequence[str | Path], home: Home, seconds: float = 90.0) -> Finished:
    """Run a program to its end as the servers' account; its output is returned, its failure not raised."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}
    try:
        return subprocess.run(
            list(map(str, command)),
            cwd=home.data,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
            umask=0o077,
            **home.account.process_options(),
        )
    except subprocess.TimeoutExpired:
        raise EmbeddedError(f"{Path(command[0]).name} did not finish in {seconds:.0f} s.") from None
    except OSError as error:
        who = f" as user '{home.account.name}'" if home.account.switch else ""
        raise EmbeddedError(f"Cannot run {command[0]}{who} ({error.strerror}).") from None


def residents(folder: Path, program: str) -> list[psutil.Process]:
    """Every process of `program` that works in `folder`, even if the folder was deleted under it."""
    found = []
    for process in psutil.process_iter(["name"]):
        if process.info["name"] == program and works_in(process.pid, folder):
            found.append(process)
    return found


def works_in(pid: int, folder: Path) -> bool:
    """Whether `pid` is a living process with `folder` as its working folder."""
    try:
        process = psutil.Process(pid)
        return is_alive(process) and process.cwd().removesuffix(DELETED) == str(folder)
    except (psutil.Error, OSError):
        return False


def first_number(path: Path) -> int | None:
    """The number in the first line of a pid file; None if there is no such file or number."""
    try:
        return int(path.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def end(processes: Sequence[psutil.Process], *signals: signal.Signals, seconds: float = 5.0) -> None:
    """Send each signal in turn, `seconds` apart, until all of `processes` are gone."""
    for number in signals:
        for process in filter(is_alive, processes):
            with suppress(psutil.NoSuchProcess):
                process.send_signal(number)
        if wait_until(lambda: not any(map(is_alive, processes)), seconds):
            return


def is_alive(process: psutil.Process) -> bool:
    """Whether `process` still does something; one that only waits to be noticed by its parent is dead."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def keep_one_older(log: Path) -> None:
    """Set the last run's log aside, so that a log tells of one run and a crash can still be looked up."""
    with suppress(FileNotFoundError):
        log.replace(log.with_suffix(".log.old"))


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Ask `condition` again and again for at most `seconds`; the last answer."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def last_complaint(log: Path, marks: Sequence[str]) -> str:
    """The newest line of a log that holds one of `marks`, or its newest line."""
    try:
        text = log.read_text(errors="replace")
    except OSError:
        return "there is no log"
    lines = [line.strip() for line in text.splitlines()[-50:] if line.strip()]
    complaints = [line for line in lines if any(mark in line for mark in marks)]
    return (complaints or lines or ["it is silent"])[-1]
