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
from herotycoon.embedded.folder import OPEN_PLACE, Home

LOCK_PATIENCE = 120.0
"""Seconds; starting takes one or two, recovery after a crash a little more."""


@contextmanager
def locked(home: Home) -> Iterator[None]:
    """Hold the home's lock, so that one process at a time starts or stops its servers."""
    if not home.data.is_dir():
        _make(home.data, 0o755)
    if home.data.parent == OPEN_PLACE:
        check_owner(home.data, os.geteuid())
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
            f"{home.data} lies below a folder closed to '{home.account.name}', who runs the servers "
            "for root; set HEROTYCOON_DATA to another folder."
        )
    for folder in (home.sockets, home.logs, home.redis_data):
        make_private(folder, home)


def make_private(folder: Path, home: Home) -> None:
    """Make `folder` the servers' own, closed to everybody else; refuse one that belongs to another user."""
    if folder.is_symlink() or not folder.is_dir():
        _make(folder, 0o700)
        try:
            home.account.give(folder)
        except OSError as error:
            raise EmbeddedError(
                f"Cannot hand {folder} to user '{home.account.name}' ({error.strerror}), and PostgreSQL "
                "refuses to run as root: come as an ordinary user, or set DATABASE_URL and REDIS_URL."
            ) from None
    check_owner(folder, home.account.uid)


def check_owner(folder: Path, uid: int) -> None:
    """Refuse a folder of somebody else: files of another run as another user, or a trap in a shared place."""
    owner = folder.stat().st_uid
    if owner != uid:
        raise EmbeddedError(
            f"{folder} belongs to user {owner} and should be user {uid}'s: come back as the user who "
            "made it, remove it, or set HEROTYCOON_DATA to another folder."
        )


def _make(folder: Path, mode: int) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(mode)
    except OSError as error:
        raise EmbeddedError(f"Cannot make {folder} ({error.strerror}); {_REMEDY}") from None


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
