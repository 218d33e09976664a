"""Worlds as their masters make, read, change and leave them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest
from django.db import connections

from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from tests import factories
from tests.api.clients import ApiClient, logged_in, ok, problem
from tests.worlds.lives import wrong
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.tasks import erase_the_marked

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def test_a_world_is_made_as_wished(client_of_second: ApiClient) -> None:
    wish = {"name": "Elmstead", "seed": 7, "heroes": 4, "time_scale": 60, "storyteller": "template"}
    answer = client_of_second.post("worlds/", wish)
    made = ok(answer, 201)
    assert (made["name"], made["seed"], made["time_scale"]) == ("Elmstead", 7, 60)
    assert answer.headers["Location"].endswith(f"/worlds/{made['id']}/")
    assert len(client_of_second.read(f"worlds/{made['id']}/heroes/")["results"]) == 4
    assert wrong(World.objects.get(pk=made["id"])) == []


def test_two_worlds_of_one_seed_are_alike_until_somebody_acts(client_of_second: ApiClient) -> None:
    one, other = (
        UUID(ok(client_of_second.post("worlds/", {"seed": 7, "heroes": 4}), 201)["id"]) for _ in range(2)
    )
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("wish", "pointer"),
    [
        ({"heroes": 0}, "/heroes"),
        ({"heroes": 51}, "/heroes"),
        ({"heroes": "5"}, "/heroes"),
        ({"heroes": True}, "/heroes"),
        ({"time_scale": 1441}, "/time_scale"),
        ({"seed": -1}, "/seed"),
        ({"name": "\u202eelbatpeccanu"}, "/name"),
        ({"name": " "}, "/name"),
        ({"storyteller": "shakespeare"}, "/storyteller"),
        ({"colour": "green"}, "/colour"),
    ],
)
def test_a_wish_that_makes_no_sense_is_named(client_of_second: ApiClient, wish: Any, pointer: str) -> None:
    told = problem(client_of_second.post("worlds/", wish), 400, "invalid")
    assert [error["pointer"] for error in told["errors"]] == [pointer]
    assert not World.objects.filter(owner__username="second_master").exists()


def test_there_are_so_many_worlds_and_no_more_also_at_once(second_master: User, settings: Any) -> None:
    settings.WORLDS_PER_USER = 2
    clients = [logged_in(second_master) for _ in range(3)]

    def ask(client: ApiClient) -> int:
        try:
            return client.post("worlds/", {"heroes": 2}).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(ask, clients)) == [201, 201, 409]
    assert World.objects.filter(owner=second_master).count() == 2


def test_a_world_is_renamed_paused_quickened_and_resumed(client_of_master: ApiClient, oakmere: World) -> None:
    path = f"worlds/{oakmere.pk}/"
    before = client_of_master.read(path)
    told = ok(client_of_master.patch(path, {"name": "Oakmere upon Avon", "time_scale": 60}))
    assert (told["name"], told["time_scale"], told["status"]) == ("Oakmere upon Avon", 60, "paused")
    assert told["revision"] > before["revision"]
    assert ok(client_of_master.patch(path, {"paused": False}))["status"] == "running"
    problem(client_of_master.patch(path, {"paused": False}), 409, "refused")
    assert ok(client_of_master.patch(path, {"paused": True}))["status"] == "paused"
    oakmere.refresh_from_db()
    assert wrong(oakmere) == []


def test_a_world_that_is_let_go_is_gone_at_once_and_erased_by_a_worker(
    client_of_master: ApiClient, oakmere: World, master: User
) -> None:
    ok(client_of_master.delete(f"worlds/{oakmere.pk}/"), 202)
    problem(client_of_master.get(f"worlds/{oakmere.pk}/"), 404, "not-found")
    problem(client_of_master.get(f"worlds/{oakmere.pk}/heroes/"), 404, "not-found")
    assert client_of_master.read("worlds/")["results"] == []
    assert World.objects.filter(pk=oakmere.pk).exists()
    erase_the_marked()
    assert not World.objects.filter(pk=oakmere.pk).exists()
    assert User.objects.filter(pk=master.pk).exists()


def test_a_read_that_still_holds_is_not_sent_again(client_of_master: ApiClient, oakmere: World) -> None:
    tag = ""
    for path in ("", "heroes/", "heroes/1/", "guild/", "map/", "map.svg", "activities/", "offline-progress/"):
        answer = client_of_master.get(f"worlds/{oakmere.pk}/{path}")
        tag = answer.headers["ETag"]
        again = client_of_master.get(f"worlds/{oakmere.pk}/{path}", If_None_Match=f'"other", W/{tag}')
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag), path
    ok(client_of_master.post(f"worlds/{oakmere.pk}/heroes/1/interventions/", {"kind": "praise"}), 201)
    for path in ("", "heroes/1/"):
        answer = client_of_master.get(f"worlds/{oakmere.pk}/{path}", If_None_Match=tag)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-cache"


def test_looking_keeps_a_world_hot_and_changes_nothing(client_of_master: ApiClient, oakmere: World) -> None:
    revision = client_of_master.read(f"worlds/{oakmere.pk}/")["revision"]
    oakmere.refresh_from_db()
    assert oakmere.hot_until
    assert oakmere.revision == revision


def test_the_map_is_data_and_a_picture_and_names_stay_names(
    client_of_master: ApiClient, oakmere: World
) -> None:
    name = "<script>alert(1)</script> & Sons"
    ok(client_of_master.patch(f"worlds/{oakmere.pk}/heroes/1/", {"name": name}))
    data = client_of_master.read(f"worlds/{oakmere.pk}/map/")
    assert [one["name"] for one in data["heroes"] if one["number"] == 1] == [name]
    picture = client_of_master.get(f"worlds/{oakmere.pk}/map.svg")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert b"<script" not in picture.content
    root = ElementTree.fromstring(picture.content)  # noqa: S314  # our own
    assert any(name in (element.text or "") for element in root.iter())


def test_heroes_are_found_by_what_they_do_where_they_are_and_who_they_are(
    client_of_master: ApiClient, oakmere: World
) -> None:
    everybody = client_of_master.read(f"worlds/{oakmere.pk}/heroes/")["results"]
    one = everybody[2]
    cases: list[tuple[str, Callable[[Any], object]]] = [
        (f"action={one['action']}", lambda hero: hero["action"] == one["action"]),
        (f"place={one['place']['number']}", lambda hero: hero["place"] == one["place"]),
        ("courage_min=50", lambda hero: hero["personality"]["courage"] >= 50),
        ("courage_min=20&greed_max=49", brave_and_generous),
        (f"hero_class={one['hero_class']}", lambda hero: hero["hero_class"] == one["hero_class"]),
        ("status=gone", lambda hero: hero["status"] == "gone"),
    ]
    for query, fits in cases:
        found = client_of_master.read(f"worlds/{oakmere.pk}/heroes/?{query}")["results"]
        assert found == [hero for hero in everybody if fits(hero)], query


def brave_and_generous(hero: Any) -> bool:
    return bool(hero["personality"]["courage"] >= 20 and hero["personality"]["greed"] <= 49)


def test_lists_are_read_page_by_page_to_the_end(client_of_master: ApiClient, oakmere: World) -> None:
    for path in ("heroes/", "quests/", "activities/", "decisions/", "heroes/1/relationships/", "events/"):
        whole = client_of_master.read(f"worlds/{oakmere.pk}/{path}?limit=100")
        if whole["next"] is None:
            assert pages(client_of_master, f"worlds/{oakmere.pk}/{path}?limit=2") == whole["results"], path


def pages(client: ApiClient, path: str) -> list[Any]:
    """Everything in a list, by its cursors."""
    found: list[Any] = []
    cursor = ""
    while True:
        told = client.read(path + cursor)
        found += told["results"]
        if told["next"] is None:
            return found
        cursor = f"&cursor={told['next']}"


def test_a_cursor_of_another_list_is_none(client_of_master: ApiClient, oakmere: World) -> None:
    cursor = client_of_master.read(f"worlds/{oakmere.pk}/activities/?limit=1")["next"]
    for path in ("decisions/", "heroes/"):
        problem(client_of_master.get(f"worlds/{oakmere.pk}/{path}?cursor={cursor}"), 404, "not-found")


def test_what_leads_to_nobody_is_not_there(client_of_master: ApiClient, oakmere: World) -> None:
    other = factories.a_world()
    for path in (f"worlds/{oakmere.pk}/heroes/999/", f"worlds/{oakmere.pk}/quests/999/", f"worlds/{other.pk}/",
                 f"worlds/{oakmere.pk}/decisions/{other.pk}/", "worlds/nonsense/", "nothing/"):  # fmt: skip
        problem(client_of_master.get(path), 404, "not-found")
    for path in ("orders/", "interventions/"):
        answer = client_of_master.post(
            f"worlds/{oakmere.pk}/heroes/999/{path}", {"action": "rest", "kind": "praise"}
        )
        assert answer.status_code in (400, 404)
