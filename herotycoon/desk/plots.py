"""Charts with axes, of something over time: the shapes as SVG, which stretches, the words beside it, which do not.

A ``Figure`` is shown by `desk/figure.html`: its title, its scale, its key, and the same numbers once more as a table.
Series are told apart by colours that stand out from a light and from a dark ground, lines also by their dashes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, log10

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE, HIGH = 1000, 200
COLOURS = 8
"""So many series have a colour of their own, 1 to 8; 0 is grey, for what is left."""
TICKS = 4
Values = Sequence[float | None]
Marks = Sequence[tuple[int, str]]
"""Where a value stands on the axis of time, and what that moment is called."""


@dataclass(frozen=True)
class Figure:
    """A chart: ``scale`` from the top to the bottom, ``ticks`` evenly from the left to the right, ``key`` the number of a
    colour and what it means; ``head`` and ``rows`` are the numbers. No ``drawing`` where there is nothing to draw.
    """

    title: str
    said: str
    scale: list[str]
    ticks: list[str]
    drawing: SafeString | None
    key: list[tuple[int, str]]
    head: list[str]
    rows: list[list[str]]
    dashed: bool = False


def lines(title: str, marks: Marks, series: Mapping[str, Values], ticks: Sequence[str]) -> Figure:
    """A line for each of the series, which have a value for each mark, or None where there is none."""
    known = [value for values in series.values() for value in values if value is not None]
    low, high = _bounds(known)
    drawn = [
        _line([(_across(marks, at), _down(value, low, high)) for (at, _), value in zip(marks, values, strict=True)], slot)
        for slot, values in enumerate(series.values(), 1)
    ]  # fmt: skip
    names = list(series)
    told = [
        [told, *(_number(values[row]) for values in series.values())] for row, (_, told) in enumerate(marks)
    ]
    ends = (_course(name, values) for name, values in series.items())
    return Figure(
        title=title,
        said=f"{title}, {_period(marks)}: {'; '.join(ends)}",
        scale=_scale(low, high),
        ticks=list(ticks),
        drawing=_unless_empty(
            _grid() + format_html_join("", "{}", ((one,) for one in drawn)) + _points(marks, told, names),
            marks,
            known,
        ),
        key=list(enumerate(names, 1)) if len(names) > 1 else [],
        head=["", *names],
        rows=told,
        dashed=True,
    )


def stacks(title: str, marks: Marks, series: Mapping[str, Sequence[float]], ticks: Sequence[str]) -> Figure:
    """A column between each two marks, made of a part for each of the series; the last may be called what is left."""
    names = list(series)
    totals = [sum(values[span] for values in series.values()) for span in range(len(marks) - 1)]
    low, high = 0.0, _bounds([0, *totals])[1]
    told = [
        [marks[span][1], *(_number(values[span]) for values in series.values())]
        for span in range(len(totals))
    ]
    parts = format_html_join(
        "",
        '<rect class="desk-mark desk-c{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>',
        _parts(marks, series, high),
    )
    sums = ", ".join(f"{name} {_number(sum(values))}" for name, values in series.items())
    return Figure(
        title=title,
        said=f"{title}, {_period(marks)}: altogether {sums}",
        scale=_scale(low, high),
        ticks=list(ticks),
        drawing=_unless_empty(_grid() + parts, marks, list(filter(None, totals))),
        key=[(slot_of(place), name) for place, name in enumerate(names) if len(names) > 1],
        head=["", *names],
        rows=told,
    )


def slot_of(place: int) -> int:
    """The number of the colour of the series in that place."""
    return place + 1 if place < COLOURS else 0


def _parts(
    marks: Marks, series: Mapping[str, Sequence[float]], high: float
) -> Iterator[tuple[int, float, float, float, float, str]]:
    """(colour, x, y, width, height, words) from the bottom to the top."""
    for span, ((start, told), (end, _)) in enumerate(pairwise(marks)):
        left, right, floor_ = _across(marks, start), _across(marks, end), float(HIGH)
        for place, (name, values) in enumerate(series.items()):
            tall = values[span] / high * HIGH
            floor_ -= tall
            if tall:
                words = f"{told}: {name} {_number(values[span])}"
                yield slot_of(place), left, round(floor_, 1), round(right - left, 1), round(tall, 1), words


def _line(points: Sequence[tuple[float, float | None]], slot: int) -> SafeString:
    """A path that is interrupted where there is no value."""
    path, pen = [], "M"
    for x, y in points:
        if y is None:
            pen = "M"
            continue
        path.append(f"{pen}{x} {y}")
        pen = "L"
    return format_html('<path class="desk-line desk-c{}" d="{}"/>', slot, " ".join(path))


def _points(marks: Marks, told: Sequence[Sequence[str]], names: Sequence[str]) -> SafeString:
    """What a pointer over a moment is told: all the values there."""
    places = [_across(marks, at) for at, _ in marks]
    edges = [0.0, *((a + b) / 2 for a, b in pairwise(places)), float(WIDE)]
    return format_html_join(
        "",
        '<rect class="desk-hit" x="{}" y="0" width="{}" height="200"><title>{}</title></rect>',
        (
            (round(left, 1), round(right - left, 1), f"{row[0]}: {_values(names, row[1:])}")
            for left, right, row in zip(edges, edges[1:], told, strict=False)
        ),
    )


def _values(names: Sequence[str], values: Sequence[str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in zip(names, values, strict=True))


def _course(name: str, values: Values) -> str:
    known = [value for value in values if value is not None]
    if not known:
        return f"{name} nothing"
    low, high = _number(min(known)), _number(max(known))
    return f"{name} from {_number(known[0])} to {_number(known[-1])}, between {low} and {high}"


def _period(marks: Marks) -> str:
    return f"from {marks[0][1]} to {marks[-1][1]}"


def _bounds(values: Sequence[float]) -> tuple[float, float]:
    """Round numbers that all values lie between."""
    least, most = min(values, default=0), max(values, default=1)
    rough = max(most - least, 1) / TICKS
    tens = 10 ** floor(log10(rough))
    unit = next(many * tens for many in (1, 2, 5, 10) if many * tens >= rough)
    low = floor(least / unit) * unit
    return low, max(ceil(most / unit) * unit, low + unit)


def _scale(low: float, high: float) -> list[str]:
    return [_number(high), _number((low + high) / 2), _number(low)]


def _across(marks: Marks, at: int) -> float:
    first, last = marks[0][0], marks[-1][0]
    return round((at - first) / max(last - first, 1) * WIDE, 1)


def _down(value: float | None, low: float, high: float) -> float | None:
    return None if value is None else round((high - value) / (high - low) * HIGH, 1)


def _number(value: float | None) -> str:
    """'1,204', '52.5', '–'."""
    return "–" if value is None else f"{value:,.1f}".removesuffix(".0").replace("-", "−")


def _grid() -> SafeString:
    return format_html_join(
        "", '<line class="desk-rule" x1="0" x2="1000" y1="{0}" y2="{0}"/>', ((y,) for y in (0, 100, 200))
    )


def _unless_empty(drawing: SafeString, marks: Marks, values: Sequence[float]) -> SafeString | None:
    """None where no time has passed, or there is nothing to tell."""
    return drawing if len(marks) > 1 and values else None
