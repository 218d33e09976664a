"""Heroes on the map: tokens in the colour of their class, with an initial, and words for a pointer that rests there."""

from __future__ import annotations

from collections.abc import Iterator

from heroes.choices import HeroStatus
from worlds.services.atlas.canvas import Canvas, tooltip
from worlds.services.atlas.entries import Resident
from worlds.services.atlas.lettering import initial, text
from worlds.services.atlas.palette import CLASSES, INK, PAPER, RED
from worlds.services.atlas.room import Box
from worlds.services.prose.deeds import doing, plain

ON_THE_ROAD = ("quest_travel", "quest_return")


def tokens(canvas: Canvas) -> Iterator[str]:
    """Everybody, the northern first, so that who stands nearer is in front."""
    for hero in sorted(canvas.atlas.heroes, key=lambda hero: (hero.y, hero.x, hero.number)):
        spot = canvas.spot(hero.x, hero.y)
        canvas.marked.append(Box.around(spot, canvas.token))
        yield f'<g transform="translate({spot.x:.1f} {spot.y:.1f})">{tooltip(told(hero))}'
        yield token(hero.hero_class, hero.status, hero.action, initial(hero.name), canvas.token)
        yield "</g>"


def travelling(hero: Resident) -> bool:
    """Whether a hero is on the way, or away altogether."""
    return hero.status == HeroStatus.AWAY or hero.action in ON_THE_ROAD


def told(hero: Resident) -> str:
    """'Mira Stone, ranger: hunting (the Grey Creeks)'."""
    state = "" if hero.status == HeroStatus.ACTIVE else f"{plain(hero.status)}, "
    return f"{hero.name}, {hero.hero_class}: {state}{doing(hero.action)} ({hero.place_name})"


def token(hero_class: str, status: str, action: str, letter: str, radius: float) -> str:
    """A token about (0, 0): full, hollow and dashed for who is on the way, pale with a red cross for who is laid up."""
    colour = CLASSES.get(hero_class, INK)
    away = status == HeroStatus.AWAY or action in ON_THE_ROAD
    laid_up = status == HeroStatus.INCAPACITATED
    shade = f'<ellipse cy="{radius * 0.9:.1f}" rx="{radius:.1f}" ry="{radius * 0.35:.1f}" fill="{INK}" opacity=".25"/>'
    if away:
        face = f'fill="{PAPER}" stroke="{colour}" stroke-width="1.8" stroke-dasharray="3.2 2"'
    else:
        face = f'fill="{colour}" stroke="{PAPER}" stroke-width="1.5"'
    edge = f'<circle r="{radius + 0.9:.1f}" fill="{PAPER if laid_up else INK}" opacity=".8"/>'
    size = round(radius * 1.15, 1)
    ink = colour if away else "#fff8e7"
    disc = f'<circle r="{radius:.1f}" {face} opacity="{0.55 if laid_up else 1}"/>'
    drawn = "" if away else edge
    sign = text(letter, 0, size * 0.36, size, ink, more='font-weight="bold"')
    return f"{shade}{drawn}{disc}{sign}{_cross(radius) if laid_up else ''}"


def _cross(radius: float) -> str:
    arm, where = radius * 0.42, radius * 0.75
    stroke = f'stroke="{RED}" stroke-width="{radius * 0.3:.1f}"'
    return (
        f'<g transform="translate({where:.1f} {-where:.1f})"><circle r="{radius * 0.6:.1f}" fill="{PAPER}"/>'
        f'<path {stroke} d="M{-arm:.1f} 0H{arm:.1f}M0 {-arm:.1f}V{arm:.1f}"/></g>'
    )
