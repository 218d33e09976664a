"""`manage.py shadow --engine CANDIDATE [WORLD …]`: what heroes would have chosen by other rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import orjson
from django.core.management.base import CommandParser

from worlds.management.doors import Door, find_worlds, progress
from worlds.services import candidate
from worlds.services.candidate import BadKnob
from worlds.services.prose.deeds import plain
from worlds.services.prose.language import counted, hour_of
from worlds.services.prose.seen import thousandths
from worlds.services.shadow import READ, Shadow, shadow
from worlds.services.study.sample import BadSample
from worlds.services.study.words import between, percent

if TYPE_CHECKING:
    from rich.console import RenderableType

TURNS = 8


class Command(Door):
    help = (
        "Score stored decisions once more with some knobs of the rules turned, and tell which choices and "
        "satisfactions would differ. Writes nothing."
    )
    refusals = (BadKnob, BadSample)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("worlds", metavar="WORLD", nargs="*", help="ids of worlds (default: all)")
        parser.add_argument(
            "--engine",
            required=True,
            metavar="CANDIDATE",
            help="a file of TOML or JSON: tables of the rules, e.g. [traits.courage] patrol = 30",
        )
        parser.add_argument(
            "--sample",
            type=int,
            default=READ,
            metavar="N",
            help=f"decisions of each world (default: {READ:,})",
        )
        parser.add_argument("--json", action="store_true", help="everything as JSON")

    def enter(self, **options: Any) -> None:
        knobs = candidate.read(options["engine"])
        found = []
        worlds = find_worlds(options["worlds"])
        with progress("Scoring", len(worlds)) as moved:
            for world in worlds:
                found.append(shadow(world, knobs, options["sample"]))
                moved(1)
        if options["json"]:
            told = [one.document() for one in found]
            self.stdout.write(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())
            return
        for one in found:
            self.say(*page(one))


def page(one: Shadow) -> Iterator[RenderableType]:
    """One world, laid out for reading."""
    from rich.text import Text

    from worlds.management.layout import bullet, heading, section

    yield heading(f"{one.name}, by the candidate's rules")
    yield Text(_sum(one))
    for line in _wellbeing(one):
        yield bullet(line)
    if one.turns:
        yield section("What would be chosen instead")
        yield _turns(one)
        yield section("The surest of them")
        for told in one.examples:
            yield bullet(
                f"{plain(told.was)} → {plain(told.would_be)} by {thousandths(told.margin)}, hero {told.hero}, "
                f"{hour_of(told.step)}: manage.py explain {told.decision}"
            )
    yield Text("Nothing was written.", style="dim")


def _sum(one: Shadow) -> str:
    part = "" if one.read >= 1 else f", a sample of {one.read:.1%} of the time"
    other = (one.unread, "cannot be read"), (one.astray, "does not follow from its own rules")
    left = "".join(f"; left out: {count:,}, which {why}" for count, why in other if count)
    share = f" ({percent(one.changed)})" if one.changed else ""
    return f"{one.differ:,} of {counted(one.decisions, 'decision')} would differ{share}{part}{left}."


def _wellbeing(one: Shadow) -> Iterator[str]:
    if one.expected:
        yield f"Expected satisfaction, by what they had learned to expect: {between(one.expected, 2)} points a decision."
    if one.felt:
        yield f"By what those actions came to on average: {between(one.felt, 2)} points a decision."


def _turns(one: Shadow) -> RenderableType:
    from worlds.management.layout import counts

    return counts({f"{plain(t.was)} → {plain(t.would_be)}": t.times for t in one.turns[:TURNS]})
