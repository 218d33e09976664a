"""How a world stands, on one page."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest

from heroes.models import Hero, HeroRelationship
from herotycoon.accounts.models import User
from tests.factories import a_guild, a_world
from tests.worlds.commands_scene import Manage
from tests.worlds.lives import DAY, aged
from worlds.models import Guild

pytestmark = pytest.mark.django_db


def test_everybody_and_the_newest_of_the_log_are_shown(master: User, manage: Manage) -> None:
    world = aged(master, 8 * DAY)
    code, said, _ = manage("show_world", str(world.pk), "--recent", "3")
    assert code == 0
    for hero in Hero.objects.filter(world=world):
        assert hero.name.split()[0] in said
    assert f"{Guild.objects.get(world=world).treasury:,} gold" in said
    assert said.count("“") == 3


def test_json_has_every_hero_with_friends_and_rivals(master: User, manage: Manage) -> None:
    world = aged(master, 8 * DAY)
    code, said, _ = manage("show_world", str(world.pk), "--json")
    told = json.loads(said)
    assert code == 0
    assert len(told["recent"]) == 10
    assert [one["number"] for one in told["heroes"]] == [0, 1, 2, 3, 4, 5]
    for one in told["heroes"]:
        friends = HeroRelationship.objects.filter(hero=one["id"], kind="friendship").count()
        assert one["relationships"]["friends"] == friends
    assert told["guild"]["step"] == 8 * DAY


def test_a_world_without_people_and_one_that_is_not_there(master: User, manage: Manage) -> None:
    empty = a_world(owner=master)
    a_guild(world=empty)
    code, said, _ = manage("show_world", str(empty.pk))
    assert (code, "Heroes: none." in said) == (0, True)
    code, _, error = manage("show_world", str(uuid4()))
    assert (code, "There is no world" in error) == (1, True)
