"""The names of halls, towns and landmarks: on which side of its place each one is written, and what befalls there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from worlds.services.atlas.lettering import lines, width
from worlds.services.atlas.room import ICON, Box, Spot

PIXELS = 3.6
"""Of the drawing, to a pace."""
NAME_SIZE, EVENT_SIZE = 14.0, 12.0
LEADING = 1.22
BADGE = 18.0
"""Pixels that the sign of an event takes before its name."""
_WIDEST = 150.0


class Named(Protocol):
    """A place that is a point."""

    @property
    def number(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...


class Befalling(Protocol):
    """An event in force."""

    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def place(self) -> int | None: ...


class Line(NamedTuple):
    """A line of a plate, of this size in pixels; one about an event has its ``kind``, and the first of them its sign."""

    words: str
    size: float
    kind: str = ""
    signed: bool = False

    @property
    def width(self) -> float:
        """In pixels, with the sign."""
        return width(self.words, self.size) + (BADGE if self.signed else 0)


class Plate(NamedTuple):
    """A name as it is written: the lines, and the box they fill, in map units."""

    lines: tuple[Line, ...]
    box: Box


def plates(
    land: Box, pace: float, places: Sequence[Named], events: Sequence[Befalling]
) -> Mapping[int, Plate]:
    """The plate of each place, by its number; ``land`` in map units, ``pace`` in map units too."""
    icons = [Box.around(Spot(place.x, place.y), ICON * pace) for place in places]
    written: dict[int, Plate] = {}
    for place, icon in zip(places, icons, strict=True):
        words = (*_name(place.name), *befalls(events, place.number))
        wide = max(line.width for line in words) / PIXELS * pace
        high = height(words) / PIXELS * pace
        others = [one for one in icons if one is not icon] + [plate.box for plate in written.values()]
        box = min(_sides(icon, wide, high, pace), key=lambda side: _crush(side[1], land, others) + side[0])
        written[place.number] = Plate(words, box[1])
    return written


def befalls(events: Sequence[Befalling], place: int | None, most: float = _WIDEST) -> Iterator[Line]:
    """The events at a place, a line each; the first line of one bears its sign."""
    for event in events:
        if event.place == place:
            broken = lines(event.name, most, EVENT_SIZE)
            yield Line(broken[0], EVENT_SIZE, event.kind, signed=True)
            yield from (Line(words, EVENT_SIZE, event.kind) for words in broken[1:])


def height(words: Sequence[Line]) -> float:
    """Pixels from the top of the first line to the foot of the last."""
    return sum(line.size * LEADING for line in words) + 3


def _name(name: str) -> list[Line]:
    return [Line(words, NAME_SIZE) for words in lines(name, _WIDEST, NAME_SIZE)]


def _sides(icon: Box, wide: float, high: float, pace: float) -> Iterator[tuple[float, Box]]:
    """Where the plate could be, with what speaks against it (square map units): below is best."""
    middle, gap = icon.middle, 0.3 * pace
    right, left = icon.x + icon.width + gap, icon.x - wide - gap
    below, above = icon.y + icon.height + gap, icon.y - high - gap
    level = middle.y - high / 2
    unit = pace * pace
    yield 0.0, Box(middle.x - wide / 2, below, wide, high)
    yield 12 * unit, Box(right, level, wide, high)
    yield 13 * unit, Box(left, level, wide, high)
    yield 16 * unit, Box(middle.x - wide / 2, above, wide, high)
    for cost, x in ((20.0, middle.x - 2 * pace), (21.0, middle.x - wide + 2 * pace)):
        yield cost * unit, Box(x, below, wide, high)
        yield (cost + 4) * unit, Box(x, above, wide, high)


def _crush(box: Box, land: Box, others: Sequence[Box]) -> float:
    """How much of the box lies on others, or in the sea."""
    return 6 * box.outside(land) + 4 * sum(box.shared(other) for other in others)
