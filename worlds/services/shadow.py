"""What heroes would have chosen by other rules: stored decisions, scored once more with some knobs turned.

Every decision is taken as it was met, by itself, with the dice of its moment: what would have followed from another
choice is not told. The scoring is the engine's own, and nothing is written: the database itself refuses to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from heroes.sim.lexicon import ACTIONS
from heroes.sim.rules import PUBLISHED, rules
from herotycoon.pg.replica import from_replica
from worlds.models import World
from worlds.services import recompute
from worlds.services.candidate import turned
from worlds.services.snapshot import snapshot
from worlds.services.study.estimates import Estimate, mean_of
from worlds.services.study.sample import Sample, sample

READ = 20_000
EXAMPLES = 5
I64 = NDArray[np.int64]


@dataclass(frozen=True)
class Turn:
    """How often one action would have been chosen in place of another."""

    was: str
    would_be: str
    times: int


@dataclass(frozen=True)
class Example:
    """A decision that would have gone another way: by ``margin`` thousandths, of the new choice over the old."""

    decision: UUID
    hero: int
    step: int
    was: str
    would_be: str
    margin: int


@dataclass(frozen=True)
class Shadow:
    """Stored decisions against a candidate.

    ``astray`` decisions do not follow from their own rules and count no further. ``changed`` is the share that would
    differ, 0 to 1. Satisfaction is in points: ``expected`` by what those heroes themselves expected of the two actions
    at that moment, ``felt`` by what the two came to on average in all that was read; both are means over all decisions.
    ``appetite`` {action: more or less often, in points of a hundred of all decisions}.
    """

    world_id: UUID
    name: str
    read: float
    decisions: int
    unread: int
    astray: int
    differ: int
    changed: Estimate | None
    expected: Estimate | None
    felt: Estimate | None
    turns: list[Turn]
    appetite: dict[str, float]
    examples: list[Example]

    def document(self) -> dict[str, Any]:
        """As JSON values."""
        plain = asdict(self) | {"world_id": str(self.world_id)}
        for one in plain["examples"]:
            one["decision"] = str(one["decision"])
        return plain


@from_replica
def shadow(world: World, knobs: Mapping[str, Any], most: int = READ, days: int | None = None) -> Shadow:
    """Score about ``most`` decisions of all the life of a world, or of its last ``days``, with ``knobs`` turned.

    Raises ``BadKnob``, ``BadSample``. An order that was agreed to stays so: how likely a yes is, is not scored anew.
    """
    for version in PUBLISHED:
        turned(rules(version), knobs)
    with snapshot(brief=True):
        world.refresh_from_db()
        some = sample(world, days, most)
    known = np.isin(some.version, PUBLISHED)
    sound, would_be, margin = np.zeros(len(some), dtype=bool), some.chosen.copy(), np.zeros_like(some.chosen)
    for version in np.unique(some.version[known]).tolist():
        at = np.flatnonzero(some.version == version)
        sound[at], would_be[at], margin[at] = _scored(some.take(at), version, knobs)
    rows = np.flatnonzero(sound)
    return _told(world, some.take(rows), would_be[rows], margin[rows], len(some) - len(rows))


def _scored(one: Sample, version: int, knobs: Mapping[str, Any]) -> tuple[NDArray[np.bool_], I64, I64]:
    """Which decisions follow from their own rules; the candidate's choice; its margin over what was chosen."""
    rows, own = np.arange(len(one)), rules(version)
    before = recompute.by(own, one.context, one.seed, one.hero, one.step)
    after = recompute.by(turned(own, knobs), one.context, one.seed, one.hero, one.step)
    margin = after.utility[rows, after.chosen].astype(np.int64) - after.utility[rows, one.chosen]
    return before.chosen == one.chosen, after.chosen.astype(np.int64), margin


def _told(world: World, one: Sample, would_be: I64, margin: I64, astray: int) -> Shadow:
    rows, differ = np.arange(len(one)), would_be != one.chosen
    learned = one.context.learned.astype(np.int64)
    times = np.bincount(one.chosen, minlength=len(ACTIONS))
    sums = np.bincount(one.chosen, one.satisfaction, len(ACTIONS))
    usual = sums / np.maximum(times, 1)
    tried = (times[would_be] > 0) & differ
    return Shadow(
        world_id=world.pk,
        name=world.name,
        read=one.read,
        decisions=len(one),
        unread=one.unread,
        astray=astray,
        differ=int(differ.sum()),
        changed=mean_of(differ.astype(np.float64), one.hero, 4),
        expected=mean_of(learned[rows, would_be] - learned[rows, one.chosen], one.hero),
        felt=mean_of(np.where(tried, usual[would_be] - usual[one.chosen], 0.0), one.hero),
        turns=_turns(one.chosen[differ], would_be[differ]),
        appetite=_appetite(one.chosen, would_be),
        examples=_examples(one, would_be, margin),
    )


def _turns(was: I64, would_be: I64) -> list[Turn]:
    counted = Counter(zip(was.tolist(), would_be.tolist(), strict=True))
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [Turn(ACTIONS[old], ACTIONS[new], times) for (old, new), times in ranked]


def _appetite(was: I64, would_be: I64) -> dict[str, float]:
    old, new = (np.bincount(codes, minlength=len(ACTIONS)) for codes in (was, would_be))
    gap = (new - old) / max(len(was), 1) * 100
    return {
        ACTIONS[at]: round(float(gap[at]), 2)
        for at in np.argsort(-np.abs(gap), kind="stable").tolist()
        if gap[at]
    }


def _examples(one: Sample, would_be: I64, margin: I64) -> list[Example]:
    """The surest, of each turn the one that differs most."""
    out: dict[tuple[int, int], Example] = {}
    ranked = [
        at for at in np.lexsort((one.hero, one.step, -margin)).tolist() if would_be[at] != one.chosen[at]
    ]
    for at in ranked:
        turn = (int(one.chosen[at]), int(would_be[at]))
        told = Example(
            one.ids[at],
            int(one.hero[at]),
            int(one.step[at]),
            ACTIONS[turn[0]],
            ACTIONS[turn[1]],
            int(margin[at]),
        )
        out.setdefault(turn, told)
    return list(out.values())[:EXAMPLES]
