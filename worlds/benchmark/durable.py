"""Ticking into PostgreSQL, against the floors below it and the plain way beside it.

Every run starts from clones of one database. A tick is recorded in the first clone; its statements are replayed in the
second, alone: that is the floor that PostgreSQL sets. What they write goes once more into bare tables.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from statistics import median
from uuid import UUID

from django.db import connection

from herotycoon.pg.databases import Databases, connected_to
from worlds.benchmark import plainly, village
from worlds.benchmark.bare import bare
from worlds.benchmark.budgets import FLOOR, HOT_BYTES, ORM_RIVAL, PIPELINE, UPKEEP, Measured
from worlds.benchmark.clock import Span, seconds, spread, timed
from worlds.benchmark.plainly import Brought
from worlds.benchmark.sizes import HEROES, Size
from worlds.benchmark.storage import LOGS, stored
from worlds.benchmark.tape import Tape, recording
from worlds.sim.clock import STEPS_A_DAY
from worlds.tick import tick

PACE = 12
"""Game seconds in a real one, by default."""
HOUR = 2 * PACE
"""Steps in a real hour, after which worlds that nobody watches are ticked."""
KEPT_WORLDS, SECONDS_A_DAY = 10_000, 86_400


@dataclass
class Readings:
    """The span of each run, decisions of each tick, and what was found on the way."""

    ticks: list[Span] = field(default_factory=list)
    floors: list[Span] = field(default_factory=list)
    bares: list[Span] = field(default_factory=list)
    bare_logs: list[Span] = field(default_factory=list)
    decisions: list[int] = field(default_factory=list)
    copied: list[int] = field(default_factory=list)
    growth: dict[str, int] = field(default_factory=dict)
    written: list[int] = field(default_factory=list)
    """bytes of the write-ahead log of each tick"""
    statements: list[int] = field(default_factory=list)
    hourly: float = 0
    plain: float = 0
    plain_rows: int = 0

    @property
    def per_second(self) -> list[float]:
        """Durable decisions per second of each tick."""
        return [count / span.wall for count, span in zip(self.decisions, self.ticks, strict=True)]


def measure(size: Size, databases: Databases) -> dict[str, Measured]:
    """Everything that is measured on worlds in PostgreSQL and their ticks."""
    start = village.founded(databases)
    with connected_to(start):
        worlds = village.settle(size.worlds, tick)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
    readings = Readings()
    for run in range(size.runs):
        tape, brought = _tick(databases, start, worlds, size, readings, first=run == 0)
        _floors(databases, start, tape, readings)
        if brought is not None:
            readings.plain, readings.plain_rows = _plain(databases, start, brought), len(brought.decisions)
    return _results(size, readings)


def _in_clone(databases: Databases, start: str, work: Callable[[], object]) -> None:
    name = databases.make(start)
    with connected_to(name):
        connection.ensure_connection()
        work()
    databases.drop(name)


def _tick(
    databases: Databases, start: str, worlds: list[UUID], size: Size, readings: Readings, *, first: bool
) -> tuple[Tape, Brought | None]:
    """Tick a clone and keep what was said; the first time, look at more things."""
    before, after = STEPS_A_DAY, STEPS_A_DAY + size.steps
    kept: list[Brought] = []
    tape = Tape()

    def work() -> None:
        early = stored() if first else None
        wal = _wal()
        with recording(tape):
            readings.ticks.append(timed(lambda: _turn(worlds, after, readings.decisions)))
        readings.written.append(_wal() - wal)
        readings.statements.append(sum(map(len, tape.transactions)))
        readings.copied.append(_complete(tape, readings.decisions[-1]))
        if early is not None:
            readings.growth = stored().since(early)
            kept.append(plainly.brought(worlds[: size.orm_worlds], before))
            decided: list[int] = []
            span = seconds(lambda: _turn(worlds, after + HOUR, decided))
            readings.hourly = decided[0] / span

    _in_clone(databases, start, work)
    return tape, kept[0] if kept else None


def _complete(tape: Tape, decisions: int) -> int:
    """The bytes on a tape that holds everything; another one would make the floor too low."""
    recorded = sum(said.lines for copies in tape.copies(["hero_decisions"]) for said in copies)
    if recorded != decisions:
        raise RuntimeError(f"only {recorded:,} of {decisions:,} decisions were recorded")
    return tape.size


def _wal() -> int:
    """Bytes that the server has written ahead so far."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
        return int(cursor.fetchone()[0])


