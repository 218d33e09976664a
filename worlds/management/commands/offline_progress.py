"""`manage.py offline_progress WORLD [--since ISO] [--json]`: what happened while nobody looked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import orjson
from django.core.management.base import CommandParser

from worlds.management.doors import Door, find_world
from worlds.services.prose.deeds import plain
from worlds.services.prose.language import counted
from worlds.services.report.gather import report
from worlds.services.report.kept import kept_report
from worlds.services.report.since import BadSince, parsed, since
from worlds.services.report.words import Portrait, Telling, front_page, tell

if TYPE_CHECKING:
    from rich.console import RenderableType

HEADLINES = 12
"""So many are printed; --json has them all."""
_STYLES = {
    "quest_won": "bold green", "quest_lost": "bold red", "departure": "bold red", "romance": "magenta",
    "rivalries": "yellow", "wound": "red", "collapse": "red", "arrears": "bold red", "event": "cyan",
}  # fmt: skip


class Command(Door):
    help = (
        "Tell what happened in a world while its master was away: the headlines, every hero's time, the sums. "
        "Changes nothing."
    )
    refusals = (BadSince,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("world", metavar="WORLD", help="the id of the world")
        parser.add_argument(
            "--since",
            metavar="ISO",
            help="a real time, UTC unless it says otherwise (default: the end of the master's previous visit, or "
            "the world's birth)",
        )
        parser.add_argument(
            "--json", action="store_true", help="everything as JSON, with the ids of all activities"
        )

    def enter(self, **options: Any) -> None:
        world = find_world(options["world"])
        start = since(world, parsed(options["since"]) if options["since"] is not None else None)
        if options["json"]:
            told = kept_report(world, start.step) | {"note": start.note}
            self.stdout.write(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())
            return
        self.say(*page(tell(report(world, start.step)), start.note))


def page(telling: Telling, note: str) -> Iterator[RenderableType]:
    """The report, laid out for reading."""
    from rich.text import Text

    from worlds.management.layout import bullet, counts, heading, indented, section

    yield heading(f"{telling.report.guild} in {telling.report.world}")
    yield Text(telling.opening)
    if note:
        yield Text(note, style="dim")
    if telling.headlines:
        yield section("What they talk about")
    for one, line in front_page(telling, HEADLINES):
        yield bullet(line.text, style=_STYLES.get(one.kind, ""))
    if len(telling.headlines) > HEADLINES:
        yield bullet(f"and {len(telling.headlines) - HEADLINES:,} lesser things", mark="…", style="dim")
    if telling.report.totals.decisions:
        yield section("The heroes")
        for portrait in telling.portraits:
            yield from _portrait(portrait)
        if telling.quiet:
            yield Text(
                f"For {counted(telling.quiet, 'hero', 'heroes')} nothing has ended since.", style="dim"
            )
        yield section("All together")
        for line in telling.totals:
            yield bullet(line.text)
        yield Text()
        yield indented(counts({plain(name): count for name, count in telling.report.totals.actions.items()}))


def _portrait(portrait: Portrait) -> Iterator[RenderableType]:
    from rich.text import Text

    from worlds.management.layout import indented

    yield Text.assemble((portrait.life.name, "bold"), (f", {portrait.title}, {portrait.present}", "dim"))
    yield indented(Text(portrait.text))
