"""The signs of places and events: ink drawings about a middle at (0, 0), some twenty pixels wide.

``currentColor`` is the ink; what is drawn in it is drawn on parchment.
"""

from __future__ import annotations

from worlds.services.atlas.palette import GOLD, INK, ROOF, WALL

_LINE = 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"'
_BOLD, _FINE = _LINE.replace("1.5", "2"), _LINE.replace("1.5", "1")
_FULL = 'fill="currentColor"'

LANDMARKS = {
    "mystical_tree": f'<path {_BOLD} d="M0 10V0M0 4l-4-4M0 3l4-4"/>'
    '<path fill="#7f9d58" stroke="currentColor" stroke-width="1.3" d="M-8 1c-4-3-1-8 2-7 1-7 11-7 12 0 4-1 6 4 2 7-4 2-12 2-16 0z"/>'
    f'<path fill="{GOLD}" d="M0-6l1 2 2 1-2 1-1 2-1-2-2-1 2-1z"/>',
    "standing_stones": '<path fill="#b9ab93" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" '
    'd="M-10 8v-11l3-1 1 12zM-3 8v-14l6-1 1 15zM6 8v-10l3-1 2 11z"/><path ' + _LINE + ' d="M-11 9h22"/>',
    "hot_spring": '<ellipse cy="5" rx="10" ry="4.5" fill="#9cc4c6" stroke="currentColor" stroke-width="1.3"/>'
    f'<path {_LINE} d="M-5 1c-3-3 2-5-1-9M0 0c-3-3 2-6-1-10M5 1c-3-3 2-5-1-9"/>',
    "shrine": f'<path fill="{WALL}" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" d="M-9 9h18v-3h-18zM-7 6v-9M-7-3h14v9h-14z"/>'
    f'<path fill="{ROOF}" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" d="M-10-3l10-8 10 8z"/>'
    f'<path {_FULL} d="M-2 6v-5a2 2 0 0 1 4 0v5z"/>',
    "ruined_tower": '<path fill="#b9ab93" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" '
    f'd="M-6 10l1-17 3 3 2-5 2 3 3-3 1 19z"/><path {_FULL} d="M-1-1h3v4h-3z"/><path {_LINE} d="M-9 10h18M-4 4h3M2 6h2"/>',
    "battlefield": f'<path {_BOLD} d="M-8-9l15 16M8-9l-15 16"/><path {_LINE} d="M-9 4l5 5M9 4l-5 5"/>'
    f'<circle {_FULL} r="1.6" cx="-8.5" cy="9"/><circle {_FULL} r="1.6" cx="8.5" cy="9"/>',
    "great_library": f'<path fill="{WALL}" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" '
    'd="M0-5c-3-3-7-3-11-2v13c4-1 8-1 11 2 3-3 7-3 11-2v-13c-4-1-8-1-11 2z"/>'
    f'<path {_FINE} d="M0-5v13M-8-3c2 0 4 0 6 1M-8 1c2 0 4 0 6 1M8-3c-2 0-4 0-6 1M8 1c-2 0-4 0-6 1"/>',
    "dragon_bones": '<path fill="#f7efdc" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" '
    'd="M-8-5l-3-5 6 3c3-2 7-2 10 0l6-3-3 5c1 4-1 7-4 8l-1 5h-6l-1-5c-3-1-5-4-4-8z"/>'
    f'<circle {_FULL} r="1.9" cx="-3.2" cy="-1"/><circle {_FULL} r="1.9" cx="3.2" cy="-1"/><path {_LINE} d="M-1 5v3M1 5v3"/>',
    "waterfall": f'<path {_LINE} d="M-11-7h5M6-7h5M-6-7v8M6-7v8"/>'
    '<path fill="#8fb9c4" stroke="currentColor" stroke-width="1.2" d="M-5-8h10v14h-10z"/>'
    f'<path stroke="#fff" stroke-width="1.3" d="M-2-6v10M2-5v9"/><path {_LINE} d="M-10 8c3-4 6-4 7 0 2-4 5-4 6 0 2-4 5-4 7 0"/>',
    "lighthouse": '<path fill="#f7efdc" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" d="M-5 10l2-14h6l2 14z"/>'
    f'<path fill="{ROOF}" d="M-4.2 4l.6-4h7.2l.6 4z"/><path fill="{GOLD}" stroke="currentColor" stroke-width="1.2" d="M-2.5-4v-4l2.5-3 2.5 3v4z"/>'
    f'<path {_LINE} d="M5-7l5-2M5-5h5M-5-7l-5-2M-5-5h-5"/>',
    "hermitage": f'<path fill="{WALL}" stroke="currentColor" stroke-width="1.3" d="M-7 9v-8h14v8z"/>'
    '<path fill="#b08d4f" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" d="M-11 2l11-12 11 12-3 1-8-7-8 7z"/>'
    f'<path {_FULL} d="M-2 9v-5h4v5z"/>',
    "wishing_well": '<path fill="#b9ab93" stroke="currentColor" stroke-width="1.3" d="M-7 3h14v7h-14z"/>'
    f'<path {_LINE} d="M-6 3v-8M6 3v-8M0-5v5"/><path fill="{ROOF}" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round" d="M-9-5l9-5 9 5z"/>'
    f'<path {_FINE} d="M-7 6h14M-2 3v3M3 6v4"/>',
}  # fmt: skip

