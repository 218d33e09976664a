"""Bars as SVG, drawn here: no script, no other host, colours of the theme by CSS, words for who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDE = 600


def meter(value: int, title: str, most: int = 100) -> SafeString:
    """A bar that is filled to ``value``."""
    filled = max(min(value / most, 1), 0) * 100
    inside = format_html(
        '<rect class="desk-track" width="100" height="8" rx="4"/><rect class="desk-bar" width="{}" height="8" rx="4"/>',
        round(filled, 1),
    )
    return _framed(inside, f"{title}: {value} of {most}", 100, 8)


def leaning(value: int, title: str, most: int = 100) -> SafeString:
    """A bar from the middle to the right for what is above 0, to the left for what is below."""
    half = min(abs(value) / most, 1) * 50
    inside = format_html(
        '<rect class="desk-track" width="100" height="8" rx="4"/>'
        '<rect class="desk-bar{}" x="{}" width="{}" height="8"/><line class="desk-axis" x1="50" x2="50" y1="0" y2="8"/>',
        " against" if value < 0 else "",
        50 if value > 0 else round(50 - half, 1),
        round(half, 1),
    )
    return _framed(inside, f"{title}: {value} of {most}", 100, 8)


def balance(parts: Sequence[tuple[str, int, int]], title: str, most: int) -> SafeString:
    """What speaks for something to the right of the middle, what against it to the left.

    Each part has a name, its thousandths and the number of its colour, and is drawn in the order that they come in;
    ``most`` is what a half holds.
    """
    ends = {1: 300.0, -1: 300.0}
    bars = []
    for name, value, slot in parts:
        side, wide = (1 if value > 0 else -1), min(abs(value) / most, 1) * 300
        left = ends[side] if side > 0 else ends[side] - wide
        ends[side] += side * wide
        bars.append((slot, f"{left:.1f}", f"{wide:.1f}", name, f"{value / 1000:+.2f}"))
    drawn = format_html_join(
        "",
        '<rect class="desk-mark desk-c{}" x="{}" y="2" width="{}" height="16"><title>{} {}</title></rect>',
        bars,
    )
    middle = SafeString('<line class="desk-axis" x1="300" x2="300" y1="0" y2="20"/>')
    told = ", ".join(f"{name} {value}" for _, _, _, name, value in bars)
    return _framed(drawn + middle, f"{title}: {told}", WIDE, 20)


def interval(value: float, low: float, high: float, most: float, title: str) -> SafeString:
    """A bar from nought to a number, and between what that lies, on a line from −``most`` to ``most``, where it is cut."""

    def at(number: float) -> float:
        return round(300 + max(min(number / most, 1), -1) * 300, 1)

    side = "" if low > 0 else " against" if high < 0 else " open"
    inside = format_html(
        '<rect class="desk-reach{0}" x="{1}" y="2" width="{2}" height="16"/>'
        '<rect class="desk-point{0}" x="{3}" y="8" width="{4}" height="4"/>'
        '<line class="desk-axis" x1="300" x2="300" y1="0" y2="20"/>',
        side,
        at(min(value, 0)),
        round(at(max(value, 0)) - at(min(value, 0)), 1),
        at(low),
        max(round(at(high) - at(low), 1), 4),
    )
    return _framed(inside, title, WIDE, 20)


def calibrated(points: Sequence[tuple[float, float, float, float]], title: str) -> SafeString:
    """(predicted, seen, low, high), 0 to 1 each, against the line on which both are the same."""
    size = 300
    marks = format_html_join(
        "",
        '<line class="desk-reach-line" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>'
        '<circle class="desk-point" cx="{0}" cy="{3}" r="5"><title>{4}</title></circle>',
        (
            (
                round(predicted * size, 1),
                round((1 - high) * size, 1),
                round((1 - low) * size, 1),
                round((1 - seen) * size, 1),
                f"predicted {predicted:.0%}, agreed {seen:.0%}",
            )
            for predicted, seen, low, high in points
        ),
    )
    frame = format_html(
        '<rect class="desk-frame" width="{0}" height="{0}"/><line class="desk-axis" x1="0" y1="{0}" x2="{0}" y2="0"/>',
        size,
    )
    return _framed(frame + marks, title, size, size)


def _framed(inside: SafeString, title: str, wide: int, high: int) -> SafeString:
    return format_html(
        '<svg class="desk-chart" role="img" aria-label="{0}" viewBox="0 0 {1} {2}" preserveAspectRatio="none">'
        "<title>{0}</title>{3}</svg>",
        title,
        wide,
        high,
        inside,
    )
