"""Every page of the desk opens, for who watches and who acts, with data in it, and asks little of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.contrib import admin
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLResolver, reverse

from heroes.models import Decision
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.storyteller.models import Call
from tests import factories
from worlds.desk.acts import ACTS
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
MOST_QUERIES = 40


OF_A_ROW = ("change", "history", "delete")
REFUSED = ("add", "delete")
"""Pages that the framework has, and nobody may open."""


def named(patterns: Iterable[Any]) -> Iterator[str]:
    """The names of all addresses of the desk."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from named(one.url_patterns)
        elif one.name:
            yield one.name


def addresses(name: str, world: World) -> list[str]:
    """Every address that a name stands for here; KeyError for one that nobody thought of."""
    if name in ELSEWHERE:
        return ELSEWHERE[name](world)
    model, _, kind = name.rpartition("_")
    row = MODELS[model]._default_manager.all()[:1].get()
    if kind == "export":
        return [reverse(f"admin:{name}", args=[format_]) for format_ in ("csv", "json")]
    if kind in OF_A_ROW:
        return [reverse(f"admin:{name}", args=[row.pk])]
    there = reverse(f"admin:{name}")
    return [there, f"{there}?q=a"] if kind == "changelist" else [there]


def _plain(name: str) -> Callable[[World], list[str]]:
    return lambda world: [reverse(f"admin:{name}")]


def _why(world: World) -> list[str]:
    last = Decision.objects.filter(world=world).latest("id")
    return [reverse("admin:worlds_world_why", args=[world.pk, pk]) for pk in (last.pk, uuid4())]


MODELS = {f"{model._meta.app_label}_{model._meta.model_name}": model for model in admin.site._registry}
ELSEWHERE: dict[str, Callable[[World], list[str]]] = {
    **{name: _plain(name) for name in ("index", "search", "login", "logout", "jsi18n", "autocomplete")},
    **{name: _plain(name) for name in ("password_change", "password_change_done")},
    "view_on_site": lambda world: [reverse("admin:view_on_site", args=[1, world.pk])],
    "app_list": lambda world: [
        reverse("admin:app_list", args=[app]) for app in ("worlds", "heroes", "accounts")
    ],
    "worlds_world_why": _why,
    "worlds_world_analysis": lambda world: [reverse("admin:worlds_world_analysis", args=[world.pk])],
    "worlds_world_act": lambda world: [
        reverse("admin:worlds_world_act", args=[world.pk, act]) for act in ACTS
    ],
    "worlds_world_now": lambda world: [reverse("admin:worlds_world_now", args=[world.pk])],
    "worlds_world_progress": lambda world: [reverse("admin:worlds_world_progress", args=[world.pk])],
}


def expected(name: str, who: str) -> set[int]:
    """The answers that an address may give."""
    if name.endswith(REFUSED):
        return {403}
    if name.endswith("_export") and name.startswith("accounts") and who == "watcher":
        return {403}
    return {
        "worlds_world_act": {200} if who == "ruler" else {403},
        "worlds_world_now": {404} if who == "ruler" else {403},  # by a form alone
        "worlds_world_why": {200, 404},
        "logout": {405},  # by a form alone
        "autocomplete": {403},  # for whom, and for what, is in the parameters
        "view_on_site": {404},
    }.get(name, {200})


@pytest.mark.parametrize("who", ["ruler", "watcher"])
def test_every_page_opens(who: str, oakmere: World, request: pytest.FixtureRequest) -> None:
    client: Client = request.getfixturevalue(who)
    factories.an_audit_entry(about_world=oakmere.pk)
    factories.a_session(user=oakmere.owner)
    Call.objects.create(world=oakmere, purpose="heroes", provider="openai", model="bard", prompt_hash="x")
    faults = []
    for name in sorted(set(named(admin.site.urls[0]))):
        for path in addresses(name, oakmere):
            with CaptureQueriesContext(connections[WEB]) as asked:
                answer = client.get(path, follow=True)  # a decision is read where it is explained
            if answer.status_code not in expected(name, who) or len(asked) > MOST_QUERIES * (
                1 + len(answer.redirect_chain)
            ):
                faults.append(f"{path}: {answer.status_code}, {len(asked)} queries")
    assert faults == []


def test_a_game_master_changes_their_own_password_and_stays(ruler: Client) -> None:
    given = {
        "old_password": factories.PASSWORD,
        "new_password1": "n3w-and-long-one",
        "new_password2": "n3w-and-long-one",
    }
    answer = ruler.post(reverse("admin:password_change"), given)
    assert answer.status_code == 302, answer.content
    assert User.objects.get(username="ruler").check_password("n3w-and-long-one")
    assert ruler.get(reverse("admin:index")).status_code == 200


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
