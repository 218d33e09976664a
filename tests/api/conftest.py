"""Clients of the API: each with the hands of one of the cast, over the whole of Django, to the real database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from herotycoon.accounts.models import User
from tests.api.clients import ApiClient, logged_in
from tests.worlds.lives import aged
from worlds.models import World


@pytest.fixture(autouse=True)
def _nothing_counted() -> Iterator[None]:
    """Requests of other tests are not held against anybody."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def stranger() -> ApiClient:
    """Somebody without a token."""
    return ApiClient()


@pytest.fixture
def oakmere(master: User) -> World:
    """The master's world after two days, standing still at now."""
    return paused(aged(master, 96))


@pytest.fixture
def client_of_master(oakmere: World, master: User) -> ApiClient:
    """The owner of `oakmere`."""
    return logged_in(master)


@pytest.fixture
def client_of_second(second_master: User) -> ApiClient:
    """Another player."""
    return logged_in(second_master)


@pytest.fixture
def client_of_game_master(game_master: User) -> ApiClient:
    """One of the staff, who is a player like any other here."""
    return logged_in(game_master)


def paused(world: World) -> World:
    """The same, whose present is its real time: it is neither behind nor ahead."""
    World.objects.filter(pk=world.pk).update(status="paused")
    world.refresh_from_db()
    return world
