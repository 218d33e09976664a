"""``manage.py archive_activity``: move old weeks out of the logs, and on request drop what is older still."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from worlds.management.doors import Door, find_worlds, progress
from worlds.models import World
from worlds.services.archive.drop import CannotDrop, Dropped, drop
from worlds.services.archive.move import Miscounted, Moved, move
from worlds.services.archive.reach import archived, movable

DEFAULT = "30d"
_AGE = re.compile(r"(\d{1,4})([hdw]?)")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "": timedelta(days=1), "w": timedelta(weeks=1)}


class Command(Door):
    """Moves whole game weeks that ended long enough ago, in real time; drops nothing unless asked to."""

    help = (
        "Move old weeks of the logs to the archive, where every report, explanation and verification still finds them. "
        "Safe beside running ticks, and to be interrupted at any moment."
    )
    refusals = (CannotDrop, Miscounted, OSError)

    def add_arguments(self, parser: CommandParser) -> None:
        """How old, which worlds, and what is to go for good."""
        parser.add_argument(
            "--older-than",
            default=DEFAULT,
            metavar="D",
            help="move game weeks that ended longer ago than this, in real time: 30d (default), 12h, 2w",
        )
        parser.add_argument(
            "--world", action="append", default=[], metavar="ID", help="only this world (repeatable)"
        )
        parser.add_argument(
            "--drop-older-than",
            metavar="D",
            help="after that, drop archived weeks that ended longer ago than this, for good; needs --export",
        )
        parser.add_argument(
            "--export",
            metavar="DIR",
            help="the folder that what is dropped is written to first, as JSON lines",
        )

    def enter(self, **options: Any) -> None:
        """Move, drop, and say in one line what came of it."""
        age, dropping, folder = _age(options["older_than"]), options["drop_older_than"], options["export"]
        if (dropping is None) != (folder is None):
            raise CommandError(
                "Nothing is dropped without a copy: --drop-older-than and --export DIR go together."
            )
        if dropping is not None and _age(dropping) < age:
            raise CommandError(
                "Only what is archived can be dropped: --drop-older-than is at least --older-than."
            )
        worlds = find_worlds(options["world"])
        said = _told(self._move(worlds, age))
        if dropping is not None:
            said += " " + _dropped(self._drop(worlds, _age(dropping), Path(str(folder))))
        self.stdout.write(said)

    def _move(self, worlds: list[World], age: timedelta) -> Moved:
        reaches = [movable(world, age) for world in worlds]
        with progress("Archiving", sum(len(reach.weeks) for reach in reaches)) as advance:
            return move(reaches, advance)

    def _drop(self, worlds: list[World], age: timedelta, folder: Path) -> Dropped:
        reaches = [archived(world, age) for world in worlds]
        with progress("Dropping", sum(len(reach.weeks) for reach in reaches)) as advance:
            return drop(reaches, folder, advance)


def _age(text: str) -> timedelta:
    match = _AGE.fullmatch(text)
    if match is None:
        raise CommandError(f"{text!r} is no length of time; write it like 30d, 12h or 2w.")
    return int(match[1]) * _UNITS[match[2]]


def _told(moved: Moved) -> str:
    said = (
        f"{_count(moved.weeks, 'world-week')} archived: {_count(moved.activities, 'activity', 'activities')}, "
        f"{_count(moved.decisions, 'decision')}."
    )
    if moved.left:
        said += f" {_count(moved.left, 'row')} left in the logs: verify_world tells what is wrong with them."
    if moved.busy:
        said += f" {_count(moved.busy, 'world')} too busy; run this again."
    return said


def _dropped(dropped: Dropped) -> str:
    said = f"{_count(dropped.weeks, 'world-week')} dropped: {_count(dropped.rows, 'row')}, {dropped.kept:,} kept."
    return said + (f" {_count(dropped.busy, 'world')} too busy; run this again." if dropped.busy else "")


def _count(number: int, noun: str, nouns: str = "") -> str:
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
