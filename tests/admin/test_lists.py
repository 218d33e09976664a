"""The lists of the desk: they say what they show in words, find what is asked, and ask little however long they are."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib import admin
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from heroes.models import Activity, Decision, Hero, HeroRelationship
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.desk import newest
from herotycoon.pg.route import ENGINE, WEB
from tests import factories
from tests.api.conftest import paused
from tests.worlds.lives import aged
from worlds.models import Guild, World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def listed(client: Client, model: Any, **asked: Any) -> Any:
    """The list, as filtered."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"
    answer = client.get(f"{reverse(name)}?{urlencode(asked)}")
    assert answer.status_code == 200, (asked, answer.headers.get("Location"))
    return answer


def rows(client: Client, model: Any, **asked: Any) -> list[Any]:
    """The rows on its first page."""
    return list(listed(client, model, **asked).context["cl"].result_list)


@pytest.fixture
def elsewhere(second_master: User) -> World:
    """Another world, of a day."""
    world = aged(second_master, 48)
    World.objects.filter(pk=world.pk).update(name="Elsewhere")
    return paused(world)


def test_one_row_costs_as_many_queries_as_fifty(ruler: Client, oakmere: World) -> None:
    for number in range(60):
        factories.an_audit_entry(about_world=oakmere.pk)
        factories.a_user(username=f"somebody {number}")
    uneven = []
    for model in admin.site._registry:
        counts = []
        for size in (1, 50):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(admin.site._registry[model], "list_per_page", size)
                with CaptureQueriesContext(connections[WEB]) as asked:
                    listed(ruler, model)
                counts.append(len(asked))
        if counts[0] != counts[1]:
            uneven.append((model.__name__, counts))
    assert uneven == []


def test_every_filter_of_every_list_answers(ruler: Client, oakmere: World) -> None:
    """Also what is no date, no number and no id."""
    hero = Hero.objects.filter(world=oakmere)[0]
    for model, desk in admin.site._registry.items():
        specs = listed(ruler, model).context["cl"].filter_specs
        assert specs or model is Guild, model
        for spec in specs:
            for name in spec.expected_parameters():
                for value in ("2026-11-26", "hunt", "99999999999", str(hero.pk)):
                    page = reverse(f"admin:{desk.opts.app_label}_{desk.opts.model_name}_changelist")
                    answer = ruler.get(page, {name: value})
                    assert answer.status_code in (200, 302), (page, name, value)


def test_the_log_is_told_in_words(watcher: Client, oakmere: World) -> None:
    page = listed(watcher, Activity).content.decode()
    assert re.search(r"(on the|at|in the|late on) [a-z ]*day \d", page)
    assert "Train combat" in listed(watcher, Activity, action="train_combat").content.decode()
    assert "{&quot;" not in page
    assert reverse("admin:worlds_world_change", args=[oakmere.pk]) in page


def test_a_search_finds_the_rows_of_a_hero_and_of_a_world(
    watcher: Client, oakmere: World, elsewhere: World
) -> None:
    hero = Hero.objects.filter(world=oakmere)[0]
    for model in (Activity, Decision):
        for asked in ({"q": str(hero.pk)}, {"hero__id__exact": hero.pk}):
            assert {row.hero_id for row in rows(watcher, model, **asked)} == {hero.pk}, (model, asked)
        assert {row.hero.name for row in rows(watcher, model, q=hero.name.upper())} == {hero.name}
        for asked in ({"q": str(elsewhere.pk)}, {"world__id__exact": elsewhere.pk}, {"q": "elsewhere"}):
            found = rows(watcher, model, **asked)
            assert {row.world_id for row in found} == {elsewhere.pk}, (model, asked)
        one = model.objects.all()[0]
        assert rows(watcher, model, q=str(one.pk)) == [one]
        assert rows(watcher, model, q="nobody is called so") == []


