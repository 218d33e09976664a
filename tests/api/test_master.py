"""What a master says and does to heroes and to the guild, and what the answers tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from heroes.models import Activity, Decision
from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from influence.models import MasterInfluence
from tests.api.clients import ApiClient, ok, problem
from tests.api.conftest import paused
from tests.explained import save_explained
from tests.storyteller.ahead import before, give, turn_of
from tests.worlds.inputs_scene import enrich, make_rivals
from tests.worlds.lives import DAY, aged, wrong
from worlds.models import World
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


def felt(world: World, **pillars: int) -> None:
    """Let every hero hold so much of the master, from birth on."""
    for row in MasterInfluence.objects.filter(world=world):
        for name, value in pillars.items():
            setattr(row, name, value)
            row.baseline[name] = (
                row.baseline[name] + value - getattr(MasterInfluence.objects.get(pk=row.pk), name)
            )
        save_explained(row)


def test_a_yes_is_a_standing_order_and_its_consequences_follow_in_the_log(
    client_of_master: ApiClient, oakmere: World
) -> None:
    felt(oakmere, trust=100, respect=100)
    path = f"worlds/{oakmere.pk}/heroes/1/"
    answers = [
        ok(client_of_master.post(f"{path}orders/", {"action": action}), 201)
        for action in ("patrol", "hunt", "study")
    ]
    agreed = [answer for answer in answers if answer["agreed"]]
    assert agreed
    standing = client_of_master.read(f"{path}influence/")["standing_order"]
    assert standing["until"]["step"] - standing["asked"]["step"] == 48
    listed = client_of_master.read(f"{path}orders/")["results"]
    assert [one["activity"] for one in listed] == [one["activity"] for one in reversed(answers)]
    World.objects.filter(pk=oakmere.pk).update(status="running")
    tick({oakmere.pk: oakmere.step + 40})
    done = Activity.objects.filter(world=oakmere, kind="action", data__has_key="order")
    assert done.filter(data__order__outcome="done").exists()


def test_a_no_says_why_and_what_would_have_changed_it_and_is_repeated(
    client_of_master: ApiClient, oakmere: World
) -> None:
    felt(oakmere, trust=5, respect=5)
    refused: list[Any] = []
    for hero in range(6):
        path = f"worlds/{oakmere.pk}/heroes/{hero}/orders/"
        answer = ok(client_of_master.post(path, {"action": "patrol"}), 201)
        again = ok(client_of_master.post(path, {"action": "patrol"}), 201)
        assert (again["agreed"], again["why"], again["repeated"]) == (answer["agreed"], answer["why"], True)
        refused += [] if answer["agreed"] else [answer]
    assert refused
    assert all(one["why"] for one in refused)
    assert any(one["needed"]["trust"] for one in refused)


def test_an_order_that_makes_no_sense_is_refused_in_words(
    client_of_master: ApiClient, oakmere: World
) -> None:
    path = f"worlds/{oakmere.pk}/heroes/1/orders/"
    told = problem(client_of_master.post(path, {"action": "quest_travel", "quest": 999}), 409, "refused")
    assert "quest 999" in told["detail"]
    told = problem(client_of_master.post(path, {"action": "depart"}), 400, "invalid")
    assert told["errors"][0]["pointer"] == "/action"


def test_every_intervention_moves_what_it_says_it_moved(client_of_master: ApiClient, oakmere: World) -> None:
    enrich(oakmere, 500)
    make_rivals(oakmere)
    path = f"worlds/{oakmere.pk}/heroes/0/"
    after: Any = None
    for wish in (
        {"kind": "praise"}, {"kind": "punish"}, {"kind": "threaten"}, {"kind": "console"},
        {"kind": "gift", "item": "herbs", "count": 2}, {"kind": "mediate", "other": 1},
        {"kind": "promise", "gold": 30, "days": 3}, {"kind": "reward", "gold": 40},
    ):  # fmt: skip
        before = client_of_master.read(f"{path}influence/")
        moved = ok(client_of_master.post(f"{path}interventions/", wish), 201)
        after = client_of_master.read(f"{path}influence/")
        assert {name: after[name] - before[name] for name in ("trust", "respect", "fear")} == {
            name: moved[name] for name in ("trust", "respect", "fear")
        }, wish
        assert Activity.objects.filter(pk=moved["activity"], world=oakmere, action=wish["kind"]).exists()
        assert (moved["due"] is not None) == (wish["kind"] == "promise")
    assert [one["state"] for one in after["promises"]] == ["kept"]
    told = client_of_master.read(f"{path}interventions/")["results"]
    assert [one["kind"] for one in told] == [
        *("reward", "promise", "mediate", "gift", "console", "threaten", "punish", "praise")
    ]
    oakmere.refresh_from_db()
    assert wrong(oakmere) == []


def test_a_hero_tells_what_they_remember_with_names_of_today(
    client_of_master: ApiClient, oakmere: World
) -> None:
    path = f"worlds/{oakmere.pk}/heroes/0/"
    enrich(oakmere, 500)
    make_rivals(oakmere)
    for wish in ({"kind": "punish"}, {"kind": "mediate", "other": 1}):
        ok(client_of_master.post(f"{path}interventions/", wish), 201)
    client_of_master.patch(f"worlds/{oakmere.pk}/heroes/1/", {"name": "Ann Other"})
    told = {one["what"]: one for one in client_of_master.read(path)["memories"]}
    assert told["punished"]["told"] == "Was punished by the master, only lately."
    assert (told["punished"]["felt"], told["punished"]["loudness"]) == (-50, 50)
    assert told["reconciled"]["told"] == "Made peace with Ann Other, only lately."
    assert (told["reconciled"]["other"], told["reconciled"]["place"]) == (1, None)
    loud = [one["loudness"] for one in client_of_master.read(path)["memories"]]
    assert loud == sorted(loud, reverse=True)


def test_the_guild_has_a_policy_wages_roofs_and_prices(client_of_master: ApiClient, oakmere: World) -> None:
    enrich(oakmere, 1_000)
    path = f"worlds/{oakmere.pk}/guild/"
    told = ok(client_of_master.patch(path, {"policy": "scholarly", "wage": 5}))
    assert (told["policy"], told["wage"], told["wages_due"]) == ("scholarly", 5, 30)
    price, before = told["prices"]["library"], told["treasury"]
    built = ok(client_of_master.post(f"{path}facilities/", {"facility": "library"}), 201)
    after = client_of_master.read(path)
    assert (built["cost"], before - after["treasury"]) == (price, price)
    assert after["facilities"]["library"] == built["level"]
    told = problem(client_of_master.patch(path, {"policy": "piratical"}), 400, "invalid")
    assert "scholarly" in told["errors"][0]["detail"]


def test_a_guild_that_cannot_pay_is_told_what_it_has(client_of_master: ApiClient, oakmere: World) -> None:
    wish = {"title": "The moon", "place": 2, "difficulty": 10, "gold": 99_999}
    told = problem(client_of_master.post(f"worlds/{oakmere.pk}/quests/", wish), 409, "refused")
    assert "treasury" in told["detail"]


def test_heroes_come_are_renamed_and_go(client_of_master: ApiClient, oakmere: World) -> None:
    enrich(oakmere, 100)
    path = f"worlds/{oakmere.pk}/heroes/"
    answer = client_of_master.post(path)
    called = ok(answer, 201)
    whole = client_of_master.read(answer.headers["Location"])
    assert (whole["number"], whole["name"]) == (called["number"], called["name"])
    assert whole["backstory"]
    ok(client_of_master.patch(f"{path}{called['number']}/", {"name": "Ysolde the Grey"}))
    assert client_of_master.read(f"{path}{called['number']}/")["name"] == "Ysolde the Grey"
    ok(client_of_master.delete(f"{path}{called['number']}/"))
    problem(client_of_master.delete(f"{path}{called['number']}/"), 409, "refused")


def test_why_tells_what_was_possible_what_spoke_for_it_and_what_would_have_flipped_it(
    client_of_master: ApiClient, oakmere: World
) -> None:
    flipped = 0
    for row in Decision.objects.filter(world=oakmere).order_by("-id")[:12]:
        why = client_of_master.read(f"worlds/{oakmere.pk}/decisions/{row.pk}/")
        assert why["recomputed"]
        assert why["chosen"]["action"] == row.chosen == why["options"][0]["action"]
        for option in why["options"]:
            assert sum(option["contributions"].values()) == option["utility"]
        told = why["would_have_flipped_it"]
        flipped += bool(told["smallest"])
        assert told["sentence"]
        assert len(told["flips"]) + len(told["firm"]) == 11
    assert flipped


def test_the_chronicle_is_filtered_by_hero_action_and_weight(
    client_of_master: ApiClient, oakmere: World
) -> None:
    base = f"worlds/{oakmere.pk}/"
    cases: list[tuple[str, Callable[[Any], object]]] = [
        ("hero=1", lambda one: one["hero"] and one["hero"]["number"] == 1),
        ("action=eat", lambda one: one["action"] == "eat"),
        ("kind=event", lambda one: one["kind"] == "event"),
        ("importance=30", lambda one: one["importance"] >= 30),
        ("after_step=40&until_step=60", lambda one: 40 < one["ended"]["step"] <= 60),
    ]
    for query, fits in cases:
        found = client_of_master.read(f"{base}activities/?limit=100&{query}")["results"]
        assert found, query
        assert all(fits(one) for one in found), query
    mine = client_of_master.read(f"{base}heroes/1/decisions/?limit=100&satisfaction_min=10")["results"]
    assert mine
    assert all(one["satisfaction"] >= 10 and one["hero"]["number"] == 1 for one in mine)
    order = [(one["ended"]["step"], one["started"]["step"]) for one in mine]
    assert order == sorted(order, key=lambda steps: -steps[0])


def test_behaviour_is_told_by_action_and_by_hero(client_of_master: ApiClient, oakmere: World) -> None:
    told = client_of_master.read(f"worlds/{oakmere.pk}/analysis/?days=2")
    assert sum(one["times"] for one in told["actions"]) == told["decisions"]
    assert sum(one["decisions"] for one in told["heroes"]) == told["decisions"]
    assert (told["read"], told["versions"], told["changes"]) == (1, [], [])
    assert {one["action"] for one in told["felt"]} == {
        one["action"] for one in told["actions"] if one["times"]
    }
    assert all(
        one["satisfaction"]["low"] <= one["satisfaction"]["value"]
        for one in told["felt"]
        if one["satisfaction"]
    )
    assert told["calibration"]["orders"] == 0
    problem(client_of_master.get(f"worlds/{oakmere.pk}/analysis/?days=0"), 400, "invalid")


def test_the_minds_of_many_heroes_are_told_with_intervals(client_of_master: ApiClient, master: User) -> None:
    world = paused(aged(master, 240, heroes=30))
    told = client_of_master.read(f"worlds/{world.pk}/analysis/")
    study = next(one for one in told["effects"] if (one["driver"], one["action"]) == ("curiosity", "study"))
    assert study["kind"] == "trait"
    assert 0 < study["pull"]["low"] < study["pull"]["value"] < study["pull"]["high"]


def test_who_has_left_is_read_and_listed_with_no_end_of_it(
    client_of_master: ApiClient, oakmere: World
) -> None:
    ok(client_of_master.delete(f"worlds/{oakmere.pk}/heroes/2/"))
    World.objects.filter(pk=oakmere.pk).update(status="running")
    tick({oakmere.pk: oakmere.step + 96})
    World.objects.filter(pk=oakmere.pk).update(status="paused")
    told = client_of_master.read(f"worlds/{oakmere.pk}/heroes/2/")
    assert (told["status"], told["until"]) == ("gone", None)
    listed = client_of_master.read(f"worlds/{oakmere.pk}/heroes/?status=gone")["results"]
    assert [one["number"] for one in listed] == [2]
    for rest in ("activities", "decisions", "relationships", "influence", "orders", "interventions"):
        client_of_master.read(f"worlds/{oakmere.pk}/heroes/2/{rest}/")
    client_of_master.read(f"worlds/{oakmere.pk}/offline-progress/?since=2026-01-01T00:00:00Z")
    client_of_master.read(f"worlds/{oakmere.pk}/map/")
    client_of_master.read(f"worlds/{oakmere.pk}/analysis/")


def test_why_tells_whose_counsel_a_hero_took(client_of_master: ApiClient, master: User) -> None:
    turn = turn_of(master)
    world = before(master, turn)
    give(world, turn, turn.other, reason="She had waited long enough.", teller="openai: bard-1")
    tick({world.pk: turn.step + DAY})
    paused(world)
    for row in Decision.objects.filter(world=world, started_step=turn.step):
        why = client_of_master.read(f"worlds/{world.pk}/decisions/{row.pk}/")
        if row.hero.number == turn.hero:
            told = {"action": turn.other, "reason": "She had waited long enough.", "teller": "openai: bard-1"}
            assert why["counsel"] == told
            assert why["chosen"]["action"] == turn.other
        else:
            assert why["counsel"] is None
