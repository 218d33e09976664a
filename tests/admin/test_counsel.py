"""The desk tells whose counsel a hero took, and in the storyteller's own words, which are a stranger's."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from heroes.models import Decision
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests.storyteller.ahead import before, give, turn_of
from tests.worlds.lives import DAY
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def test_a_strangers_reason_is_shown_as_text_and_as_a_strangers(watcher: Client, master: User) -> None:
    turn = turn_of(master)
    world = before(master, turn)
    give(world, turn, turn.other, reason="She <b>waited</b> long enough.", teller="openai: bard-1")
    tick({world.pk: turn.step + DAY})
    row = Decision.objects.get(world=world, hero__number=turn.hero, started_step=turn.step)

    text = watcher.get(reverse("admin:worlds_world_why", args=[world.pk, row.pk])).content.decode()

    assert "Openai: bard-1 had counselled to " in text
    assert "“She &lt;b&gt;waited&lt;/b&gt; long enough.”" in text
    assert "<b>waited" not in text
    assert "the same, to the thousandth" in text
