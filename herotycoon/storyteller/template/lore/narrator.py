"""Who tells the lore."""

from dataclasses import dataclass

from herotycoon.storyteller.template.themes.base import Frames


@dataclass(frozen=True, slots=True)
class Narrator:
    """`order` names what is told, "|" ends a paragraph: parts of the theme (founding, custom, trouble) and own
    ones.

    Slots of the own parts: land, town, hall, easy, hard (names of biomes, "in" them: ineasy, inhard), mark (a
    landmark), foe, foes (of the hardest biome), goods (of the easiest); easyis,
    easywas, easyhas and easyends agree with easy, and so on for hard and mark.
    """

    order: str
    opening: Frames
    easy: Frames
    hard: Frames
    mark: Frames
    closing: Frames
