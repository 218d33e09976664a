"""Django's connections, led through a proxy or a pool for one test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from herotycoon.pg.dsn import pooled
from herotycoon.pg.route import ENGINE, WEB
from tests.conftest import OUR_SERVERS
from tests.pooling.proxy import PORT, Proxy, rotating

BOTH = (ENGINE, WEB)
POOL = 3


@contextmanager
def led(**changes: Any) -> Iterator[None]:
    """Both connections with other settings, OPTIONS among them added to those there are."""
    before = {alias: dict(connections[alias].settings_dict) for alias in BOTH}
    options = changes.pop("OPTIONS", {})
    _let_go()
    for alias in BOTH:
        mine = before[alias]["OPTIONS"] | options
        connections[alias].settings_dict.update(changes, OPTIONS=mine)
    try:
        yield
    finally:
        _let_go()
        for alias in BOTH:
            connections[alias].settings_dict.update(before[alias])


def _let_go() -> None:
    for alias in BOTH:
        connection = connections[alias]
        assert isinstance(connection, DatabaseWrapper)
        connection.close()
        connection.close_pool()


@pytest.fixture
def through_proxy(transactional_db: None) -> Iterator[Proxy]:
    """Django talks through a proxy that hands out another connection for each transaction."""
    if "DATABASE_URL" not in os.environ.get(OUR_SERVERS, ""):
        pytest.skip("the proxy knows how the bundled PostgreSQL lets its clients in, and no other way")
    at = connections[ENGINE].settings_dict
    with (
        rotating(Path(at["HOST"]) / f".s.PGSQL.{at['PORT']}") as proxy,
        led(HOST=str(proxy.folder), PORT=PORT),
    ):
        yield proxy


@pytest.fixture
def through_pool(transactional_db: None) -> Iterator[None]:
    """Django takes its connections from a small pool."""
    with led(CONN_MAX_AGE=0, OPTIONS=pooled(POOL)):
        yield
