"""What is there to be found: a player with worlds that have lived, and people and worlds that nobody will miss.

What an operation ends is gone for everything after it. So each of those that end something gets spares to end:

- `delete_world` gets worlds that were made for it;
- `erase_me`, `end_all_sessions` and `end_session` are asked by people who came for that alone;
- `change_me` is asked by somebody whose password may be changed (to the same one), and `reset_password` gets codes
  of people who forgot theirs;
- `change_world` gets a world of its own, so that the others are neither set to full speed nor paused for good.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth.tokens import default_token_generator
from django.db.models import Max
from django.utils import timezone

from heroes.models import Decision, Hero
from herotycoon.accounts.models import User, UserSession
from herotycoon.accounts.services.sessions import log_in
from herotycoon.pg.route import ENGINE, through
from quests.models import Quest
from tests import factories
from tests.factories import PASSWORD
from tests.worlds.inputs_scene import enrich
from tests.worlds.lives import aged, told
from worlds.models import World
from worlds.services.creation import create_world
from worlds.tick import tick

SPARES = 12
"""Of everything that can be ended."""
EXAMPLE = {"username": "ada", "password": "correct-horse-battery"}
"""Who the OpenAPI document's example of a login is."""
GOLD = 100_000
"""Bounties, summons and roofs are not to fail for want of it."""


class Scene(NamedTuple):
    """The worlds to be looked at afterwards, and what the hooks are told, as plain values."""

    worlds: list[World]
    told: dict[str, Any]


def scene(player: User) -> Scene:
    """Let everybody and everything be there."""
    factories.a_user(**EXAMPLE)
    still, running = _still(player), _running(player)
    clay = create_world(owner=player, seed=9, heroes=2)
    with through(ENGINE):
        session, token = log_in(player.username, PASSWORD, "a phone")
    return Scene(
        [still, running],
        {
            "token": token,
            "kept": [str(one.pk) for one in (session, still, running, clay)],
            "worlds": [_inside(still), _inside(running)],
            "clay": str(clay.pk),
            "password": PASSWORD,
            "spares": {
                "worlds": [str(_spare_world(player, seed).pk) for seed in range(SPARES)],
                "erase_me": [_leaver(f"leaver{n}") for n in range(SPARES)],
                "end_all_sessions": _tokens(factories.a_user(username="many"), SPARES),
                "end_session": _ends(player),
                "change_me": [_token(factories.a_user(username="changeling"))],
                "reset_password": [_forgetful(f"forgetful{n}") for n in range(SPARES)],
            },
        },
    )


def ended(kept: Iterable[str]) -> set[str]:
    """Of the sessions and worlds of these ids, those that somebody put an end to."""
    sessions = UserSession.objects.filter(ended_at=None).values_list("pk", flat=True)
    worlds = World.objects.filter(erasing_since=None).values_list("pk", flat=True)
    return set(kept) - {str(pk) for pk in (*sessions, *worlds)}


def _still(player: User) -> World:
    """Two days old, paused, told to do a few things."""
    world = aged(player, 96)
    enrich(world, GOLD)
    for verb, args in (
        ("praise", {"hero": 0}),
        ("order", {"hero": 1, "action": "patrol"}),
        ("promise", {"hero": 2, "gold": 10, "days": 2}),
        ("bounty", {"title": "Wolves", "place": 2, "difficulty": 20, "gold": 40, "days": 5, "party": 3}),
        ("pause", {}),
    ):
        told(world.pk, verb, args)
    world.refresh_from_db()
    return world


def _running(player: User) -> World:
    """Born two of its days ago, running, at now."""
    world = create_world(owner=player, seed=8, heroes=6, now=timezone.now() - timedelta(seconds=96 * 150))
    tick({world.pk: 96})
    world.refresh_from_db()
    enrich(world, GOLD)
    return world


def _inside(world: World) -> dict[str, Any]:
    """Ids to be found in a world."""
    decisions = Decision.objects.filter(world=world).order_by("-id")[:20]
    return {
        "world": str(world.pk),
        "hero": list(Hero.objects.filter(world=world).values_list("number", flat=True)),
        "quest": list(range((_last_quest(world.pk) or 0) + 1)),
        "activity": [str(one.pk) for one in decisions],
        "decision": [str(one.pk) for one in decisions],
    }


def _last_quest(world: UUID) -> int | None:
    last: int | None = Quest.objects.filter(world_id=world).aggregate(last=Max("number"))["last"]
    return last


def _spare_world(player: User, seed: int) -> World:
    return create_world(owner=player, seed=seed, heroes=1)


def _token(user: User) -> str:
    with through(ENGINE):
        return log_in(user.username, PASSWORD, "a phone").token


def _tokens(user: User, count: int) -> list[str]:
    return [_token(user) for _ in range(count)]


def _leaver(name: str) -> list[str]:
    return [name, _token(factories.a_user(username=name))]


def _ends(user: User) -> list[str]:
    """Sessions of the player on other devices."""
    return [str(log_in(user.username, PASSWORD, f"device {n}").session.pk) for n in range(SPARES)]


def _forgetful(name: str) -> list[str]:
    user = factories.a_user(username=name, email=f"{name}@example.org")
    return [str(user.pk), default_token_generator.make_token(user)]
