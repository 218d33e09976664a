"""The data folder of the bundled PostgreSQL: made whole or not at all, configured at every start."""

import shutil
import sys
from pathlib import Path

from herotycoon.embedded import processes
from herotycoon.embedded.addresses import SUPERUSER
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import Home
from herotycoon.embedded.prepare import check_owner, make_private
from herotycoon.embedded.programs import postgres_programs

COMPLAINTS = ("FATAL:", "PANIC:", "ERROR:", "error:")
"""What marks the lines of PostgreSQL's programs that say what is wrong."""
BUILTIN_LOCALES_SINCE = 17

CONFIGURATION = """\
# Written at every start; edit postgresql.conf beside it for settings of your own.
listen_addresses = ''
port = {port}
unix_socket_directories = '"{sockets}"'
unix_socket_permissions = 0700
max_connections = 200
shared_buffers = 256MB
effective_cache_size = 2GB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
checkpoint_timeout = 15min
max_locks_per_transaction = 256
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] %q%u@%d '
"""
# 256 locks: a statement that visits every partition of both logs locks each with all its indexes.
# No jit: it spends more on compiling than a statement over sixteen small partitions takes.

FORGETFUL = "fsync = off\nfull_page_writes = off\n"
"""For servers that live as long as one test run: they survive being killed, but no power cut."""


def initialise(home: Home, durable: bool) -> None:
    """See that `home` has a data folder: initdb works beside the final place, a rename finishes it."""
    data = home.postgres_data
    if _is_initialised(home):
        return
    draft = data.with_name(data.name + ".new")
    shutil.rmtree(draft, ignore_errors=True)
    make_private(draft, home)
    result = processes.run([postgres_programs(home) / "initdb", "-D", draft, *_options(home, durable)], home)
    if result.returncode:
        raise EmbeddedError(f"initdb failed in {draft}: {_complaint(result.stderr)}")
    with (draft / "postgresql.conf").open("a") as configuration:
        configuration.write("\ninclude 'herotycoon.conf'\n")
    draft.rename(data)


def configure(home: Home, durable: bool) -> None:
    """Write the settings that every start has; they win over those of postgresql.conf above the include."""
    sockets = str(home.sockets).replace("'", "''").replace('"', '""')
    text = CONFIGURATION.format(port=home.postgres_port, sockets=sockets)
    path = home.postgres_data / "herotycoon.conf"
    path.write_text(text if durable else text + FORGETFUL)
    home.account.give(path)


def _is_initialised(home: Home) -> bool:
    data = home.postgres_data
    if not data.exists():
        return False
    check_owner(data, home.account.uid)
    if not (data / "PG_VERSION").exists():
        _set_aside(data)
        return False
    version = (data / "PG_VERSION").read_text().strip()
    if version != str(home.postgres_version):
        raise EmbeddedError(
            f"{data} was made by PostgreSQL {version}, not {home.postgres_version}: "
            "move it away or remove it."
        )
    return True


def _set_aside(data: Path) -> None:
    """A folder without a version never was a whole database; nothing is deleted that somebody may want."""
    aside = data.with_name(data.name + ".unfinished")
    shutil.rmtree(aside, ignore_errors=True)
    data.rename(aside)
    sys.stderr.write(f"{data} was no finished database: moved to {aside.name}, starting afresh.\n")


def _options(home: Home, durable: bool) -> list[str]:
    locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    if home.postgres_version < BUILTIN_LOCALES_SINCE:
        locale = ["--locale=C.UTF-8"]
    speed = [] if durable else ["--no-sync"]
    return ["-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--no-instructions", *locale, *speed]


def _complaint(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    complaints = [line for line in lines if any(mark in line for mark in COMPLAINTS)]
    return (complaints or lines[-1:] or ["no reason given"])[0]
