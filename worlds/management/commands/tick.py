"""``manage.py tick``: advance worlds."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from worlds.choices import WorldStatus
from worlds.management.doors import Door, find_worlds, progress
from worlds.models import World
from worlds.sim.clock import STEPS_A_DAY
from worlds.tick import now_step, tick

MOST_STEPS = 100 * 365 * STEPS_A_DAY


class Command(Door):
    """Brings every due world to now, or the named ones as far as asked."""

    help = "Advance worlds: by default every running world to the present moment."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which worlds, and how far."""
        parser.add_argument(
            "--world", action="append", default=[], metavar="ID", help="only this world (repeatable)"
        )
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--steps", type=int, help="by so many steps of 30 game minutes, ahead of the clock if need be"
        )
        how.add_argument("--game-days", type=int, help="by so many game days of 48 steps")
        how.add_argument("--until", metavar="ISO", help="to this real time, such as 2031-05-01T12:00+00:00")

    def enter(self, **options: Any) -> None:
        """Turn the worlds and say what came of it."""
        targets = _targets(find_worlds(options["world"]), options)
        before = dict(World.objects.filter(id__in=targets).values_list("id", "step"))
        with progress(
            "Turning", sum(max(target - before[id_], 0) for id_, target in targets.items())
        ) as advance:
            turned = tick(targets, advance)
        for id_, why in turned.set_aside.items():
            self.stderr.write(f"World {id_} was set aside: {why}")
        self.stdout.write(
            f"{_count(turned.worlds, 'world')}, {_count(turned.steps, 'step')}, {_count(turned.decisions, 'decision')}."
        )
        if turned.set_aside:
            raise CommandError(f"{_count(len(turned.set_aside), 'world')} could not be simulated.")
        for id_, hindrance in turned.passed_over.items():
            why = str(hindrance).splitlines()[0]
            raise CommandError(f"World {id_} was passed over until the next tick: {why}.") from hindrance


def _targets(worlds: list[World], options: dict[str, Any]) -> dict[UUID, int]:
    idle = [world for world in worlds if world.status != WorldStatus.RUNNING]
    if options["world"] and idle:
        raise CommandError(
            f"World {idle[0].id} is {idle[0].get_status_display().lower()}; only running worlds are turned."
        )
    running = [world for world in worlds if world.status == WorldStatus.RUNNING]
    if options["until"] is not None:
        moment = _moment(options["until"])
        return {world.id: _until(world, moment) for world in running}
    steps = options["steps"]
    if options["game_days"] is not None:
        steps = options["game_days"] * STEPS_A_DAY
    if steps is None:
        return {world.id: now_step(world) for world in running}
    if not 1 <= steps <= MOST_STEPS:
        raise CommandError(
            f"A world is advanced by 1 to {MOST_STEPS:,} steps (a hundred game years), not by {steps:,}."
        )
    return {world.id: world.step + steps for world in running}


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"{text!r} is not a time; write it like 2031-05-01T12:00+00:00.") from None
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment


def _until(world: World, moment: datetime) -> int:
    """The step of a world at a real time that lies ahead of it."""
    target = now_step(world, moment)
    if moment < world.anchor_real or target <= world.step:
        raise CommandError(
            f"{moment.isoformat()} is in the past of world {world.id}, which is at step {world.step:,} already."
        )
    if target - world.step > MOST_STEPS:
        raise CommandError(
            f"{moment.isoformat()} is more than a hundred game years ahead of world {world.id}."
        )
    return target


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
