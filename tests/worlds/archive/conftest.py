"""A world that has lived, once for each file; what a test does to it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests import factories
from tests.worlds.archive.weeks import lived
from worlds.models import World


@pytest.fixture(scope="module")
def lived_world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[UUID]:
    """Two weeks and a half of five heroes, long ago; its tests must not be transactional."""
    with django_db_blocker.unblock():
        world = lived(factories.a_user(username="archivist"))
    yield world.pk
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM users WHERE username = 'archivist'")


@pytest.fixture
def world(lived_world: UUID, db: None) -> World:
    """The same, as the test sees it."""
    return World.objects.get(pk=lived_world)
