"""The map of a world as a picture: an SVG document that needs nothing from outside itself and runs nothing."""

from __future__ import annotations

from worlds.services.atlas import marks, people, sheet, terrain
from worlds.services.atlas.canvas import HEIGHT, WIDTH, Canvas
from worlds.services.atlas.entries import Atlas
from worlds.services.atlas.lettering import SERIF, xml
from worlds.services.prose.language import counted, hour_of
from worlds.sim import clock

_HEAD = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
    f'aria-labelledby="title desc" font-family="{SERIF}">'
)


def draw(atlas: Atlas) -> str:
    """An SVG document of 1200 × 930 pixels; the same atlas gives the same text."""
    canvas = Canvas(atlas)
    # What must be seen marks its place first; names then look for a quiet spot, and the woods leave room for all.
    points, tokens = list(marks.points(canvas)), list(people.tokens(canvas))
    names = list(marks.names(canvas))
    layers = [
        *(*sheet.paper(), *sheet.waves(canvas), *terrain.ground(canvas), *marks.paths(canvas)),
        *(*terrain.growth(canvas), *points, *tokens, *names),
        *(
            *sheet.frame(),
            *sheet.cartouche(canvas),
            *sheet.everywhere(canvas),
            *sheet.compass(),
            *sheet.key(canvas),
        ),
    ]
    return "\n".join([_HEAD, *_told(atlas), *layers, "</svg>"])


def _told(atlas: Atlas) -> list[str]:
    """The title and the description, for who hears the map."""
    lands = ", ".join(f"{biome.name} ({biome.type})" for biome in atlas.biomes)
    marked = ", ".join(mark.name for mark in atlas.landmarks)
    befalling = ", ".join(event.name for event in atlas.events)
    said = (
        f"A map on day {clock.day(atlas.step) + 1:,} at {hour_of(atlas.step)}, with "
        f"{counted(len(atlas.heroes), 'hero', 'heroes')} of {atlas.guild}. "
        f"The hall is {atlas.hall.name}, the town {atlas.town.name}."
        f"{f' Lands: {lands}.' if lands else ''}{f' Landmarks: {marked}.' if marked else ''}"
        f"{f' In force: {befalling}.' if befalling else ''}"
    )
    return [
        f'<title id="title">The map of {xml(atlas.world)}</title>',
        f'<desc id="desc">{xml(said)}</desc>',
    ]
