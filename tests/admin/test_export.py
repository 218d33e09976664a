"""Lists taken away as files: as filtered, in words, bounded, harmless to a spreadsheet, and on record."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from heroes.models import Activity, Hero
from herotycoon.accounts.models import AuditEntry, User, UserSession
from herotycoon.desk import export
from herotycoon.desk.export import harmless
from herotycoon.pg.route import ENGINE, WEB
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
PERSONAL = (User, UserSession, AuditEntry)


def taken(client: Client, model: Any, kind: str, **asked: Any) -> Any:
    """The answer to who wants a list as a file."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_export"
    return client.get(reverse(name, args=[kind]), asked)


def table(answer: Any) -> list[dict[str, str]]:
    """A CSV file, read."""
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_a_list_is_taken_as_it_is_filtered(watcher: Client, oakmere: World) -> None:
    hero = Hero.objects.filter(world=oakmere)[0]
    rows = table(taken(watcher, Activity, "csv", hero__id__exact=hero.pk, action="eat"))
    there = Activity.objects.filter(hero=hero, action="eat")
    assert {row["id"] for row in rows} == {str(one.pk) for one in there}
    assert {(row["hero"], row["hero_id"], row["action"]) for row in rows} == {
        (hero.name, str(hero.pk), "Eat")
    }
    assert all("day" in row["ended"] for row in rows)


def test_json_holds_the_same_and_says_whether_it_is_all(
    watcher: Client, oakmere: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hero = Hero.objects.filter(world=oakmere)[0]
    whole = taken(watcher, Activity, "json", hero__id__exact=hero.pk).json()
    assert whole["complete"]
    assert len(whole["rows"]) == Activity.objects.filter(hero=hero).count()
    monkeypatch.setattr(export, "MOST", 5)
    answer = taken(watcher, Activity, "json", hero__id__exact=hero.pk)
    assert not answer.json()["complete"]
    assert answer.json()["rows"] == whole["rows"][:5]
    assert "first-5" in answer.headers["Content-Disposition"]
    page = watcher.get(reverse("admin:heroes_activity_changelist")).content.decode()
    assert "The file holds the first 5 rows" in page


def test_every_list_can_be_taken_in_both_forms_and_no_other(ruler: Client, oakmere: World) -> None:
    for model in admin.site._registry:
        for kind in export.KINDS:
            answer = taken(ruler, model, kind)
            assert answer.status_code == 200, (model, kind)
            assert "attachment" in answer.headers["Content-Disposition"]
        assert taken(ruler, model, "xlsx").status_code == 404


def test_no_cell_is_a_formula(ruler: Client, oakmere: World) -> None:
    hero = Hero.objects.filter(world=oakmere)[0]
    Hero.objects.filter(pk=hero.pk).update(name='=HYPERLINK("x")')
    (row,) = table(taken(ruler, Hero, "csv", q=str(hero.pk)))
    assert row["name"] == '\'=HYPERLINK("x")'
    assert [harmless(value) for value in ("+1", "-1", "@a", "\tb", "a=b", -1, None)] == [
        *("'+1", "'-1", "'@a", "'\tb", "a=b", -1, None)
    ]


def test_personal_data_is_taken_by_game_masters_alone_and_that_is_on_record(
    ruler: Client, watcher: Client, oakmere: World
) -> None:
    for model in PERSONAL:
        assert taken(watcher, model, "csv").status_code == 403
        page = watcher.get(reverse(f"admin:accounts_{model._meta.model_name}_changelist")).content.decode()
        assert "desk-tools" not in page
    before = User.objects.count()
    assert len(table(taken(ruler, User, "csv"))) == before
    entry = AuditEntry.objects.filter(action="export_list").latest("at")
    assert (entry.actor, entry.details) == ("ruler", {"list": "users", "rows": before, "as": "csv"})
    assert "password" not in taken(ruler, User, "json").content.decode()
