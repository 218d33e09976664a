"""Who the bundled servers run as.

PostgreSQL refuses to run as root, so root hands its servers to an unprivileged account that every machine
has already (`nobody`; `HEROTYCOON_SERVER_USER` names another one). Anybody else runs them as themselves.
"""

import os
import pwd
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from herotycoon.embedded.errors import EmbeddedError


@dataclass(frozen=True)
class Account:
    """The operating system's user that owns the servers and their files."""

    name: str
    uid: int
    gid: int
    switch: bool
    """True when the caller is somebody else (root) and has to become this user first."""

    def process_options(self) -> dict[str, Any]:
        """Arguments for `subprocess` that make a child run as this user."""
        if not self.switch:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        """Make this user the owner of `path`."""
        if self.switch:
            os.chown(path, self.uid, self.gid)

    def can_enter(self, folder: Path) -> bool:
        """Whether this user may walk down to `folder` (the part of its path that exists)."""
        if not self.switch:
            return True
        path = folder.resolve()
        return all(self._can_pass(step) for step in (path, *path.parents) if step.exists())

    def _can_pass(self, folder: Path) -> bool:
        status = folder.stat()
        if status.st_uid == self.uid:
            return bool(status.st_mode & stat.S_IXUSR)
        if status.st_gid == self.gid:
            return bool(status.st_mode & stat.S_IXGRP)
        return bool(status.st_mode & stat.S_IXOTH)


def server_account(environ: Mapping[str, str] = os.environ) -> Account:
    """The account for servers started by this process."""
    if os.geteuid() != 0:
        return Account(str(os.geteuid()), os.geteuid(), os.getegid(), switch=False)
    name = environ.get("HEROTYCOON_SERVER_USER", "nobody")
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise EmbeddedError(
            f"PostgreSQL refuses to run as root and there is no user '{name}' to run it as; "
            "set HEROTYCOON_SERVER_USER to an unprivileged user."
        ) from None
    if entry.pw_uid == 0:
        raise EmbeddedError(f"HEROTYCOON_SERVER_USER={name} is root itself; name an unprivileged user.")
    return Account(name, entry.pw_uid, entry.pw_gid, switch=True)
