"""A Redis of a test's own, which may be filled, killed and started again."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import psutil
import pytest
from django.conf import settings
from django.test import override_settings

from herotycoon.embedded import processes, servers, temporary
from herotycoon.embedded.addresses import redis_url
from herotycoon.embedded.folder import Home
from herotycoon.embedded.redis import PROGRAM, Redis


class OwnRedis:
    """The server in ``home``."""

    def __init__(self, home: Home) -> None:
        self.home, self.url = home, redis_url(home)

    def start(self) -> None:
        servers.start(self.home, [Redis(self.home)])

    def kill(self) -> None:
        victims = processes.residents(self.home.redis_data, PROGRAM)
        for victim in victims:
            victim.send_signal(signal.SIGKILL)
        psutil.wait_procs(victims, timeout=10)

    def pause(self, number: signal.Signals = signal.SIGSTOP) -> None:
        """Let it hang: connections are taken, and nothing is answered; SIGCONT ends that."""
        for one in processes.residents(self.home.redis_data, PROGRAM):
            one.send_signal(number)


@pytest.fixture
def own_redis() -> Iterator[OwnRedis]:
    """A server of this test's own, which Django's cache is on."""
    home = temporary.temporary_home()
    own = OwnRedis(home)
    try:
        own.start()
        with override_settings(CACHES={"default": {**settings.CACHES["default"], "LOCATION": own.url}}):
            yield own
    finally:
        own.pause(signal.SIGCONT)
        temporary.remove(home)
