"""What the tests of worlds share."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.core.management import execute_from_command_line

from herotycoon.accounts.models import User
from tests.worlds.commands_scene import Manage
from tests.worlds.inputs_scene import enrich, make_rivals
from tests.worlds.lives import aged
from tests.worlds.processes import database_url
from tests.worlds.vandals import Vandal
from worlds.models import World


@pytest.fixture
def vandal(superuser: psycopg.Connection) -> Vandal:
    """Damages the world; no trigger books what is done."""
    return Vandal(superuser)


@pytest.fixture
def manage(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Manage:
    """Runs a command line; its exit code, and what it said on both streams."""
    monkeypatch.setattr("django.core.management.base.connections.close_all", lambda: None)

    def run(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = 0
        try:
            execute_from_command_line(["manage.py", *words])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def oakmere(master: User) -> World:
    """A world of a day and a half whose guild is rich, in which the first two heroes are rivals."""
    world = aged(master, 72)
    enrich(world, 5_000)
    make_rivals(world)
    return world


@pytest.fixture
def elsewhere() -> Iterator[psycopg.Connection]:
    """A session of somebody else, as psql would have it."""
    with psycopg.connect(database_url(), autocommit=True) as session:
        yield session
