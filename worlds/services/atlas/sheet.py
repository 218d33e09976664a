"""The sheet about the land: paper and sea, frame, title, compass, and the key to who is who."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from heroes.choices import HeroClass, HeroStatus
from worlds.services.atlas.canvas import HEIGHT, LAND, WIDTH, Canvas
from worlds.services.atlas.chance import roll, sway
from worlds.services.atlas.lettering import lines, text, width
from worlds.services.atlas.marks import event
from worlds.services.atlas.palette import FADED, FOAM, GOLD, INK, PAPER, PAPER_DARK, RED, SEA
from worlds.services.atlas.people import token, travelling
from worlds.services.atlas.plates import befalls
from worlds.services.prose.language import hour_of
from worlds.sim import clock

_PAPER = f"""<defs><radialGradient id="age" cx=".5" cy=".48" r=".72"><stop offset=".55" stop-color="{PAPER}"/>
<stop offset="1" stop-color="{PAPER_DARK}"/></radialGradient>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".035 .05"
numOctaves="4" seed="3"/>
<feColorMatrix values="0 0 0 0 .35 0 0 0 0 .24 0 0 0 0 .1 0 0 0 .9 -.36"/></filter></defs>"""
_SERPENT = (
    f'<g transform="translate(128 78)" fill="{FOAM}" stroke="{INK}" stroke-width="1.3" stroke-linejoin="round" opacity=".8">'
    '<path d="M-8 8c4-22 22-22 26 0h-8c-2-10-8-10-10 0z"/><path d="M26 8c3-17 17-17 20 0h-7c-1-7-5-7-6 0z"/>'
    '<path d="M54 8c2-11 10-11 12-3l7-9 1 12z"/>'
    '<path d="M-18 8c-2-12 2-22-8-27-6-3-13 0-17 5l-8 3 3 4 11-1c9 0 8 8 8 16z"/>'
    f'<path fill="none" d="M-28-20l5-6M-24-18l7-4"/><circle cx="-35" cy="-14" r="1.4" fill="{INK}" stroke="none"/>'
    f'<path fill="none" d="M-62 10q5-5 10 0t10 0t10 0M-14 10q5-5 10 0{"t10 0" * 8}"/></g>'
)
"""What lives in an empty sea."""
_TITLE = 640.0
"""The widest that a title may run."""
_KEY_SIZE = 14.0


def paper() -> Iterator[str]:
    """Old paper, and the sea on it."""
    yield _PAPER
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="url(#age)"/>'
    yield f'<rect x="26" y="26" width="{WIDTH - 52}" height="{HEIGHT - 52}" fill="{SEA}" opacity=".42"/>'


def waves(canvas: Canvas) -> Iterator[str]:
    """A few waves on what is left of the sea."""
    yield f'<g fill="none" stroke="{FOAM}" stroke-width="1.4" stroke-linecap="round" opacity=".8">'
    for number in range(120):
        x = 40 + roll(canvas.atlas.seed, number, 21) * (WIDTH - 110)
        y = 44 + roll(canvas.atlas.seed, number, 22) * (HEIGHT - 84)
        land = canvas.land
        if not (land.x - 62 < x < land.x + land.width + 26 and land.y - 26 < y < land.y + land.height + 26):
            yield f'<path d="M{x:.0f} {y:.0f}q4-5 8 0t8 0t8 0" opacity="{0.75 + 0.25 * sway(number):.2f}"/>'
    yield "</g>"


def frame() -> Iterator[str]:
    """Grain over everything, and a frame of lines about it."""
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" filter="url(#grain)" opacity=".5" pointer-events="none"/>'
    yield f'<g fill="none" stroke="{INK}">'
    for inset, thick in ((14, 3.2), (21, 1.0), (26, 1.0)):
        size = f'width="{WIDTH - 2 * inset}" height="{HEIGHT - 2 * inset}"'
        yield f'<rect x="{inset}" y="{inset}" {size} stroke-width="{thick}"/>'
    yield "</g>"
    for x, y in ((20, 20), (WIDTH - 20, 20), (20, HEIGHT - 20), (WIDTH - 20, HEIGHT - 20)):
        yield f'<path d="M{x} {y - 13}l13 13-13 13-13-13z" fill="{GOLD}" stroke="{INK}" stroke-width="1.6"/>'
        yield f'<circle cx="{x}" cy="{y}" r="3.4" fill="{INK}"/>'


def cartouche(canvas: Canvas) -> Iterator[str]:
    """The world's name on a scroll, under it the guild's and the day."""
    atlas = canvas.atlas
    size = 32.0
    while len(title := lines(atlas.world, _TITLE, size)) > 1 and size > 18:
        size -= 1
    title = [line for line in title if line] or ["A world"]
    below = lines(f"{atlas.guild}  ·  day {clock.day(atlas.step) + 1:,}, {hour_of(atlas.step)}", _TITLE, 15)
    wide = max(*(width(line, size) for line in title), *(width(line, 15) for line in below), 260) + 70
    high = size * 1.12 * len(title) + 19 * len(below) + 14
    yield from _scroll(wide, high)
    y = 30.0
    for line in title:
        y += size * 1.12
        yield text(line, WIDTH / 2, y - 2, size, INK, more='letter-spacing=".6"')
    for line in below:
        y += 19
        yield text(line, WIDTH / 2, y + 2, 15, FADED, more='font-style="italic"')


def _scroll(wide: float, high: float) -> Iterator[str]:
    left, top, middle = (WIDTH - wide) / 2, 32.0, 32 + high / 2
    right, bottom = left + wide, top + high
    yield f'<g stroke="{INK}" stroke-linejoin="round" stroke-width="1.6">'
    for edge, way in ((left, -1), (right, 1)):
        fork = f"h{way * 56}l{-way * 15} {high / 2:.0f}l{way * 15} {high / 2:.0f}h{-way * 56}z"
        tail = f"M{edge - way * 26:.0f} {top + 12:.0f}{fork}"
        yield f'<path fill="{PAPER_DARK}" d="{tail}"/>'
    yield (
        f'<path fill="{PAPER}" d="M{left:.0f} {top:.0f}Q{WIDTH / 2} {top - 7:.0f} {right:.0f} {top:.0f}'
        f"Q{right - 7:.0f} {middle:.0f} {right:.0f} {bottom:.0f}Q{WIDTH / 2} {bottom + 7:.0f} {left:.0f} {bottom:.0f}"
        f'Q{left + 7:.0f} {middle:.0f} {left:.0f} {top:.0f}z"/></g>'
    )


def everywhere(canvas: Canvas) -> Iterator[str]:
    """The events that are in force in every place, in the north-west; where there are none, there is a serpent."""
    befalling = list(befalls(canvas.atlas.events, None, 190))
    if not befalling:
        yield _SERPENT
    else:
        yield text("In all the land", 44, 54, 14, INK, anchor="start", more='font-style="italic"')
    for number, line in enumerate(befalling[:3]):
        yield event(line, 44, 74 + 17 * number)


def compass() -> Iterator[str]:
    """North is up."""
    yield f'<g transform="translate({WIDTH - 82} 74)" stroke="{INK}" stroke-linejoin="round">'
    yield f'<circle r="31" fill="{PAPER}" opacity=".8" stroke="none"/><circle r="31" fill="none" stroke-width="1.4"/>'
    yield '<circle r="26" fill="none" stroke-width=".7" stroke-dasharray="1.5 3"/>'
    for turn, long in ((45, 19), (135, 19), (225, 19), (315, 19), (90, 28), (180, 28), (270, 28), (0, 34)):
        colour = RED if turn == 0 else INK
        yield f'<g transform="rotate({turn})" stroke-width=".9"><path fill="{colour}" d="M0 {-long}L4.5-4.5 0 0z"/>'
        yield f'<path fill="{PAPER}" d="M0 {-long}L-4.5-4.5 0 0z"/></g>'
    yield text("N", 0, -35, 14, INK, more='stroke="none" font-weight="bold"')
    yield "</g>"


def key(canvas: Canvas) -> Iterator[str]:
    """Which classes there are, how many of each, and how those on the way and the laid up are drawn."""
    heroes = canvas.atlas.heroes
    classes = Counter(hero.hero_class for hero in heroes)
    known = [one for one in HeroClass.values if one in classes]
    known += sorted(set(classes) - set(known))
    entries = [(token(one, "active", "", one[:1].upper(), 8.5), f"{one} × {classes[one]}") for one in known]
    if any(travelling(hero) for hero in heroes):
        entries.append((token("", HeroStatus.AWAY, "", "", 8.5), "away or on the road"))
    if any(hero.status == HeroStatus.INCAPACITATED for hero in heroes):
        entries.append((token("", HeroStatus.INCAPACITATED, "", "", 8.5), "laid up"))
    yield from _row(entries or [("", "nobody lives here yet")])


def _row(entries: list[tuple[str, str]]) -> Iterator[str]:
    size = _KEY_SIZE
    while (wide := sum(width(words, size) + 46 for _, words in entries)) > WIDTH - 110:
        size -= 0.5
    x, y = (WIDTH - wide) / 2, LAND.y + LAND.height + 49
    yield f'<rect x="{x - 10:.0f}" y="{y - 17:.0f}" width="{wide + 20:.0f}" height="34" rx="8" fill="{PAPER}" '
    yield f'stroke="{INK}" stroke-width="1.2" opacity=".93"/>'
    for drawn, words in entries:
        yield f'<g transform="translate({x + 18:.1f} {y:.1f})">{drawn}</g>'
        yield text(words, x + 32, y + size * 0.34, size, INK, anchor="start")
        x += width(words, size) + 46
