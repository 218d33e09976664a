"""The forms of the desk: what is wrong is told at its field, what is right is logged with who and why."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from heroes.models import Activity, Hero
from heroes.sim.lexicon import TRAITS
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.pg.route import ENGINE, WEB
from quests.models import Quest
from tests.worlds.lives import wrong
from worlds.models import Guild, World
from worlds.replay import replay

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def form_of(row: Any) -> str:
    """The address of a row's form."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def of_hero(hero: Hero, **changes: Any) -> dict[str, Any]:
    """What a browser sends of a hero's form."""
    traits = hero.personality | changes.pop("personality", {})
    filled = {f"personality_{name}": traits[name] for name in TRAITS}
    return {"name": hero.name, "place": hero.place, "because": "to try it"} | filled | changes


@pytest.fixture
def hero(oakmere: World) -> Hero:
    return Hero.objects.get(world=oakmere, number=1)


def test_traits_and_place_are_changed_and_logged_with_who_and_why(
    ruler: Client, oakmere: World, hero: Hero
) -> None:
    place = 1 if hero.place == 0 else 0
    answer = ruler.post(form_of(hero), of_hero(hero, place=place, personality={"courage": 77}))
    assert answer.status_code == 302
    hero.refresh_from_db()
    assert (hero.place, hero.personality["courage"]) == (place, 77)
    edit = Activity.objects.get(world=oakmere, kind="edit")
    ruler_id = str(User.objects.get(username="ruler").pk)
    assert edit.data["hand"] == {"who": ruler_id, "because": "to try it"}
    assert set(edit.data["edit"]["set"]) == {"place", "personality"}
    assert wrong(oakmere) == []
    assert replay(oakmere).equal


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"personality": {"courage": 101}}, "courage is a whole number from 0 to 100, not &#x27;101&#x27;"),
        ({"personality": {"greed": "much"}}, "greed is a whole number from 0 to 100, not &#x27;much&#x27;"),
        ({"personality": {"empathy": ""}}, "empathy is a whole number from 0 to 100"),
        ({"place": 999}, "999 is not one of the available choices"),
        ({"name": ""}, "This field is required"),
        ({"name": "x" * 81}, "at most 80 characters"),
        ({"name": "Ysolde", "because": ""}, "Say why: it is logged with the change."),
        ({"name": "Ysolde", "because": "x" * 201}, "at most 200 characters"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    ruler: Client, hero: Hero, changes: dict[str, Any], told: str
) -> None:
    answer = ruler.post(form_of(hero), of_hero(hero, **changes))
    assert answer.status_code == 200
    assert told in answer.content.decode()
    before = hero.personality, hero.place, hero.name
    hero.refresh_from_db()
    assert (hero.personality, hero.place, hero.name) == before


def test_a_form_that_changes_nothing_asks_for_no_reason_and_logs_nothing(
    ruler: Client, oakmere: World, hero: Hero
) -> None:
    answer = ruler.post(form_of(hero), of_hero(hero, because=""))
    assert answer.status_code == 302
    assert not Activity.objects.filter(world=oakmere, kind="edit").exists()


def test_a_guild_is_changed_by_a_form_and_its_treasury_is_not(ruler: Client, oakmere: World) -> None:
    guild = Guild.objects.get(world=oakmere)
    treasury = guild.treasury
    filled = {f"facilities_{name}": level for name, level in guild.facilities.items()}
    filled |= {"facilities_library": 3, "name": guild.name, "motto": "Onward", "policy": "martial", "wage": 4}
    answer = ruler.post(form_of(guild), filled | {"because": "a new start", "treasury": treasury + 9})
    assert answer.status_code == 302
    guild.refresh_from_db()
    assert (guild.motto, guild.policy, guild.wage, guild.treasury) == ("Onward", "martial", 4, treasury)
    assert guild.facilities["library"] == 3
    page = ruler.post(form_of(guild), filled | {"facilities_library": 9, "because": "more"}).content.decode()
    assert "library is a whole number from 0 to 5" in page
    assert wrong(oakmere) == []


def test_a_quest_and_a_world_get_other_words_as_inputs_of_the_game_master(
    ruler: Client, oakmere: World
) -> None:
    quest = Quest.objects.filter(world=oakmere).order_by("number")[0]
    ruler.post(form_of(quest), {"title": "Told anew", "description": "", "because": "it was rude"})
    ruler.post(form_of(oakmere), {"name": "Oakmere by the Lake", "because": "there is another one"})
    quest.refresh_from_db()
    oakmere.refresh_from_db()
    assert (quest.title, oakmere.name) == ("Told anew", "Oakmere by the Lake")
    done = Activity.objects.filter(
        world=oakmere, kind="input", data__hand__because__in=["it was rude", "there is another one"]
    )
    assert {row.action for row in done} == {"amend_quest", "rename_world"}
    assert replay(oakmere).equal


def test_an_account_is_locked_with_a_line_in_the_record(ruler: Client, master: User) -> None:
    page = ruler.get(form_of(master)).content.decode()
    assert "because" in page
    ruler.post(form_of(master), {"username": master.username, "because": "asked for it"})
    master.refresh_from_db()
    assert not master.is_active
    entry = AuditEntry.objects.get(action="change_user")
    assert (entry.actor, entry.subject_id) == ("ruler", master.pk)
    assert entry.details == {"fields": "is_active", "because": "asked for it"}
