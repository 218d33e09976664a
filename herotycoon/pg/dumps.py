"""PostgreSQL's own pg_dump and pg_restore, run on a database that Django knows."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.db.backends.postgresql.client import DatabaseClient


class DumpFailed(Exception):
    """A program of PostgreSQL's gave up; the message is its own complaint."""


def dump(program: Path, database: Mapping[str, Any], file: Path, snapshot: str) -> None:
    """Write a database, as an exported snapshot sees it, to a file in pg_dump's custom format, for our eyes alone."""
    _run(program, database, "--format=custom", f"--snapshot={snapshot}", f"--file={file}")


def restore(program: Path, database: Mapping[str, Any], file: Path) -> None:
    """Fill an empty database from such a file: all of it, or nothing."""
    _run(program, database, "--single-transaction", "--exit-on-error", "--no-owner", str(file))


def _run(program: Path, database: Mapping[str, Any], *arguments: str) -> None:
    """``database`` is an entry of DATABASES; its secrets travel in the environment, which others cannot read."""
    (_, *where, name), secrets = DatabaseClient.settings_to_cmd_args_env(dict(database), [])
    try:
        done = subprocess.run(
            [program, *where, "--no-password", f"--dbname={name}", *arguments],
            env=os.environ | (secrets or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            umask=0o077,
        )
    except OSError as error:
        raise DumpFailed(f"{program} cannot be run ({error.strerror}).") from error
    if done.returncode:
        raise DumpFailed(f"{program.name}: {_complaint(done.stderr)}")


def _complaint(said: str) -> str:
    """The lines that say what is wrong."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    wrong = [line.partition("error: ")[2] or line for line in lines if "error:" in line or "ERROR:" in line]
    return "; ".join(wrong[:2] or lines[-1:] or ["it gives no reason"])
