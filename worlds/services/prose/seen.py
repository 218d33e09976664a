"""What a hero saw when deciding, in words: the stored context as a few lines that a player understands."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from heroes.sim.lexicon import KEPT_IN_MIND, TRAITS
from heroes.sim.words.memories import told
from worlds.services.prose.deeds import Map, once, plain, to_do
from worlds.services.prose.language import counted, hour_of, lasting, listed, quoted, signed

REASONS = {
    "needs": "what body and heart need",
    "hour": "the hour of the day",
    "place": "what the place is good for",
    "bonds": "the people at hand",
    "influence": "what is felt about the master",
    "order": "the master's order",
    "experience": "what experience taught",
    "events": "what goes on in the world",
    "guild": "what the guild asks for",
    "quest": "the quest",
    "habit": "calling and habit",
    "custom": "what anybody would do",
    "chance": "a whim",
    "memory": "what is not forgotten",
    "counsel": "a mind made up beforehand",
}
"""Contributions in words; a trait is called by its name."""
_NATURE = {
    "courage": ("brave", "timid"),
    "greed": ("greedy", "generous"),
    "loyalty": ("loyal", "footloose"),
    "curiosity": ("curious", "incurious"),
    "ambition": ("ambitious", "unambitious"),
    "patience": ("patient", "impatient"),
    "empathy": ("warm-hearted", "cold"),
}
MARKED = 15
"""So far from 50 a trait is worth a word."""
STRONGEST = 3
Seen = Mapping[str, Any]
Namer = Callable[[int], str]


def reason(name: str) -> str:
    """What a contribution is called."""
    return REASONS.get(name, plain(name))


def thousandths(amount: int) -> str:
    """'2.31', '−0.10'."""
    return f"{amount / 1000:.2f}".replace("-", "−")


def seen(
    context: Seen, step: int, options: Collection[str], land: Map, called: Namer, quest: str
) -> Iterator[tuple[str, str]]:
    """(subject, words) of everything that was seen and mattered to one of the ``options``.

    ``quest`` is the title of the one on offer or under way.
    """
    yield "nature", _nature(context)
    yield "state", _state(context)
    yield "there", f"{hour_of(step)} {land.where(context.get('place', 0))}{_just_before(context)}"
    people = _people(context, called)
    if people:
        yield "people", people
    yield "master", _master(context)
    if context.get("quest"):
        yield "quest", _quest(context, quest)
    if 0 < int(context.get("memory", 0)) < len(KEPT_IN_MIND):
        yield "memory", _memory(context, land, called)
    for key, what in _SAID:
        pulls = {name: pull for name, pull in context.get(key, {}).items() if name in options}
        told = _leanings(pulls, 1 if key in _IN_POINTS else 1000)
        if told:
            yield what, told


_SAID = (
    ("events", "events"),
    ("affords", "places"),
    ("learned", "experience"),
    ("remembered", "what it says"),
)
_IN_POINTS = ("learned", "remembered")


def _memory(context: Seen, land: Map, called: Namer) -> str:
    """'hurt, in the Grey Creeks, five days ago'."""
    place, other = int(context.get("memory_place", 0)), int(context.get("memory_other", 0))
    return told(
        KEPT_IN_MIND[int(context["memory"])],
        land.where(place - 1) if place else "",
        called(other - 1) if other else "",
        int(context.get("memory_days", 0)),
    )


def _nature(context: Seen) -> str:
    values = dict(zip(TRAITS, context.get("traits", []), strict=False))
    marked = sorted(
        (name for name in values if abs(values[name] - 50) >= MARKED), key=lambda n: -abs(values[n] - 50)
    )
    words = [f"{_NATURE[name][values[name] < 50]} ({name} {values[name]})" for name in marked]
    return listed(words) if words else "nothing out of the ordinary in any trait"


def _state(context: Seen) -> str:
    needs = ", ".join(f"{name} {context.get(name, 0)}" for name in ("energy", "mood", "health"))
    hunger, solitude = int(context.get("hunger", 0)), int(context.get("solitude", 0))
    parts = [needs, f"ate {lasting(hunger)} ago" if hunger else "has just eaten"]
    parts.append(f"alone for {lasting(solitude)}" if solitude else "just in company")
    return "; ".join([*parts, f"{int(context.get('gold', 0)):,} gold"])


def _just_before(context: Seen) -> str:
    last, streak = str(context.get("last", "rest")), int(context.get("streak", 0))
    return f", after {once(last)}" + (f" for the {_ordinal(streak)} time running" if streak > 1 else "")


def _ordinal(count: int) -> str:
    return {2: "second", 3: "third", 4: "fourth", 5: "fifth"}.get(count, f"{count}th")


def _people(context: Seen, called: Namer) -> str:
    parts = []
    if context.get("company"):
        felt = [f"{word} {context[key]}" for key, word in (
            ("friendship", "friendship"), ("romance", "romance"), ("mentor", "mentorship"), ("rivalry", "rivalry"),
        ) if context.get(key)]  # fmt: skip
        match = int(context.get("compatibility", 0))
        felt.append(
            "much alike" if match >= 15 else "unlike each other" if match <= -15 else "getting on well enough"
        )
        parts.append(f"{called(int(context['company']) - 1)} at hand ({', '.join(felt)})")
    if context.get("foe"):
        parts.append(f"{called(int(context['foe']) - 1)} too, a rival ({context.get('enmity', 0)})")
    return listed(parts)


def _master(context: Seen) -> str:
    felt = ", ".join(f"{name} {context.get(name, 0)}" for name in ("trust", "respect", "fear"))
    order = f"; you had ordered to {to_do(str(context['order']))}" if context.get("order") else ""
    late = int(context.get("arrears", 0))
    unpaid = f"; wages unpaid for {counted(late, 'day')}" if late else ""
    return f"{felt}; the guild's policy is {context.get('policy', 'balanced')}{order}{unpaid}"


def _quest(context: Seen, title: str) -> str:
    phase = {0: "on offer", 1: "at the trial", 2: "behind"}.get(int(context.get("phase", 0)), "on offer")
    name = quoted(title) if title else f"quest {context['quest']}"
    numbers = f"chances {context.get('odds', 0)} in 100, danger {context.get('danger', 0)}, {context.get('reward', 0)} gold"
    comrades = int(context.get("comrades", 0))
    along = (
        ""
        if not comrades
        else ", with friends along"
        if comrades > 0
        else ", with people one would rather avoid"
    )
    return f"{name}, {phase} ({numbers}{along})"


def _leanings(pulls: Mapping[str, int], unit: int) -> str:
    """'for hunt +0.40 and gather +0.30, against work −0.90'."""
    ranked = sorted(pulls.items(), key=lambda item: (-abs(item[1]), item[0]))[: STRONGEST * 2]

    def told(some: list[tuple[str, int]]) -> str:
        amounts = [f"{plain(name)} {signed(value) if unit == 1 else _plus(value)}" for name, value in some]
        return listed(amounts[:STRONGEST])

    good, bad = [one for one in ranked if one[1] > 0], [one for one in ranked if one[1] < 0]
    sides = [f"for {told(good)}" if good else "", f"against {told(bad)}" if bad else ""]
    return ", ".join(side for side in sides if side)


def _plus(amount: int) -> str:
    return ("+" if amount > 0 else "") + thousandths(amount)
