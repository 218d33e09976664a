"""Homes for servers that these tests start, hurt and remove."""

import subprocess
from collections.abc import Iterator

import pytest

from herotycoon.embedded import servers, temporary
from herotycoon.embedded.folder import Home
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.redis import Redis


@pytest.fixture(scope="session")
def pristine() -> Iterator[Home]:
    """Servers that were started once and stopped: copying their data is quicker than initdb."""
    home = temporary.temporary_home()
    start(home)
    servers.stop(home)
    yield home
    temporary.remove(home)


@pytest.fixture
def home() -> Iterator[Home]:
    """A folder in which nothing was made yet; what runs in it afterwards is stopped and removed."""
    home = temporary.temporary_home()
    yield home
    temporary.remove(home)


@pytest.fixture
def stopped(home: Home, pristine: Home) -> Home:
    """A folder whose servers have run before and are down."""
    folders = [pristine.postgres_data, pristine.redis_data, pristine.logs, pristine.sockets]
    subprocess.run(["cp", "--archive", *folders, home.data], check=True)
    return home


@pytest.fixture
def running(stopped: Home) -> Home:
    """A folder whose PostgreSQL and Redis are up."""
    start(stopped)
    return stopped


def start(home: Home) -> list[str]:
    """Start both servers of `home`; the names of those that were down."""
    return [server.name for server in servers.start(home, [Postgres(home, durable=False), Redis(home)])]
