"""What the desk of a lower floor shows of a higher one, handed in by who composes the project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Page = Callable[[Any], dict[str, Any]]
_hero_page: list[Page] = []


def show_heroes(page: Page) -> None:
    """Hand in what a hero's page shows."""
    _hero_page[:] = [page]


def hero_page(hero: Any) -> dict[str, Any]:
    """What the page of a hero shows."""
    return _hero_page[0](hero)
