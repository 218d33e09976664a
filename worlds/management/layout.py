"""How texts of the commands are set: renderables of rich, which are plain text where nobody looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

FULL, EIGHTHS = "█", " ▏▎▍▌▋▊▉"


def heading(text: str, style: str = "bold") -> RenderableType:
    """A title with a rule under it."""
    return Group(Text(text, style=style), Rule(style="dim", characters="─"))


def section(text: str) -> RenderableType:
    """A title inside the text, with air above."""
    return Padding(Text(text, style="bold cyan"), (1, 0, 0, 0))


def bullet(text: str | Text, mark: str = "•", style: str = "") -> RenderableType:
    """A paragraph that hangs on a mark."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=len(mark), style=style)
    table.add_column(ratio=1)
    table.add_row(Text(mark), Text(text) if isinstance(text, str) else text)  # names may look like markup
    return table


def indented(what: RenderableType, by: int = 2) -> RenderableType:
    """Moved in from the left."""
    return Padding(what, (0, 0, 0, by))


def bar(value: float, largest: float, cells: int) -> str:
    """A bar of block characters, ``cells`` wide for the largest value, at least a hair for anything above zero."""
    if value <= 0 or largest <= 0:
        return ""
    eighths = max(round(value / largest * cells * 8), 1)
    full, rest = divmod(eighths, 8)
    return FULL * full + (EIGHTHS[rest] if rest else "")


def counts(numbers: Mapping[str, int], cells: int = 24) -> RenderableType:
    """Names with bars and numbers, in two columns where there are many."""
    largest = max(numbers.values(), default=0)
    rows = [(name, bar(count, largest, cells), f"{count:,}") for name, count in numbers.items()]
    half = (len(rows) + 1) // 2 if len(rows) > 6 else len(rows)
    table = Table.grid(padding=(0, 1))
    for _ in range(2 if half < len(rows) else 1):
        table.add_column(no_wrap=True)
        table.add_column(justify="right", no_wrap=True)
        table.add_column(width=cells + 1, style="cyan", no_wrap=True)
    for left, right in zip(rows[:half], [*rows[half:], *[("", "", "")] * half], strict=False):
        cells_of = [left[0], left[2], left[1]]
        if half < len(rows):
            cells_of += [right[0], right[2], right[1]]
        table.add_row(*cells_of)
    return table


def stacked(parts: Iterable[RenderableType]) -> RenderableType:
    """One below the other."""
    return Group(*parts)


def signed_bars(
    rows: Sequence[tuple[str, int, str, str]], cells: int = 24, total: int | None = None
) -> RenderableType:
    """(name, thousandths, style, remark) as lines with bars to the right of zero, and to its left where below it.

    A value far above all others does not flatten them: its bar is cut and ends in ».
    """
    values = sorted((abs(value) for _, value, _, _ in rows), reverse=True)
    largest = values[0] if values else 1
    if len(values) > 1 and 0 < values[1] * 6 < largest:
        largest = values[1] * 3 // 2
    below = max((-value for _, value, _, _ in rows if value < 0), default=0)
    left = min(max(round(cells * below / largest), 1), cells) if below else 0
    table = Table.grid(padding=(0, 1, 0, 0))
    # Where the terminal is narrow, the remark gives way, never a name or a number.
    table.add_column(no_wrap=True, min_width=max((len(name) for name, *_ in rows), default=0))
    table.add_column(
        justify="right", no_wrap=True, min_width=max((len(_units(row[1])) for row in rows), default=0)
    )
    table.add_column(width=left + cells, no_wrap=True)
    table.add_column(style="dim", no_wrap=True, overflow="ellipsis")
    for name, value, style, remark in rows:
        drawn = Text(_both_ways(value, largest, left, cells), style=style)
        table.add_row(Text(name, style=style), _units(value), drawn, Text(remark))
    if total is not None:
        table.add_row(Text("  all together", style="bold"), Text(_units(total), style="bold"))
    return table


def _units(value: int) -> str:
    return f"{value / 1000:.2f}".replace("-", "−")


def _both_ways(value: int, largest: int, left: int, cells: int) -> str:
    """A bar from zero, which is ``left`` cells in."""
    size = min(abs(value), largest)
    drawn = bar(size, largest, cells)
    if value < 0:
        return ("░" * max(round(size / largest * cells), 1)).rjust(left)[-left:]
    return " " * left + (drawn[:-1] + "»" if abs(value) > largest else drawn)
