"""`manage.py analyse [WORLD …] [--days N] [--compare] [--json]`: what drives heroes, from their stored decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import orjson
from django.core.management.base import CommandParser

from worlds.management.doors import Door, find_worlds, progress
from worlds.services.prose.deeds import plain
from worlds.services.prose.language import counted, hour_of
from worlds.services.study.calibration import Calibration
from worlds.services.study.drivers import DRIVERS, Effect
from worlds.services.study.felt import Felt
from worlds.services.study.minds import Change, Findings, Study, Survey, survey
from worlds.services.study.sample import READ, BadSample
from worlds.services.study.words import (
    EFFECTS,
    FELT,
    between,
    change,
    driver,
    percent,
    plainly,
    spanned,
    strongest,
    verdict,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

DAYS = 28
CHANGES = 12


class Command(Door):
    help = (
        "Tell from stored decisions alone what drives each action, how actions felt, and whether orders were answered "
        "as predicted, with 95 % intervals; several worlds also together."
    )
    refusals = (BadSample,)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("worlds", metavar="WORLD", nargs="*", help="ids of worlds (default: all)")
        parser.add_argument(
            "--days", type=int, default=DAYS, metavar="N", help=f"game days back; 0 for all (default: {DAYS})"
        )
        parser.add_argument(
            "--sample",
            type=int,
            default=READ,
            metavar="N",
            help=f"decisions of each world (default: {READ:,})",
        )
        parser.add_argument("--compare", action="store_true", help="how worlds differ from the first of them")
        parser.add_argument("--json", action="store_true", help="everything as JSON")

    def enter(self, **options: Any) -> None:
        worlds = find_worlds(options["worlds"])
        with progress("Studying", len(worlds)) as moved:
            found = survey(worlds, options["days"] or None, options["sample"], moved)
        if options["json"]:
            self.stdout.write(orjson.dumps(found.document(), option=_PLAIN).decode())
        else:
            self.say(*page(found, compare=options["compare"]))


_PLAIN = orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS


def page(found: Survey, *, compare: bool) -> Iterator[RenderableType]:
    """All the worlds, laid out for reading."""
    from worlds.management.layout import heading

    for one in found.studies:
        yield heading(f"The minds of {one.name}")
        yield from _study(one)
    if found.together:
        yield heading("All together")
        yield from _findings(found.together)
    if compare:
        yield heading("Compared")
        yield from _changes(found.differences)


def _study(one: Study) -> Iterator[RenderableType]:
    from rich.text import Text

    from worlds.management.layout import section

    part = "all of them" if one.read >= 1 else f"a sample of {one.read:.1%} of the time"
    left = f"; {one.unread:,} could not be read" if one.unread else ""
    yield Text(
        f"{counted(one.findings.decisions, 'decision')} of {counted(one.findings.heroes, 'hero', 'heroes')} until "
        f"{hour_of(one.until)}, {part}{left}."
    )
    yield from _findings(one.findings)
    yield from _orders(one.calibration)
    if one.versions:
        yield section("From one version of the rules to the next")
        yield from _changes(one.changes())


def _findings(found: Findings) -> Iterator[RenderableType]:
    from rich.text import Text

    from worlds.management.layout import section

    yield section("What drives actions")
    yield Text(EFFECTS, style="dim")
    told = [effect for name in DRIVERS for effect in strongest(found.effects, name)]
    if not told:
        yield Text("Nothing that chance could not have brought about.")
    else:
        yield _effects(told)
    yield section("How it felt")
    yield Text(FELT, style="dim")
    yield _felt(found.felt)


def _effects(told: list[Effect]) -> RenderableType:
    rows = []
    for at, one in enumerate(told):
        name = "" if at and told[at - 1].driver == one.driver else driver(one.driver)
        rows.append((name, plain(one.action), between(one.pull, 1), between(one.share, 1)))
    return _table(("driver", "action", "pull", "share"), rows)


def _felt(told: list[Felt]) -> RenderableType:
    return _table(
        ("action", "times", "satisfaction", "surprise", "regret", "regretted"),
        [
            (
                plain(one.action),
                f"{one.times:,}",
                plainly(one.satisfaction),
                between(one.surprise, 1),
                between(one.regret, 1),
                percent(one.regretted),
            )
            for one in told
        ],
    )


def _orders(one: Calibration) -> Iterator[RenderableType]:
    from rich.text import Text

    from worlds.management.layout import section

    if not one.orders:
        return
    yield section("Orders: what was predicted, and what was answered")
    yield _table(
        ("chance", "orders", "predicted", "agreed"),
        [
            (
                f"{b.low * 100:.0f}–{b.high * 100:.0f} %",
                f"{b.orders:,}",
                f"{b.predicted * 100:.1f} %",
                spanned(b.agreed),
            )
            for b in one.bins
        ],
    )
    yield Text(verdict(one))


def _changes(told: list[Change]) -> Iterator[RenderableType]:
    from rich.text import Text

    for pair in dict.fromkeys((one.one, one.other) for one in told):
        rows = [change(one) for one in told if (one.one, one.other) == pair][:CHANGES]
        yield _table(("what", *pair, "difference"), rows)
    if not told:
        yield Text("No difference that chance could not have brought about.")


def _table(names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> RenderableType:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in names:
        table.add_column(name, no_wrap=name in ("driver", "action", "times", "orders"))
    for row in rows:
        table.add_row(*row)
    return table
