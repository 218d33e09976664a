"""The sheet that a map is drawn on, and how the land lies on it. Lengths are in pixels unless said otherwise."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property

from worlds.services.atlas.chance import ripple
from worlds.services.atlas.entries import Atlas
from worlds.services.atlas.lettering import xml
from worlds.services.atlas.plates import PIXELS
from worlds.services.atlas.room import Box, Spot, elbow_room

WIDTH, HEIGHT = 1200, 930
LAND = Box(60, 112, 1080, 720)
"""Where the land may lie."""
_BEND, _FINE_BEND = 17.0, 4.0
"""How far edges stray from straight lines, at large and in detail."""
_CORNER, _PULL = 110.0, 30.0
"""How near to a corner of the land edges are drawn in, and how far."""


@dataclass(frozen=True)
class Canvas:
    """The sheet for one map; ``marked`` is where something is drawn already that nothing should hide."""

    atlas: Atlas
    marked: list[Box] = field(default_factory=list)

    @cached_property
    def scale(self) -> float:
        """Pixels to a map unit."""
        land = self.atlas.land
        return min(LAND.width / land.width, LAND.height / land.height)

    @cached_property
    def land(self) -> Box:
        """Where the land lies, in the middle of its room."""
        land = self.atlas.land
        width, height = land.width * self.scale, land.height * self.scale
        return Box(LAND.middle.x - width / 2, LAND.middle.y - height / 2, width, height)

    @cached_property
    def token(self) -> float:
        """The radius of a hero's token."""
        return min(elbow_room(len(self.atlas.heroes)) * PIXELS * 0.44, 9.5)

    def spot(self, x: float, y: float) -> Spot:
        """Map units → pixels."""
        return Spot(self.land.x + x * self.scale, self.land.y + y * self.scale)

    def box(self, area: Box) -> Box:
        """Map units → pixels."""
        return Box(*self.spot(area.x, area.y), area.width * self.scale, area.height * self.scale)

    def bent(self, spot: Spot) -> Spot:
        """A point of an edge as a hand would draw it. Neighbours bend alike, so that their edges stay one."""
        across, down = self._stray(spot, 1), self._stray(spot, 2)
        x, y = self._rounded(spot)
        return Spot(x + across, y + down)

    def _rounded(self, spot: Spot) -> Spot:
        """Nearer to the middle of the land, where the spot is near to a corner of it: no coast has right angles."""
        land = self.land
        corner = Spot(
            *(
                end if at > end / 2 else 0
                for at, end in ((spot.x - land.x, land.width), (spot.y - land.y, land.height))
            )
        )
        near = max(0.0, 1 - math.dist((spot.x - land.x, spot.y - land.y), corner) / _CORNER)
        pull = _PULL * near * near
        return Spot(spot.x + (pull if corner.x == 0 else -pull), spot.y + (pull if corner.y == 0 else -pull))

    def _stray(self, spot: Spot, way: int) -> float:
        seed = self.atlas.seed * 2 + way
        wide = ripple(seed, spot.x / 105, spot.y / 105)
        fine = ripple(seed + 7, spot.x / 19, spot.y / 19)
        return _BEND * wide + _FINE_BEND * fine

    def marked_in(self, area: Box) -> list[Box]:
        """What is marked in an area or at its edge: few of all that is, where there are many heroes."""
        wider = Box(area.x - 60, area.y - 60, area.width + 120, area.height + 120)
        return [box for box in self.marked if wider.shared(box)]


def tooltip(words: str) -> str:
    """What a pointer that rests on a thing is told."""
    return f"<title>{xml(words)}</title>"
