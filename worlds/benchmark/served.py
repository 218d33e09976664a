"""The API as clients have it: a real web server, as ``serve`` starts it, and eight busy clients over HTTP."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db import connection
from django.utils import timezone

from heroes.models import Decision
from herotycoon.accounts.models import User, UserSession
from herotycoon.accounts.services.sessions import digest
from herotycoon.api.serving import THREADS, usual_workers
from herotycoon.pg.databases import Databases, connected_to
from worlds.benchmark import village
from worlds.benchmark.budgets import COMMANDS, READS, Measured
from worlds.benchmark.server import Server, serving
from worlds.benchmark.sizes import HEROES, Size
from worlds.benchmark.visitors import Ask, Diary, Master, visit
from worlds.models import World
from worlds.services.creation import create_world
from worlds.sim.clock import STEP_MINUTES, STEPS_A_DAY
from worlds.tick import tick

CLIENTS = 8
PAUSE = 0.05
"""Seconds: twenty requests a second are more than any client of one player needs."""
STEP = timedelta(minutes=STEP_MINUTES) / 12
"""Of real time, at the default pace."""
AWAY = timedelta(hours=8)
"""Since the visit before, of which the report tells: four game days."""
ASKED_ABOUT = 50
"""Decisions of each world that may be explained."""


def measure(size: Size, databases: Databases) -> dict[str, Measured]:
    """Milliseconds from the first byte sent to the last received, of reads and of commands."""
    name = village.founded(databases)
    with connected_to(name):
        masters = _masters(size.served_days * STEPS_A_DAY)
        with serving(name) as server:
            usual = _visited(masters, server, size.requests, PAUSE)
            hectic = _visited(masters, server, size.requests // 2, 0.0)
    return {READS: _row(usual, hectic, reads=True), COMMANDS: _row(usual, hectic, reads=False)}


@dataclass(frozen=True)
class Visit:
    """What the clients saw together, in how many seconds, and the work that it made."""

    diaries: list[Diary]
    span: float
    work: dict[str, float]

    @property
    def took(self) -> list[tuple[Ask, float]]:
        """Every request with its milliseconds."""
        return [one for diary in self.diaries for one in diary.took]

    def spans(self, reads: bool) -> list[tuple[str, float]]:
        """(kind, milliseconds) of the reads, or of the commands."""
        return [(ask.kind, milliseconds) for ask, milliseconds in self.took if ask.reads is reads]


def _visited(masters: list[Master], server: Server, requests: int, pause: float) -> Visit:
    before = list[tuple[float, float | None]]()
    diaries, span = visit(masters, server.port, requests, pause, lambda: before.append(_work(server)))
    made = sum(len(diary.took) for diary in diaries)
    own = {
        "busiest_process": round(server.busiest(), 2),
        "client_work_ms_per_request": round(1000 * sum(diary.work for diary in diaries) / made, 2),
    }
    return Visit(diaries, span, own | _each(before[0], _work(server), made))


def _work(server: Server) -> tuple[float, float | None]:
    return server.work(), server.database_work()


def _each(
    before: tuple[float, float | None], after: tuple[float, float | None], requests: int
) -> dict[str, float]:
    """Milliseconds of work for a request: what it takes whatever else the machine is doing."""
    told = {}
    for name, early, late in zip(("server", "database"), before, after, strict=True):
        if early is not None and late is not None:
            told[f"{name}_work_ms_per_request"] = round(1000 * (late - early) / requests, 2)
    return told


def _masters(steps: int) -> list[Master]:
    """Eight people, logged in, each with a world that has a history and whose present step has just begun."""
    now = timezone.now()
    owners = [User.objects.create(username=f"client{number}") for number in range(CLIENTS)]
    worlds = [
        create_world(owner=owner, seed=village.FIRST_SEED + number, heroes=HEROES, now=now - steps * STEP)
        for number, owner in enumerate(owners)
    ]
    tick({world.pk: steps for world in worlds})
    World.objects.update(read_step=max(steps - AWAY // STEP, -1))  # what was told the last time was read
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
    return [_master(place, world, now - AWAY) for place, world in enumerate(worlds)]


def _master(place: int, world: World, last_seen: datetime) -> Master:
    token, tomorrow = secrets.token_urlsafe(32), timezone.now() + timedelta(days=1)
    UserSession.objects.create(
        user_id=world.owner_id, token_digest=digest(token), previous_seen_at=last_seen, expires_at=tomorrow
    )
    recent = Decision.objects.filter(world_id=world.pk).order_by("-started_step", "-id")
    return Master(place, token, world.pk, list(recent.values_list("pk", flat=True)[:ASKED_ABOUT]), HEROES)


def _row(usual: Visit, hectic: Visit, *, reads: bool) -> Measured:
    some = usual.spans(reads)
    spans = [milliseconds for _, milliseconds in some]
    about = {
        "requests": len(spans), "clients": CLIENTS, "worlds": f"{CLIENTS} of {HEROES} heroes",
        "server_processes": usual_workers(), "server_threads": THREADS,
        "requests_per_s": round(len(usual.took) / usual.span), **usual.work,
        "how": f"each client asks again {1000 * PAUSE:g} ms after it was answered",
        "without_a_pause": {
            "requests_per_s": round(len(hectic.took) / hectic.span),
            "p95_ms": round(p95(milliseconds for _, milliseconds in hectic.spans(reads)), 1),
        },
    }  # fmt: skip
    refused = {} if reads else {"refused": sum(diary.refused for diary in usual.diaries)}
    return Measured(p95(spans), {**about, **refused, "p50_ms": round(median(spans), 1), **_by_kind(some)})


def _by_kind(took: list[tuple[str, float]]) -> dict[str, dict[str, float]]:
    kinds = dict[str, list[float]]()
    for kind, milliseconds in took:
        kinds.setdefault(kind, []).append(milliseconds)
    return {
        kind: {"p50_ms": round(median(spans), 1), "p95_ms": round(p95(spans), 1)}
        for kind, spans in kinds.items()
    }


def p95(spans: Iterable[float]) -> float:
    """That within which nineteen of twenty are."""
    ordered = sorted(spans)
    return ordered[min(len(ordered) * 95 // 100, len(ordered) - 1)]
