"""Where a database is, as Django's settings have it: read from the environment, for settings.py."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import environ

from herotycoon.pg.roles import WEB_LOGIN

env = environ.Env()
PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,  # milliseconds; the others are seconds
}
"""A server that went away without a word is given up within half a minute or a minute."""


def database_at(url: str) -> dict[str, Any]:
    """Django's settings for the database at `url`; a socket's folder is percent-encoded, as for libpq.

    TLS as DATABASE_SSLMODE and DATABASE_SSLROOTCERT say, for every address that does not say it itself
    (`?sslmode=verify-full&sslrootcert=…`). A socket has no network to hide from, and ignores them.

    Nothing is left in a session (no prepared statement, no cursor outside a transaction, SET LOCAL alone), so that a
    proxy may hand out the server's connections by transaction.
    """
    database: dict[str, Any] = env.db_url_config(url)
    size = env.int("DATABASE_POOL_SIZE", default=0)
    database["HOST"] = unquote(database.get("HOST", ""))
    tls = {name: env.str(f"DATABASE_{name.upper()}", default="") for name in ("sslmode", "sslrootcert")}
    given = {name: value for name, value in tls.items() if value}
    database["OPTIONS"] = {
        "application_name": "herotycoon",
        **PATIENCE,
        **given,
        **database.get("OPTIONS", {}),
        **pooled(size),
    }
    return {
        **database,
        "CONN_MAX_AGE": 0 if size else 60,  # a pool keeps connections itself
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


def pooled(size: int) -> dict[str, Any]:
    """The OPTIONS of a pool of at most `size` connections, opened as they are wanted; 0 is none."""
    return {"pool": {"min_size": 0, "max_size": size, "timeout": 10}} if size else {}


def for_requests(database: dict[str, Any]) -> dict[str, Any]:
    """The same database for requests, whose role has rights and a password of its own."""
    if url := env.str("WEB_DATABASE_URL", default=""):
        database = database_at(url)
    else:
        database = {**database, "USER": WEB_LOGIN, "PASSWORD": ""}
    return {**database, "TEST": {"MIRROR": "default"}}


def replica_of(database: dict[str, Any], url: str) -> dict[str, Any]:
    """The same database and login on the replica at `url`, given up on quickly: the primary can answer as well."""
    there = database_at(url)
    options = {**database["OPTIONS"], **there["OPTIONS"], "connect_timeout": 2, "tcp_user_timeout": 5000}
    if "pool" in options:
        options["pool"] = {**options["pool"], "timeout": 2}
    where = {"HOST": there["HOST"], "PORT": there["PORT"], "NAME": there["NAME"] or database["NAME"]}
    return {**database, **where, "OPTIONS": options, "TEST": {"MIRROR": "default"}}
