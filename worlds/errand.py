"""What a tick is to do, and what it came to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

Progress = Callable[[int], None]
"""Called after every bite with the number of world-steps that were turned."""


@dataclass
class Turned:
    """What a tick came to."""

    worlds: int = 0
    steps: int = 0
    decisions: int = 0
    set_aside: dict[UUID, str] = field(default_factory=dict)
    passed_over: dict[UUID, Exception] = field(default_factory=dict)
    """worlds whose rows somebody held, or changed without end; the next tick tries them again"""


@dataclass(frozen=True)
class Errand:
    """What a tick is to do, how long it waits for worlds that somebody holds, and what it came to so far.

    Two batches may be turned at once: who has the ``baton`` computes (see ``relay``), and counting goes one by one.
    """

    targets: Mapping[UUID, int]
    progress: Progress
    patience: float | None
    turned: Turned = field(default_factory=Turned)
    baton: Lock = field(default_factory=Lock)
    errors: list[BaseException] = field(default_factory=list)
    """what ended a batch, Ctrl-C among them (see ``relay``): nobody begins another bite"""
    _counting: Lock = field(default_factory=Lock)

    def count(self, worlds: int) -> None:
        """So many worlds more, or less, were turned."""
        with self._counting:
            self.turned.worlds += worlds

    def bitten(self, steps: int, decisions: int) -> None:
        """A bite is stored."""
        with self._counting:
            self.turned.steps += steps
            self.turned.decisions += decisions
            self.progress(steps)