def test_the_bonds_of_a_hero_are_found_from_both_sides(watcher: Client, oakmere: World) -> None:
    bond = HeroRelationship.objects.filter(world=oakmere)[0]
    found = rows(watcher, HeroRelationship, q=bond.hero.name)
    assert found
    assert all(bond.hero_id in (one.hero_id, one.other_id) for one in found)
    assert any(bond.hero_id == one.other_id for one in found)


def test_what_a_hero_did_comes_newest_first_and_by_days(watcher: Client, oakmere: World) -> None:
    hero = Hero.objects.filter(world=oakmere)[0]
    steps = [row.step for row in rows(watcher, Activity, hero__id__exact=hero.pk)]
    assert steps == sorted(steps, reverse=True)
    for about in ({}, {"world__id__exact": oakmere.pk}):
        days = {row.step // 48 for row in rows(watcher, Activity, day_from=3, day_to=3, **about)}
        assert days == {2}
    assert rows(watcher, Activity, written_to="2001-01-01") == []
    assert rows(watcher, Activity, written_from="2001-01-01") != []


def test_filters_of_a_long_table_look_among_the_newest_and_say_so(
    watcher: Client, oakmere: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newest, "MOST", 10)
    answer = listed(watcher, Activity, kind__exact="action")
    assert "Looked among the newest 10 activities" in answer.content.decode()
    latest = Activity.objects.order_by("-id")[10]
    assert all(row.id >= latest.id for row in answer.context["cl"].result_list)
    assert "Looked among" not in listed(watcher, Activity).content.decode()
    hero = Hero.objects.filter(world=oakmere)[0]
    assert len(rows(watcher, Activity, hero__id__exact=hero.pk)) > 11
    found = rows(watcher, Activity, hero__id__exact=hero.pk, kind__exact="action")
    edge = Activity.objects.filter(hero=hero).order_by("-step", "-seq")[10].step
    assert found
    assert all(row.step >= edge for row in found)


def test_what_is_typed_into_a_filter_is_told_with_its_world(watcher: Client, oakmere: World) -> None:
    hero = Hero.objects.filter(world=oakmere)[0]
    asked = {"app_label": "heroes", "model_name": "activity", "field_name": "hero", "term": hero.name}
    answer = watcher.get(reverse("admin:autocomplete"), asked).json()
    assert answer["results"] == [{"id": str(hero.pk), "text": f"{hero.name} ({oakmere.name})"}]


def test_the_record_tells_the_filters_and_not_what_was_typed(ruler: Client, oakmere: World) -> None:
    listed(ruler, User, q="someone@example.org", is_staff__exact="1")
    why = AuditEntry.objects.latest("at").details["why"]
    assert why == "GET /admin/accounts/user/?q=…&is_staff__exact=1"


def test_the_history_of_a_row_tells_who_looked_and_what_was_changed(ruler: Client, oakmere: World) -> None:
    hero = Hero.objects.filter(world=oakmere)[0]
    form = reverse("admin:heroes_hero_change", args=[hero.pk])
    Hero.objects.filter(pk=hero.pk).update(name="Ysolde the Grey")
    ruler.get(form)
    for row in (hero, oakmere, Guild.objects.get(world=oakmere)):
        name = f"admin:{row._meta.app_label}_{row._meta.model_name}_history"
        page = ruler.get(reverse(name, args=[row.pk]))
        assert page.status_code == 200
        assert ("Ysolde the Grey" in page.content.decode()) == (row._meta.model_name != "guild")
    told = ruler.get(reverse("admin:heroes_hero_history", args=[hero.pk])).content.decode()
    assert f"GET {form}" in told
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_history"
        for one in model._default_manager.all()[:1]:
            assert ruler.get(reverse(name, args=[one.pk])).status_code == 200, model
        assert ruler.get(reverse(name, args=["nothing"])).status_code == 404


def test_the_desk_has_an_icon(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert b"<svg" in b"".join(client.get(answer.headers["Location"]))
