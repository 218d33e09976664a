"""An explanation in words: the question, the answer, what was seen, what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from heroes.sim.words.calendar import when
from worlds.services.explain import Explanation
from worlds.services.prose.deeds import ROAD, plain, to_do
from worlds.services.prose.language import hour_of, lasting, listed, quoted, sentence, signed
from worlds.services.prose.seen import seen, thousandths

CLOSE = 150
"""Thousandths of utility; a decision by less than this could easily have gone the other way."""


@dataclass(frozen=True)
class Words:
    """The parts of the answer that are text."""

    question: str
    answer: str
    reasoning: str
    counsel: str
    """Whose there was and what it said; '' where there was none."""
    verdict: str
    seen: list[tuple[str, str]]
    outcome: list[str]


def words(one: Explanation) -> Words:
    """Put a decision into words."""
    possible = [option.action for option in one.options]
    return Words(
        question=f"Why did {one.stored.name} choose to {to_do(one.chosen.action)}?",
        answer=answer(one),
        reasoning=one.stored.reasoning,
        counsel=counsel(one),
        verdict=verdict(one),
        seen=list(seen(one.stored.context, one.stored.started, possible, one.map, one.called, one.quest)),
        outcome=list(outcome(one)),
    )


def answer(one: Explanation) -> str:
    """When, where, who, what, for how long."""
    place = one.stored.data.get("place")
    where = "" if one.chosen.action in ROAD or place is None else f" {one.map.where(place)}"
    quest = f" ({quoted(one.quest)})" if one.quest and one.chosen.action in ROAD else ""
    length = one.stored.ended - one.stored.started
    spent = f", which took {lasting(length)}" if length else ""
    time = f"{when(one.stored.started)} ({hour_of(one.stored.started)})"
    return sentence(
        f"{time}, {one.stored.name}, {one.stored.hero_class}, chose to {to_do(one.chosen.action)}{where}{quest}{spent}"
    )


def counsel(one: Explanation) -> str:
    """What a storyteller for hire had said beforehand, in its own words, and whether it was heeded."""
    if one.counsel is None:
        return ""
    heeded = "and so it was" if one.counsel.action == one.chosen.action else "which was not possible"
    said = f"{one.counsel.teller} had counselled to {to_do(one.counsel.action)}, {heeded}"
    return f"{sentence(said)} It gave as its reason: {quoted(one.counsel.reason)}"


def verdict(one: Explanation) -> str:
    """By how much it was decided."""
    if one.against is None:
        return "There was nothing else to choose."
    margin = one.chosen.utility - one.against.utility
    other = to_do(one.against.action)
    by = f"by {thousandths(margin)}"
    if margin < CLOSE:
        chance = one.chosen.parts.get("chance", 0) - one.against.parts.get("chance", 0)
        whim = "; without the whim of the moment it would have gone the other way" if chance > margin else ""
        return sentence(f"It was a near thing: to {other} lost {by}{whim}")
    return sentence(f"The next best, to {other}, lost {by}")


def outcome(one: Explanation) -> Iterator[str]:
    """How it went, what it changed, how it felt."""
    worth = one.stored.outcome.get("effectiveness", one.stored.data.get("effectiveness"))
    if isinstance(worth, int):
        yield sentence(f"it went {_quality(worth)} ({worth} of 100)")
    told = list(_changes(one.stored.changes, one.stored.mood))
    yield sentence(f"it brought {listed(told)}") if told else "It changed nothing that is counted."
    for key, text in (
        ("hurt", "It cost {} points of health in a mishap."),
        ("cut", "It was cut short by {}."),
    ):
        if one.stored.data.get(key):
            yield text.format(one.stored.data[key])
    if one.stored.data.get("trial"):
        yield f"The trial was {one.stored.data['trial']}."
    yield sentence(
        f"afterwards {one.stored.name} was {_felt(one.stored.satisfaction)} (satisfaction {signed(one.stored.satisfaction)})"
    )


def _changes(changes: Mapping[str, object], mood: int) -> Iterator[str]:
    for name in ("gold", "experience", "energy", "health"):
        value = changes.get(name)
        if isinstance(value, int) and value:
            yield f"{name} {signed(value)}"
    if mood:
        yield f"mood {signed(mood)}"
    for name in ("items", "skills", "traits", "influence"):
        part = changes.get(name)
        if isinstance(part, dict):
            yield from (f"{key} {signed(value)}" for key, value in part.items())
    treasury = changes.get("treasury")
    if isinstance(treasury, int) and treasury:
        yield f"{signed(treasury)} gold to the treasury"


def _quality(worth: int) -> str:
    grades = ((25, "badly"), (45, "none too well"), (60, "tolerably"), (80, "well"), (101, "splendidly"))
    return next(text for limit, text in grades if worth < limit)


def _felt(satisfaction: int) -> str:
    grades = (
        (-40, "bitter"),
        (-10, "displeased"),
        (10, "neither glad nor sorry"),
        (40, "content"),
        (101, "delighted"),
    )
    return next(text for limit, text in grades if satisfaction < limit)


def bonds(one: Explanation) -> list[str]:
    """What it did to relationships."""
    told = []
    for bond in one.stored.changes.get("relationships", []):
        other = one.called(bond["with"])
        change = bond.get("change", 0) + bond.get("fading", 0)
        mark = " (new)" if bond.get("opened") else " (forgotten)" if bond.get("forgotten") else ""
        told.append(f"{plain(bond['kind'])} with {other} {signed(change)}{mark}")
    return told
