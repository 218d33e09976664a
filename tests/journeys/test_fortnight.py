"""A master's fortnight, from the first day to the farewell, through the doors that operators and players use."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import call_command

from heroes.models import Activity, Hero
from herotycoon.accounts.models import User
from influence.models import MasterInfluence
from tests.worlds.lives import DAY
from worlds.models import Guild, World
from worlds.services.inputs import act

pytestmark = pytest.mark.django_db
Say = Callable[..., str]


@pytest.fixture
def say() -> Say:
    """What a command of ``manage.py`` prints."""

    def run(*words: str) -> str:
        out = StringIO()
        call_command(*words, stdout=out)
        return out.getvalue().strip()

    return run


def test_a_master_makes_a_world_leads_a_guild_and_can_tell_what_became_of_it(say: Say, master: User) -> None:
    name = say("create_world", "--owner", "master", "--seed", "2024", "--heroes", "8", "--time-scale", "60")
    world = World.objects.get(id=UUID(name))
    assert (world.owner, Hero.objects.filter(world=world).count()) == (master, 8)

    say("tick", "--world", name, "--game-days", "3")
    assert json.loads(say("offline_progress", name, "--since", world.created_at.isoformat(), "--json"))
    assert say("offline_progress", name) == say("offline_progress", name)

    orders = _come_back(world)
    say("tick", "--world", name, "--game-days", "1")
    newcomer = _keep_the_promise_and_change_the_guild(world, say)
    say("tick", "--world", name, "--game-days", "10")

    world.refresh_from_db()
    assert world.step == 14 * DAY
    _everybody_did_as_was_to_be_expected(world, newcomer, orders)
    _it_all_adds_up_and_would_come_about_again(world, say)


def _come_back(world: World) -> list[bool]:
    """Kind to one, harsh to another, generous with the guild's gold; whether heroes 2 and 3 agreed to a bounty."""
    trust = dict(MasterInfluence.objects.filter(world=world).values_list("hero__number", "trust"))
    act(world.id, "praise", hero=0)
    act(world.id, "punish", hero=1)
    act(world.id, "wage", wage=5)
    act(world.id, "policy", policy="adventurous")
    bounty = act(world.id, "bounty", title="The bell in the lake", place=2, difficulty=10, gold=30, party=2)
    orders = [act(world.id, "order", hero=n, action="quest_travel", quest=bounty["quest"]) for n in (2, 3)]
    assert act(world.id, "promise", hero=4, gold=10, days=2)["influence"]
    felt = dict(MasterInfluence.objects.filter(world=world).values_list("hero__number", "trust"))
    assert felt[0] > trust[0]
    assert felt[1] < trust[1]
    assert felt[4] > trust[4]
    return [answer["agreed"] for answer in orders]


def _keep_the_promise_and_change_the_guild(world: World, say: Say) -> int:
    """Somebody new comes, somebody is sent away; then the world sleeps and wakes. The newcomer's number."""
    act(world.id, "reward", hero=4, gold=10)
    newcomer: int = act(world.id, "summon")["hero"]
    act(world.id, "dismiss", hero=7)
    act(world.id, "pause")
    assert say("tick").startswith("0 worlds")
    act(world.id, "resume")
    return newcomer


def _everybody_did_as_was_to_be_expected(world: World, newcomer: int, orders: list[bool]) -> None:
    done = Activity.objects.filter(world=world)
    assert Hero.objects.get(world=world, number=7).status == "gone"
    assert done.filter(hero__number=newcomer, kind="action").count() > 30
    kept = MasterInfluence.objects.get(world=world, hero__number=4).promises
    assert [one["state"] for one in kept] == ["kept"]
    for number, agreed in zip((2, 3), orders, strict=True):
        told = done.filter(hero__number=number, data__order__action="quest_travel")
        assert told.exists() or not agreed


def _it_all_adds_up_and_would_come_about_again(world: World, say: Say) -> None:
    name = str(world.id)
    assert Guild.objects.get(world=world).treasury >= 0
    assert "all well" in say("verify_world", name, "--decisions")
    telling = Activity.objects.filter(world=world, kind="action").order_by("-importance", "step", "seq")[0]
    assert telling.hero is not None
    assert telling.hero.name in say("explain", str(telling.id))
    original, twin = (line.split()[-1] for line in say("replay", name).splitlines())
    assert original == twin == say("fingerprint", name)
    early, again = (line.split()[-1] for line in say("replay", name, "--to-step", str(4 * DAY)).splitlines())
    assert early == again != original


def test_two_masters_live_side_by_side_and_never_meet(say: Say, master: User, second_master: User) -> None:
    mine, theirs = (
        say("create_world", "--owner", owner, "--seed", "5", "--heroes", "6")
        for owner in ("master", "second_master")
    )
    say("tick", "--game-days", "2")
    assert say("fingerprint", mine) == say("fingerprint", theirs)

    act(UUID(mine), "threaten", hero=0)
    say("tick", "--game-days", "2")

    assert say("fingerprint", mine) != say("fingerprint", theirs)
    assert say("replay", theirs).split()[1] == say("fingerprint", theirs)
    assert not Activity.objects.filter(world_id=theirs, kind="input").exists()
    assert say("verify_world").count("all well") == 2
