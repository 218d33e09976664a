"""I4: every stored decision follows from its own row and its world's seed, to the thousandth and the word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
import orjson
from numpy.typing import NDArray

from heroes.sim import notation
from heroes.sim.choice import Decisions
from heroes.sim.lexicon import ACTIONS, CONTRIBUTIONS
from heroes.sim.reasoning import Spoken, reasons, spoken
from heroes.sim.rules import PUBLISHED
from heroes.sim.words.hearing import NotReasoning
from herotycoon.pg.route import here
from worlds.rows.thoughts import seats
from worlds.services.recompute import anew
from worlds.services.verify.findings import Finding, Subject, capped

CHUNK = 5_000
"""Decisions that are recomputed at once."""
_CONTRIBUTION = {name: column for column, name in enumerate(CONTRIBUTIONS)}
_ACTION = {name: column for column, name in enumerate(ACTIONS)}

_STORED = """
SELECT d.id, h.number, d.started_step, d.rules_version, d.chosen, d.context, d.options, d.contributions,
       d.personality_factors, d.reasoning
FROM decision_history(%(world)s, %(after)s, %(until)s) d JOIN heroes h ON h.id = d.hero_id AND h.world_id = %(world)s
"""
_UNLINKED = """
SELECT coalesce(a.hero_id, d.hero_id), coalesce(a.id, d.id), a.action, a.started_step, d.id IS NULL,
       d.chosen, d.started_step, d.hero_id
FROM (SELECT * FROM activity_history(%(world)s, %(after)s, %(until)s) WHERE kind = 'action') a
FULL JOIN (SELECT id, chosen, started_step, hero_id FROM hero_decisions WHERE world_id = %(world)s
           UNION ALL
           SELECT old.id, old.chosen, old.started_step, old.hero_id
           FROM activity_archive packed
           CROSS JOIN LATERAL unpacked_decisions(packed, %(after)s, %(until)s) AS old
           WHERE packed.world_id = %(world)s) d ON d.id = a.id
WHERE a.id IS NULL OR d.id IS NULL
   OR d.chosen <> a.action OR d.started_step <> a.started_step OR d.hero_id <> a.hero_id
