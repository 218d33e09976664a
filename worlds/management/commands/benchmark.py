"""``manage.py benchmark``: is the game as fast as it promised?"""

from __future__ import annotations

import signal
from collections.abc import Mapping
from types import FrameType
from typing import Any, NoReturn

import orjson
from django.core.management.base import CommandParser
from rich.markup import escape
from rich.table import Table

from herotycoon.pg.databases import NotAllowed
from worlds.benchmark.budgets import Row
from worlds.benchmark.run import PARTS, Report, benchmark
from worlds.benchmark.sizes import SIZES
from worlds.management.doors import Door, progress


class Command(Door):
    """Measures, in databases of its own, and prints a table or JSON."""

    help = "Measure every budget of the game, in databases of its own that are dropped afterwards."
    refusals = (NotAllowed,)

    def add_arguments(self, parser: CommandParser) -> None:
        """How much, and for whom."""
        parser.add_argument("--json", action="store_true", help="print one JSON document")
        parser.add_argument(
            "--size",
            choices=SIZES,
            default="default",
            help="small: about a minute; default: less than ten; full: with less noise",
        )

    def enter(self, **options: Any) -> None:
        """Measure and print."""
        signal.signal(signal.SIGTERM, _leave)  # so that the databases are dropped
        with progress("Measuring", len(PARTS)) as advance:
            report = benchmark(SIZES[options["size"]], advance)
        if options["json"]:
            self.stdout.write(orjson.dumps(report.document(), option=orjson.OPT_INDENT_2).decode())
        else:
            self.say(_table(report.rows), *_details(report))


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _table(rows: list[Row]) -> Table:
    table = Table("what", "measured", "", "budget", "", title="Budgets", title_justify="left")
    table.columns[1].justify = "right"
    for row in rows:
        value = "–" if row.value is None else _number(row.value)
        verdict = (
            "[green]kept[/]"
            if row.within
            else "[yellow]unknown[/]"
            if row.value is None
            else "[red]broken[/]"
        )
        table.add_row(row.budget.name, value, row.budget.unit, str(row.budget), verdict)
    return table


def _details(report: Report) -> list[str]:
    """What stands behind the values, a paragraph for each; the rows without one together, by reason."""
    out = [f"\n[bold]machine[/]: {_told(report.machine)}"]
    out += [
        f"\n[bold]{row.budget.name}[/]: {_told(row.detail)}" for row in report.rows if row.value is not None
    ]
    reasons: dict[str, list[str]] = {}
    for row in report.rows:
        if row.value is None:
            reasons.setdefault(str(row.detail["why"]), []).append(row.budget.name)
    out += [f"\n[bold]not measured[/], {escape(why)}: {'; '.join(names)}" for why, names in reasons.items()]
    return out


def _told(detail: Mapping[str, Any]) -> str:
    parts = (f"{name.replace('_', ' ')} {_value(value)}" for name, value in detail.items())
    return escape(" · ".join(parts))


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "(" + ", ".join(f"{name} {_value(one)}" for name, one in value.items()) + ")"
    if isinstance(value, list):
        return " ".join(map(_value, value))
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:,.2f}"
