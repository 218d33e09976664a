"""What the tests of operations share."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections
from psycopg import sql
from pytest_django import Settings

from tests import factories
from tests.worlds.inputs_scene import enrich, make_rivals
from tests.worlds.lives import aged
from worlds.models import World


@pytest.fixture
def oakmere(transactional_db: None) -> World:
    """A world of a day and a half that other sessions see as well."""
    world = aged(factories.a_user(username="keeper"), 72)
    enrich(world, 5_000)
    make_rivals(world)
    return world


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """Where backups go."""
    settings.BACKUP_FOLDER = str(tmp_path / "backups")
    return tmp_path / "backups"


@pytest.fixture
def spare(transactional_db: None) -> Iterator[str]:
    """The name of a database that does not exist yet; gone afterwards, if it came to be."""
    name = f"herotycoon_spare_{secrets.token_hex(4)}"
    yield name
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))


@pytest.fixture
def later(transactional_db: None, settings: Settings) -> Iterator[None]:
    """The project at a later time, with migrations of `tests/operations/later`; taken back afterwards."""
    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "tests.operations.later"]
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS later_major")
        cursor.execute("ALTER TABLE heroes DROP COLUMN IF EXISTS later")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'later'")


def databases(spare: str) -> list[str]:
    """The databases that the spare one is, or that were made for it."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [spare])
        return [name for (name,) in cursor.fetchall()]
