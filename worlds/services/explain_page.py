"""An explanation as a page shows it: words, and numbers with the scale that they are drawn on."""

from __future__ import annotations

from typing import Any

from heroes.sim.lexicon import TRAITS
from herotycoon.desk.plots import slot_of
from worlds.services import explain_words, flip_words
from worlds.services.explain import Explanation, Option
from worlds.services.flips import flips
from worlds.services.lifeline import around
from worlds.services.prose.deeds import plain
from worlds.services.prose.seen import reason, thousandths

GROUPS: dict[str, tuple[str, ...]] = {
    "nature": TRAITS,
    "what body and heart need": ("needs",),
    "the hour and the place": ("hour", "place"),
    "people": ("bonds",),
    "experience, memory, calling and habit": ("experience", "memory", "habit"),
    "the master and the guild": ("influence", "order", "guild"),
    "quests, and what goes on in the world": ("quest", "events"),
    "a whim, or a mind made up beforehand": ("chance", "counsel"),
    "what anybody would do": ("custom",),
}
"""What is drawn in one colour, and which contributions that is; the last group is drawn in grey."""
_SLOT = {name: slot_of(place) for place, group in enumerate(GROUPS.values()) for name in group}


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
        "groups": [(slot_of(place), name) for place, name in enumerate(GROUPS)],
        "around": around(one.stored),
    }


def _option(option: Option, one: Explanation) -> dict[str, Any]:
    return {
        "name": plain(option.action),
        "utility": thousandths(option.utility),
        "parts": [
            (reason(name), option.parts[name], slot) for name, slot in _SLOT.items() if option.parts.get(name)
        ],
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
