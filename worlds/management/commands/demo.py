"""``manage.py demo``: a world, two weeks, the report, and one decision explained."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandParser
from django.db import transaction
from django.utils import timezone

from heroes.models import Activity
from herotycoon.accounts.models import User
from worlds.management.doors import Door, progress
from worlds.models import World
from worlds.services.creation import InvalidOption, create_world
from worlds.sim.clock import STEP_MICROSECONDS, STEPS_A_DAY
from worlds.tick import tick

DAYS = 14
PACE = 12


class Command(Door):
    """Shows what this is about, in a minute."""

    help = "Make a world from a seed, let it live two game weeks, and read what happened and why."
    refusals = (InvalidOption,)

    def add_arguments(self, parser: CommandParser) -> None:
        """The seed."""
        parser.add_argument(
            "--seed", type=int, default=7, help="whole number the world is made from (default: 7)"
        )

    def enter(self, **options: Any) -> None:
        """Create, live, report, explain."""
        steps = DAYS * STEPS_A_DAY
        lived = timedelta(microseconds=steps * STEP_MICROSECONDS // PACE)
        with transaction.atomic():  # no world, no owner
            owner, _ = User.objects.get_or_create(username="demo")
            world = create_world(
                owner=owner, seed=options["seed"], time_scale=PACE, now=timezone.now() - lived
            )
        self.stdout.write(
            f"World {world.id}: {world.name}, where nobody has been looking for two game weeks.\n"
        )
        with progress("Two weeks pass", steps) as advance:
            tick({world.id: steps}, advance)
        call_command("offline_progress", str(world.id), stdout=self.stdout)
        self.stdout.write("")
        call_command("explain", str(_telling(world)), stdout=self.stdout)
        self.stdout.write(
            f"\nMore:  .venv/bin/python manage.py tick --world {world.id} --game-days 7\n"
            f"       .venv/bin/python manage.py offline_progress {world.id}\n"
            f"       .venv/bin/python manage.py verify_world {world.id} --decisions"
        )


def _telling(world: World) -> object:
    """The decision that led to what mattered most: for a trial, the one to set out on that quest."""
    done = Activity.objects.filter(world=world, kind="action").order_by("-importance", "step", "seq")
    first = done[0]
    quest = first.data.get("quest")
    before = done.filter(hero=first.hero, action="quest_travel", data__quest=quest) if quest else done
    return (before.first() or first).id
