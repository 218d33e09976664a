"""Reading many things as of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from herotycoon.pg.route import alias, here

_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
_BRIEF = "SET LOCAL max_parallel_workers_per_gather = 0"


@contextmanager
def snapshot(*, brief: bool = False) -> Iterator[None]:
    """Let all queries of the block see the database of one moment, whatever ticks do meanwhile; writes fail.

    ``brief`` queries take milliseconds, which parallel workers would need to start. Inside a transaction that has
    already begun, that transaction decides what is seen.
    """
    manner = [_BRIEF] if brief else []
    if here().in_atomic_block:
        _say(manner)
        yield
        return
    with transaction.atomic(using=alias()):
        _say([_ONE_MOMENT, *manner])
        yield


def _say(settings: list[str]) -> None:
    """All in one turn to the server."""
    if settings:
        with here().cursor() as cursor:
            cursor.execute("; ".join(settings))
