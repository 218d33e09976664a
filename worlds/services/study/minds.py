"""The study of minds: what drives actions, how they felt, whether orders were answered as predicted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from typing import Any
from uuid import UUID

import numpy as np
import orjson

from herotycoon.pg.replica import from_replica
from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.snapshot import snapshot
from worlds.services.study.calibration import Calibration, calibration
from worlds.services.study.drivers import Effect, effects
from worlds.services.study.estimates import Estimate
from worlds.services.study.felt import Felt, felt
from worlds.services.study.sample import MOST, READ, Sample, sample, together

Json = dict[str, Any]
_ANSWERS = """
SELECT a.data -> 'answer' FROM activity_history(%(world)s, %(since)s, %(until)s) a
WHERE a.kind = 'input' AND a.action = 'order' LIMIT %(most)s
"""


@dataclass(frozen=True)
class Findings:
    """What some decisions of ``heroes`` heroes say."""

    decisions: int
    heroes: int
    effects: list[Effect]
    felt: list[Felt]

    @classmethod
    def of(cls, some: Sample) -> Findings:
        """Study them."""
        return cls(len(some), len(np.unique(some.hero)), effects(some), felt(some))


@dataclass(frozen=True)
class Study:
    """One world. ``read`` is the part of the period that was read, 1 where all of it was; ``unread`` counts decisions
    that could not be read. ``versions`` has the findings by version of the rules where there is more than one.
    """

    world_id: UUID
    name: str
    since: int
    until: int
    read: float
    unread: int
    findings: Findings
    calibration: Calibration
    versions: dict[int, Findings] = field(default_factory=dict)

    def document(self) -> Json:
        """As JSON values, with what changed from each version of the rules to the next."""
        plain: Json = asdict(self) | {"world_id": str(self.world_id)}
        changes = [asdict(change) for change in self.changes()]
        found: Json = plain.pop("findings")
        return plain | found | {"versions": sorted(self.versions), "changes": changes}

    def changes(self) -> list[Change]:
        """From each version of the rules to the next."""
        told = sorted(self.versions.items())
        return [
            change
            for (old, before), (new, after) in pairwise(told)
            for change in differences(f"rules {old}", before, f"rules {new}", after)
        ]


@dataclass(frozen=True)
class Change:
    """A number of two studies that differ beyond chance: ``difference`` is the second less the first."""

    one: str
    other: str
    what: str
    """pull, share, satisfaction or regret"""
    driver: str
    """'' where it is about an action as such"""
    action: str
    before: float
    after: float
    difference: Estimate


@dataclass(frozen=True)
class Survey:
    """Several worlds: each by itself, ``together`` where there are more than one, and how they differ from the first."""

    studies: list[Study]
    together: Findings | None
    differences: list[Change]

    def document(self) -> Json:
        """As JSON values."""
        return {
            "worlds": [one.document() for one in self.studies],
            "together": asdict(self.together) if self.together else None,
            "differences": [asdict(one) for one in self.differences],
        }


def study(world: World, days: int | None = 7, most: int = READ) -> Study:
    """Study about ``most`` decisions of the last ``days`` game days, or of all that is kept."""
    return _studied(world, *_read(world, days, most))


def survey(worlds: Sequence[World], days: int | None, most: int, moved: Callable[[int], None]) -> Survey:
    """Study worlds one by one, about ``most`` decisions of each as long as all of them can be held, and together.

    ``moved`` is told of each that is done.
    """
    studies, samples = [], []
    for world in worlds:
        some, answers = _read(world, days, min(most, max(MOST // len(worlds), 1)))
        studies.append(_studied(world, some, answers))
        samples.append(some)
        moved(1)
    first = studies[0] if studies else None
    apart = [
        change
        for one in studies[1:]
        if first
        for change in differences(first.name, first.findings, one.name, one.findings)
    ]
    return Survey(studies, Findings.of(together(samples)) if len(samples) > 1 else None, apart)


@from_replica
def _read(world: World, days: int | None, most: int) -> tuple[Sample, list[tuple[int, bool]]]:
    with snapshot(brief=True):
        world.refresh_from_db()
        some = sample(world, days, most)
        return some, list(_answers(some, most))


def _studied(world: World, some: Sample, answers: list[tuple[int, bool]]) -> Study:
    versions = np.unique(some.version).tolist()
    parts = {version: some.take(np.flatnonzero(some.version == version)) for version in versions}
    return Study(
        world_id=world.pk,
        name=world.name,
        since=some.since,
        until=some.until,
        read=some.read,
        unread=some.unread,
        findings=Findings.of(some),
        calibration=calibration(answers),
        versions={v: Findings.of(part) for v, part in parts.items()} if len(parts) > 1 else {},
    )


def _answers(some: Sample, most: int) -> Iterator[tuple[int, bool]]:
    """Orders that were weighed; one that is asked again gets the answer it had, and counts once."""
    with here().cursor() as cursor:
        for since, until in some.spans:
            cursor.execute(_ANSWERS, {"world": some.world, "since": since, "until": until, "most": most})
            for (text,) in cursor.fetchall():
                answer = orjson.loads(text) if isinstance(text, str) else text
                chance = answer.get("chance") if isinstance(answer, dict) else None
                if isinstance(chance, int) and not answer.get("repeated"):
                    yield chance, bool(answer.get("agreed"))


def differences(one: str, before: Findings, other: str, after: Findings) -> list[Change]:
    """Where two findings differ by more than their intervals allow, the surest first."""
    found = []
    old, new = dict(_numbers(before)), dict(_numbers(after))
    for key in old.keys() & new.keys():
        gap = new[key].less(old[key])
        if gap.clear:
            found.append((key, Change(one, other, *key, old[key].value, new[key].value, gap)))
    found.sort(key=lambda pair: (-abs(pair[1].difference.value) / (pair[1].difference.half or 1e-9), pair[0]))
    return [change for _, change in found]


def _numbers(found: Findings) -> Iterator[tuple[tuple[str, str, str], Estimate]]:
    for one in found.effects:
        for what in ("pull", "share"):
            number = getattr(one, what)
            if number is not None:
                yield (what, one.driver, one.action), number
    for way in found.felt:
        for what in ("satisfaction", "regret"):
            number = getattr(way, what)
            if number is not None:
                yield (what, "", way.action), number
