"""Every page of the desk opens, for who watches and who acts, with data in it, and asks little of the database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from herotycoon.accounts.models import AuditEntry
from herotycoon.pg.route import ENGINE, WEB
from tests import factories
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
MOST_QUERIES = 40


def pages(world: World) -> Iterator[str]:
    """Lists, forms and histories of every model that the desk knows."""
    factories.an_audit_entry(about_world=world.pk)
    yield reverse("admin:index")
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"{name}_changelist")
        yield reverse(f"{name}_changelist") + "?q=a"
        for row in model._default_manager.all()[:1]:
            yield reverse(f"{name}_change", args=[row.pk])


@pytest.mark.parametrize("who", ["ruler", "watcher"])
def test_every_page_opens(who: str, oakmere: World, request: pytest.FixtureRequest) -> None:
    client: Client = request.getfixturevalue(who)
    factories.an_audit_entry(about_world=oakmere.pk)
    faults = []
    for path in list(pages(oakmere)):
        with CaptureQueriesContext(connections[WEB]) as asked:
            answer = client.get(path, follow=True)  # a decision is read where it is explained
        if answer.status_code != 200 or len(asked) > MOST_QUERIES:
            faults.append(f"{path}: {answer.status_code}, {len(asked)} queries")
    assert faults == []


def test_who_looks_is_on_record(ruler: Client, oakmere: World) -> None:
    ruler.get(reverse("admin:worlds_world_change", args=[oakmere.pk]))
    entry = AuditEntry.objects.filter(actor="ruler").latest("at")
    assert entry.action == "enter_world"
    assert f"/admin/worlds/world/{oakmere.pk}/change/" in entry.details["why"]


def test_a_player_has_no_place_at_the_desk(oakmere: World) -> None:
    client = Client()
    answer = client.post("/admin/login/", {"username": "master", "password": factories.PASSWORD})
    assert answer.status_code == 200
    assert client.get(reverse("admin:worlds_world_changelist")).status_code == 302
