"""Verification of a world: every invariant that its data can show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from worlds.models import World
from worlds.services.snapshot import snapshot
from worlds.services.verify import bonds, decisions, ledger, memory, order
from worlds.services.verify.findings import Finding, Subject

Check = Callable[[Subject], Iterator[Finding]]
ALWAYS: tuple[Check, ...] = (
    ledger.ledger,
    bonds.strengths,
    memory.memories,
    order.exactly_once,
    decisions.linked,
    order.without_gaps,
    bonds.two_sided,
)


@dataclass(frozen=True)
class Verdict:
    """What verification found in a world, and how much it looked at."""

    findings: list[Finding]
    counts: dict[str, int]

    @property
    def wrong(self) -> int:
        """How many findings there are, those that are only counted included."""
        return sum(finding.count for finding in self.findings)


def verify(world: World, *, recompute: bool = False) -> Verdict:
    """Check I1, I3, I5, I6 and the links between activities and decisions; with ``recompute`` I4 as well."""
    with snapshot():
        world.refresh_from_db()
        subject = Subject.of(world)
        checks = (*ALWAYS, decisions.recomputed) if recompute else ALWAYS
        findings = [finding for check in checks for finding in check(subject)]
    return Verdict(findings, subject.counts)
