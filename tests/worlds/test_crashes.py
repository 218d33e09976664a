"""SIGKILL of the PostgreSQL server, every process of it, in the middle of ticks and of archive moves: nothing happened."""

from __future__ import annotations

import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from urllib.parse import unquote, urlsplit

import psutil
import pytest
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections

from herotycoon.embedded import processes, servers
from herotycoon.embedded.addresses import database_url
from herotycoon.embedded.folder import Home
from herotycoon.embedded.postgres import PROGRAM, Postgres
from herotycoon.embedded.temporary import remove, temporary_home
from tests import factories
from tests.worlds.lives import DAY, born, wrong
from worlds import tick as engine
from worlds.models import ArchivedWeek, World
from worlds.services.archive import move as moving
from worlds.services.archive.move import move
from worlds.services.archive.reach import Reach
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True)
WEEKS = 2
UNTIL = WEEKS * 7 * DAY + 30
KILLS = 2


@pytest.fixture
def server() -> Iterator[Home]:
    """A durable server of this test's own, on which Django talks for its duration."""
    home = temporary_home()
    usual = connections[DEFAULT_DB_ALIAS]
    try:
        servers.start(home, [Postgres(home)])
        at = urlsplit(database_url(home))
        there = usual.copy()
        there.settings_dict |= {
            "HOST": unquote(at.hostname or ""),
            "PORT": str(at.port),
            "NAME": at.path[1:],
            "USER": at.username,
        }
        connections[DEFAULT_DB_ALIAS] = there
        call_command("migrate", verbosity=0)
        yield home
        there.close()
    finally:
        connections[DEFAULT_DB_ALIAS] = usual
        remove(home)


def kill(home: Home) -> None:
    """End every process of the server at once, and give none of them a last word."""
    victims = processes.residents(home.postgres_data, PROGRAM)
    for victim in victims:
        with suppress(psutil.NoSuchProcess):
            victim.send_signal(signal.SIGKILL)
    psutil.wait_procs(victims, timeout=10)


def die_during(work: Callable[[Callable[[int], None]], object], home: Home, delay: float) -> None:
    """Do some work, kill the server a moment after it has begun to get somewhere, and start the server again."""
    moving_on = threading.Event()

    def murder() -> None:
        moving_on.wait()
        time.sleep(delay)
        kill(home)

    murderer = threading.Thread(target=murder)
    murderer.start()
    try:
        with pytest.raises((OperationalError, InterfaceError)):
            work(lambda _: moving_on.set())
    finally:
        moving_on.set()
        murderer.join()
    connections[DEFAULT_DB_ALIAS].close()
    servers.start(home, [Postgres(home)])


def test_a_server_that_is_killed_again_and_again_loses_and_repeats_nothing(
    server: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(11)
    small, large = 50, engine.BITE_DECISIONS
    monkeypatch.setattr(engine, "BITE_DECISIONS", small)
    monkeypatch.setattr(moving, "BATCH_ROWS", 1)
    master = factories.a_user()
    violent, quiet = born(master, seed=3, heroes=8), born(master, seed=3, heroes=8)
    stops, archived = [], []

    for _ in range(KILLS):
        die_during(lambda tell: tick({violent.id: UNTIL}, tell), server, chance.random() * 0.15)
        stops.append(World.objects.get(id=violent.id).step)
    monkeypatch.setattr(engine, "BITE_DECISIONS", large)
    tick({violent.id: UNTIL, quiet.id: UNTIL})
    past = fingerprint(violent.id, 5 * DAY)
    everything = [Reach(violent.id, 0, WEEKS)]
    for _ in range(KILLS):
        die_during(lambda tell: move(everything, tell), server, chance.random() * 0.15)
        archived.append(ArchivedWeek.objects.count())
        assert fingerprint(violent.id, 5 * DAY) == past
    move(everything)

    assert 0 < stops[0] <= stops[-1] < UNTIL
    assert 0 < archived[0] <= archived[-1] < ArchivedWeek.objects.count() == WEEKS * 9
    assert fingerprint(violent.id) == fingerprint(quiet.id)
    assert wrong(violent, decisions=True) == []