"""


@dataclass
class Stored:
    """``n`` decisions as they stand in the database, documents decoded, and all but the contexts read by name."""

    ids: list[UUID]
    number: NDArray[np.int64]
    step: NDArray[np.int64]
    version: NDArray[np.int64]
    chosen: list[str]
    context: list[Mapping[str, Any]]
    options: list[Mapping[str, int]]
    contributions: list[Mapping[str, Any]]
    factors: list[Mapping[str, int]]
    reasoning: list[str]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Any]]) -> Stored:
        """From rows of `_STORED`."""
        ids, number, step, version, chosen, *documents, reasoning = (list(c) for c in zip(*rows, strict=True))
        context, options, contributions, factors = ([orjson.loads(text) for text in one] for one in documents)
        return cls(
            ids=ids,
            number=np.array(number, dtype=np.int64),
            step=np.array(step, dtype=np.int64),
            version=np.array(version, dtype=np.int64),
            chosen=chosen,
            context=context,
            options=list(map(notation.options, options)),
            contributions=list(map(notation.contributions, contributions)),
            factors=factors,
            reasoning=reasoning,
        )


def linked(subject: Subject) -> Iterator[Finding]:
    """Every activity of kind action has the decision that chose it, and the other way round."""
    yield from capped(_links(subject))


def _links(subject: Subject) -> Iterator[Finding]:
    for hero, pk, action, started, alone, chosen, decided, decider in subject.ask(_UNLINKED):
        where = f"{subject.hero(hero)}, activity {pk}"
        if alone:
            yield Finding(
                "I4", where, f"{action} from step {started} has no decision", "each activity has its reason"
            )
        elif action is None:
            yield Finding(
                "I4", where, f"the decision for {chosen} belongs to no action", "it explains an action"
            )
        else:
            found = f"{subject.hero(decider)} decided for {chosen} at step {decided}"
            yield Finding("I4", where, found, f"what was done is {action} from step {started}")


def recomputed(subject: Subject) -> Iterator[Finding]:
    """Recompute every stored decision of the world."""
    yield from capped(_recomputed(subject))


def _recomputed(subject: Subject) -> Iterator[Finding]:
    subject.counts["decisions recomputed"] = 0
    with here().chunked_cursor() as cursor:
        cursor.execute(_STORED, subject.stretch)
        while rows := cursor.fetchmany(CHUNK):
            subject.counts["decisions recomputed"] += len(rows)
            yield from examine(subject, rows)


def examine(subject: Subject, rows: Sequence[Sequence[Any]]) -> Iterator[Finding]:
    """Findings in some rows of `_STORED`; a row that cannot even be read is one."""
    try:
        stored = Stored.of(rows)
        by_version = {
            version: np.flatnonzero(stored.version == version) for version in set(stored.version.tolist())
        }
        found = [
            f for version, at in sorted(by_version.items()) for f in _compare(subject, rows, version, at)
        ]
    except (LookupError, TypeError, ValueError, OverflowError, AttributeError) as error:
        if len(rows) > 1:
            middle = len(rows) // 2
            yield from examine(subject, rows[:middle])
            yield from examine(subject, rows[middle:])
            return
        where = f"{subject.numbered(rows[0][1])}, decision {rows[0][0]}"
        yield Finding("I4", where, f"it cannot be read ({error!r})", "it can be recomputed")
        return
    yield from found


def _compare(subject: Subject, rows: Sequence[Any], version: int, at: NDArray[np.intp]) -> Iterator[Finding]:
    stored = Stored.of([rows[i] for i in at.tolist()])
    if version not in PUBLISHED:
        for i in range(len(stored.ids)):
            yield _finding(subject, stored, i, f"rules version {version}", f"published are {PUBLISHED}")
        return
    once_more = anew(stored.context, subject.world.seed, stored.number, stored.step, version)
    for i, what, found, right in _differences(subject, stored, once_more):
        yield _finding(subject, stored, i, f"{what} {found}", f"recomputed: {right}")


def _differences(subject: Subject, stored: Stored, again: Decisions) -> Iterator[tuple[int, str, str, str]]:
    """(row, what, as stored, as recomputed) wherever the two differ."""
    possible, utility = _options(stored)
    for i, column in np.argwhere(
        (possible != again.possible) | (possible & (utility != again.utility))
    ).tolist():
        had, has = possible[i, column], again.possible[i, column]
        yield (
            i, f"option {ACTIONS[column]}:",
            f"{utility[i, column]:,}" if had else "not there", f"{again.utility[i, column]:,}" if has else "not possible",
        )  # fmt: skip
    chosen = np.array([_ACTION[name] for name in stored.chosen])
    for i in np.flatnonzero(chosen != again.chosen).tolist():
        yield i, "chosen:", stored.chosen[i], ACTIONS[again.chosen[i]]
    rejected = np.array([_ACTION.get(one.get("against", ""), -1) for one in stored.contributions])
    for i in np.flatnonzero(rejected != again.rejected).tolist():
        yield i, "the strongest rejected option:", _named(rejected[i]), _named(again.rejected[i])
    for side, told, right in zip(
        ("chosen", "rejected"), _contributions(stored), (again.weights, again.against), strict=True
    ):
        for i, column in np.argwhere(told != right).tolist():
            what = f"{CONTRIBUTIONS[column]} in the {side} option:"
            yield i, what, f"{told[i, column]:+,}", f"{right[i, column]:+,}"
    yield from _words(subject, stored, again)


def _named(code: int) -> str:
    return ACTIONS[code] if code >= 0 else "none"


def _options(stored: Stored) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """((n, A), (n, A)) which options are stored, and their utilities."""
    utility = np.zeros((len(stored.ids), len(ACTIONS)), dtype=np.int64)
    possible = np.zeros(utility.shape, dtype=bool)
    for i, options in enumerate(stored.options):
        for name, value in options.items():
            utility[i, _ACTION[name]], possible[i, _ACTION[name]] = value, True
    return possible, utility


def _contributions(stored: Stored) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(n, len(CONTRIBUTIONS)) twice: of the chosen option, traits included, and of the rejected one."""
    chosen, rejected = (np.zeros((len(stored.ids), len(CONTRIBUTIONS)), dtype=np.int64) for _ in range(2))
    for i, (parts, factors) in enumerate(zip(stored.contributions, stored.factors, strict=True)):
        for name, value in (*parts["chosen"].items(), *factors.items()):
            chosen[i, _CONTRIBUTION[name]] += value
        for name, value in parts.get("rejected", {}).items():
            rejected[i, _CONTRIBUTION[name]] = value
    return chosen, rejected


def _words(subject: Subject, stored: Stored, again: Decisions) -> Iterator[tuple[int, str, str, str]]:
    """Reasons that do not say what the numbers say. In other words, or of somebody renamed since, will do."""
    company = [subject.called.get(one - 1, "") for one in again.context["company"].tolist()]
    right = reasons(again, company, seats(stored.number, stored.step))
    for i, (said, expected) in enumerate(zip(stored.reasoning, right, strict=True)):
        if said != expected and ((meant := _meaning(said)) is None or meant != _meaning(expected)):
            yield i, "reasoning:", repr(said), repr(expected)


def _meaning(said: str) -> Spoken | None:
    try:
        return spoken(said)
    except NotReasoning:
        return None


def _finding(subject: Subject, stored: Stored, i: int, found: str, right: str) -> Finding:
    where = f"{subject.numbered(int(stored.number[i]))}, decision {stored.ids[i]} at step {stored.step[i]}"
    return Finding("I4", where, found, right)
