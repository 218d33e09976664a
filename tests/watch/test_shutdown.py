"""A worker that is told to end finishes what it does within its grace, or gives it back; nothing is half done."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from redis import Redis

from herotycoon.accounts.models import User
from herotycoon.embedded.folder import CHECKOUT
from tests.worlds.lives import DAY, born, wrong
from tests.worlds.processes import surroundings
from worlds import tasks
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True)


class Worker:
    """A worker as compose.yaml starts it, and what it logs."""

    def __init__(self, folder: Path, grace: float) -> None:
        [command] = [one["command"] for name, one in _services().items() if name == "errands"]
        self._said = folder / "said"
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(
                [str(CHECKOUT / ".venv/bin/celery"), *command[1:]],
                cwd=CHECKOUT,
                env=surroundings()
                | {
                    "REDIS_URL": settings.REDIS_URL,
                    "REMAP_SIGTERM": "SIGQUIT",
                    "GRACE_SECONDS": str(grace),
                    "LOG_FORMAT": "json",
                },
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def said(self) -> str:
        return self._said.read_text()

    def end(self) -> float:
        """Tell it to end as an orchestrator does; seconds until it did."""
        began = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(240)
        return time.monotonic() - began


def _services() -> dict[str, dict[str, list[str]]]:
    services: dict[str, dict[str, list[str]]] = yaml.safe_load((CHECKOUT / "compose.yaml").read_text())[
        "services"
    ]
    return services


@pytest.fixture
def hired(tmp_path: Path) -> Iterator[Callable[[float], Worker]]:
    """Hires a worker with a grace; whoever is still there is sent away afterwards."""
    hands: list[Worker] = []
    redis = Redis.from_url(settings.REDIS_URL)
    redis.flushdb()

    def hire(grace: float) -> Worker:
        hands.append(Worker(tmp_path, grace))
        return hands[-1]

    yield hire
    for one in hands:
        one.process.kill()
        one.process.wait()
    redis.flushdb()
    redis.close()


def begun(world: World, worker: Worker) -> None:
    """Let it catch up a world that is years behind, and wait until it is at it."""
    tasks.catch_up_soon(world.pk)
    deadline = time.monotonic() + 60
    while not World.objects.values_list("step", flat=True).get(pk=world.pk):
        assert worker.process.poll() is None, worker.said()
        assert time.monotonic() < deadline, worker.said()
        time.sleep(0.02)


def on_its_way() -> int:
    """Tasks that wait for a worker, also those that one had and has not finished."""
    with Redis.from_url(settings.REDIS_URL) as redis:
        return int(str(redis.llen("herotycoon:chores"))) + int(str(redis.hlen("herotycoon:unacked")))


def test_a_batch_that_does_not_end_within_the_grace_is_given_back(
    master: User, hired: Callable[[float], Worker]
) -> None:
    world, twin = born(master, heroes=12), born(master, heroes=12)
    worker = hired(0.5)
    begun(world, worker)

    took = worker.end()

    world.refresh_from_db()
    assert took < 60, worker.said()
    assert on_its_way() == 1
    assert world.step > 0
    assert wrong(world) == []
    tick({world.pk: world.step + DAY, twin.pk: world.step + DAY})
    assert fingerprint(world.pk) == fingerprint(twin.pk)
    for line in worker.said().splitlines():
        if line.startswith("{"):
            assert json.loads(line)["level"] in ("info", "warning"), line
