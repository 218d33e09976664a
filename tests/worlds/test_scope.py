"""A master's own hands: everything a request does, done under row security by the role that players have."""

from __future__ import annotations

import pytest

from heroes.models import Activity
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from tests.worlds.inputs_scene import SENSIBLE, guild_of
from tests.worlds.lives import aged, wrong
from worlds.models import World
from worlds.services.creation import create_world
from worlds.services.fingerprint import fingerprint
from worlds.services.inputs import VERBS, act
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

IN_ORDER = ["pause", "resume", *sorted(set(VERBS) - {"pause", "resume"})]


def test_a_master_lives_a_day_of_every_verb_under_their_own_role(oakmere: World, master: User) -> None:
    tick({oakmere.id: 80})
    with as_player(master.id, [oakmere.id]):
        for verb in IN_ORDER:
            act(oakmere.id, verb, **SENSIBLE[verb])
    assert wrong(oakmere, decisions=True) == []
    tick({oakmere.id: 140})
    assert wrong(oakmere, decisions=True) == []


def test_what_is_done_in_a_scope_is_what_the_engine_would_have_done(master: User) -> None:
    one, other = aged(master, 72), aged(master, 72)
    for world in (one, other):
        guild = guild_of(world)
        guild.treasury += 500
        guild.birth["treasury"] += 500
        guild.save()
    act(one.id, "summon")
    with as_player(master.id, [other.id]):
        act(other.id, "summon")
        assert fingerprint(other.id) == fingerprint(other.id)
    tick({one.id: 200, other.id: 200})
    assert fingerprint(one.id) == fingerprint(other.id)


def test_a_master_makes_a_world_under_their_own_role(master: User) -> None:
    with as_player(master.id):
        made = create_world(owner=master, seed=7, heroes=6)
        assert Activity.objects.filter(world=made).count() > 0
        act(made.id, "praise", hero=2)
    twin = create_world(owner=master, seed=7, heroes=6)
    act(twin.id, "praise", hero=2)
    assert fingerprint(made.id) == fingerprint(twin.id)
    assert wrong(made) == []
