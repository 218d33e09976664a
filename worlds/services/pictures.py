"""The courses of a world and of a hero as charts, and the circle of a world's people as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from herotycoon.desk.plots import COLOURS, TICKS, Figure, lines, stacks
from herotycoon.desk.ring import Person, Tie, ring
from worlds.services.circle import Circle
from worlds.services.courses import Courses
from worlds.services.prose.deeds import plain
from worlds.services.prose.language import counted, since_when
from worlds.sim import clock

SIGNS = {"friendship": "", "rivalry": "×", "romantic": "♥", "mentor": "▲"}
"""A sign for each kind of bond, besides its colour."""
KINDS = {"friendship": "friendship", "rivalry": "rivalry", "romantic": "romance", "mentor": "mentorship"}
LISTED = 20
"""So many bonds are told in words."""


def charts(told: Courses) -> list[Figure]:
    """What a world's page draws over time."""
    marks, ticks = named(told.marks), axis(told.marks)
    feelings = {"trust": told.trust, "respect": told.respect, "fear": told.fear}
    return [
        lines("Treasury, in gold", marks, {"treasury": told.treasury}, ticks),
        lines("Mood of the people, on average", marks, {"mood": told.mood}, ticks),
        lines("What they hold of the master, on average", marks, feelings, ticks),
        stacks("Hours a day that all together spend on what", marks, most_usual(told.hours), ticks),
    ]


def named(marks: Sequence[int]) -> list[tuple[int, str]]:
    """Each mark with its day."""
    last = len(marks) - 1
    return [(mark, "now" if place == last else day(mark)) for place, mark in enumerate(marks)]


def axis(marks: Sequence[int]) -> list[str]:
    """The days that are written under a chart, evenly."""
    first, last = marks[0], marks[-1]
    told = [day(first + (last - first) * part // TICKS) for part in range(TICKS + 1)]
    return [*told[:-1], "now"]


def day(step: int) -> str:
    """'day 12'."""
    return f"day {clock.day(step) + 1:,}"


def most_usual(hours: Mapping[str, list[float]]) -> dict[str, list[float]]:
    """The actions that have a colour of their own, in words, and all others together."""
    shown = {plain(action): values for action, values in list(hours.items())[:COLOURS]}
    others = [values for _, values in list(hours.items())[COLOURS:]]
    if others:
        shown["anything else"] = [sum(one) for one in zip(*others, strict=True)]
    return shown


def drawn(told: Circle) -> dict[str, Any]:
    """The circle, what is left out of it, its key, and the strongest of it in words."""
    names = [name for _, _, name in told.people]
    met = [[bond for bond in told.bonds if place in (bond.one, bond.two)] for place in range(len(names))]
    people = [
        Person(
            name,
            reverse("admin:heroes_hero_change", args=[id_]),
            f"{name}: {counted(len(bonds), 'bond')} drawn",
        )
        for (id_, _, name), bonds in zip(told.people, met, strict=True)
    ]
    words = [(KINDS[b.kind], names[b.one], names[b.two], b.strength, since_when(b.last)) for b in told.bonds]
    ties = [
        Tie(b.one, b.two, b.kind, b.strength, f"{kind} of {one} and {two}, {b.strength}")
        for b, (kind, one, two, *_) in zip(told.bonds, words, strict=True)
    ]
    return {
        "drawing": ring(people, ties, SIGNS, f"Who is close to whom: {counted(len(ties), 'bond')}"),
        "left_out": _left_out(told),
        "key": [(slot, KINDS[kind], sign) for slot, (kind, sign) in enumerate(SIGNS.items(), 1)],
        "words": words[:LISTED],
    }


def _left_out(told: Circle) -> str:
    """'Drawn are 120 of 1,842 bonds, the strongest among 60 of 200 heroes.'"""
    bonds, people = len(told.bonds), len(told.people)
    if not bonds:
        return "Nobody is anything to anybody yet."
    among = f"{people} heroes" if people == told.all_people else f"{people} of {told.all_people:,} heroes"
    if bonds == told.all_bonds:
        return f"All {bonds} bonds among {among}."
    return f"Drawn are {bonds} of {told.all_bonds:,} bonds, the strongest among {among}; the rest is on the heroes' pages."
