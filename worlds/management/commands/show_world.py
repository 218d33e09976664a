"""`manage.py show_world WORLD [--recent N] [--json]`: how a world stands, and what was last done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import orjson
from django.core.management.base import CommandParser

from worlds.management.doors import Door, find_world
from worlds.readings import ActiveHero, GuildSummary, RecentActivity
from worlds.services.prose.deeds import doing, plain
from worlds.services.prose.language import counted, hour_of, listed, since_when
from worlds.services.standing import Circle, Standing, standing

if TYPE_CHECKING:
    from rich.console import RenderableType


class Command(Door):
    help = "Show how a world stands now: its guild, what every hero does and how they are, the newest of the log."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("world", metavar="WORLD", help="the id of the world")
        parser.add_argument(
            "--recent", type=int, default=10, metavar="N", help="so many rows of the log (default: 10)"
        )
        parser.add_argument("--json", action="store_true", help="everything as JSON")

    def enter(self, **options: Any) -> None:
        now = standing(find_world(options["world"]), max(options["recent"], 0))
        if options["json"]:
            self.stdout.write(orjson.dumps(now.document(), option=orjson.OPT_INDENT_2).decode())
        else:
            self.say(*page(now))


def page(now: Standing) -> Iterator[RenderableType]:
    """How it stands, laid out for reading."""
    from worlds.management.layout import bullet, heading, section

    yield heading(f"{now.guild.name} in {now.guild.world_name}")
    for line in _guild(now.guild):
        yield bullet(line)
    yield section("The heroes")
    yield _heroes(now)
    if now.recent:
        yield section("What was last done")
    for one in now.recent:
        yield bullet(_deed(one))


def _guild(guild: GuildSummary) -> Iterator[str]:
    yield f"It is {since_when(guild.step)} ({hour_of(guild.step)})."
    debts = f", {counted(guild.arrears, 'day')} in arrears" if guild.arrears else ""
    yield (
        f"Level {guild.level}, reputation {guild.reputation}, {guild.policy}; the treasury holds {guild.treasury:,} gold, "
        f"and a day's wages are {guild.wages_due:,}{debts}."
    )
    built = [f"{plain(name)} {level}" for name, level in sorted(guild.facilities.items()) if level]
    if built:
        yield f"Built: {listed(built)}."
    statuses = ("active", "away", "incapacitated", "gone")
    told = [f"{getattr(guild, name)} {name}" for name in statuses if getattr(guild, name)]
    means = f"; on average mood {guild.mood}, trust {guild.trust}, happiness {guild.happiness}"
    yield f"Heroes: {listed(told) or 'none'}{means if guild.mood is not None else ''}."
    yield (
        f"Quests: {guild.quests_open} open, {guild.quests_underway} under way; {guild.quests_won} won, "
        f"{guild.quests_lost} lost, {guild.quests_expired} expired."
    )


def _heroes(now: Standing) -> RenderableType:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name, right in (
        ("hero", False), ("doing", False), ("until", False), ("mood", True), ("health", True), ("trust", True),
        ("happy", True), ("people", False),
    ):  # fmt: skip
        table.add_column(
            name, justify="right" if right else "left", no_wrap=right or name in ("hero", "until")
        )
    for hero in now.heroes:
        table.add_row(
            hero.name, _present(hero), hour_of(hero.until_step), str(hero.mood), str(hero.health),
            "–" if hero.trust is None else str(hero.trust), str(hero.happiness), _people(now.circles[hero.pk]),
        )  # fmt: skip
    return table


def _present(hero: ActiveHero) -> str:
    what = f"{doing(hero.current_action)}, {hero.place_name}" if hero.current_action else "–"
    return f"{what} ({hero.quest_title})" if hero.quest_title else what


def _people(circle: Circle) -> str:
    """The closest friend and the fiercest rival by their given names."""
    told = [f"{circle.friend.split()[0]} +{circle.friendship}"] if circle.friend else []
    told += [f"{circle.rival.split()[0]} −{circle.rivalry}"] if circle.rival else []
    return ", ".join(told)


def _deed(one: RecentActivity) -> str:
    said = f": “{one.reasoning}”" if one.reasoning else ""
    return f"{hour_of(one.step)} {one.hero_name or 'The guild'}, {plain(one.action)}{said}"
