"""Scenes that several tests of this folder are set in."""

from __future__ import annotations

import pytest

from herotycoon.accounts.models import User
from tests.influence.hearts import holds, was_born
from tests.influence.orders_scene import NOON
from tests.worlds.lives import aged
from worlds.models import World


@pytest.fixture
def oakmere(master: User) -> World:
    """A world of a day and a half, whose first hero thinks of the master what most people do."""
    world = aged(master, 72)
    holds(world, trust=50, respect=50, fear=30)
    was_born(world, mood=50)
    return world


@pytest.fixture
def devoted(master: User) -> World:
    """A world at the noon of its first day whose heroes would do nearly anything for their master."""
    world = aged(master, NOON, heroes=12)
    for number in range(12):
        holds(world, number, trust=100, respect=100)
        was_born(world, number, energy=90, health=100)
    return world


@pytest.fixture
def sullen(master: User) -> World:
    """The same, but they would do little."""
    world = aged(master, NOON, heroes=12)
    for number in range(12):
        holds(world, number, trust=25, respect=25, fear=10)
    return world