def _turn(worlds: list[UUID], to: int, decisions: list[int]) -> None:
    turned = tick(dict.fromkeys(worlds, to))
    if turned.set_aside:
        raise RuntimeError(f"a world was set aside: {next(iter(turned.set_aside.values()))}")
    decisions.append(turned.decisions)


def _floors(databases: Databases, start: str, tape: Tape, readings: Readings) -> None:
    """Say the same again, alone; then only what is written, into bare tables."""

    def work() -> None:
        readings.floors.append(timed(tape.play))
        copies = bare(tape)
        readings.bares.append(timed(copies.fill))
        readings.bare_logs.append(timed(partial(copies.fill, LOGS)))

    _in_clone(databases, start, work)


def _plain(databases: Databases, start: str, brought: Brought) -> float:
    speeds: list[float] = []
    _in_clone(databases, start, lambda: speeds.append(plainly.speed(brought)))
    return speeds[0]


def _results(size: Size, r: Readings) -> dict[str, Measured]:
    pipeline = [tick.wall / floor.wall for tick, floor in zip(r.ticks, r.floors, strict=True)]
    floor = [floor.wall / bare.wall for floor, bare in zip(r.floors, r.bares, strict=True)]
    logs_alone = [floor.wall / logs.wall for floor, logs in zip(r.floors, r.bare_logs, strict=True)]
    durable, decisions = median(r.per_second), median(r.decisions)
    share = decisions / (size.worlds * HEROES * size.steps)
    needed = KEPT_WORLDS * HEROES * share * STEPS_A_DAY * PACE / SECONDS_A_DAY
    return {
        PIPELINE: Measured(median(pipeline), {
            "worlds": size.worlds, "heroes": size.worlds * HEROES, "steps": size.steps, "decisions": round(decisions),
            "durable_decisions_per_s": round(durable), "copied_bytes_per_decision": round(median(r.copied) / decisions),
            "wal_bytes_per_decision": round(median(r.written) / decisions), "statements": round(median(r.statements)),
            **_told("tick", r.ticks), **_told("floor", r.floors), "spread": spread(pipeline),
            "how": "the tick has two batches in hand, one that computes while the rest of the other is stored, each through "
            "a connection of its own (the server's work told is that for the first); the floor says the same "
            "statements and bytes, in the same transactions, one by one",
        }),
        FLOOR: Measured(median(floor), {
            "floor_decisions_per_s": round(decisions / median(span.wall for span in r.floors)),
            **_told("floor", r.floors), **_told("bare", r.bares), "spread": spread(floor),
            "floor_to_bare_copy_of_the_logs_alone": round(median(logs_alone), 2), **_told("bare_logs", r.bare_logs),
            "how": "all rows that the floor copies or updates, by COPY into tables of the same columns without keys, "
            "checks, triggers and indexes; the floor has the reads of a tick besides",
        }),
        ORM_RIVAL: Measured(durable / r.plain, {
            "orm_decisions_per_s": round(r.plain), "rows": f"{r.plain_rows:,} decisions and their activities",
            "durable_decisions_per_s": round(durable),
        }),
        HOT_BYTES: Measured(r.growth["total"] / r.decisions[0], {
            "decisions": r.decisions[0],
            "bytes_each": {part: round(size / r.decisions[0], 1) for part, size in r.growth.items()},
        }),
        UPKEEP: Measured(r.hourly / needed, {
            "needed_decisions_per_s": round(needed), "one_worker_decisions_per_s": round(r.hourly),
            "decisions_per_hero_and_game_day": round(share * STEPS_A_DAY, 1),
            "how": f"one worker, ticks of {HOUR} steps (a real hour), {size.worlds} worlds at a time",
        }),
    }  # fmt: skip


def _told(name: str, spans: list[Span]) -> dict[str, list[float]]:
    """The spans of each run: on the wall, and the work of either side."""
    told = {f"{name}_s": [round(span.wall, 3) for span in spans]}
    told[f"{name}_own_work_s"] = [round(span.own, 3) for span in spans]
    server = [round(span.server, 3) for span in spans if span.server is not None]
    return told | ({f"{name}_server_work_s": server} if server else {})
