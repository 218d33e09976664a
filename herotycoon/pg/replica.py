"""Reports and analysis are read from a replica, where there is one and it knows all that we know.

A replica follows its primary by moments. Who asks for a report has just had the world brought to now, and wants to read
that: so the replica is asked how far it has come, given a moment to catch up, and left alone where it does not. One that
is dead or lags costs a line in the log and a moment now and then, never an answer.

    with reading(): ...                         # the block reads only
    @from_replica                               # a function that reads only; asked again, if the replica dies meanwhile
    with as_player(user, worlds, by=where_to_read(WEB)): ...     # the same eyes, on the replica
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, InterfaceError, OperationalError, connections

from herotycoon.pg.route import ENGINE, REPLICA, WEB, WEB_REPLICA, alias, through

logger = logging.getLogger(__name__)
PATIENCE = 0.25
"""Seconds that a replica is given to catch up."""
REST = 10.0
"""Seconds for which a replica is not asked after it failed or lagged."""
_TWINS = {ENGINE: REPLICA, WEB: WEB_REPLICA}
_resting: dict[str, float] = {}
"""Until when (by the monotonic clock), by alias."""
_IDENTITY = """
SELECT pg_catalog.pg_is_in_recovery(), (SELECT system_identifier FROM pg_catalog.pg_control_system()), current_database()
"""
_SHORTEST, _LONGEST = 0.001, 0.02

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def reading() -> Iterator[None]:
    """Read from the replica in the block, if it can be relied on; otherwise everything is as it was."""
    with through(where_to_read(alias())):
        yield


def from_replica(question: Callable[P, T]) -> Callable[P, T]:
    """Let a function that only reads do so from the replica; if that fails half-way, it is asked again without."""

    @wraps(question)
    def asked(*args: P.args, **options: P.kwargs) -> T:
        usual = alias()
        there = where_to_read(usual)
        if there == usual:
            return question(*args, **options)
        try:
            with through(there):
                return question(*args, **options)
        except (OperationalError, InterfaceError) as error:
            _rest(there, error)
        return question(*args, **options)

    return asked


def where_to_read(usual: str) -> str:
    """The replica's connection that stands for a usual one, or the usual one itself.

    Stays with the usual one inside a transaction, which decides what is seen, and where the two name different
    databases, as while one is restored aside.
    """
    there = _TWINS.get(usual, "")
    if there not in connections.settings or time.monotonic() < _resting.get(there, 0.0):
        return usual
    primary = connections[usual]
    if primary.in_atomic_block or primary.settings_dict["NAME"] != connections[there].settings_dict["NAME"]:
        return usual
    with primary.cursor() as cursor:
        cursor.execute("SELECT pg_catalog.pg_current_wal_lsn()::text")
        (written,) = cursor.fetchone()
    try:
        if _has_come_to(there, written):
            return there
        _rest(there, f"it has not come to {written} in {PATIENCE:g} s")
    except DatabaseError as error:
        _rest(there, error)
    except InterfaceError as error:
        _rest(there, error)
    return usual


def fault() -> str:
    """What is wrong with the replica that is configured, as a sentence; nothing, where all is well or there is none."""
    if REPLICA not in connections.settings:
        return ""
    with connections[ENGINE].cursor() as cursor:
        cursor.execute(_IDENTITY)
        [(_, mine, name)] = cursor.fetchall()
    try:
        with connections[REPLICA].cursor() as cursor:
            cursor.execute(_IDENTITY)
            [(follows, theirs, there)] = cursor.fetchall()
    except DatabaseError as error:
        return f"The replica cannot be reached: {str(error).strip().partition(chr(10))[0]}"
    if not follows:
        return "REPLICA_URL leads to a server that follows nobody; a report would be read from a world that stands still."
    if (mine, name) != (theirs, there):
        return "REPLICA_URL leads to a replica of another server, or to another database on it."
    return ""


def wake() -> None:
    """Ask again at once, whatever happened before."""
    _resting.clear()


def _has_come_to(there: str, written: str) -> bool:
    """Whether all that was written on the primary up to a place in its log can be read on the replica, by and by."""
    deadline, pause = time.monotonic() + PATIENCE, _SHORTEST
    with connections[there].cursor() as cursor:
        while True:
            cursor.execute(
                "SELECT pg_catalog.pg_is_in_recovery(), pg_catalog.pg_last_wal_replay_lsn() >= %s::pg_lsn",
                [written],
            )
            follows, arrived = cursor.fetchone()
            if not follows:
                raise OperationalError("it is no replica (any more)")
            if arrived or time.monotonic() > deadline:
                return bool(arrived)
            time.sleep(pause)
            pause = min(pause * 2, _LONGEST)


def _rest(there: str, why: object) -> None:
    reason = str(why).strip().partition("\n")[0]
    logger.warning("%s is left alone for %g s, and the primary answers: %s", there, REST, reason)
    _resting[there] = time.monotonic() + REST
    connections[there].close()
