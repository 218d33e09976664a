"""The staff at the desk: one who acts, one who watches; and a world in which something has happened."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from herotycoon.accounts.models import User
from herotycoon.desk.rights import GAME_MASTERS, OBSERVERS
from tests import factories
from tests.api.conftest import paused
from tests.factories import PASSWORD
from tests.worlds.lives import aged
from worlds.models import World


@pytest.fixture
def oakmere(master: User) -> World:
    """A world of a week."""
    return paused(aged(master, 336))


def at_the_desk(name: str, group: str) -> Client:
    """A browser of somebody of the staff, logged in by the form."""
    user = factories.a_user(username=name, is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=group)[0])
    client = Client()
    answer = client.post("/admin/login/", {"username": name, "password": PASSWORD})
    assert answer.status_code == 302, answer.content
    return client


@pytest.fixture
def ruler(db: None) -> Client:
    """A game master's browser."""
    return at_the_desk("ruler", GAME_MASTERS)


@pytest.fixture
def watcher(db: None) -> Client:
    """An observer's browser."""
    return at_the_desk("watcher", OBSERVERS)
