"""A world in which something has happened, served with a worker; the staff; a browser."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import override_settings
from playwright.sync_api import Browser

from herotycoon.accounts.models import User
from herotycoon.desk.rights import GAME_MASTERS, OBSERVERS
from tests import factories
from tests.api.server import served
from tests.browser.chromium import browsing
from tests.worlds.lives import aged
from tests.worlds.processes import surroundings
from worlds.models import World
from worlds.services.inputs import act

DAYS = 9


@pytest.fixture
def oakmere(transactional_db: None, master: User) -> World:
    """A world of nine days, which is at now."""
    world = aged(master, DAYS * 48)
    act(world.pk, "pause")
    act(world.pk, "resume")
    world.refresh_from_db()
    return world


@pytest.fixture
def staff(transactional_db: None) -> None:
    """One who acts, one who watches; their passwords are kept as the served game wants them."""
    for name, group in (("ruler", GAME_MASTERS), ("watcher", OBSERVERS)):
        with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.BCryptSHA256PasswordHasher"]):
            user = factories.a_user(username=name, is_staff=True)
        user.groups.add(Group.objects.get_or_create(name=group)[0])


@pytest.fixture
def site(oakmere: World, staff: None, tmp_path: Path) -> Iterator[str]:
    """The address of the game, with a worker behind it."""
    with served(tmp_path / "web.log") as address, _worker(tmp_path / "worker.log"):
        yield address


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Chromium."""
    with browsing() as browser:
        yield browser


@contextmanager
def _worker(log: Path) -> Iterator[None]:
    command = [*(sys.executable, "-m", "celery", "-A", "herotycoon", "-q", "worker", "-Q", "ticks,chores"),
               *("--pool", "solo", "--without-gossip", "--without-mingle", "--without-heartbeat")]  # fmt: skip
    with log.open("wb") as said:
        worker = subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env=surroundings() | {"REDIS_URL": settings.REDIS_URL},
            stdout=said,
            stderr=said,
        )
        try:
            yield
        finally:
            worker.terminate()
            worker.wait(30)
