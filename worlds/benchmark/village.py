"""Worlds to measure with: in memory, and in a database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from django.core.management import call_command

from herotycoon.accounts.models import User
from herotycoon.pg.databases import Databases, connected_to
from herotycoon.storyteller.door import storyteller
from worlds.benchmark.sizes import HEROES
from worlds.rows.assemble import assemble
from worlds.rows.birth import birth
from worlds.rows.records import Rows
from worlds.services.creation import create_world
from worlds.sim.clock import STEPS_A_DAY
from worlds.sim.state import Batch
from worlds.sim.step import awaken

FIRST_SEED = 1_000
NEW_YEAR = datetime(2030, 1, 1, tzinfo=UTC)


def in_memory(worlds: int) -> Batch:
    """Newborn worlds as one batch, everybody awake."""
    rows, teller = Rows([], [], [], [], [], []), storyteller()
    for seed in range(FIRST_SEED, FIRST_SEED + worlds):
        born = birth(seed, HEROES, teller, NEW_YEAR).rows
        for name in ("worlds", "guilds", "heroes", "bonds", "influence"):
            getattr(rows, name).extend(getattr(born, name))
    batch, _ = assemble(rows)
    awaken(batch)
    return batch


def founded(databases: Databases) -> str:
    """A database with the project's tables and nothing in them; its name."""
    name = databases.make()
    with connected_to(name):
        call_command("migrate", verbosity=0)
    return name


def settle(worlds: int, tick: Callable[[dict[UUID, int]], object]) -> list[UUID]:
    """Worlds in the present database that have lived for a day, so that heroes carry decisions and know one another."""
    owner = User.objects.create(username="benchmark")
    ids = [
        create_world(owner=owner, seed=seed, heroes=HEROES, now=NEW_YEAR).id
        for seed in range(FIRST_SEED, FIRST_SEED + worlds)
    ]
    tick(dict.fromkeys(ids, STEPS_A_DAY))
    return ids
