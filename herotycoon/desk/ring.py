"""People in a ring and what ties them, as SVG: near neighbours by short ties, everybody's name legible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import cos, hypot, pi, sin
from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SIZE, RADIUS = 760, 225
MIDDLE = SIZE / 2
NEAR, FAR = 0.2, 0.55
"""How far towards the middle a tie is bent between neighbours, and one across the whole ring."""
APART = 24
"""How far ties of two kinds between the same two people are bent away from each other."""


class Person(NamedTuple):
    """Somebody in the ring, and where their page is."""

    name: str
    address: str
    told: str


class Tie(NamedTuple):
    """Between the people of two places in the ring, −100 to 100 strong; ``kind`` is one of the ``signs``."""

    one: int
    two: int
    kind: str
    strength: int
    told: str


def ring(people: Sequence[Person], ties: Sequence[Tie], signs: Mapping[str, str], title: str) -> SafeString:
    """Draw them. ``signs`` has for each kind, in the order of their colours, the sign in the middle of a tie."""
    angles = [2 * pi * place / max(len(people), 1) - pi / 2 for place in range(len(people))]
    slots = {kind: slot for slot, kind in enumerate(signs, 1)}
    weakest_first = sorted(ties, key=lambda tie: abs(tie.strength))
    drawn = format_html_join(
        "",
        '<g class="desk-tie desk-c{}"><title>{}</title><path d="{}" stroke-width="{}"{}/><text x="{}" y="{}">{}</text></g>',
        (_tie(tie, angles, slots[tie.kind], signs[tie.kind]) for tie in weakest_first),
    )
    names = format_html_join(
        "",
        '<a href="{}" class="desk-person"><title>{}</title><circle cx="{}" cy="{}" r="5"/>'
        '<text transform="translate({} {}) rotate({})" text-anchor="{}" dy="0.35em">{}</text></a>',
        _people(people, angles),
    )
    return format_html(
        '<svg class="desk-ring" role="group" aria-label="{}" viewBox="0 0 {} {}">{}{}</svg>',
        title,
        SIZE,
        SIZE,
        drawn,
        names,
    )


def _point(angle: float, radius: float) -> tuple[float, float]:
    return round(MIDDLE + radius * cos(angle), 1), round(MIDDLE + radius * sin(angle), 1)


def _tie(tie: Tie, angles: Sequence[float], slot: int, sign: str) -> tuple[object, ...]:
    """Ties of several kinds between two people are bent differently, so that each can be seen."""
    (x1, y1), (x2, y2) = _point(angles[tie.one], RADIUS), _point(angles[tie.two], RADIUS)
    long = max(hypot(x2 - x1, y2 - y1), 1)
    inwards = NEAR + (FAR - NEAR) * long / (2 * RADIUS)
    aside = min(APART, long / 6) * (slot - 2.5) / long
    bend_x = (x1 + x2) / 2 * (1 - inwards) + MIDDLE * inwards - (y2 - y1) * aside
    bend_y = (y1 + y2) / 2 * (1 - inwards) + MIDDLE * inwards + (x2 - x1) * aside
    width = round(1 + abs(tie.strength) / 22, 1)
    dashes = SafeString(' stroke-dasharray="6 4"') if tie.strength < 0 else ""
    path = f"M{x1} {y1}Q{bend_x:.1f} {bend_y:.1f} {x2} {y2}"
    x, y = (round((a + 2 * bend + b) / 4, 1) for a, bend, b in ((x1, bend_x, x2), (y1, bend_y, y2)))
    return slot, tie.told, path, width, dashes, x, y, sign


def _people(people: Sequence[Person], angles: Sequence[float]) -> Iterator[tuple[object, ...]]:
    for one, angle in zip(people, angles, strict=True):
        turn, leftwards = angle * 180 / pi, cos(angle) < -1e-9
        yield (
            *(one.address, one.told, *_point(angle, RADIUS), *_point(angle, RADIUS + 11)),
            round(turn + 180 if leftwards else turn, 1),
            "end" if leftwards else "start",
            one.name,
        )
