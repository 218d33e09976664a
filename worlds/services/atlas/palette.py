"""The colours of the map: parchment and ink, and what belongs to each type of land, class and kind of event."""

from __future__ import annotations

from typing import NamedTuple

PAPER, PAPER_DARK, INK, FADED = "#f3e7cb", "#d9c193", "#3f2d1c", "#7a6245"
SEA, FOAM = "#a9c3c0", "#7fa3a3"
RED, ROOF, WALL, GOLD = "#9c2f24", "#a8452f", "#efe0bd", "#c9993a"


class Wash(NamedTuple):
    """The colours of a type of land: its ground, its edge, its ornaments light and dark, and the ink of its name."""

    ground: str
    edge: str
    light: str
    dark: str
    name: str


WASHES = {
    "forest": Wash("#b9cb93", "#84a062", "#7f9d58", "#4d6b38", "#2f4222"),
    "jungle": Wash("#a9c98e", "#6c9c5c", "#5c9a55", "#2c6238", "#1f4427"),
    "mountains": Wash("#d3c8b6", "#a39380", "#e9e2d6", "#6d5e50", "#40342a"),
    "hills": Wash("#d6c79c", "#a98f58", "#c6b47c", "#77633a", "#4b3b1c"),
    "swamp": Wash("#b9c1a0", "#848f6d", "#8c9a72", "#4f5f4a", "#333f2c"),
    "coast": Wash("#cddcd2", "#dcc88f", "#7fa9ad", "#47757f", "#25505b"),
    "plains": Wash("#e6e3a6", "#bcbb68", "#b9ad5c", "#86823a", "#504c1d"),
    "desert": Wash("#efd9a3", "#cfa964", "#dcb873", "#a87f3f", "#6f4d1d"),
    "tundra": Wash("#e6e9e4", "#aebcc0", "#ffffff", "#7f949c", "#435862"),
    "ruins": Wash("#d6cbb5", "#a08f79", "#c4b69c", "#6f6353", "#4a3d2e"),
}
CLASSES = {
    "warrior": "#9e2b25",
    "ranger": "#3f6b34",
    "mage": "#4b3f8f",
    "cleric": "#b27a12",
    "rogue": "#3d3d44",
    "bard": "#a8457f",
    "artisan": "#8a5a2b",
    "scholar": "#23697a",
}
EVENTS = {
    "festival": "#a8457f",
    "storm": "#3d5a80",
    "incursion": "#9c2f24",
    "market_boom": "#3f6b34",
    "market_slump": "#7a5a2b",
    "plague": "#5d6b1f",
    "discovery": "#4b3f8f",
}
