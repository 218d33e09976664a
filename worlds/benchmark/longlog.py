"""Whether a long log makes anything slower: ticks, and the report of a master who comes back.

The same worlds in two databases. In one, the elders among them lived on until the log was ten times as long, or more;
of them reports are told. The others stayed as they were: they are ticked in both, to the very same decisions, so that
nothing but the log around them differs. (An old world takes longer than a young one whatever its log, since its heroes
know more of each other.) Both databases are measured in turns, and whatever else the machine does is the same for both.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from uuid import UUID

from django.db import connection

from herotycoon.pg.databases import Databases, connected_to
from worlds.benchmark import village
from worlds.benchmark.budgets import LONG_LOG, REPORT, REPORT_RATIO, Measured
from worlds.benchmark.clock import Span, spread, timed
from worlds.benchmark.sizes import HEROES, Size
from worlds.models import World
from worlds.services.report.gather import report
from worlds.services.report.words import document, tell
from worlds.sim.clock import STEPS_A_DAY
from worlds.tick import tick

AWAY = 4 * STEPS_A_DAY
"""The report tells of four game days: a night of eight real hours at the default pace."""
BITE = 7 * STEPS_A_DAY
"""Logs grow by ticks of a week."""
TURN = STEPS_A_DAY


@dataclass
class Readings:
    """What was measured of one database."""

    name: str
    decisions: int = 0
    reports: list[Span] = field(default_factory=list)
    ticks: list[Span] = field(default_factory=list)
    decided: list[int] = field(default_factory=list)
    """decisions of each tick"""

    @property
    def speeds(self) -> list[float]:
        """Decisions per second of each tick."""
        return [count / span.wall for count, span in zip(self.decided, self.ticks, strict=True)]

    @property
    def p95(self) -> float:
        """Milliseconds within which nineteen of twenty reports were ready."""
        walls = sorted(span.wall for span in self.reports)
        return 1000 * walls[min(len(walls) * 95 // 100, len(walls) - 1)]


def measure(size: Size, databases: Databases) -> dict[str, Measured]:
    """Reports and ticks on a short log, and on a long one."""
    short = Readings(village.founded(databases))
    with connected_to(short.name):
        worlds = village.settle(size.log_worlds, tick)
        step = _grow(worlds, size.short_log, short)
    young, elders = worlds[: len(worlds) // 2], worlds[len(worlds) // 2 :]
    long = Readings(databases.make(short.name))
    with connected_to(long.name):
        _grow(elders, size.long_log, long)
    for turn in range(size.log_rounds + 1):
        for log in (short, long):
            with connected_to(log.name):
                _report(elders, log, kept=turn > 0)
    for turn in range(size.log_rounds + 1):
        for log in (short, long):
            with connected_to(log.name):
                _turn(young, step + TURN * (turn + 1), log, kept=turn > 0)
    return _results(size, short, long)


def _grow(worlds: list[UUID], decisions: int, log: Readings) -> int:
    """Let worlds live until the log holds so many decisions, or a little more; their step then."""
    step, made, pace = _state()
    while made < decisions:
        step += min(BITE, int((decisions - made) / (pace * len(worlds))) + 1)
        turned = tick(dict.fromkeys(worlds, step))
        if turned.set_aside:
            raise RuntimeError(f"a world was set aside: {next(iter(turned.set_aside.values()))}")
        made += turned.decisions
    log.decisions = made
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
    return step


def _state() -> tuple[int, int, float]:
    """The step of the worlds, the decisions in the log, and how many a world makes in a step."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(step), sum(step) FROM worlds")
        [(step, lived)] = cursor.fetchall()
        cursor.execute("SELECT count(*) FROM hero_decisions")
        [(count,)] = cursor.fetchall()
    return int(step), int(count), count / lived


def _report(worlds: list[UUID], log: Readings, *, kept: bool) -> None:
    """Every world's report with its words. The first round of a database only warms it, and our connection to it."""
    known = list(World.objects.filter(pk__in=worlds))
    _told(known[0])
    spans = [timed(lambda world=world: _told(world)) for world in known]  # type: ignore[misc]
    if kept:
        log.reports += spans


def _told(world: World) -> object:
    return document(tell(report(world, max(world.step - AWAY, 0))))


def _turn(worlds: list[UUID], to: int, log: Readings, *, kept: bool) -> None:
    decided: list[int] = []
    span = timed(lambda: decided.append(tick(dict.fromkeys(worlds, to)).decisions))
    if kept:
        log.ticks.append(span)
        log.decided += decided


def _results(size: Size, short: Readings, long: Readings) -> dict[str, Measured]:
    logs = {
        "worlds": size.log_worlds, "heroes": size.log_worlds * HEROES,
        "short_log": short.decisions, "long_log": long.decisions,
    }  # fmt: skip
    worst = max(short, long, key=lambda log: log.p95)
    return {
        LONG_LOG: Measured(median(a / b for a, b in zip(long.speeds, short.speeds, strict=True)), {
            **logs, "worlds_ticked": size.log_worlds // 2, "steps_each": TURN, "short": _pace(short), "long": _pace(long),
        }),
        REPORT_RATIO: Measured(long.p95 / short.p95, {
            **logs, "game_days_told": AWAY // STEPS_A_DAY, "short": _spans(short), "long": _spans(long),
        }),
        REPORT: Measured(worst.p95, {
            **logs, "game_days_told": AWAY // STEPS_A_DAY, "reports": len(worst.reports), **_spans(worst),
        }),
    }  # fmt: skip


def _pace(log: Readings) -> dict[str, float | str]:
    """Decisions per second, and milliseconds of work for a thousand of them."""
    made = sum(log.decided) / 1000
    told: dict[str, float | str] = {"per_s": round(median(log.speeds)), "spread": spread(log.speeds)}
    told["own_work_ms"] = round(1000 * sum(span.own for span in log.ticks) / made, 1)
    server = [span.server for span in log.ticks if span.server is not None]
    return told | ({"server_work_ms": round(1000 * sum(server) / made, 1)} if server else {})


def _spans(log: Readings) -> dict[str, float]:
    """Milliseconds: of the wall, and of the work that either side did."""
    told = {"p95_ms": round(log.p95, 1)}
    told["median_ms"] = round(1000 * median(span.wall for span in log.reports), 1)
    told["own_work_ms"] = round(1000 * median(span.own for span in log.reports), 1)
    server = [span.server for span in log.reports if span.server is not None]
    return told | ({"server_work_ms": round(1000 * sum(server) / len(server), 1)} if server else {})
