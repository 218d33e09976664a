"""The land: each biome in its own colours and with what grows there, its edges bent as a hand would draw them."""

from __future__ import annotations

from collections.abc import Iterator

from worlds.services.atlas.canvas import Canvas, tooltip
from worlds.services.atlas.chance import roll, sway
from worlds.services.atlas.entries import Biome
from worlds.services.atlas.glyphs import GROWTH
from worlds.services.atlas.palette import FOAM, INK, WASHES
from worlds.services.atlas.room import Box, Spot
from worlds.services.prose.deeds import plain
from worlds.services.prose.language import listed

_STEP = 7
"""Pixels from one point of an edge to the next."""
_USUAL = "plains"
"""How a land is drawn whose type nobody drew."""
_LESS_COMMON = 0.62
"""Share of drawings that are the commonest of the land."""


def ground(canvas: Canvas) -> Iterator[str]:
    """The coast and the biomes, without what stands on them."""
    areas = {biome.number: biome.area for biome in canvas.atlas.biomes} or {0: canvas.atlas.land}
    shapes = "".join(f'<use href="#land{number}"/>' for number in areas)
    yield "<defs>"
    yield from (f'<path id="land{number}" d="{outline(canvas, area)}"/>' for number, area in areas.items())
    yield "</defs>"
    for width, opacity in ((46, 0.14), (32, 0.2), (19, 0.3), (8, 0.55)):
        stroke = f'stroke="{FOAM}" stroke-width="{width}" stroke-linejoin="round"'
        yield f'<g fill="none" {stroke} opacity="{opacity}">{shapes}</g>'
    yield f'<g fill="{WASHES[_USUAL].ground}" stroke="{INK}" stroke-width="3" stroke-linejoin="round">{shapes}</g>'
    for biome in canvas.atlas.biomes:
        yield from _wash(biome)


def _wash(biome: Biome) -> Iterator[str]:
    """Colour that has run to the edge of the biome, as water colours do."""
    wash, shape = WASHES[_drawn(biome)], f"#land{biome.number}"
    yield f'<clipPath id="clip{biome.number}"><use href="{shape}"/></clipPath>'
    yield f'<g clip-path="url(#clip{biome.number})" fill="none"><use href="{shape}" fill="{wash.ground}"/>'
    for width, opacity in ((44, 0.16), (24, 0.2), (9, 0.3)):
        yield f'<use href="{shape}" stroke="{wash.edge}" stroke-width="{width}" opacity="{opacity}"/>'
    yield f'<use href="{shape}" stroke="{INK}" stroke-width="1.2" opacity=".55" stroke-dasharray="7 4"/></g>'


def outline(canvas: Canvas, area: Box) -> str:
    """The edge of an area of map units as a path: points at the same places for both neighbours, all bent."""
    left, top, width, height = canvas.box(area)
    right, bottom = left + width, top + height
    across, down = _stops(left, right), _stops(top, bottom)
    edge = [Spot(x, top) for x in across] + [Spot(right, y) for y in down]
    edge += [Spot(x, bottom) for x in reversed(across)] + [Spot(left, y) for y in reversed(down)]
    bent = [canvas.bent(spot) for spot in edge]
    return "M" + "L".join(f"{spot.x:.1f} {spot.y:.1f}" for spot in bent) + "Z"


def _stops(start: float, end: float) -> list[float]:
    """From start to end, at both and at the multiples between them."""
    first = int(start // _STEP) + 1
    between = [stop * _STEP for stop in range(first, int(end // _STEP) + 1)]
    return [start, *(stop for stop in between if start < stop < end), end]


def growth(canvas: Canvas) -> Iterator[str]:
    """What stands on the land, the northern first; it leaves room for all that is marked."""
    yield "<defs>"
    for kind in sorted({_drawn(biome) for biome in canvas.atlas.biomes}):
        wash = WASHES[kind]
        for number, drawing in enumerate(GROWTH[kind].drawings):
            coloured = drawing.replace("{light}", wash.light).replace("{dark}", wash.dark)
            yield f'<g id="{kind}{number}">{coloured}</g>'
    yield "</defs>"
    for biome in canvas.atlas.biomes:
        yield f"<g>{tooltip(_told(biome))}"
        yield f'<use href="#land{biome.number}" fill-opacity="0"/>'
        yield from _grown(canvas, biome)
        yield "</g>"


def _grown(canvas: Canvas, biome: Biome) -> Iterator[str]:
    kind, area = _drawn(biome), canvas.box(biome.area)
    drawings, marked = len(GROWTH[kind].drawings), canvas.marked_in(area)
    for number, spot in enumerate(_seats(canvas, biome, area)):
        size = 0.78 + 0.34 * roll(canvas.atlas.seed, biome.number, number, 3)
        box = Box(spot.x - 14 * size, spot.y - 24 * size, 28 * size, 28 * size)
        if any(box.shared(other) for other in marked):
            continue
        throw = roll(canvas.atlas.seed, biome.number, number, 4)
        rare = int((throw - _LESS_COMMON) / (1 - _LESS_COMMON) * (drawings - 1)) + 1
        which = 0 if throw < _LESS_COMMON else rare
        yield f'<use href="#{kind}{which}" transform="translate({spot.x:.1f} {spot.y:.1f}) scale({size:.2f})"/>'


def _seats(canvas: Canvas, biome: Biome, area: Box) -> Iterator[Spot]:
    """Points of an uneven lattice, row by row, well inside the biome."""
    apart = GROWTH[_drawn(biome)].apart
    rows = max(int((area.height - 46) / (apart * 0.8)), 0)
    side = apart / 2 + 5
    columns = max(int((area.width - 2 * side) / apart), 0)
    for row in range(rows):
        for column in range(columns):
            keys = (canvas.atlas.seed, biome.number, row, column)
            across = (column + 0.5 + 0.25 * (1 if row % 2 else -1) + 0.24 * sway(*keys, 1)) / columns
            down = (row + 0.5 + 0.26 * sway(*keys, 2)) / rows
            x = area.x + side + (area.width - 2 * side) * across
            yield canvas.bent(Spot(x, area.y + 34 + (area.height - 46) * down))


def _drawn(biome: Biome) -> str:
    return biome.type if biome.type in GROWTH else _USUAL


def _told(biome: Biome) -> str:
    resources, monsters = (listed([plain(one) for one in many]) for many in (biome.resources, biome.monsters))
    return (
        f"{biome.name}: {biome.type}, difficulty {biome.difficulty} of 10. Yields {resources or 'nothing'}; "
        f"beware of {monsters or 'nobody'}."
    )
