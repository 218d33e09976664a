"""What grows and stands in each type of land: small ink drawings, a foot at (0, 0), about thirty pixels high.

``{light}`` and ``{dark}`` are the colours of the land. The first of a type is the commonest.
"""

from __future__ import annotations

from typing import NamedTuple


class Growth(NamedTuple):
    """How a type of land is covered: pixels from one drawing to the next, and the drawings."""

    apart: float
    drawings: tuple[str, ...]


_INK = 'fill="none" stroke="{dark}" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"'
_BOLD = _INK.replace("1.3", "1.9")
_FOAM = _BOLD.replace("{dark}", "{light}")
_BODY = 'fill="{light}" stroke="{dark}" stroke-width="1.2" stroke-linejoin="round"'
_BARE = 'fill="{light}"'
_ICE = _BODY.replace("{light}", "#d3e4ea")

GROWTH = {
    "forest": Growth(27, (
        f'<path {_INK} d="M0 0V-8"/><path {_BODY} d="M-8-8c-4-3-1-9 3-8 0-6 10-6 10 0 5-1 7 5 3 8-3 3-13 3-16 0z"/>'
        f'<path {_INK} d="M2-10c3 0 5-1 5-3" opacity=".6"/>',
        f'<path {_BODY} d="M0-27l7 11h-3l5 8h-4l4 6h-18l4-6h-4l5-8h-3z"/><path {_INK} d="M0-2V1"/>',
        f'<path {_INK} d="M0 0V-5"/><path {_BODY} d="M0-20c5 3 6 12 2 15h-4c-4-3-3-12 2-15z"/>',
    )),
    "jungle": Growth(27, (
        f'<path {_BOLD} d="M0 0c2-7 0-12 2-19"/>'
        f'<path {_BODY} d="M2-19c-5-6-11-4-13 1 5-2 9-2 13-1 3-6 9-7 13-1-5-1-9 0-13 1 4 1 8 4 8 9-4-2-6-5-8-9-5 1-8 5-8 9'
        '-1-5 3-8 8-9z"/>',
        f'<path {_BODY} d="M-11 0c-3-6 1-9 3-8-1-6 5-9 8-5 4-4 9 0 8 5 3 0 5 4 3 8z"/>'
        f'<path {_INK} d="M-4-3c0-4 2-6 4-7M4-3c0-3-1-5-2-6" opacity=".7"/>',
        f'<path {_INK} d="M0 0c-1-5-5-9-9-9M0 0c0-6 1-10 4-13M0 0c2-4 5-6 9-6"/>',
    )),
    "mountains": Growth(40, (
        f'<path {_BODY} d="M-19 0l14-27 4 5 4-9 17 31z"/><path fill="{{dark}}" opacity=".45" d="M3-31l17 31h-12l-4-13z"/>'
        '<path fill="#fff" opacity=".85" d="M3-31l-4 9 3-1 2 3 3-2 3 0z"/>',
        f'<path {_BODY} d="M-14 0l12-22 15 22z"/><path fill="{{dark}}" opacity=".45" d="M-2-22l15 22h-9l-4-10z"/>',
        f'<path {_BODY} d="M-9 0l8-12 9 12z"/><path {_INK} d="M-1-12l2 7" opacity=".7"/>',
    )),
    "hills": Growth(36, (
        f'<path {_BODY} d="M-16 0c4-13 12-16 17-11 6 1 11 6 14 11z"/><path {_INK} d="M3-8c4 1 6 4 8 7M6-9" opacity=".6"/>',
        f'<path {_INK} d="M-13 0c4-11 16-13 24 0M-2-6c3 0 5 2 6 4" />',
        f'<path {_INK} d="M-3 0c0-3-1-4-2-5M0 0V-7M3 0c0-3 1-4 2-5"/>',
    )),
    "swamp": Growth(32, (
        f'<path {_INK} d="M-4 0c0-6-1-10-3-13M0 0V-17M4 0c0-6 1-9 4-12M-10 1h20M-5 4h12"/>'
        '<path fill="{dark}" d="M-1.5-19h3v-7h-3zM6.5-13l2.6 1 1.6-5-2.4-.8z"/>',
        '<path fill="none" stroke="{dark}" stroke-width="1.3" stroke-linecap="round" opacity=".7" '
        'd="M-11 0h9M1 0h11M-6 4h13M-3-4h9"/>',
        f'<path {_BOLD} d="M0 0c-1-8 1-12 0-20M0-10l-7-6M0-13l6-7M-7-16l-4-1M6-20l1-4"/>',
    )),
    "coast": Growth(34, (
        f'<path {_FOAM} d="M-15 0c3-6 7-6 10 0 3-6 7-6 10 0 3-6 7-6 10 0"/>',
        f'<path {_FOAM} d="M-10 0c3-5 7-5 10 0 3-5 7-5 10 0"/>',
        f'<path {_INK} d="M-9 0c3-5 6-5 9 0 3-5 6-5 9 0" opacity=".8"/>',
        '<path fill="#fffaf0" stroke="{dark}" stroke-width="1.1" stroke-linejoin="round" d="M-1-5v-17l11 15zM-3-5v-12l-7 11z"/>'
        '<path fill="{dark}" d="M-12-5h24l-4 5h-15z"/>',
        f'<path {_BODY} d="M-8 0l3-7 4 2 3-4 6 9z"/>',
    )),
    "plains": Growth(33, (
        f'<path {_INK} d="M-6 0c0-4-1-6-3-8M-4 0V-9M-2 0c0-4 1-6 3-7"/><path {_INK} d="M6 2c0-3-1-4-2-5M8 2V-5M10 2c0-3 1-4 2-4"'
        ' opacity=".7"/>',
        f'<path {_INK} d="M-3 0c0-3-1-5-2-6M0 0V-7M3 0c0-3 1-5 2-6"/>',
        f'<path {_INK} d="M0 0V-15M0-4l4-3M0-4l-4-3M0-8l4-3M0-8l-4-3M0-12l3-3M0-12l-3-3"/>',
        '<circle r="1.6" cx="-4" cy="-3" fill="#b5533c"/><circle r="1.6" cx="3" cy="-5" fill="#e9e0f2"/>'
        f'<path {_INK} d="M-4-1V2M3-3V2"/>',
    )),
    "desert": Growth(38, (
        f'<path {_BARE} d="M-19 0c8-1 12-10 18-11 4 3 9 10 19 11z"/>'
        f'<path {_INK} d="M-19 0c8-1 12-10 18-11 4 3 9 10 19 11M-1-11c-2 4-1 7 3 10"/>',
        f'<path {_INK} d="M-13 0c6-5 10-5 14-1 4-3 8-3 12 0" opacity=".7"/>',
        '<path fill="none" stroke="#6f8448" stroke-width="4" stroke-linecap="round" d="M0-1V-16M0-6h-6v-5M0-8h6v-6"/>',
        '<g fill="{dark}" opacity=".55"><circle r="1"/><circle r="1" cx="6" cy="-3"/><circle r="1" cx="-6" cy="-4"/>'
        '<circle r="1" cx="1" cy="-7"/></g>',
    )),
    "tundra": Growth(37, (
        f'<path {_BODY} d="M-14 0c3-8 9-10 13-6 5-4 11 0 14 6z"/>',
        f'<path {_BODY} d="M0-22l6 9h-2l4 7h-3l3 5h-16l3-5h-3l4-7h-2z"/><path {_INK} d="M0-1V2"/>',
        f'<path {_INK} d="M0-6V6M-5-3l10 6M5-3l-10 6" opacity=".75"/>',
        f'<path {_ICE} d="M-6 0l2-12 4-6 3 7 3 2 2 9z"/><path {_INK} d="M0-18l1 18" opacity=".5"/>',
    )),
    "ruins": Growth(40, (
        f'<path {_BODY} d="M-4 0v-22l2 2 2-3 2 3 2-1v21zM-7 0h14v-3h-14z"/><path {_INK} d="M-1-17v13M2-17v13" opacity=".5"/>',
        f'<path {_BODY} d="M-15 0v-20h7l3-4 9 1 3 3 4-1v10h-4v11h-6v-9c-1-5-8-5-9 0v9z"/>',
        f'<path {_BODY} d="M-10 0v-7h7v7zM-1 0v-4h8v4zM-6-7v-4h6v4z"/>',
        f'<path {_INK} d="M-9 0l4-3 5 2 4-4 5 4" opacity=".7"/>',
    )),
}  # fmt: skip
