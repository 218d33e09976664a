"""The suite's servers: a pair of its own, started with the run and gone with it.

DATABASE_URL and REDIS_URL, when set, are used instead. Workers of pytest-xdist share the servers of the run;
each has a database and a Redis number of its own.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack

import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.db import connection

from herotycoon.embedded.addresses import SUPERUSER
from herotycoon.embedded.temporary import temporary_servers
from herotycoon.pg.dsn import database_at, for_requests
from herotycoon.workers.broker import broker_at

pytest_plugins = ("tests.cast",)

hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.register_profile("suite", deadline=None, derandomize=True)
hypothesis.settings.load_profile("suite")
"""The suite draws what it drew before: it is red for what was changed, and for nothing else. New draws are made on purpose,
by ``make explore``.
"""

OUR_SERVERS = "HEROTYCOON_TEST_SERVERS"
"""Names in the environment the addresses that are of the run's own servers; workers inherit it."""


def pytest_configure(config: pytest.Config) -> None:
    """Start the run's servers before anything connects, and hash passwords cheaply."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    missing = {name for name in ("DATABASE_URL", "REDIS_URL") if not os.environ.get(name)}
    if missing and not config.option.collectonly:
        servers = ExitStack()
        urls = servers.enter_context(temporary_servers())
        os.environ.update({name: urls[name] for name in missing}, **{OUR_SERVERS: " ".join(missing)})
        config.add_cleanup(servers.close)
    if os.environ.get(OUR_SERVERS):
        _use(os.environ["DATABASE_URL"], os.environ["REDIS_URL"])


def _use(database_url: str, redis_url: str) -> None:
    """Point Django, which has read its settings before this file, to the run's servers."""
    settings.DATABASES["default"].update(database_at(database_url))
    settings.DATABASES["web"].update(for_requests(database_at(database_url)))
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    settings.REDIS_URL = redis_url.replace("db=0", f"db={int(worker) % 16}")
    settings.CACHES["default"]["LOCATION"] = settings.REDIS_URL
    settings.CELERY_BROKER_URL = broker_at(settings.REDIS_URL)


@pytest.fixture
def superuser(transactional_db: None) -> Iterator[psycopg.Connection]:
    """A connection to the test database as PostgreSQL's superuser, whom no row security binds."""
    if "DATABASE_URL" not in os.environ.get(OUR_SERVERS, ""):
        pytest.skip("only the bundled PostgreSQL lets the suite in as superuser")
    options = connection.settings_dict
    with psycopg.connect(
        host=options["HOST"], port=options["PORT"], dbname=options["NAME"], user=SUPERUSER, autocommit=True
    ) as superuser:
        yield superuser
