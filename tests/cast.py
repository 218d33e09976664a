"""The people of the tests, and the world they play in."""

import pytest

from herotycoon.accounts.models import User
from tests import factories
from worlds.models import Guild, World


@pytest.fixture
def master(db: None) -> User:
    """The player who owns `world`."""
    return factories.a_user(username="master")


@pytest.fixture
def second_master(db: None) -> User:
    """Another player, who owns nothing here."""
    return factories.a_user(username="second_master")


@pytest.fixture
def game_master(db: None) -> User:
    """One of the staff: watches, explains, intervenes."""
    return factories.a_user(username="game_master", is_staff=True)


@pytest.fixture
def world(master: User) -> World:
    """The master's world, with a guild and nobody in it."""
    world = factories.a_world(owner=master)
    factories.a_guild(world=world)
    return world


@pytest.fixture
def guild(world: World) -> Guild:
    """The guild of `world`."""
    return Guild.objects.get(world=world)
