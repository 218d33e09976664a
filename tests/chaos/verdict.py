"""What is left when the dust has settled: nothing lost, nothing doubled, the same life as an undisturbed twin's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from worlds.models import ArchivedWeek, World
from worlds.replay import replay
from worlds.services.history import by_hands
from worlds.services.verify.world import verify

_ENTRIES = """
SELECT id FROM activity_log WHERE world_id = %(world)s AND kind = 'input'
UNION ALL
SELECT moved.id FROM activity_archive AS a, unnest(a.ids, a.kinds) AS moved (id, kind)
WHERE a.world_id = %(world)s AND moved.kind = 'input'
"""


@dataclass(frozen=True)
class Verdict:
    """Of one world: ``lost`` were acknowledged and are not in the log, ``doubled`` are there more often than asked for."""

    world: UUID
    steps: int
    weeks: int
    """game weeks in the archive"""
    decisions: int
    acknowledged: int
    lost: int
    doubled: int
    findings: list[str]
    equal: bool

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.lost or self.doubled or self.findings) and self.equal

    def __str__(self) -> str:
        twin = "the same fingerprint as its twin" if self.equal else "ANOTHER FINGERPRINT THAN ITS TWIN"
        return (
            f"world {self.world}: {self.steps:,} steps, {self.weeks} archived weeks, {self.decisions:,} decisions, "
            f"{self.acknowledged:,} inputs acknowledged, {self.lost} lost, {self.doubled} doubled, "
            f"{len(self.findings)} findings, {twin}"
        )


def judge(world: World, acknowledged: list[str]) -> Verdict:
    """Look at a world that nobody turns any more. All that was asked for has been answered."""
    world.refresh_from_db()
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES, {"world": world.pk})
        logged = Counter(str(id_) for (id_,) in cursor.fetchall())
    found = verify(world, recompute=True)
    inputs = [one for one in by_hands(world.pk, world.step) if "input" in one.data]
    asked = set(acknowledged)
    return Verdict(
        world=world.pk,
        steps=world.step,
        weeks=ArchivedWeek.objects.filter(world=world).values("week").distinct().count(),
        decisions=found.counts.get("decisions recomputed", 0),
        acknowledged=len(acknowledged),
        lost=len(asked - set(logged)),
        doubled=sum(logged.values())
        - len(asked)
        + len(asked - set(logged))
        + (len(inputs) - sum(logged.values())),
        findings=[str(finding) for finding in found.findings],
        equal=replay(world).equal,
    )
