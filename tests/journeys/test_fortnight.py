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
    # A world from a seed, and a first look at who lives there.
    name = say("create_world", "--owner", "master", "--seed", "2024", "--heroes", "8", "--time-scale", "60")
    world = World.objects.get(id=UUID(name))
    heroes = Hero.objects.filter(world=world).order_by("number")
    assert (world.owner, heroes.count()) == (master, 8)

    # Three days go by without anybody looking.
    say("tick", "--world", name, "--game-days", "3")
    report = json.loads(say("offline_progress", name, "--since", world.created_at.isoformat(), "--json"))
    assert report
    assert say("offline_progress", name) == say("offline_progress", name)

    # The master is back: kind to one, harsh to another, generous with the guild's gold.
    trust = dict(MasterInfluence.objects.filter(world=world).values_list("hero__number", "trust"))
    act(world.id, "praise", hero=0)
    act(world.id, "punish", hero=1)
    act(world.id, "wage", wage=5)
    act(world.id, "policy", policy="adventurous")
    bounty = act(world.id, "bounty", title="The bell in the lake", place=2, difficulty=10, gold=30, party=2)
    orders = [act(world.id, "order", hero=n, action="quest_travel", quest=bounty["quest"]) for n in (2, 3)]
    promise = act(world.id, "promise", hero=4, gold=10, days=2)
    felt = dict(MasterInfluence.objects.filter(world=world).values_list("hero__number", "trust"))
    assert felt[0] > trust[0]
    assert felt[1] < trust[1]
    assert felt[4] > trust[4]
    assert promise["influence"]

    # A day later the promise is kept; somebody new comes, somebody is sent away; then the world sleeps and wakes.
    say("tick", "--world", name, "--game-days", "1")
    act(world.id, "reward", hero=4, gold=10)
    newcomer = act(world.id, "summon")["hero"]
    act(world.id, "dismiss", hero=7)
    act(world.id, "pause")
    assert say("tick").startswith("0 worlds")
    act(world.id, "resume")

    # The rest of the fortnight in one go.
    say("tick", "--world", name, "--game-days", "10")
    world.refresh_from_db()
    assert world.step == 14 * DAY
    assert heroes.get(number=7).status == "gone"
    assert Activity.objects.filter(world=world, hero__number=newcomer, kind="action").count() > 30
    kept = MasterInfluence.objects.get(world=world, hero__number=4).promises
    assert [one["state"] for one in kept] == ["kept"]
    for number, answer in zip((2, 3), orders, strict=True):
        if answer["agreed"]:
            ends = Activity.objects.filter(
                world=world, hero__number=number, data__order__action="quest_travel"
            )
            assert ends.first() is not None

    # Everything adds up, everything can be explained, and it would all come about again.
    guild = Guild.objects.get(world=world)
    assert guild.treasury >= 0
    assert "all well" in say("verify_world", name, "--decisions")
    telling = Activity.objects.filter(world=world, kind="action").order_by("-importance", "step", "seq")[0]
    assert heroes.get(id=telling.hero_id).name in say("explain", str(telling.id))
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
