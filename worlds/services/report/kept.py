"""Reports that were told stay at hand until their world moves on.

A master who comes back asks for one report several times over, from a phone and a browser.
"""

from __future__ import annotations

from typing import Any

from herotycoon.cache.kept import kept_document
from worlds.models import World
from worlds.services.report.gather import front_page, report
from worlds.services.report.words import document, headlines_of, tell


def kept_report(world: World, since: int) -> dict[str, Any]:
    """The report on ``world`` after the step ``since`` as plain JSON values, with text for keys."""
    found: dict[str, Any] = kept_document(
        world, f"report:{since}", lambda: document(tell(report(world, since)))
    )
    return found


def kept_headlines(world: World, since: int) -> list[dict[str, Any]]:
    """The headlines of that report, told without the rest."""
    found: list[dict[str, Any]] = kept_document(
        world, f"headlines:{since}", lambda: headlines_of(tell(front_page(world, since)))
    )
    return found
