"""Whether a deployment kept up, and kept its size: pure judgements on a run's samples.

The first third of a run is for warming up and is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import NamedTuple

from tests.soak.memory import BUFFERS, REDIS
from tests.soak.samples import Sample
from tests.soak.visitors import WELL

SLACK = 5.0
"""Seconds between a beat and its first batch, and between the end of a batch and a look."""
LATE_TURNS = 2
"""Turns of the hot beat within which every hot world was turned, however many cold ones wait."""
GROWTH, SHARE, MORE = 2.0, 0.03, 2.0
"""Megabytes, or a share of its size, by which a kind of process may have grown over the judged part of a run; processes by
which a kind may have become more. Both may rise by as much as they usually go up and down, too.
"""
FILLS = {BUFFERS: "fills up to its setting", REDIS: "up to maxmemory"}
"""What has a size that it is meant to reach."""
SHORTEST = 300.0
"""Seconds of judged run below which all growth is warming up."""
TOLD = 10
"""Findings that are told."""
SPREAD = 1.10
"""How much further behind the last third of a run may be than the one before."""


@dataclass(frozen=True)
class Judgement:
    """One line of the table; ``well`` is None where nothing is judged."""

    name: str
    found: str
    allowed: str
    well: bool | None
    details: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """For the table."""
        return {None: "", True: "well", False: "NOT WELL"}[self.well]


def judged(samples: Sequence[Sample]) -> list[Sample]:
    """Those after the first third."""
    return [one for one in samples if one.at >= samples[-1].at / 3]


def slope(points: Sequence[tuple[float, float]]) -> float:
    """By Theil and Sen: the median slope of all pairs, which no outlier moves."""
    slopes = [(b - y) / (a - x) for (x, y), (a, b) in combinations(points, 2) if a != x]
    return median(slopes) if slopes else 0.0


def spread(points: Sequence[tuple[float, float]], rise: float) -> float:
    """How far points usually are from their trend: the median distance from the median, once the trend is taken away."""
    level = [y - rise * x for x, y in points]
    middle = median(level)
    return median(abs(one - middle) for one in level)


class Trend(NamedTuple):
    """A robust line through what was seen: its middle, its slope, and by how much it may rise in all."""

    middle: float
    rise: float
    allowed: float

    def well(self, span: float) -> bool:
        """Whether it rose by no more in so many seconds."""
        return self.rise * span <= self.allowed


def trend(points: Sequence[tuple[float, float]], least: float, share: float = 0.0) -> Trend:
    """What rises by ``least``, a share of its size, or as much as it usually goes up and down may rise."""
    middle, rise = median(y for _, y in points), slope(points)
    return Trend(middle, rise, max(least, share * middle, spread(points, rise)))


def round_seconds(samples: Sequence[Sample], beat: float) -> float:
    """Seconds of work in a full round of the cold beat, of all workers together."""
    first, last = samples[0], samples[-1]
    return (last.busy - first.busy) / max((last.at - first.at) / beat, 1.0)


def kept_up(samples: Sequence[Sample], beat: float) -> Judgement:
    """The worst cold world was never further behind than a turn of the beat and the time that a round takes."""
    some = judged(samples)
    bound = beat + round_seconds(some, beat) + SLACK
    worst = max(one.worst for one in some)
    return Judgement(
        "furthest behind, cold worlds", f"{worst:.0f} s", f"{bound:.0f} s: beat and round", worst <= bound
    )


def hot_kept_up(samples: Sequence[Sample], beat: float) -> Judgement:
    """Hot worlds wait for no round of the cold ones."""
    worst, bound = max(one.hottest for one in judged(samples)), LATE_TURNS * beat + SLACK
    return Judgement(
        "furthest behind, hot worlds", f"{worst:.0f} s", f"{bound:.0f} s: two beats", worst <= bound
    )


def backlog(samples: Sequence[Sample]) -> Judgement:
    """The last third of the run was no further behind than the middle one, neither its worst world nor its median."""
    end = samples[-1].at
    thirds = [
        [one for one in samples if low <= one.at / end <= high] for low, high in ((1 / 3, 2 / 3), (2 / 3, 1))
    ]
    peaks = [(max(one.worst for one in third), max(one.median for one in third)) for third in thirds]
    (worst, middling), (worst_then, middling_then) = peaks
    well = worst_then <= SPREAD * worst + SLACK and middling_then <= SPREAD * middling + SLACK
    return Judgement(
        "behind in the last third",
        f"worst {worst_then:.0f} s, median {middling_then:.0f} s",
        f"as before: {worst:.0f} s, {middling:.0f} s",
        well,
    )


def lived(samples: Sequence[Sample], worlds: int, step: float) -> Judgement:
    """How much of the time that passed was lived; a step takes ``step`` seconds of real time. Told, not judged."""
    some = judged(samples)
    share = (some[-1].steps - some[0].steps) * step / (worlds * (some[-1].at - some[0].at))
    return Judgement(
        "world time lived in the time that passed", f"{share:.2f}", "1, give or take a round", None
    )


def work(samples: Sequence[Sample]) -> Iterator[Judgement]:
    """What it took, of the machine and of the time. Told, not judged: others may use the machine too."""
    some = judged(samples)
    span = some[-1].at - some[0].at
    cores = (some[-1].computed - some[0].computed) / span
    busy = (some[-1].busy - some[0].busy) / span
    decisions = (some[-1].decisions - some[0].decisions) / span
    loads = median(one.load for one in some)
    yield Judgement("cores at work, of all processes", f"{cores:.2f}, load {loads:.1f}", "", None)
    yield Judgement("time in which batches were turned", f"{busy:.0%}", "100 % for each worker", None)
    yield Judgement("decisions a second", f"{decisions:,.0f}", "", None)


def flat(samples: Sequence[Sample], kind: str) -> Judgement:
    """Processes of a kind that lived through the judged part of a run did not grow, and there are not more of the kind.

    Where none did, as connections and whatever else is renewed every minute, their number says it alone.
    """
    some = judged(samples)
    span, memory = some[-1].at - some[0].at, median(one.memory(kind) for one in some)
    if kind in FILLS:
        rise = slope([(one.at, one.memory(kind)) for one in some]) * 3600
        return Judgement(kind, f"{memory:.1f} MB, {rise:+.1f} MB/h", FILLS[kind], None)
    there = [(one.at, one.megabytes.get(kind, {})) for one in some]
    lasting = there[0][1].keys() & there[-1][1].keys()
    many = trend([(at, float(len(each))) for at, each in there], MORE)
    size = trend([(at, sum(each.get(pid, 0.0) for pid in lasting)) for at, each in there], GROWTH, SHARE)
    pace = f"{size.rise * 3600:+.1f} MB/h" if lasting else f"{many.rise * 3600:+.1f} an hour"
    found = f"{many.middle:.0f} × {memory / max(many.middle, 1):.1f} MB, {pace}"
    if span < SHORTEST:
        return Judgement(kind, found, "too short a run to say", None)
    allowed = f"{size.allowed * 3600 / span:+.1f} MB/h" if lasting else "come and go: not more of them"
    more = () if many.well(span) else (f"{kind}: {many.rise * 3600:+.1f} of them an hour",)
    return Judgement(kind, found, allowed, size.well(span) and many.well(span), more)


def lasting_keys(samples: Sequence[Sample]) -> Judgement:
    """Nothing piles up in Redis that would never go by itself."""
    some = judged(samples)
    rise, span = slope([(one.at, float(one.lasting)) for one in some]), some[-1].at - some[0].at
    found = f"{some[-1].lasting}, {rise * 3600:+.0f} an hour"
    well = rise * span < 1 if span >= SHORTEST else None
    return Judgement("keys in Redis without an end", found, "no rise", well)


def nothing_wrong(samples: Sequence[Sample]) -> Iterator[Judgement]:
    """What must not happen at all did not happen in the whole run."""
    aside, failed = max(one.aside for one in samples), samples[-1].failed - samples[0].failed
    yield Judgement("worlds set aside", f"{aside}", "0", not aside)
    yield Judgement("tasks that failed", f"{failed}", "0", not failed)


def judge(samples: Sequence[Sample], worlds: int, step: float, beats: Mapping[str, float]) -> list[Judgement]:
    """Everything that samples can show."""
    kinds = sorted({kind for one in samples for kind in one.megabytes})
    return [
        kept_up(samples, beats["cold"]),
        hot_kept_up(samples, beats["hot"]),
        backlog(samples),
        lived(samples, worlds, step),
        *work(samples),
        *nothing_wrong(samples),
        lasting_keys(samples),
        *(flat(samples, kind) for kind in kinds),
    ]


def answered(answers: Mapping[int, int], complaints: Sequence[str]) -> Judgement:
    """Clients were answered well; ``answers`` by status, and what was wrong with some."""
    wrong = sum(number for status, number in answers.items() if status not in WELL)
    told = ", ".join(f"{status}: {number:,}" for status, number in sorted(answers.items()))
    return Judgement("answers to clients", told, "200, 201, 202, 409", not wrong, tuple(complaints))


def verified(worlds: int, decisions: int, findings: Sequence[str]) -> Judgement:
    """Worlds are as the invariants want them."""
    found = f"{len(findings)} findings in {worlds} worlds, {decisions:,} decisions recomputed"
    return Judgement("verify_world", found, "0", not findings, tuple(findings[:TOLD]))
