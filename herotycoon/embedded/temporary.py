"""Servers that live as long as one test run, in a folder of their own.

A keeper process holds them: it starts them, prints their addresses, and when its standard input closes,
which also happens if the run is killed, it stops them and removes the folder. Nothing is shared with the
checkout's own servers nor with a second run at the same time.
"""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from herotycoon.embedded import servers
from herotycoon.embedded.account import server_account
from herotycoon.embedded.addresses import database_url, redis_url
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import CHECKOUT, SHORT_PLACE, Home, home_in, postgres_version
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.redis import Redis

PREFIX = "herotycoon-run-"


@contextmanager
def temporary_servers() -> Iterator[dict[str, str]]:
    """Keep a pair of servers for the block; gives their DATABASE_URL and REDIS_URL."""
    command = [sys.executable, "-m", "herotycoon.embedded", "keep"]
    keeper = subprocess.Popen(
        command,
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is for the run; the keeper ends after it
    )
    with keeper:
        assert keeper.stdin is not None  # noqa: S101 - these are for the type checker
        assert keeper.stdout is not None  # noqa: S101
        assert keeper.stderr is not None  # noqa: S101
        line = keeper.stdout.readline()
        if not line:
            raise EmbeddedError(keeper.stderr.read().strip() or "The keeper of temporary servers died.")
        try:
            yield json.loads(line)
        finally:
            keeper.stdin.close()
            keeper.wait(timeout=60)


def keep() -> None:
    """The keeper: start, print the addresses as one line of JSON, wait for the end of input, stop, remove."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that `finally` tidies up
    sweep()
    home = temporary_home()
    with _held(home):
        try:
            servers.start(home, [Postgres(home, durable=False), Redis(home)])
            sys.stdout.write(
                json.dumps({"DATABASE_URL": database_url(home), "REDIS_URL": redis_url(home)}) + "\n"
            )
            sys.stdout.flush()
            sys.stdin.read()
        finally:
            remove(home)


def temporary_home() -> Home:
    """A new home in a short, private place."""
    data = Path(tempfile.mkdtemp(prefix=PREFIX, dir=SHORT_PLACE)).resolve()
    data.chmod(0o711)  # the servers' account walks through; what is theirs is closed to others
    return home_in(data, server_account(), postgres_version())


def remove(home: Home) -> None:
    """Stop the servers of `home` and delete everything of theirs."""
    servers.stop(home)
    shutil.rmtree(home.data, ignore_errors=True)
    shutil.rmtree(home.sockets, ignore_errors=True)


def sweep() -> None:
    """Remove what keepers left that were killed themselves: folders of ours that nobody holds."""
    for data in SHORT_PLACE.glob(PREFIX + "*"):
        with suppress(OSError, EmbeddedError):
            if data.stat().st_uid == os.geteuid() and not _is_held(data):
                remove(home_in(data, server_account(), postgres_version()))


@contextmanager
def _held(home: Home) -> Iterator[None]:
    with (home.data / "keeper").open("w") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        yield


def _is_held(data: Path) -> bool:
    """Whether a keeper lives; a folder without a mark is being made at this moment."""
    try:
        with (data / "keeper").open("r+") as mark:
            fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False
