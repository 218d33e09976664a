"""What the staff may change at the desk, how it is told, and that the books balance afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from heroes.models import Activity, Decision, Hero
from herotycoon.pg.route import ENGINE, WEB
from tests.worlds.lives import wrong
from worlds.models import Guild, World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def form_of(row: Any) -> str:
    """The address of a row's form."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def test_an_observer_changes_nothing(watcher: Client, oakmere: World) -> None:
    hero = Hero.objects.get(world=oakmere, number=1)
    assert watcher.get(form_of(hero)).status_code == 200
    assert watcher.post(form_of(hero), {"name": "Somebody else"}).status_code == 403
    hero.refresh_from_db()
    assert hero.name != "Somebody else"


def test_the_logs_are_only_read_and_nothing_is_added_or_deleted(ruler: Client, oakmere: World) -> None:
    for log in (Activity, Decision):
        row = log.objects.filter(world=oakmere)[0]
        page = ruler.get(form_of(row), follow=True).content.decode()
        assert 'name="_save"' not in page
        assert ruler.post(form_of(row), {"action": "nothing"}).status_code == 403
    for model in (Hero, Guild, World, Activity):
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        assert ruler.get(reverse(f"{name}_add")).status_code == 403
        some = model.objects.all()[0]
        assert ruler.post(reverse(f"{name}_delete", args=[some.pk]), {"post": "yes"}).status_code == 403
    assert wrong(oakmere) == []


def test_the_front_page_counts_the_worlds_by_their_state(watcher: Client, oakmere: World) -> None:
    page = watcher.get(reverse("admin:index")).content.decode()
    assert "paused" in page
    World.objects.filter(pk=oakmere.pk).update(status="set_aside", error="Its biomes are no list.")
    page = watcher.get(reverse("admin:index")).content.decode()
    assert "Its biomes are no list." in page