HALL = (
    f'<g stroke="{INK}" stroke-width="1.4" stroke-linejoin="round"><path fill="{WALL}" d="M-20 14v-22h4v3h4v-3h4v8h16v-8h4v3h4v-3h4v22z"/>'
    f'<path fill="{ROOF}" d="M-9 0l9-14 9 14z"/><path fill="{INK}" d="M-4 14v-7a4 4 0 0 1 8 0v7z"/>'
    f'<path fill="none" d="M0-14v-12"/><path fill="{GOLD}" d="M0-26h12l-3 4 3 4h-12z"/></g>'
)
TOWN = (
    f'<g stroke="{INK}" stroke-width="1.3" stroke-linejoin="round"><path fill="{WALL}" d="M-18 12v-9h12v9zM4 12v-10h13v10zM-7 12v-15h11v15z"/>'
    f'<path fill="{ROOF}" d="M-20 3l8-8 8 8zM2 2l8.5-8 8.5 8zM-9-3l7.5-13 7.5 13z"/>'
    f'<path fill="{INK}" stroke="none" d="M-3.5 12v-5h4v5zM9 12v-4h3v4zM-14 12v-4h3v4z"/></g>'
)
UNKNOWN = f'<path {_LINE} d="M-7-7l14 14M7-7l-14 14"/>'
"""For a landmark whose type nobody drew."""

EVENTS = {
    "festival": f'<path {_LINE} d="M-4 6v-12"/><path {_FULL} d="M-4-6l9 3-9 3z"/><circle {_FULL} r="1.2" cx="3" cy="4"/>',
    "storm": f'<path {_FULL} d="M-5-1a3 3 0 0 1 1-5 4 4 0 0 1 7 0 3 3 0 0 1 1 5zM1 0l-3 4h2l-1 3 4-5h-2z"/>',
    "incursion": f'<path {_BOLD} d="M-5-5l9 9M5-5l-9 9M-6 3l3 3M6 3l-3 3"/>',
    "market_boom": f'<path {_BOLD} d="M-5 4l4-4 2 2 5-6M2-4h4v4"/>',
    "market_slump": f'<path {_BOLD} d="M-5-4l4 4 2-2 5 6M2 4h4v-4"/>',
    "plague": f'<circle {_LINE} r="4"/><circle {_FULL} r="1.3"/><path {_LINE} d="M0-4v-3M0 4v3M-4 0h-3M4 0h3"/>',
    "discovery": f'<path {_FULL} d="M0-7l2 5 5 2-5 2-2 5-2-5-5-2 5-2z"/>',
}  # fmt: skip
