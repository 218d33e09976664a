"""A few clients who visit a handful of worlds all along: a while in one, then in the next, and round again."""

from __future__ import annotations

import http.client
import secrets
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle
from uuid import UUID

from django.utils import timezone

from heroes.models import Decision
from herotycoon.accounts.models import UserSession
from herotycoon.accounts.services.sessions import digest
from tests.soak.peopled import HEROES
from tests.stage import HOST
from worlds.benchmark.visitors import Ask, Master
from worlds.models import World

PATIENCE = 30.0
PAUSE = 0.05
"""Seconds between an answer and the next question: each thread of each process has had its fill of every kind of question
within the first third of a run, and what grows then grows by every request.
"""
ROUNDS = 4
"""Before a client goes on to the next world."""
ASKED_ABOUT = 20
WELL = (200, 201, 202, 409)
"""What a client may expect: a command may be refused, a world be on its way."""


@dataclass
class Visitor:
    """One client with a few worlds; ``answers`` are counted by status, 0 is for none."""

    port: int
    masters: Sequence[Master]
    answers: Counter[int] = field(default_factory=Counter)
    worst: str = ""
    """the last thing that went wrong"""
    over: threading.Event = field(default_factory=threading.Event)

    def live(self) -> None:
        """Ask for one thing after the other until it is over."""
        rounds = Counter[UUID]()
        for master in cycle(self.masters):
            for _ in range(ROUNDS):
                for ask in master.round(rounds[master.world]):
                    if self.over.wait(PAUSE):
                        return
                    self._ask(master, ask)
                rounds[master.world] += 1

    def _ask(self, master: Master, ask: Ask) -> None:
        line = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        headers = {"Authorization": f"Bearer {master.token}", "Content-Type": "application/json"}
        status, said = 0, b""
        try:
            line.request(ask.method, ask.path, ask.body, headers)
            answer = line.getresponse()
            status, said = answer.status, answer.read()
        except (OSError, http.client.HTTPException) as error:
            said = repr(error).encode()
        finally:
            line.close()
        self.answers[status] += 1
        if status not in WELL:
            self.worst = f"{ask.kind}: {status} {said[:200].decode(errors='replace')}"


def welcome(port: int, worlds: Sequence[World], clients: int) -> list[Visitor]:
    """Clients who share those worlds among them, logged in."""
    masters = [_master(place, world) for place, world in enumerate(worlds)]
    return [Visitor(port, masters[number::clients]) for number in range(min(clients, len(masters)))]


def _master(place: int, world: World) -> Master:
    token, until = secrets.token_urlsafe(32), timezone.now() + timedelta(days=2)
    UserSession.objects.create(user_id=world.owner_id, token_digest=digest(token), expires_at=until)
    known = Decision.objects.filter(world_id=world.pk).order_by("-started_step", "-id")
    return Master(place, token, world.pk, list(known.values_list("pk", flat=True)[:ASKED_ABOUT]), HEROES)
