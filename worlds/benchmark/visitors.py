"""Clients that ask one thing after another, each over one connection that stays open, and note how long it took.

One that waits a moment before it asks again is as busy as a game can be; those that never wait find out how much the
server can do at all, and what they wait for is each other.

They do as little as a client can: what they ask for is spelled out before they begin, and answers are not looked into.
"""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count, islice
from threading import Barrier
from typing import NamedTuple
from uuid import UUID

from herotycoon.api.serving import HOST

MINUTE = 60.0
REFUSED = 409
STRIDE = 9
"""Requests by which a client is ahead of the one before: eight of them spread over a visit."""
COMES_BACK = 4
"""Rounds to a visit: who comes back asks for the report once, and then looks around."""


class Ask(NamedTuple):
    """One request: what kind of thing it is, and all that is sent."""

    kind: str
    method: str
    path: str
    body: bytes | None = None

    @property
    def reads(self) -> bool:
        """Whether it changes nothing."""
        return self.method == "GET"


@dataclass
class Diary:
    """What a client saw: for each answer the request and milliseconds; and its own seconds of work."""

    took: list[tuple[Ask, float]] = field(default_factory=list)
    refused: int = 0
    work: float = 0.0


@dataclass(frozen=True)
class Master:
    """Somebody with a world: their place among the clients, the token, the world, and decisions to ask about."""

    place: int
    token: str
    world: UUID
    decisions: Sequence[UUID]
    heroes: int

    def round(self, number: int) -> list[Ask]:
        """What a client asks in a round: a look at everything, and a word to somebody. Each round has its own hero."""
        here, hero = f"/api/v1/worlds/{self.world}/", number % self.heroes
        them = f"{here}heroes/{hero}/"
        decision = self.decisions[number % len(self.decisions)]
        looks = {
            "world": here, "heroes": f"{here}heroes/", "hero": them, "activities": f"{them}activities/?limit=20",
            "decisions": f"{them}decisions/?limit=20", "explained decision": f"{here}decisions/{decision}/",
            "guild": f"{here}guild/", "map": f"{here}map/", "offline progress": f"{here}offline-progress/",
            "relationships": f"{them}relationships/", "influence": f"{them}influence/", "quests": f"{here}quests/",
            "world's activities": f"{here}activities/?limit=20", "events": f"{here}events/",
        }  # fmt: skip
        if number % COMES_BACK:
            del looks["offline progress"]
        asks = [Ask(kind, "GET", path) for kind, path in looks.items()]
        for place, command in zip((3, 6, 10, 14), self._commands(number, here, them), strict=True):
            asks.insert(place, command)
        return asks

    def _commands(self, number: int, here: str, them: str) -> Iterator[Ask]:
        policies = ("balanced", "adventurous", "martial", "scholarly", "mercantile")
        bounty = {"title": f"Bounty {number}", "place": 2, "difficulty": 20, "gold": 1}
        yield _command("order", "POST", f"{them}orders/", {"action": ("rest", "study", "patrol")[number % 3]})
        yield _command("praise", "POST", f"{them}interventions/", {"kind": "praise"})
        yield _command("policy and wage", "PATCH", f"{here}guild/",
                       {"policy": policies[number % len(policies)]} if number % 2 else {"wage": 2 + number % 3})  # fmt: skip
        yield _command("bounty", "POST", f"{here}quests/", bounty)


def _command(kind: str, method: str, path: str, body: Mapping[str, object]) -> Ask:
    return Ask(kind, method, path, json.dumps(body).encode())


def visit(
    masters: Sequence[Master], port: int, requests: int, pause: float, starting: Callable[[], object]
) -> tuple[list[Diary], float]:
    """All of them at once, each so many requests with ``pause`` seconds between two, after a round that only warms up;
    and the seconds it took. ``starting`` is called after the warming. Raises RuntimeError for an answer that is neither
    well nor a refusal.
    """
    ready = Barrier(len(masters) + 1)
    gate = Barrier(len(masters) + 1)
    with ThreadPoolExecutor(len(masters)) as pool:
        visits = [pool.submit(_visit, master, port, requests, pause, ready, gate) for master in masters]
        ready.wait(MINUTE)
        starting()
        gate.wait(MINUTE)
        began = time.perf_counter()
        diaries = [one.result() for one in visits]
        return diaries, time.perf_counter() - began


def _visit(master: Master, port: int, requests: int, pause: float, ready: Barrier, gate: Barrier) -> Diary:
    line = http.client.HTTPConnection(HOST, port, timeout=MINUTE)
    headers = {"Authorization": f"Bearer {master.token}", "Content-Type": "application/json"}
    first = master.round(0)
    rounds = (ask for number in count(1) for ask in master.round(number))
    try:
        for ask in first:
            _ask(line, ask, headers, Diary())
        diary, asks = Diary(), _out_of_step(rounds, master.place, requests)
        ready.wait(MINUTE)
        gate.wait(MINUTE)
        work = time.thread_time()
        for ask in asks:
            _ask(line, ask, headers, diary)
            time.sleep(pause)
        diary.work = time.thread_time() - work
    finally:
        line.close()
    return diary


def _out_of_step(rounds: Iterator[Ask], place: int, requests: int) -> list[Ask]:
    """Each client begins somewhere else, so that they do not all ask for the same thing at once."""
    begins = place * STRIDE
    return list(islice(rounds, begins, begins + requests))


def _ask(line: http.client.HTTPConnection, ask: Ask, headers: Mapping[str, str], diary: Diary) -> None:
    began = time.perf_counter()
    line.request(ask.method, ask.path, ask.body, headers)
    answer = line.getresponse()
    said = answer.read()
    diary.took.append((ask, 1000 * (time.perf_counter() - began)))
    if answer.status == REFUSED and not ask.reads:
        diary.refused += 1
    elif answer.status not in (200, 201):
        raise RuntimeError(f"{ask.kind} was answered {answer.status}: {said[:200].decode(errors='replace')}")
