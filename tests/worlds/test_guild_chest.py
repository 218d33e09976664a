"""What the chest of a guild can pay for."""

from __future__ import annotations

import pytest

from heroes.sim.lexicon import FACILITIES
from herotycoon.accounts.models import User
from tests.worlds.inputs_scene import SENSIBLE, guild_of
from tests.worlds.lives import DAY, born, told, wrong
from worlds.models import Guild, World
from worlds.services.inputs import act
from worlds.tick import tick

pytestmark = pytest.mark.django_db


def test_what_a_guild_cannot_pay_it_cannot_have(master: User) -> None:
    world = born(master)
    Guild.objects.filter(world=world).update(treasury=7)
    for verb, says in (("build", "treasury holds 7"), ("summon", "treasury holds 7"), ("bounty", "of 7")):
        assert says in str(told(world.id, verb, SENSIBLE[verb]))
    assert guild_of(world).treasury == 7


def test_every_facility_can_be_built(oakmere: World) -> None:
    for facility in FACILITIES:
        act(oakmere.id, "build", facility=facility)
    tick({oakmere.id: 72 + DAY})
    assert wrong(oakmere, decisions=True) == []
