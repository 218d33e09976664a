"""What a quest is about."""

from dataclasses import dataclass

from herotycoon.storyteller.template.themes.base import Frames


@dataclass(frozen=True, slots=True)
class Plot:
    """Any title goes with any opening; they share the slots.

    client and other (people), trade (the client's), foe, foes, place, at ("in the Salt Fens"), thing, beast,
    food, boss, num, small, day.
    """

    titles: Frames
    openings: Frames
