"""`python -m herotycoon.embedded start | stop | status | remove | purge`: the bundled servers by hand."""

import argparse
import shutil
import sys

import environ

from herotycoon.embedded import programs, servers, temporary
from herotycoon.embedded.errors import EmbeddedError
from herotycoon.embedded.folder import CHECKOUT, development_home

NOT_RUNNING = 3
"""Exit status of `status` when a server is down, as for other services."""


def start() -> int:
    """Start what is needed and is not up."""
    servers.ensure()
    return status()


def stop() -> int:
    """Stop the servers of this checkout."""
    stopped = servers.stop(development_home())
    sys.stdout.write(f"{' and '.join(stopped) or 'Nothing'} stopped.\n")
    return 0


def status() -> int:
    """One line per server; fails if one of the wanted two is down."""
    home = development_home()
    down = False
    for server in servers.every_server(home):
        pid, wanted = server.pid(), server.home == home
        down |= wanted and pid is None
        if wanted or pid is not None:
            state = (
                "down" if pid is None else f"pid {pid}" if server.answers() else f"pid {pid}, does not answer"
            )
            sys.stdout.write(f"{server.name:<14} {state:<12} {server.home.sockets}\n")
    return NOT_RUNNING if down else 0


def remove() -> int:
    """Stop the servers and delete their data."""
    temporary.remove(development_home())
    return 0


def purge() -> int:
    """Remove, and delete root's copies of the servers' programs, which several homes may share."""
    remove()
    for copy in programs.copies_of(programs.site_packages()):
        shutil.rmtree(copy, ignore_errors=True)
    return 0


def keep() -> int:
    """Serve one test run (see temporary.py)."""
    temporary.keep()
    return 0


COMMANDS = {command.__name__: command for command in (start, stop, status, remove, purge, keep)}


def main(arguments: list[str]) -> int:
    """Run one command; a failure is one line."""
    parser = argparse.ArgumentParser(prog="python -m herotycoon.embedded", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    command = parser.parse_args(arguments).command
    environ.Env.read_env(CHECKOUT / ".env")
    try:
        return COMMANDS[command]()
    except EmbeddedError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
