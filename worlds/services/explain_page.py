"""An explanation as a page shows it: words, and numbers with the scale that they are drawn on."""

from __future__ import annotations

from typing import Any

from worlds.services import explain_words, flip_words
from worlds.services.explain import Explanation, Option
from worlds.services.flips import flips
from worlds.services.prose.deeds import plain
from worlds.services.prose.seen import reason, thousandths


def why_page(one: Explanation) -> dict[str, Any]:
    """The context of the page."""
    told, flipped = explain_words.words(one), flips(one)
    return {
        "title": told.question,
        "told": told,
        "decision": one.stored,
        "options": [_option(option, one) for option in one.options],
        "most": _most(one.options),
        "chosen": _parts(one.chosen),
        "against": _parts(one.against) if one.against else [],
        "against_name": plain(one.against.action) if one.against else "",
        "flip": flip_words.words(flipped, one),
        "flips": [(plain(flip.lever), flip.was, flip.value, plain(flip.action)) for flip in flipped.flips],
        "differs": one.differs,
    }


def _option(option: Option, one: Explanation) -> dict[str, Any]:
    return {
        "name": plain(option.action),
        "utility": thousandths(option.utility),
        "parts": {name: value for name, value in option.parts.items() if value},
        "chosen": option is one.chosen,
    }


def _most(options: list[Option]) -> int:
    """What the longer side of any bar comes to."""
    sides = [
        sum(part for part in option.parts.values() if part * way > 0) * way
        for option in options
        for way in (1, -1)
    ]
    return max([*sides, 1])


def _parts(option: Option) -> list[tuple[str, str]]:
    """(what it is, how much), the strongest for it first."""
    ranked = sorted(option.parts.items(), key=lambda part: -part[1])
    return [(reason(name), thousandths(value)) for name, value in ranked if value]
