"""Which connection a piece of code talks through: whose rights it has, and which server answers.

``ENGINE`` owns the tables and turns the worlds, ``WEB`` logs in for requests and may nothing until it takes on a role;
where there is a replica, ``REPLICA`` and ``WEB_REPLICA`` are the same two there, and answer reports and analysis (see
replica.py). All code below a door says ``here()``, and never an alias; the door says ``through(…)``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

ENGINE, WEB = DEFAULT_DB_ALIAS, "web"
REPLICA, WEB_REPLICA = "replica", "web_replica"
_alias: ContextVar[str] = ContextVar("alias", default=ENGINE)


def alias() -> str:
    """The name in DATABASES of the connection in use."""
    return _alias.get()


def here() -> BaseDatabaseWrapper:
    """The connection in use."""
    return connections[alias()]


def bound() -> bool:
    """Whether row security binds the connection in use. It takes no COPY into tables then."""
    return alias() != ENGINE


@contextmanager
def through(name: str) -> Iterator[BaseDatabaseWrapper]:
    """Talk through another connection for the block."""
    token = _alias.set(name)
    try:
        yield connections[name]
    finally:
        _alias.reset(token)


class Router:
    """Sends the models where the rest of the code talks, whatever an instance was read from."""

    def db_for_read(self, model: type[Any], **hints: Any) -> str:
        """The connection in use."""
        return alias()

    def db_for_write(self, model: type[Any], **hints: Any) -> str:
        """The connection in use."""
        return alias()

    def allow_relation(self, one: Any, other: Any, **hints: Any) -> bool:
        """Every connection leads to the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """The owner of the tables alone makes and changes them."""
        return db == ENGINE
