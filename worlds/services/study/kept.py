"""The whole analysis of a world as a document, which stays at hand until the world moves on."""

from __future__ import annotations

from typing import Any

from herotycoon.cache.kept import kept_document
from worlds.models import World
from worlds.services.behaviour import behaviour
from worlds.services.study.minds import study

Json = dict[str, Any]


def kept_analysis(world: World, days: int) -> Json:
    """How the heroes behaved in the last ``days``, and the study of why: the two documents in one.

    Raises ValueError for fewer days than 1 or more than 28.
    """

    def made() -> Json:
        return study(world, days).document() | behaviour(world, days).document()

    found: Json = kept_document(world, f"analysis:{days}", made)
    return found
