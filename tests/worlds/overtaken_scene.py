"""What the tests of overtaken share."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
import pytest

from heroes.models import Hero
from tests.worlds.processes import database_url
from worlds.models import World
from worlds.sim.state import Batch
from worlds.sim.step import run

RENAMED = "UPDATE heroes SET name = name || '!', version = version + 1 WHERE world_id = %s AND number = 0"
"""An edit as the code's own: it holds the hero's row, and needs nothing else."""
RICHER = "UPDATE heroes SET gold = gold + 1000, version = version + 1 WHERE world_id = %s AND number = 0"
"""An edit of an amount: it holds the hero's row, and wants the world's to be booked."""


@contextmanager
def between_load_and_write(*deeds: Callable[[], object]) -> Iterator[list[int]]:
    """In the block, the first bites are each disturbed by a deed; gives the steps at which bites began."""
    left, begun = list(deeds), []

    def disturbed(batch: Batch, most: int) -> None:
        begun.append(int(batch.worlds.step.min()))
        if left:
            left.pop(0)()
        run(batch, most)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("worlds.tick.run", disturbed)
        yield begun


def gold(world: World, number: int = 0) -> int:
    return Hero.objects.get(world=world, number=number).gold


def behind(session: psycopg.Connection, *work: Callable[[], object]) -> Callable[[], None]:
    """A deed that begins some work of another session and comes back when that waits for the world, or is done."""

    def all_of_it() -> None:
        for part in work:
            part()

    def deed() -> None:
        hand = threading.Thread(target=all_of_it, daemon=True)
        hand.start()
        with psycopg.connect(database_url(), autocommit=True) as watch:
            while hand.is_alive() and not _waits(watch, session.info.backend_pid):
                time.sleep(0.002)

    return deed


def executing(session: psycopg.Connection, statement: str, *values: object) -> Callable[[], object]:
    """The statement, to be executed later."""
    return lambda: session.execute(statement.encode(), values)


def _waits(watch: psycopg.Connection, pid: int) -> bool:
    query = "SELECT wait_event_type IN ('Lock', 'Timeout') FROM pg_stat_activity WHERE pid = %s"
    found = watch.execute(query, [pid]).fetchone()
    return bool(found and found[0])
