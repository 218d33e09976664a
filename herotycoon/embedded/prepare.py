"""Make the folders of the bundled servers, with the right owner, and hold their lock.

Nothing here is repaired by force: a folder that belongs to somebody else, or that cannot be written or
entered, is named in one line.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import Home

LOCK_PATIENCE = 120.0
"""Seconds; starting takes one or two, recovery after a crash a little more."""


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Hold the home's lock, so that one process at a time starts or stops its servers."""
    _make(home.data, home)
    try:
        descriptor = os.open(home.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise EmbeddedError(f"Cannot write {home.lock} ({error.strerror}); {_REMEDY}") from None
    try:
        _wait_for(descriptor, home)
        yield
    finally:
        os.close(descriptor)


def prepare(home: Home) -> None:
    """Make the servers' own folders; the caller holds the lock."""
    if not home.account.can_enter(home.data):
        raise EmbeddedError(
            f"{home.data} lies below a folder closed to '{home.account.name}', who runs the servers for root; "
            "set HEROTYCOON_DATA to another folder."
        )
    for folder in (home.sockets, home.logs, home.redis_data):
        make_private(folder, home)


def make_private(folder: Path, home: Home) -> None:
    """Make `folder` the servers' own, closed to everybody else; refuse one that belongs to another user."""
    try:
        if not folder.is_dir() or folder.is_symlink():
            folder.mkdir(mode=0o700)
            home.account.give(folder)
    except OSError as error:
        raise EmbeddedError(f"Cannot make {folder} ({error.strerror}); {_REMEDY}") from None
    check_owner(folder, home.account.uid, home)
    folder.chmod(0o700)


def check_owner(folder: Path, uid: int, home: Home) -> None:
    """Refuse a folder of somebody else: files of another run as another user, or a trap in a shared place."""
    owner = folder.stat().st_uid
    if owner != uid:
        raise EmbeddedError(
            f"{folder} belongs to user {owner}, not to {uid} ({home.account.name}): come back as the user "
            "who made it, remove it, or set HEROTYCOON_DATA to another folder."
        )


def _make(folder: Path, home: Home) -> None:
    try:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o755)
    except OSError as error:
        raise EmbeddedError(f"Cannot make {folder} ({error.strerror}); {_REMEDY}") from None
    check_owner(folder, os.geteuid(), home)


def _wait_for(descriptor: int, home: Home) -> None:
    deadline = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise EmbeddedError(
                    f"Another process has held {home.lock} for {LOCK_PATIENCE:.0f} s, starting the servers."
                ) from None
            time.sleep(0.05)


_REMEDY = "make it writable, or set HEROTYCOON_DATA to another folder."
