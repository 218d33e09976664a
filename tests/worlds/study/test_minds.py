"""The study of minds at its doors: compared between worlds and versions, kept, told by command, API and desk."""

from __future__ import annotations

import json

import pytest
from django.core.cache import cache
from django.db import connection

from herotycoon.accounts.models import User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from tests.worlds.commands_scene import Manage, complaint, rows
from tests.worlds.lives import DAY, Errand, aged, born, live
from tests.worlds.study.planted import NOTHING, lived_by
from worlds.models import World
from worlds.services.study import minds
from worlds.services.study.kept import kept_analysis
from worlds.services.study.minds import study, survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(master: User) -> World:
    """Twenty-five heroes of eight days, some of whom were ordered about."""
    world = born(master, heroes=25)
    errands = [
        Errand(40 + day * 48, "order", {"hero": hero, "action": "study"})
        for day in range(1, 6)
        for hero in range(12)
    ]
    live(world.pk, errands, 8 * DAY)
    return World.objects.get(pk=world.pk)


def test_two_worlds_by_different_rules_differ_in_what_differs(
    monkeypatch: pytest.MonkeyPatch, master: User
) -> None:
    keen = {"traits": {"curiosity": {"study": 60}}, "policy": NOTHING}
    one = aged(master, 10 * DAY, seed=21, heroes=30)
    other, _ = lived_by(monkeypatch, master, keen, 10, seed=22, heroes=30)
    told = survey([one, other], None, 20_000, lambda done: None)
    pulls = [change for change in told.differences if change.what == "pull" and change.driver == "curiosity"]
    surest = pulls[0]
    assert surest.action == "study"
    assert surest.difference.low <= 42 <= surest.difference.high
    assert surest in told.differences[:3]


def test_versions_of_the_rules_are_compared(monkeypatch: pytest.MonkeyPatch, master: User) -> None:
    keen = {"custom": {"study": 1_600}}
    world = aged(master, 10 * DAY, seed=21, heroes=30)
    assert study(world, None).versions == {}
    other, _ = lived_by(monkeypatch, master, keen, 10, seed=21, heroes=30)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE hero_decisions SET rules_version = 1 WHERE world_id = %s AND started_step <= 240",
            [other.pk],
        )
    told = study(other, None)
    assert sorted(told.versions) == [1, 2]
    assert sum(one.decisions for one in told.versions.values()) == told.findings.decisions
    document = told.document()
    assert document["versions"] == [1, 2]
    assert {(one["one"], one["other"]) for one in document["changes"]} <= {("rules 1", "rules 2")}


def test_orders_are_set_against_their_predictions(world: World) -> None:
    told = study(world).calibration
    assert told.orders == kept_analysis(world, 7)["compliance"]["given"] - _unheard(world)
    assert told.orders > 30
    assert told.sound
    assert 0 < (told.brier or 0) < 0.5


def _unheard(world: World) -> int:
    """Orders to heroes who were away or had collapsed, of whom nothing was predicted, in the last seven days."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM activity_log WHERE world_id = %s AND kind = 'input' AND action = 'order' AND step > %s"
            " AND data #>> '{answer,chance}' = '0' AND NOT coalesce((data #>> '{answer,repeated}')::boolean, false)",
            [world.pk, world.step - 7 * DAY],
        )
        return int(cursor.fetchone()[0])


def test_the_analysis_is_kept_until_the_world_moves_on(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    first = kept_analysis(world, 7)
    monkeypatch.setattr(minds, "_studied", lambda *given: pytest.fail("it is at hand"))
    assert kept_analysis(world, 7) == first
    monkeypatch.undo()
    World.objects.filter(pk=world.pk).update(revision=world.revision + 1)
    world.refresh_from_db()
    assert kept_analysis(world, 7) == first
    cache.clear()


def test_the_same_decisions_give_the_same_numbers_and_nothing_is_written(world: World) -> None:
    before = rows()
    assert study(world, None).document() == study(world, None).document()
    assert rows() == before


@pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
def test_a_master_has_the_minds_of_their_own_heroes_alone(master: User, second_master: User) -> None:
    mine, theirs = aged(master, 3 * DAY, heroes=9), aged(second_master, 3 * DAY, seed=8)
    before = study(mine)
    with as_player(master.pk, [mine.pk]):
        assert study(mine) == before
        with pytest.raises(World.DoesNotExist):
            study(theirs)


def test_the_command_tells_worlds_alone_together_and_compared(
    world: World, master: User, manage: Manage
) -> None:
    other = aged(master, 5 * DAY, seed=9, heroes=25)
    code, out, err = manage("analyse", str(world.pk), str(other.pk), "--compare")
    assert (code, err) == (0, "")
    for part in (
        f"The minds of {world.name}",
        f"The minds of {other.name}",
        "All together",
        "Compared",
        "Orders: ",
    ):
        assert part in out
    assert "loyalty" in out
    code, out, err = manage("analyse", str(world.pk), "--json", "--days", "0", "--sample", "500")
    told = json.loads(out)
    assert told["together"] is None
    assert 0 < told["worlds"][0]["read"] < 1
    assert told["worlds"][0]["felt"]


def test_a_sample_of_nothing_is_refused(world: World, manage: Manage) -> None:
    assert "1 to 100,000" in complaint(manage, "analyse", "--sample", "0")


def test_a_world_without_decisions_and_a_server_without_worlds_are_no_trouble(
    master: User, manage: Manage
) -> None:
    assert manage("analyse", "--compare")[0] == 0
    world = aged(master, 0)
    code, out, _ = manage("analyse", str(world.pk))
    assert code == 0
    assert "no decisions" in out or "0 decisions" in out
