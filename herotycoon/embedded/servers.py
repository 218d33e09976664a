"""Both bundled servers together: ensure they answer, stop them, say how they are."""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

from herotycoon.embedded.folder import POSTGRES_VERSIONS, Home, development_home
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.prepare import locked, prepare
from herotycoon.embedded.redis import Redis

Server = Postgres | Redis


def ensure(environ: Mapping[str, str] = os.environ) -> list[Server]:
    """See that the servers this environment relies on answer, and return those that did not run before; they stay up.

    DATABASE_URL and REDIS_URL name servers of somebody else's care: those are left alone. When all is up
    this costs two connections. Raises EmbeddedError.
    """
    home = development_home(environ)
    wanted: list[Server] = []
    if not environ.get("DATABASE_URL"):
        wanted.append(Postgres(home))
    if not environ.get("REDIS_URL"):
        wanted.append(Redis(home))
    started = start(home, wanted)
    if started:
        names = " and ".join(server.name for server in started)
        sys.stderr.write(f"{names} started, data in {home.data}; `make stop` stops.\n")
    return started


def start(home: Home, wanted: Sequence[Server]) -> list[Server]:
    """See that all of `wanted` answer, and return those that did not run before."""
    if all(server.answers() for server in wanted):
        return []
    with locked(home):
        prepare(home)
        down = [server for server in wanted if server.pid() is None]
        for server in wanted:
            if not server.answers():
                server.start()
    return down


def stop(home: Home) -> list[str]:
    """Stop every server whose data is in `home`, of any version, and return their names."""
    if not home.data.is_dir():
        return []
    return stop_these(home, every_server(home))


def stop_these(home: Home, running: Sequence[Server]) -> list[str]:
    """Stop some servers of `home`, and return the names of those that did run."""
    with locked(home):
        return [server.name for server in running if server.stop()]


def every_server(home: Home) -> list[Server]:
    """The servers that may live in `home`."""
    versions = (replace(home, postgres_version=version) for version in POSTGRES_VERSIONS)
    return [*map(Postgres, versions), Redis(home)]
