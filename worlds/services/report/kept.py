"""Reports that were told stay at hand until their world moves on.

A master who comes back asks for one report several times over, from a phone and a browser.
"""

from __future__ import annotations

from typing import Any

import orjson

from herotycoon.cache.kept import kept
from worlds.models import World
from worlds.services.report.gather import front_page, report
from worlds.services.report.words import document, headlines_of, tell


def kept_report(world: World, since: int) -> dict[str, Any]:
    """The report on ``world`` after the step ``since`` as plain JSON values, with text for keys."""
    found: dict[str, Any] = orjson.loads(
        kept(world, f"report:{since}", lambda: _plain(document(tell(report(world, since)))))
    )
    return found


def kept_headlines(world: World, since: int) -> list[dict[str, Any]]:
    """The headlines of that report, told without the rest."""
    found: list[dict[str, Any]] = orjson.loads(
        kept(world, f"headlines:{since}", lambda: _plain(headlines_of(tell(front_page(world, since)))))
    )
    return found


def _plain(told: object) -> bytes:
    return orjson.dumps(told, option=orjson.OPT_NON_STR_KEYS)
