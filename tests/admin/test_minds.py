"""The page of minds: what is asked for by nonsense is not asked, and every number stands in words beside its chart."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests.worlds.lives import DAY, aged
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def page(world: World) -> str:
    """Its address."""
    return reverse("admin:worlds_world_analysis", args=[world.pk])


@pytest.fixture
def studied(master: User) -> World:
    """A world with heroes enough to tell their traits."""
    return aged(master, 6 * DAY, heroes=30)


def test_who_watches_reads_what_drives_the_heroes(watcher: Client, studied: World) -> None:
    text = watcher.get(page(studied)).content.decode()
    assert f"The minds of {studied.name}" in text
    for part in (
        "Courage",
        "Trust in the master",
        "Friendship with the companion",
        "How it felt",
        "Nobody was ordered",
    ):
        assert part in text
    assert text.count('role="img"') > 20
    assert "±" in text


def test_another_world_is_set_beside_it(watcher: Client, studied: World, oakmere: World) -> None:
    text = watcher.get(page(studied), {"days": "5", "against": str(oakmere.pk)}).content.decode()
    assert f"Where {oakmere.name} differs" in text
    assert 'value="5"' in text


@pytest.mark.parametrize(
    "query", ["days=0", "days=x&against=y", "days=99999999999999999999", "against=", "days=²"]
)
def test_nonsense_counts_as_not_asked(watcher: Client, oakmere: World, query: str) -> None:
    answer = watcher.get(f"{page(oakmere)}?{query}")
    assert answer.status_code == 200
    assert 'value="28"' in answer.content.decode()


def test_no_world_is_no_page_and_a_player_sees_none(ruler: Client, oakmere: World) -> None:
    assert (
        ruler.get(page(oakmere).replace(str(oakmere.pk), "01234567-89ab-7cde-8f01-23456789abcd")).status_code
        == 404
    )
    assert Client().get(page(oakmere)).status_code == 302
