"""The verdict finds a leak, a backlog that grows, and worlds that are too far behind; and is not misled by a busy moment."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.soak.memory import program_of, server_of
from tests.soak.samples import Sample
from tests.soak.verdict import (
    answered,
    backlog,
    flat,
    hot_kept_up,
    judge,
    kept_up,
    lasting_keys,
    lived,
    nothing_wrong,
    slope,
    verified,
)

BEAT, ROUND, MINUTES, WORKER = 300.0, 90.0, 20, "worker of ticks: children"
BEATS = {"hot": 60.0, "cold": BEAT}
CONNECTIONS = "postgres: backends of herotycoon_web"
Of = Callable[[float], float]


def renewed(at: float, number: int) -> dict[int, float]:
    """So many processes, all of them new every minute, and growing until then."""
    return {int(at // 60) * 100 + place: 3 + at % 60 / 10 for place in range(number)}


def run(
    worst: Of = lambda at: at % BEAT,
    size: Of = lambda at: 150.0,
    hottest: Of = lambda at: at % 60,
    aside: int = 0,
    lasting: Of = lambda at: 9,
    connections: Callable[[float], dict[int, float]] = lambda at: renewed(at, 14),
    minutes: int = MINUTES,
) -> list[Sample]:
    """A look every five seconds; of a deployment that is well, where nothing else is planted."""
    return [
        Sample(
            at=at, worst=worst(at), median=worst(at) / 2, hottest=hottest(at), hot=12, aside=aside,
            steps=int(at * 100 / 15), database=4_000, decisions=int(at * 2_800), failed=0,
            computed=at * 0.8, busy=at * ROUND / BEAT, lasting=int(lasting(at)), load=2.0,
            waiting={}, megabytes={WORKER: {7: size(at)}, "redis": {8: at}, CONNECTIONS: connections(at)},
        )
        for at in map(float, range(5, minutes * 60 + 1, 5))
    ]  # fmt: skip


def test_a_deployment_that_is_well_is_found_well() -> None:
    assert [one for one in judge(run(), 100, 15, BEATS) if one.well is False] == []
    assert "1.00" in lived(run(), 100, 15).found


def test_a_world_that_missed_a_turn_is_found() -> None:
    assert kept_up(run(worst=lambda at: at % BEAT + ROUND), BEAT).well
    assert kept_up(run(worst=lambda at: at % (2 * BEAT)), BEAT).well is False


def test_worlds_that_fall_behind_while_they_start_are_forgiven() -> None:
    assert kept_up(run(worst=lambda at: 2_000 if at < 300 else at % BEAT), BEAT).well


def test_a_hot_world_that_waits_for_the_cold_ones_is_found() -> None:
    assert hot_kept_up(run(hottest=lambda at: 200 if 900 < at < 930 else 30), 60).well is False


def test_a_backlog_that_grows_is_found() -> None:
    assert backlog(run()).well
    assert backlog(run(worst=lambda at: at % BEAT + at / 10)).well is False


def test_a_leak_is_found_and_told_by_its_pace() -> None:
    noise = Random(7)
    leak = flat(run(size=lambda at: 150 + 40 * at / 3600 + noise.random()), WORKER)

    assert leak.well is False
    assert float(leak.found.split()[-2]) == pytest.approx(40, abs=2)


def test_noise_and_a_moment_of_much_are_no_leak() -> None:
    noise = Random(7)
    assert flat(run(size=lambda at: 150 + 10 * noise.random()), WORKER).well
    assert flat(run(size=lambda at: 900 if 1_000 < at < 1_050 else 150), WORKER).well


def test_what_goes_up_and_down_by_more_than_it_rose_is_no_leak() -> None:
    busy = Random(7)
    assert flat(run(size=lambda at: 30 + 15 * at / 3600 + busy.uniform(-15, 15)), WORKER).well
    assert flat(run(size=lambda at: 30 + 60 * at / 3600 + busy.uniform(-15, 15)), WORKER).well is False


def test_growing_up_is_no_leak() -> None:
    assert flat(run(size=lambda at: min(60 + at, 150)), WORKER).well


def test_who_is_renewed_every_minute_may_grow_until_then_but_not_become_more() -> None:
    kept = flat(run(), CONNECTIONS)
    assert (kept.well, kept.found) == (True, "14 × 6.0 MB, +0.0 an hour")
    assert flat(run(connections=lambda at: renewed(at, 14 + int(at > 800))), CONNECTIONS).well
    assert flat(run(connections=lambda at: renewed(at, 14 + int(at // 200))), CONNECTIONS).well is False


def test_who_stays_among_those_who_are_renewed_may_not_grow() -> None:
    def one_that_stays(at: float) -> dict[int, float]:
        return renewed(at, 13) | {7: 5 + at / 100}

    assert flat(run(connections=one_that_stays), CONNECTIONS).well is False


def test_who_stays_hides_nobody_who_comes_and_is_not_renewed() -> None:
    def one_more_now_and_then(at: float) -> dict[int, float]:
        return dict.fromkeys(range(14 + int(at // 200)), 5.0)

    leak = flat(run(connections=one_more_now_and_then), CONNECTIONS)
    assert leak.well is False
    assert "of them an hour" in leak.details[0]


def test_of_a_short_run_no_leak_is_told() -> None:
    assert flat(run(size=lambda at: at, minutes=5), WORKER).well is None
    assert flat(run(minutes=5), CONNECTIONS).well is None
    assert flat(run(), "redis").well is None


def test_keys_that_pile_up_in_redis_are_found() -> None:
    assert lasting_keys(run()).well
    assert lasting_keys(run(lasting=lambda at: 9 + at // 60)).well is False


def test_what_must_not_happen_at_all_is_found() -> None:
    assert [one.well for one in nothing_wrong(run())] == [True, True]
    assert [one.well for one in nothing_wrong(run(aside=1))] == [False, True]
    assert answered({200: 900, 409: 3}, []).well
    assert answered({200: 900, 500: 1}, ["map: 500"]).details == ("map: 500",)
    assert verified(50, 1_000, ["I3 of somebody"]).well is False


def test_the_slope_is_that_of_most() -> None:
    assert slope([(0, 1), (1, 2), (2, 90), (3, 4), (4, 5)]) == 1
    assert slope([(0, 1)]) == 0


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("postgres: main", "/usr/lib/postgresql/18/bin/postgres"),
        ("postgres: backends of herotycoon_web", "postgres: herotycoon_web herotycoon [local] idle"),
        ("postgres: checkpointer", "postgres: checkpointer "),
        ("postgres: io workers", "postgres: io worker 2"),
        ("postgres: autovacuum workers", "postgres: autovacuum worker herotycoon"),
        ("postgres: autovacuum launcher", "postgres: autovacuum launcher "),
    ],
)
def test_processes_of_postgresql_are_told_apart_by_their_titles(kind: str, title: str) -> None:
    assert server_of([title, ""]) == kind


def test_our_programs_are_told_apart_by_their_command_lines() -> None:
    celery = ["python", "-m", "celery", "-A", "herotycoon", "-q"]
    assert program_of([*celery, "worker", "-Q", "ticks", "-n", "ticks@%h"]) == "worker of ticks"
    assert program_of([*celery, "beat", "--pidfile", ""]) == "beat"
    assert program_of(["python", "-m", "gunicorn", "herotycoon.wsgi"]) == "web"
