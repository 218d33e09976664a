"""Servers of one test run are gone with it, however it ends."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg

from herotycoon.embedded import temporary
from herotycoon.embedded.folder import CHECKOUT
from herotycoon.embedded.processes import wait_until
from herotycoon.embedded.temporary import temporary_servers

KEEP = [sys.executable, "-m", "herotycoon.embedded", "keep"]
RUN = (
    "import json, os, time; from herotycoon.embedded.temporary import temporary_servers\n"
    "with temporary_servers() as urls: print(json.dumps(urls), flush=True); time.sleep(600)"
)


def test_they_are_gone_after_the_block() -> None:
    with temporary_servers() as urls:
        data = folder_of(urls)
        with psycopg.connect(urls["DATABASE_URL"]) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    assert not data.exists()


def test_two_runs_share_nothing() -> None:
    with temporary_servers() as one, temporary_servers() as other:
        assert one["DATABASE_URL"] != other["DATABASE_URL"]
        assert one["REDIS_URL"] != other["REDIS_URL"]


def test_they_are_gone_after_the_run_was_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        data = folder_of(json.loads(run.stdout.readline()))
        assert data.exists()
        run.kill()
    assert wait_until(lambda: not data.exists(), seconds=30.0)


def test_what_a_killed_keeper_left_is_swept_up_by_the_next() -> None:
    with subprocess.Popen(
        KEEP, cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as keeper:
        assert keeper.stdout is not None
        data = folder_of(json.loads(keeper.stdout.readline()))
        temporary.sweep()
        assert data.exists(), "a living keeper's folder is left alone"
        postmaster = int((data / "postgres-18" / "postmaster.pid").read_text().split()[0])
        os.kill(keeper.pid, signal.SIGKILL)
    temporary.sweep()
    assert not data.exists()
    assert wait_until(lambda: not Path(f"/proc/{postmaster}/exe").exists(), seconds=10.0)


def folder_of(urls: dict[str, str]) -> Path:
    """The folder that holds the servers behind `urls`."""
    return Path(urls["REDIS_URL"].removeprefix("unix://").partition("?")[0]).parents[1]
