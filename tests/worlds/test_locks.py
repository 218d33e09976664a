"""Locks held, deadlocks made, worlds paused and deleted while a tick is under way."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.core.management import CommandError, call_command

from heroes.models import Activity, Hero
from herotycoon.accounts.models import User
from herotycoon.pg.bulk import Overtaken
from tests.worlds.lives import DAY, aged, born, wrong
from tests.worlds.overtaken_scene import RENAMED, RICHER, behind, between_load_and_write, executing, gold
from tests.worlds.processes import database_url
from worlds.models import World
from worlds.services.fingerprint import fingerprint
from worlds.tick import bring_to_now, tick

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_edit_that_takes_its_time_is_waited_for_and_heard(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world, twin = aged(master, DAY), aged(master, DAY)
    elsewhere.execute(RICHER, [twin.id])

    slowly = behind(elsewhere, executing(elsewhere, "BEGIN"), executing(elsewhere, RICHER, world.id),
                    lambda: time.sleep(0.3), executing(elsewhere, "COMMIT"))  # fmt: skip

    with between_load_and_write(slowly) as begun:
        tick({world.id: 2 * DAY})
    tick({twin.id: 2 * DAY})

    assert begun == [DAY, DAY]
    assert fingerprint(world.id) == fingerprint(twin.id)


def test_an_edit_that_is_taken_back_delays_the_bite_and_nothing_more(
    master: User, elsewhere: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worlds.tick.YIELDS_AFTER", "60s")
    world, twin = aged(master, DAY), aged(master, 2 * DAY)

    def change_my_mind() -> None:
        elsewhere.execute("BEGIN")
        elsewhere.execute(RENAMED, [world.id])
        threading.Timer(0.3, elsewhere.execute, ["ROLLBACK"]).start()

    with between_load_and_write(change_my_mind) as begun:
        tick({world.id: 2 * DAY})

    assert begun == [DAY]
    assert fingerprint(world.id) == fingerprint(twin.id)


def test_a_world_that_somebody_holds_is_waited_for(master: User, elsewhere: psycopg.Connection) -> None:
    world, twin = born(master), aged(master, DAY)
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT 1 FROM worlds WHERE id = %s FOR UPDATE", [world.id])
    held = time.monotonic()
    threading.Timer(0.4, elsewhere.execute, ["COMMIT"]).start()

    turned = tick({world.id: DAY})

    assert time.monotonic() - held >= 0.4
    assert turned.steps == DAY
    assert fingerprint(world.id) == fingerprint(twin.id)


def test_a_world_that_somebody_holds_does_not_hold_up_the_others(
    master: User, elsewhere: psycopg.Connection
) -> None:
    held, free = born(master, seed=1), born(master, seed=2)
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT 1 FROM worlds WHERE id = %s FOR UPDATE", [held.id])
    seen: list[int] = []

    def look_then_let_go(steps: int) -> None:
        if not seen:
            held.refresh_from_db()
            free.refresh_from_db()
            seen.extend((held.step, free.step))
            elsewhere.execute("COMMIT")

    tick({held.id: DAY, free.id: DAY}, look_then_let_go)

    held.refresh_from_db()
    assert seen == [0, DAY]
    assert held.step == DAY


def test_the_victim_of_a_deadlock_tries_again(master: User, superuser: psycopg.Connection) -> None:
    world, twin = aged(master, DAY), aged(master, DAY)
    superuser.execute(RENAMED, [twin.id])
    superuser.execute(
        "SET deadlock_timeout = '1min'"
    )  # so that the tick is the one to find out, and the victim

    def rename_the_world() -> None:
        superuser.execute("UPDATE worlds SET name = 'Elsewhere' WHERE id = %s", [world.id])
        superuser.execute("COMMIT")

    with ThreadPoolExecutor() as pool:

        def entangle() -> None:
            superuser.execute("BEGIN")
            superuser.execute(RENAMED, [world.id])
            pool.submit(rename_the_world)  # waits for the tick, which will wait for the hero

        with between_load_and_write(entangle) as begun:
            tick({world.id: 2 * DAY})
    tick({twin.id: 2 * DAY})

    world.refresh_from_db()
    assert begun[:2] == [DAY, DAY]
    assert set(begun) == {DAY}
    assert world.name == "Elsewhere"
    assert fingerprint(world.id) == fingerprint(twin.id)


@pytest.mark.parametrize("statement", [RICHER, RENAMED])
def test_a_world_that_an_open_transaction_holds_is_passed_over_and_the_others_are_turned(
    master: User, elsewhere: psycopg.Connection, monkeypatch: pytest.MonkeyPatch, statement: str
) -> None:
    monkeypatch.setattr("worlds.tick.YIELDS_AFTER", "20ms")
    monkeypatch.setattr("worlds.tick.HELD_TOO_LONG", 0.3)
    worlds = [aged(master, DAY, seed) for seed in range(4)]
    alone = [aged(master, 2 * DAY, seed) for seed in range(4)]
    elsewhere.execute("BEGIN")
    elsewhere.execute(statement, [worlds[1].id])

    turned = tick({world.id: 2 * DAY for world in worlds})

    assert list(turned.passed_over) == [worlds[1].id]
    assert (turned.worlds, turned.steps, turned.set_aside) == (3, 3 * DAY, {})
    elsewhere.execute("ROLLBACK")
    assert tick({worlds[1].id: 2 * DAY}).steps == DAY
    for world, twin in zip(worlds, alone, strict=True):
        assert fingerprint(world.id) == fingerprint(twin.id)


def test_who_needs_a_world_at_now_is_told_that_somebody_holds_it(
    master: User, elsewhere: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("worlds.tick.HELD_TOO_LONG", 0.1)
    world = born(master)
    elsewhere.execute("BEGIN")
    elsewhere.execute(RICHER, [world.id])

    with pytest.raises(Overtaken, match="does not let go"):
        bring_to_now(world)

    elsewhere.execute("ROLLBACK")


def test_an_edit_is_never_the_victim_of_a_tick(master: User, elsewhere: psycopg.Connection) -> None:
    world = aged(master, DAY)
    edits = [behind(elsewhere, executing(elsewhere, RICHER, world.id))] * 3

    with between_load_and_write(*edits):
        tick({world.id: 2 * DAY})

    assert Activity.objects.filter(world=world, kind="edit").count() == 3
    assert wrong(world, decisions=True) == []


def test_two_people_who_edit_the_same_heroes_in_turn_do_not_wait_for_ever(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world = aged(master, DAY)
    other = "UPDATE heroes SET gold = gold + 1 WHERE world_id = %s AND number = 1"
    with psycopg.connect(database_url(), autocommit=True) as second:
        elsewhere.execute("BEGIN")
        elsewhere.execute(RICHER, [world.id])
        second.execute("BEGIN")
        second.execute("SELECT 1 FROM heroes WHERE world_id = %s AND number = 1 FOR UPDATE", [world.id])
        second.execute("SET LOCAL statement_timeout = '200ms'")
        with pytest.raises(psycopg.errors.QueryCanceled):
            second.execute(other, [world.id])
        second.execute("ROLLBACK")
        elsewhere.execute(other, [world.id])
        elsewhere.execute("COMMIT")
    assert wrong(world) == []


def test_a_world_that_is_edited_without_end_is_left_alone_in_one_line(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world, twin = aged(master, DAY), aged(master, DAY)
    deeds = [lambda: elsewhere.execute(RENAMED, [world.id])] * 100

    with (
        between_load_and_write(*deeds) as begun,
        pytest.raises(CommandError, match="changed by somebody") as told,
    ):
        call_command("tick", world=[str(world.id)], steps=DAY)

    world.refresh_from_db()
    assert 1 < len(begun) < 50
    assert "\n" not in str(told.value)
    assert isinstance(told.value.__cause__, Overtaken)
    assert (world.step, world.status) == (DAY, "running")
    assert gold(world) == gold(twin)


def test_a_world_that_is_paused_during_a_tick_stops_at_the_end_of_the_bite(
    master: User, elsewhere: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = born(master)
    monkeypatch.setattr("worlds.tick.BITE_DECISIONS", 20)

    def pause(steps: int) -> None:
        elsewhere.execute("UPDATE worlds SET status = 'paused' WHERE id = %s", [world.id])

    turned = tick({world.id: 10 * DAY}, pause)

    world.refresh_from_db()
    assert 0 < world.step == turned.steps < 10 * DAY
    assert wrong(world) == []


def test_a_world_that_is_deleted_during_a_tick_is_gone_and_the_tick_goes_on(
    master: User, elsewhere: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    doomed, other, twin = born(master, seed=1), born(master, seed=2), aged(master, 5 * DAY, seed=2)
    monkeypatch.setattr("worlds.tick.BITE_DECISIONS", 60)

    def delete(steps: int) -> None:
        elsewhere.execute("DELETE FROM worlds WHERE id = %s", [doomed.id])

    tick({doomed.id: 5 * DAY, other.id: 5 * DAY}, delete)

    assert not World.objects.filter(id=doomed.id).exists()
    assert not Hero.objects.filter(world_id=doomed.id).exists()
    assert fingerprint(other.id) == fingerprint(twin.id)
