"""What goes wrong, one thing at a time, drawn from a seed."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from uuid import UUID

from redis import Redis
from redis.exceptions import RedisError

from herotycoon.workers.errands import hand_over
from tests.chaos import clocked
from tests.chaos.stage import ShakyStage

SPEED = 5.0
"""Seconds of the clock in a real one, in which worlds at the fastest pace live four steps."""
JUMP = 150.0
"""Seconds of the clock, forth or back: two and a half game days."""
QUEUES = ("herotycoon:ticks", "herotycoon:ticks\x06\x169", "herotycoon:chores")
"""As they are called in Redis; cold worlds are a line of their own."""


class Mischief:
    """Counts what it did: kills by name, and everything else."""

    def __init__(self, stage: ShakyStage, worlds: Sequence[UUID], chance: Random) -> None:
        self._stage, self._worlds, self._chance = stage, worlds, chance
        self.kills: Counter[str] = Counter()
        self.others: Counter[str] = Counter()
        self._deeds: list[tuple[int, Callable[[], None]]] = [
            (8, lambda: self._kill("ticks", child=True)),
            (5, lambda: self._kill("ticks")),
            (4, lambda: self._kill("errands", child=True)),
            (3, lambda: self._kill("errands")),
            (3, lambda: self._kill("beat")),
            (2, lambda: self._kill("second beat")),
            (2, lambda: self._kill("web", child=True)),
            (1, lambda: self._kill("web")),
            (4, lambda: self._kill("archivist")),
            (2, lambda: self._kill_server("Redis")),
            (3, lambda: self._kill_server("PostgreSQL")),
            (5, self._send_twice_and_late),
            (3, self._shuffle),
            (3, self._turn_the_clock),
            (1, self._go_dumb),
        ]

    def strike(self) -> None:
        """Do one of them."""
        weights, deeds = zip(*self._deeds, strict=True)
        self._chance.choices(deeds, weights)[0]()

    def _kill(self, name: str, *, child: bool = False) -> None:
        if self._stage.kill(name, child=child):
            self.kills[name + " (a child)" * child] += 1

    def _kill_server(self, name: str) -> None:
        self._stage.kill_server(name)
        self.kills[name] += 1

    def _send_twice_and_late(self) -> None:
        """The same tasks several times over, some of them seconds after the others."""
        some = [
            str(world)
            for world in self._chance.sample(self._worlds, self._chance.randint(1, len(self._worlds)))
        ]
        for _ in range(self._chance.randint(2, 4)):
            late = self._chance.choice([0.0, 0.0, 1.0, 5.0, 15.0])
            hand_over("worlds.advance", some, countdown=late, queue="ticks")
            hand_over("worlds.catch_up", some[0], countdown=late)
        hand_over("worlds.tick_due", self._chance.random() < 0.5, queue="ticks")
        self.others["doubled and delayed tasks"] += 1

    def _shuffle(self) -> None:
        """Put what waits into another order. (What a worker takes meanwhile may come twice by that.)"""
        try:
            with Redis.from_url(self._stage.environment["REDIS_URL"], socket_timeout=2) as redis:
                for queue in QUEUES:
                    waiting: list[bytes] = redis.lrange(queue, 0, -1)
                    self._chance.shuffle(waiting)
                    with redis.pipeline() as both:
                        both.delete(queue)
                        if waiting:
                            both.rpush(queue, *waiting)
                        both.execute()
        except RedisError:
            return
        self.others["reordered queues"] += 1

    def _turn_the_clock(self) -> None:
        shown = clocked.now().timestamp() + self._chance.uniform(-JUMP, JUMP)
        clocked.turn(shown, SPEED)
        self.others["jumps of the clock"] += 1

    def _go_dumb(self) -> None:
        self._stage.proxy.go_dumb(self._chance.uniform(1, 8))
        self.others["hanging connections"] += 1
        time.sleep(0.5)
