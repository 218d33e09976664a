"""Decisions to study: all of a period, or as many as can be read in a moment, from all over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import numpy as np
import orjson
from numpy.typing import NDArray

from heroes.sim import notation
from heroes.sim.context import VECTORS, Context
from heroes.sim.lexicon import ACTIONS, STEPS_A_DAY
from herotycoon.pg.route import here
from worlds.models import World
from worlds.rows.thoughts import context_of
from worlds.services.ledger import opening_step

I64 = NDArray[np.int64]
PACE = 14
"""Decisions of a hero in a day, of the busier ones."""
SLICES = 24
"""A sample has at least so many pieces, if it has that many steps."""
CHUNK = 2_000
READ, MOST = 8_000, 100_000
"""Decisions that are read for a page or an answer, which is four weeks of twenty heroes; and that can be held."""
HEROES = 10_000
"""More than a world ever has: heroes of several worlds are told apart by it."""
_CODE = {name: code for code, name in enumerate(ACTIONS)}
_UNREADABLE = (LookupError, TypeError, ValueError, AttributeError, OverflowError)
_DECISIONS = """
SELECT d.id, d.hero_id, d.started_step, d.rules_version, d.satisfaction, d.chosen, d.context, d.options
FROM decision_history(%(world)s, %(since)s, %(until)s) d LIMIT %(most)s
"""
_HEROES = "SELECT id, number FROM heroes WHERE world_id = %s"
Span = tuple[int, int]


class BadSample(ValueError):
    """A sample of nothing, or of more than can be held."""


@dataclass
class Sample:
    """``n`` decisions of one world that ended after ``since`` until ``until``.

    ``spans`` are the steps that were read (after, until); ``unread`` decisions in them could not be read.
    ``utility`` (n, A) in thousandths, where ``possible`` (n, A); the rest is (n,), ``chosen`` being codes of actions.
    """

    world: UUID
    seed: int
    since: int
    until: int
    spans: list[Span]
    unread: int
    ids: list[UUID]
    hero: I64
    step: I64
    version: I64
    satisfaction: I64
    chosen: I64
    context: Context
    possible: NDArray[np.bool_]
    utility: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def read(self) -> float:
        """Which part of the period was read."""
        return round(sum(until - since for since, until in self.spans) / max(self.until - self.since, 1), 4)

    def take(self, rows: NDArray[np.intp]) -> Sample:
        """Some of the decisions."""
        arrays = ("hero", "step", "version", "satisfaction", "chosen", "possible", "utility")
        some: dict[str, Any] = {name: getattr(self, name)[rows] for name in arrays}
        ids = [self.ids[at] for at in rows.tolist()]
        return replace(self, ids=ids, context=self.context.take(rows), **some)


def spans(since: int, until: int, heroes: int, most: int) -> list[Span]:
    """Which steps to read, that there be about ``most`` decisions: all of them, or pieces evenly from all over.

    Pieces are whole days where that leaves enough of them, so that every hour weighs the same.
    """
    period = until - since
    wanted = most * STEPS_A_DAY // (max(heroes, 1) * PACE)
    if wanted >= period:
        return [(since, until)]
    size = min(STEPS_A_DAY, max(wanted // SLICES, 1))
    pieces = max(wanted // size, 1)
    starts = [since + (period - size) * at // max(pieces - 1, 1) for at in range(pieces)]
    return [(start, start + size) for start in starts]


def period_of(world: World, days: int | None) -> Span:
    """The last ``days``, or all the days, as far back as history is kept: (after this step, until that)."""
    opening = opening_step(world.pk)
    return (opening if days is None else max(world.step - days * STEPS_A_DAY, opening)), world.step


def sample(world: World, days: int | None, most: int) -> Sample:
    """About ``most`` decisions of the last ``days`` game days, or of all the life of a world. Raises ``BadSample``."""
    if not 1 <= most <= MOST or not (days is None or days >= 1):
        raise BadSample(
            f"A sample is of 1 to {MOST:,} decisions and of a day at least, not of {most:,} and {days}."
        )
    since, until = period_of(world, days)
    with here().cursor() as cursor:
        cursor.execute(_HEROES, [world.pk])
        heroes = dict(cursor.fetchall())
    pieces = spans(since, until, len(heroes), most)
    parts = [_legible(rows, heroes) for rows in _chunks(world, pieces, most)]
    return _joined(world, (since, until), pieces, parts)


def together(samples: Sequence[Sample]) -> Sample:
    """Decisions of several worlds, heroes of different worlds being different ones."""
    arrays = ("step", "version", "satisfaction", "chosen", "possible", "utility")
    joint: dict[str, Any] = {name: np.concatenate([getattr(one, name) for one in samples]) for name in arrays}
    return replace(
        samples[0],
        ids=[id_ for one in samples for id_ in one.ids],
        hero=np.concatenate([one.hero + at * HEROES for at, one in enumerate(samples)]),
        context=joined([one.context for one in samples]),
        **joint,
    )


Row = Sequence[Any]
Part = tuple[list[Row], Context, NDArray[np.int32], NDArray[np.bool_], int]
"""Plain columns, contexts, utilities and what was possible of the rows that can be read; how many cannot."""


def _chunks(world: World, pieces: list[Span], most: int) -> Iterator[list[Row]]:
    """Rows, never many at once; of each piece at most twice its share."""
    for since, until in pieces:
        share = 2 * most // len(pieces) + CHUNK
        with here().chunked_cursor() as cursor:
            cursor.execute(_DECISIONS, {"world": world.pk, "since": since, "until": until, "most": share})
            while rows := cursor.fetchmany(CHUNK):
                yield rows


def _legible(rows: list[Row], heroes: Mapping[UUID, int]) -> Part:
    try:
        return _read(rows, heroes)
    except _UNREADABLE:
        if len(rows) == 1:
            blank = np.zeros((0, len(ACTIONS)), dtype=np.int32)
            return [], Context.blank(0, len(ACTIONS)), blank, blank.astype(bool), 1
    middle = len(rows) // 2
    return _both(_legible(rows[:middle], heroes), _legible(rows[middle:], heroes))


def _read(rows: list[Row], heroes: Mapping[UUID, int]) -> Part:
    contexts = context_of([orjson.loads(row[6]) for row in rows])
    utility = np.zeros((len(rows), len(ACTIONS)), dtype=np.int32)
    possible: NDArray[np.bool_] = np.zeros(utility.shape, dtype=bool)
    plain: list[Row] = []
    for at, (id_, hero, step, version, satisfaction, chosen, _, options) in enumerate(rows):
        for name, value in notation.options(orjson.loads(options)).items():
            utility[at, _CODE[name]], possible[at, _CODE[name]] = value, True
        plain.append((id_, heroes[hero], step, version, satisfaction, _CODE[chosen]))
        if not possible[at, _CODE[chosen]]:
            raise ValueError(f"{chosen} was chosen and is no option")
    return plain, contexts, utility, possible, 0


def _both(one: Part, other: Part) -> Part:
    return (
        [*one[0], *other[0]],
        joined([one[1], other[1]]),
        np.concatenate([one[2], other[2]]),
        np.concatenate([one[3], other[3]]),
        one[4] + other[4],
    )


def joined(contexts: Sequence[Context]) -> Context:
    """All the contexts, one after the other."""
    blank = Context.blank(0, len(ACTIONS))
    columns = {
        name: np.concatenate([getattr(blank, name), *(getattr(one, name) for one in contexts)])
        for name in ("look", *VECTORS)
    }
    return Context(**columns)


def _joined(world: World, period: Span, pieces: list[Span], parts: list[Part]) -> Sample:
    plain = [row for part in parts for row in part[0]]
    columns = list(zip(*plain, strict=True)) if plain else [()] * 6
    hero, step, version, satisfaction, chosen = (np.array(one, dtype=np.int64) for one in columns[1:])
    blank = np.zeros((0, len(ACTIONS)), dtype=np.int32)
    return Sample(
        world=world.pk,
        seed=world.seed,
        since=period[0],
        until=period[1],
        spans=pieces,
        unread=sum(part[4] for part in parts),
        ids=list(columns[0]),
        hero=hero,
        step=step,
        version=version,
        satisfaction=satisfaction,
        chosen=chosen,
        context=joined([part[1] for part in parts]),
        possible=np.concatenate([blank.astype(bool), *(part[3] for part in parts)]),
        utility=np.concatenate([blank, *(part[2] for part in parts)]),
    )
