"""No budget is overdrawn by more than one call, and a server that fails is left alone for a while."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import override_settings
from django.utils import timezone

from herotycoon.accounts.models import User, UserSession
from herotycoon.storyteller.models import Call
from tests import factories
from tests.storyteller.hired import outcomes
from tests.storyteller.stranger import Json, Stranger
from tests.worlds.lives import aged
from worlds.services.telling import tell

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("budget", ["calls_a_day", "calls_a_visit"])
def test_no_more_calls_are_made_than_a_budget_has(
    master: User, there: Stranger, hiring: Json, budget: str
) -> None:
    hiring[budget] = 3
    there.says = lambda data: "no"
    world = aged(master, 30)
    for _ in range(4):
        cache.clear()
        tell(world.pk)
    assert there.asked == 3
    assert outcomes(world) == ["unfit"] * 3 + ["over_budget"]


def test_tokens_are_overdrawn_by_one_call_at_the_most(master: User, there: Stranger, hiring: Json) -> None:
    hiring["tokens_a_day"] = 2000  # a call is 1,200
    world = aged(master, 30)
    for _ in range(3):
        tell(world.pk)
    assert there.asked == 2


def test_who_does_not_count_is_counted_for(master: User, there: Stranger, hiring: Json) -> None:
    there.manner = "silent"
    world = aged(master, 30)
    tell(world.pk)
    assert all(
        call.input_tokens > 300 and call.output_tokens > 10 for call in Call.objects.filter(world=world)
    )


def test_one_call_at_a_time_is_under_way_in_a_world(master: User, there: Stranger, hiring: Json) -> None:
    world = aged(master, 30)
    Call.objects.create(world=world, purpose="world", provider="openai", model="m", prompt_hash="x")
    assert tell(world.pk) == 0
    assert there.asked == 0


def test_a_visit_is_one_for_all_worlds_of_a_master_and_ends_with_the_next(
    master: User, there: Stranger, hiring: Json
) -> None:
    hiring["calls_a_visit"] = 3
    session, one, other = factories.a_session(user=master), aged(master, 30), aged(master, 30)
    for world in (one, other):
        tell(world.pk)
    assert there.asked == 3
    now = timezone.now()
    UserSession.objects.filter(pk=session.pk).update(started_at=now, last_seen_at=now)
    tell(other.pk)
    assert there.asked == 6


def test_a_visit_has_fewer_than_ten_calls_by_default() -> None:
    from herotycoon.storyteller.llm.options import Options

    assert Options().calls_a_visit < 10


# --- the breaker ----------------------------------------------------------------------------------
def test_a_server_that_fails_is_left_alone_and_tried_again(
    master: User, there: Stranger, hiring: Json
) -> None:
    hiring |= {"breaker_failures": 3, "breaker_seconds": 60}
    there.status = 500
    world, other = aged(master, 30), aged(master, 30, seed=8)
    tell(world.pk)
    tell(other.pk)
    assert there.asked == 3
    assert outcomes(other) == ["server_error", "left_alone"]
    tell(world.pk)
    assert there.asked == 3

    there.status = 200
    _time_passes()
    assert tell(world.pk) > 0
    assert tell(other.pk) > 0


def test_one_call_tries_whether_a_server_is_well(master: User, there: Stranger, hiring: Json) -> None:
    hiring |= {"breaker_failures": 2, "breaker_seconds": 60}
    there.status = 500
    world = aged(master, 30)
    tell(world.pk)
    _time_passes()
    tell(world.pk)
    assert there.asked == 3
    assert outcomes(world)[-2:] == ["server_error", "left_alone"]


def _time_passes() -> None:
    """As much as the breaker waits for."""
    from herotycoon.storyteller.llm.breaker import _key
    from herotycoon.storyteller.llm.options import options

    endpoint = options().endpoint
    assert endpoint is not None
    cache.delete(_key(endpoint, "open"))


def test_without_redis_the_game_and_the_telling_go_on(
    master: User, there: Stranger, hiring: Json, settings: Any
) -> None:
    world = aged(master, 30)
    gone = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:9/0"}}
    with override_settings(CACHES=gone):
        assert tell(world.pk) > 0
