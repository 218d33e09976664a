"""What matters most, until the master has read it: however many visits that takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from worlds.models import World
from worlds.services.report.kept import kept_headlines

PIVOTAL = 70
"""Importance from which a headline is a notice: a quest's end, a departure, a romance, a hero's collapse at the worst."""
MOST = 20


def notices(world: World, told: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
    """The pivotal headlines since the step that the master has read up to, the most important first.

    ``told``: a report on the world that is at hand; one since that step has them already.
    """
    read = min(world.read_step, world.step)
    headlines = told["headlines"] if told and told["since_step"] == read else kept_headlines(world, read)
    return [one for one in headlines if one["importance"] >= PIVOTAL][:MOST]
