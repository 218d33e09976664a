"""I2 and I3 under violence: killed processes, rival processes, Ctrl-C; no step is lost, repeated or half-written."""

from __future__ import annotations

import json
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import psycopg
import pytest
from django.db import connection

from heroes.models import Activity
from herotycoon.accounts.models import User
from tests.worlds.lives import DAY, born, told, wrong
from tests.worlds.processes import command, turner
from worlds.models import World
from worlds.replay import replay
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

MORE: dict[str, dict[str, Any]] = {"gift": {"item": "ore"}, "order": {"action": "work", "urgent": True}}
pytestmark = pytest.mark.django_db(transaction=True)


def step_of(world: World) -> int:
    world.refresh_from_db()
    return world.step


def wait_until_it_moves(world: World, beyond: int = 0, seconds: float = 30) -> int:
    """The step at which a world is found once somebody has turned it beyond a step."""
    deadline = time.monotonic() + seconds
    while (step := step_of(world)) <= beyond:
        assert time.monotonic() < deadline, "nobody turns this world"
        time.sleep(0.01)
    return step


def test_a_killed_tick_is_finished_by_the_next_as_if_nothing_had_been(master: User) -> None:
    chance, until = random.Random(5), 12 * DAY
    violent, quiet = born(master, seed=3, heroes=20), born(master, seed=3, heroes=20)
    stops: list[int] = []
    with ExitStack() as stack:
        victims = [stack.enter_context(turner({violent.id: until}, bite=20)) for _ in range(3)]
        for victim in victims:
            victim.go()
            wait_until_it_moves(violent, beyond=stops[-1] if stops else 0)
            time.sleep(chance.random() * 0.2)
            victim.process.kill()
            assert victim.finish()[0] == -signal.SIGKILL
            stops.append(step_of(violent))

    tick({violent.id: until})
    tick({quiet.id: until})

    assert 0 < stops[0] < stops[-1] < until
    assert fingerprint(violent.id) == fingerprint(quiet.id)
    assert wrong(violent, decisions=True) == []


def test_three_processes_that_turn_the_same_worlds_share_the_work(master: User) -> None:
    until = 4 * DAY
    shared = [born(master, seed, heroes=8) for seed in range(4)]
    alone = [born(master, seed, heroes=8) for seed in range(4)]
    with ExitStack() as stack:
        rivals = [
            stack.enter_context(turner({world.id: until for world in shared}, bite=60)) for _ in range(3)
        ]
        for rival in rivals:
            rival.go()
        ends = [rival.finish() for rival in rivals]
    steps = [json.loads(out)[1] for _, out, _ in ends]

    for world in alone:
        tick({world.id: until})

    assert [code for code, _, _ in ends] == [0, 0, 0], [err for _, _, err in ends]
    assert sum(steps) == until * len(shared)
    for world, twin in zip(shared, alone, strict=True):
        assert fingerprint(world.id) == fingerprint(twin.id)
        assert wrong(world, decisions=True) == []


def test_a_rival_that_is_killed_leaves_its_worlds_to_the_other(master: User) -> None:
    until = 7 * DAY
    shared, alone = born(master, seed=9, heroes=20), born(master, seed=9, heroes=20)
    with turner({shared.id: until}) as survivor, turner({shared.id: until}) as victim:
        survivor.go()
        victim.go()
        wait_until_it_moves(shared)
        victim.process.kill()
        code, out, err = survivor.finish()
    tick({alone.id: until})

    assert (code, json.loads(out)[0]) == (0, 1), err
    assert fingerprint(shared.id) == fingerprint(alone.id)
    assert wrong(shared) == []


@pytest.mark.parametrize("pause", [0.0, 0.04, 0.09, 0.13])
def test_ctrl_c_ends_a_tick_in_one_line_and_keeps_what_is_done(master: User, pause: float) -> None:
    until = 400 * DAY
    world, twin = born(master, seed=6, heroes=20), born(master, seed=6, heroes=20)
    with command(["tick", "--world", str(world.id), "--steps", str(until)]) as running:
        running.go()
        seen = wait_until_it_moves(world)
        time.sleep(pause)
        running.process.send_signal(signal.SIGINT)
        code, out, err = running.finish()
    stopped = step_of(world)

    assert code == 130, err
    assert (out, len(err.strip().splitlines())) == ("", 1)
    assert "Interrupted" in err
    assert seen <= stopped < until
    assert wrong(world) == []
    tick({twin.id: stopped + 5, world.id: stopped + 5})
    assert fingerprint(world.id) == fingerprint(twin.id)


def test_a_lost_connection_ends_a_tick_in_one_line_and_the_next_goes_on(
    master: User, superuser: psycopg.Connection
) -> None:
    until = 40 * DAY
    world, twin = born(master, seed=6, heroes=20), born(master, seed=6, heroes=20)
    with command(["tick", "--world", str(world.id), "--steps", str(until)]) as running:
        running.go()
        wait_until_it_moves(world)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            mine = cursor.fetchone()[0]
        superuser.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid NOT IN (%s, pg_backend_pid()) AND backend_type = 'client backend'",
            [mine],
        )
        code, out, err = running.finish()

    assert code == 1
    assert (out, len(err.strip().splitlines())) == ("", 1), err
    stopped = step_of(world)
    assert 0 < stopped < until
    tick({world.id: stopped + 5, twin.id: stopped + 5})
    assert fingerprint(world.id) == fingerprint(twin.id)
    assert world.status == "running"


def test_inputs_that_come_while_a_world_is_turned_take_their_places_in_its_life(master: User) -> None:
    until = 6 * DAY
    world = born(master, seed=8, heroes=8)

    def press(number: int) -> int:
        """A master in haste: one input after the other, as long as the world moves."""
        done = 0
        try:
            while World.objects.values_list("step", flat=True).get(id=world.id) < until:
                verb = ("praise", "console", "gift", "order")[done % 4]
                more: dict[str, Any] = MORE.get(verb, {})
                told(world.id, verb, {"hero": number, **more})
                done += 1
                time.sleep(0.02)
        finally:
            connection.close()
        return done

    with ThreadPoolExecutor(2) as pool, turner({world.id: until}, bite=20) as process:
        process.go()
        hands = [pool.submit(press, number) for number in (0, 1)]
        code, out, err = process.finish()
        pressed = sum(hand.result() for hand in hands)
    world.refresh_from_db()

    assert (code, json.loads(out)[1]) == (0, until), err
    inputs = Activity.objects.filter(world=world, kind="input")
    assert inputs.count() == pressed
    assert len(set(inputs.values_list("step", flat=True))) > 5
    assert wrong(world, decisions=True) == []
    assert replay(world).equal
