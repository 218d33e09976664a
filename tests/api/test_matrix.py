"""Every route × every method × everybody: what each may, and that what they may not changes nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Max

from heroes.models import Activity, Decision
from herotycoon.accounts.models import User, UserSession
from herotycoon.api.operation import Operation
from herotycoon.pg.route import ENGINE, WEB
from quests.models import Quest
from tests.api.clients import ApiClient, logged_in
from tests.api.routes import METHODS, Route, example_of, routes
from tests.worlds.inputs_scene import enrich
from worlds.models import World
from worlds.services.fingerprint import fingerprint

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])

OPEN = {
    "register": 201,
    "log_in": 401,
    "ask_for_password_reset": 202,
    "reset_password": 409,
    "explain_problem": 200,
}
"""What strangers may, and what it answers to the examples, where nobody has come yet and no code was sent."""
QUERY = {"erase_me": "?confirm={name}"}
LAST = ("end_session", "delete_world", "end_all_sessions", "erase_me")
"""What ends something is done when everything else has been."""
Asked = tuple[Route, str, Operation | None]


class Places:
    """What stands in paths."""

    def __init__(self, world: World, session: UserSession) -> None:
        self._named = {
            "world": world.pk,
            "hero": 1,
            "quest": Quest.objects.filter(world=world).aggregate(last=Max("number"))["last"],
            "activity": Activity.objects.filter(world=world)[0].pk,
            "decision": Decision.objects.filter(world=world)[0].pk,
            "session": session.pk,
            "slug": "refused",
        }

    def fill(self, path: str) -> str:
        """The path with everything in it."""
        return re.sub(r"<\w+:(\w+)>", lambda name: str(self._named[name.group(1)]), path)


@pytest.fixture
def places(oakmere: World, master: User) -> Places:
    enrich(oakmere, 1_000)
    logged_in(master, "another device")
    return Places(oakmere, UserSession.objects.get(user=master, device="another device"))


def everything() -> list[Asked]:
    asked = [(route, method, route.operation(method)) for route in routes() for method in METHODS]
    return sorted(asked, key=lambda one: LAST.index(one[2].id) if one[2] and one[2].id in LAST else -1)


def answers(client: ApiClient, places: Places, user: User | None = None) -> Callable[[Asked], int]:
    """What is answered to ``client``. A ``user`` logs in anew for what ends things."""

    def answer(asked: Asked) -> int:
        route, method, operation = asked
        ending = operation is not None and operation.id in LAST
        query = QUERY.get(operation.id, "").format(name=user) if operation else ""
        hands = logged_in(user) if user and ending else client
        return hands.ask(method, places.fill(route.path) + query, example_of(operation)).status_code

    return answer


def differing(answer: Callable[[Asked], int], expected: Callable[[Asked], int]) -> list[str]:
    told = [(one, answer(one), expected(one)) for one in everything()]
    return [f"{method} {route.path}: {got}, not {due}" for (route, method, _), got, due in told if got != due]


def open_to_all(operation: Operation | None) -> int | None:
    return OPEN[operation.id] if operation is not None and operation.stranger else None


def unknown(asked: Asked) -> int:
    return open_to_all(asked[2]) or 401


def known_but_not_the_owner(asked: Asked) -> int:
    route, _, operation = asked
    if operation is None:
        return 405
    if route.of_a_world or "<uuid:session>" in route.path:
        return 404
    return open_to_all(operation) or operation.status


def owner(asked: Asked) -> int:
    _, _, operation = asked
    return 405 if operation is None else open_to_all(operation) or operation.status


def test_there_are_as_many_routes_as_the_game_has() -> None:
    assert len(routes()) >= 30
    ids = [operation.id for _, _, operation in everything() if operation]
    assert len(ids) == len(set(ids))
    assert {one.id for _, _, one in everything() if one and one.stranger} == set(OPEN)


def test_without_a_token_nothing_but_what_is_open(places: Places, oakmere: World) -> None:
    before = traces(oakmere)
    assert differing(answers(ApiClient(), places), unknown) == []
    assert traces(oakmere) == before


def test_with_the_token_of_an_ended_session_neither(places: Places, oakmere: World, master: User) -> None:
    client = logged_in(master, "ended")
    client.delete("sessions/")
    before = traces(oakmere)
    assert differing(answers(client, places), unknown) == []
    assert traces(oakmere) == before


@pytest.mark.parametrize("who", ["second_master", "game_master"])
def test_another_masters_world_is_not_there_for_anybody_else(
    who: str, places: Places, oakmere: World, request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(who)
    before = traces(oakmere)
    assert differing(answers(logged_in(user), places, user), known_but_not_the_owner) == []
    assert traces(oakmere) == before


def test_the_owner_may_do_everything(places: Places, master: User) -> None:
    assert differing(answers(logged_in(master), places, master), owner) == []


def traces(world: World) -> Any:
    """Everything of a world that can change."""
    world.refresh_from_db()
    return world.revision, world.status, world.name, world.hot_until, fingerprint(world.id)
