"""From the first world to the verdict. The stage has servers that run, and Django knows them."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from random import Random
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from herotycoon.gauges import QUEUES
from tests.soak.memory import use
from tests.soak.peopled import VISITED, peopled, wound_up
from tests.soak.samples import Sample, Watch
from tests.soak.verdict import Judgement, answered, judge, verified
from tests.soak.visitors import Visitor, welcome
from tests.stage import Stage
from worlds.benchmark.machine import machine
from worlds.models import World
from worlds.services.verify.world import verify
from worlds.sim.clock import STEP_MINUTES

Say = Callable[[str], None]
CLIENTS, VERIFIED = 4, 50
EVERY = 5.0
"""Seconds between two looks, and fewer in a short run."""
NEWS = 60.0
SERVE = "serve"
WORKERS = [f"worker of {queue}: children" for queue in QUEUES]
OPENS, ENDS = 240.0, 60.0


@dataclass(frozen=True)
class Report:
    """What it was run on, how it is judged, and what was seen."""

    machine: Mapping[str, Any]
    rows: list[Judgement]
    samples: list[Sample]

    @property
    def well(self) -> bool:
        """Whether nothing that is judged is unwell."""
        return all(row.well is not False for row in self.rows)

    def document(self) -> dict[str, Any]:
        """For programs."""
        return {
            "machine": self.machine,
            "rows": list(map(asdict, self.rows)),
            "samples": list(map(asdict, self.samples)),
        }

    def table(self) -> str:
        """For people."""
        rows = [
            ("", "found", "allowed", ""),
            *((row.name, row.found, row.allowed, row.word) for row in self.rows),
        ]
        widths = [max(len(row[place]) for row in rows) for place in range(3)]
        lines = [
            "  ".join(
                [*(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)), row[3]]
            ).rstrip()
            for row in rows
        ]
        lines += [f"  {detail}" for row in self.rows for detail in row.details]
        wrong = ", ".join(row.name for row in self.rows if row.well is False)
        return "\n".join([*lines, "", f"soak: {'NOT WELL: ' + wrong if wrong else 'all is well'}"])


def soaked(at: Stage, worlds: int, seconds: float, pace: int, say: Say) -> Report:
    """Make the worlds, serve them for so many seconds, end everything but the servers, and judge."""
    call_command("migrate", verbosity=0)
    made = peopled(worlds)
    say(f"the worlds are there ({made:.1f} made a second)")
    visitors = welcome(at.port, wound_up(pace), CLIENTS)
    about = machine()
    with _served(at), _visited(visitors):
        samples = _watched(at, seconds, say)
    say(f"everybody has gone; {min(VERIFIED, worlds)} worlds are verified")
    beats = {"hot": settings.HOT_TICK_SECONDS, "cold": settings.COLD_TICK_SECONDS}
    answers = sum((one.answers for one in visitors), start=Counter[int]())
    rows = [
        *judge(samples, worlds, STEP_MINUTES * 60 / pace, beats),
        answered(answers, [one.worst for one in visitors if one.worst]),
        verified(*_verified()),
    ]
    return Report(about, rows, samples)


@contextmanager
def _served(at: Stage) -> Iterator[None]:
    """Web, workers and beat, as everybody starts them. RuntimeError where they do not come up."""
    connections.close_all()
    at.start(SERVE, [sys.executable, "manage.py", "serve", "--port", f"{at.port}"])
    deadline = time.monotonic() + OPENS
    while not (at.is_open() and set(WORKERS) <= set(use(at.running[SERVE].pid, at.home).megabytes)):
        if not at.runs(SERVE) or time.monotonic() > deadline:
            raise RuntimeError(f"the game is not served:\n{at.said()[-2000:]}")
        time.sleep(0.1)
    try:
        yield
    finally:
        at.end(ENDS)


@contextmanager
def _visited(visitors: list[Visitor]) -> Iterator[None]:
    lives = [threading.Thread(target=visitor.live, daemon=True) for visitor in visitors]
    for life in lives:
        life.start()
    try:
        yield
    finally:
        for visitor in visitors:
            visitor.over.set()
        for life in lives:
            life.join(ENDS)


def _watched(at: Stage, seconds: float, say: Say) -> list[Sample]:
    """Looks until the time is up. RuntimeError where a program ends by itself, which ends all of them."""
    watch, samples, told = Watch(at.running[SERVE].pid, at.home), list[Sample](), 0.0
    while not samples or samples[-1].at < seconds:
        time.sleep(min(EVERY, seconds / 20))
        if not at.runs(SERVE):
            raise RuntimeError(f"the game ended by itself:\n{at.said()[-2000:]}")
        samples.append(watch.look())
        if samples[-1].at - told > NEWS:
            told = samples[-1].at
            say(str(samples[-1]))
    return samples


def _verified() -> tuple[int, int, list[str]]:
    """Worlds that were verified, the visited ones among them; decisions that were recomputed; what was found."""
    worlds = list(World.objects.order_by("seed"))
    few = worlds[:VISITED] + Random(0).sample(
        worlds[VISITED:], min(VERIFIED - VISITED, len(worlds[VISITED:]))
    )
    verdicts = [verify(world, recompute=True) for world in few]
    findings = [str(finding) for verdict in verdicts for finding in verdict.findings]
    return len(few), sum(verdict.counts.get("decisions recomputed", 0) for verdict in verdicts), findings
