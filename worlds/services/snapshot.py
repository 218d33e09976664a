"""Reading many things as of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from herotycoon.pg.route import alias, here


@contextmanager
def snapshot(*, brief: bool = False) -> Iterator[None]:
    """Let all queries of the block see the database of one moment, whatever ticks do meanwhile; writes fail.

    ``brief`` queries take milliseconds, which parallel workers would need to start. Inside a transaction that has
    already begun, that transaction decides what is seen.
    """
    if here().in_atomic_block:
        _set(brief)
        yield
        return
    with transaction.atomic(using=alias()):
        with here().cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        _set(brief)
        yield


def _set(brief: bool) -> None:
    if brief:
        with here().cursor() as cursor:
            cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
