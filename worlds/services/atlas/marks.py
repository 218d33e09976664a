"""What lies on the land: paths, the hall, the town and landmarks with their names, the names of biomes, events."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from worlds.services.atlas import icons
from worlds.services.atlas.canvas import Canvas, tooltip
from worlds.services.atlas.chance import sway
from worlds.services.atlas.entries import HALL, TOWN, Biome, Landmark, Place
from worlds.services.atlas.lettering import lines, text, width
from worlds.services.atlas.palette import EVENTS, FADED, INK, PAPER, RED, WASHES
from worlds.services.atlas.plates import BADGE, LEADING, PIXELS, Line, befalls, height, plates
from worlds.services.atlas.room import ICON, NAME_ROOM, Box, Spot
from worlds.services.prose.deeds import plain

HALO = (
    f'stroke="{PAPER}" stroke-width="3.4" stroke-opacity=".85" stroke-linejoin="round" paint-order="stroke"'
)
"""Lets letters stand out from whatever lies under them."""
_LARGEST, _SMALLEST = 19.0, 14.0


def paths(canvas: Canvas) -> Iterator[str]:
    """The road from the hall to the town, and paths that lead from one of them to each landmark."""
    hall, town = (canvas.spot(place.x, place.y) for place in (canvas.atlas.hall, canvas.atlas.town))
    road = _way(canvas, hall, town, 0)
    yield f'<g fill="none" stroke-linecap="round"><path d="{road}" stroke="{PAPER}" stroke-width="6"/>'
    yield f'<path d="{road}" stroke="{FADED}" stroke-width="2.4" stroke-dasharray="9 5"/>'
    for mark in canvas.atlas.landmarks:
        spot = canvas.spot(mark.x, mark.y)
        near = min((hall, town), key=lambda end, spot=spot: math.dist(end, spot))  # type: ignore[misc]
        way = _way(canvas, near, spot, mark.number)
        yield f'<path d="{way}" stroke="{FADED}" stroke-width="1.8" stroke-dasharray="1 6" opacity=".85"/>'
    yield "</g>"


def _way(canvas: Canvas, start: Spot, end: Spot, salt: int) -> str:
    bend = 0.22 * sway(canvas.atlas.seed, salt, 9)
    x = (start.x + end.x) / 2 - bend * (end.y - start.y)
    y = (start.y + end.y) / 2 + bend * (end.x - start.x)
    return f"M{start.x:.1f} {start.y:.1f}Q{x:.1f} {y:.1f} {end.x:.1f} {end.y:.1f}"


def points(canvas: Canvas) -> Iterator[str]:
    """The hall, the town and the landmarks, each with its name."""
    atlas = canvas.atlas
    written = plates(atlas.land, 1 / canvas.scale * PIXELS, atlas.points, atlas.events)
    for place in atlas.points:
        spot, plate = canvas.spot(place.x, place.y), written[place.number]
        box = canvas.box(plate.box)
        canvas.marked.extend((Box.around(spot, ICON * PIXELS), box))
        yield f"<g>{tooltip(_told(place))}"
        yield f'<g transform="translate({spot.x:.1f} {spot.y:.1f})" color="{INK}">{_icon(place)}</g></g>'
        yield from _block(plate.lines, box, _anchor(box, spot), INK, "")


def _icon(place: Place | Landmark) -> str:
    if isinstance(place, Landmark):
        disc = (
            f'<circle r="17" fill="{PAPER}" stroke="{INK}" stroke-width="1.4"/><circle r="14.6" fill="none" '
        )
        return f'{disc}stroke="{FADED}" stroke-width=".7"/>{icons.LANDMARKS.get(place.type, icons.UNKNOWN)}'
    return icons.HALL if place.number == HALL else icons.TOWN


def _told(place: Place | Landmark) -> str:
    if isinstance(place, Landmark):
        effects = ", ".join(f"{plain(key)} {points:+d}" for key, points in place.effects.items())
        return f"{place.name}: {plain(place.type)}{f' ({effects})' if effects else ''}"
    return f"{place.name}: {'the town' if place.number == TOWN else 'the guild hall'}"


def names(canvas: Canvas) -> Iterator[str]:
    """The names of the biomes, in spaced italics, where they hide least; under them what befalls there."""
    for biome in canvas.atlas.biomes:
        wash = WASHES.get(biome.type, WASHES["plains"])
        area = canvas.box(biome.area)
        size, spacing, words = _lettered(biome, area)
        block = [Line(line, size) for line in words]
        events = list(befalls(canvas.atlas.events, biome.number, area.width - 30))
        wide = max([*(width(line, size, spacing) for line in words), *(line.width for line in events)])
        box = _quiet(canvas, area, wide, height([*block, *events]))
        canvas.marked.append(box)
        style = f'font-style="italic" letter-spacing="{spacing:.1f}" '
        yield from _block([*block, *events], box, "middle", wash.name, style)


def _lettered(biome: Biome, area: Box) -> tuple[float, float, list[str]]:
    """The largest letters in which a name takes two lines at most, their spacing, and the lines."""
    most = max(area.width - 36, 60)
    size = _LARGEST
    while True:
        spacing = size * 0.17
        words = lines(biome.name, most, size, spacing)
        if len(words) <= 2 or size <= _SMALLEST:
            return size, spacing, words
        size -= 1


def _quiet(canvas: Canvas, area: Box, wide: float, high: float) -> Box:
    """The place in the area, or beside it if it must be, where a block of words hides least: best near the top."""
    inner = Box(area.x + 16, area.y + 16, area.width - 32, area.height - 32)
    slack = max(inner.height - high, 0)
    rows = [inner.y + slack * row / 24 for row in range(25)]
    middle = inner.middle.x - wide / 2
    shifts = [side * step / 6 * max(inner.width - wide, 0) / 2 for step in range(7) for side in (-1, 1)]
    wished = area.y + area.height * NAME_ROOM / 2 + 8 - high / 2

    avoided = canvas.marked_in(area) + [Box.around(corner, 62) for corner in _corners(canvas.land)]

    def astray(box: Box) -> float:
        return abs(box.y - wished) + 0.7 * abs(box.x - middle)

    def hidden(box: Box) -> float:
        near = Box(box.x - 5, box.y - 3, box.width + 10, box.height + 6)
        return 9 * sum(near.shared(other) for other in avoided)

    boxes = sorted((Box(middle + shift, y, wide, high) for y in rows for shift in shifts), key=astray)
    return _cheapest(boxes, astray, hidden)


def _cheapest(boxes: Iterable[Box], known: Callable[[Box], float], more: Callable[[Box], float]) -> Box:
    """The box with the least of both costs. The boxes come in the order of the known one, which is quickly told."""
    best, least = Box(0, 0, 0, 0), math.inf
    for box in boxes:
        if known(box) >= least:
            break  # none that follows can be better, and asking what each hides would take most of the time
        if (cost := known(box) + more(box)) < least:
            best, least = box, cost
    return best


def _corners(land: Box) -> list[Spot]:
    """Where the coast is rounded, and letters would hang over the sea."""
    return [Spot(land.x + land.width * i, land.y + land.height * j) for i in (0, 1) for j in (0, 1)]


def _anchor(box: Box, spot: Spot) -> str:
    if box.x > spot.x:
        return "start"
    return "end" if box.x + box.width < spot.x else "middle"


def _block(words: Sequence[Line], box: Box, anchor: str, ink: str, style: str) -> Iterator[str]:
    """Lines under each other in a box; those of events in colours of their own."""
    y = box.y
    at = {"start": box.x, "middle": box.middle.x, "end": box.x + box.width}[anchor]
    for line in words:
        y += line.size * LEADING
        if line.kind:
            yield _event(line, at, y, anchor)
        else:
            yield text(line.words, at, y - 2, line.size, ink, anchor=anchor, more=f"{style}{HALO}")


def _event(line: Line, at: float, y: float, anchor: str) -> str:
    left = {"start": at, "middle": at - line.width / 2, "end": at - line.width}[anchor]
    return event(line, left, y)


def event(line: Line, left: float, y: float) -> str:
    """A line that names an event, or goes on with its name, from ``left`` and with its feet at ``y``."""
    words = text(
        line.words,
        left + (BADGE if line.signed else 0),
        y - 2,
        line.size,
        EVENTS.get(line.kind, RED),
        anchor="start",
        more=f'font-weight="bold" {HALO}',
    )
    if not line.signed:
        return words
    sign = f'<circle r="8.2" fill="{PAPER}" stroke="currentColor" stroke-width="1.2"/>{icons.EVENTS.get(line.kind, "")}'
    where = f'transform="translate({left + 6:.1f} {y - 6.4:.1f})" color="{EVENTS.get(line.kind, RED)}"'
    return f"<g {where}>{tooltip(plain(line.kind))}{sign}</g>{words}"
