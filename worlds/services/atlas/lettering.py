"""Words on a drawing: what a text may hold, how wide it runs, where it breaks. Lengths are in pixels."""

from __future__ import annotations

import math
import unicodedata
from html import escape

SERIF = "Georgia, 'Palatino Linotype', 'Book Antiqua', Palatino, 'Times New Roman', serif"
_WIDE, _CAPITAL, _NARROW, _USUAL = 1.02, 0.76, 0.33, 0.56
"""Widths of letters as shares of the size of the type: rather too much than too little."""
_UNSEEN = {"Cc", "Cs", "Cn", "Zl", "Zp"}
_TURNING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
"""Marks that would turn round the text that follows."""


def clean(text: str) -> str:
    """The text as it may stand in a document: what XML forbids, and what nobody sees, becomes a space."""
    seen = (" " if unicodedata.category(c) in _UNSEEN or c in _TURNING else c for c in text)
    return " ".join("".join(seen).split())


def xml(text: str) -> str:
    """A text of somebody's as the content of an element or an attribute."""
    return escape(clean(text), quote=True)


def initial(name: str) -> str:
    """The letter by which a hero goes on a token."""
    letter = next((c for c in clean(name) if c.isalnum()), "?")
    return letter.upper()[0]


def width(text: str, size: float, spacing: float = 0.0) -> float:
    """How wide a line of this type runs, about."""
    return sum(_width(c) * size + spacing for c in text)


def _width(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    if letter in " .,;:'|!ijltf()[]":
        return _NARROW
    return _CAPITAL if letter.isupper() or letter in "mwMW%&@" else _USUAL


def lines(text: str, most: float, size: float, spacing: float = 0.0) -> list[str]:
    """The text broken into the fewest lines of at most this width, about equally long; a long word is cut."""
    words = [piece for word in clean(text).split(" ") for piece in _pieces(word, most, size, spacing)]
    total = width(" ".join(words), size, spacing)
    least = max(1, -int(-total // most))
    for wanted in range(least, len(words)):
        for even in (1.0, 1.15, 1.3, 1.5, math.inf):
            filled = _filled(words, min(most, total / wanted * even), size, spacing)
            if len(filled) <= wanted:
                return filled
    return words


def _filled(words: list[str], most: float, size: float, spacing: float) -> list[str]:
    filled = [words[0]]
    for word in words[1:]:
        longer = f"{filled[-1]} {word}"
        if width(longer, size, spacing) <= most:
            filled[-1] = longer
        else:
            filled.append(word)
    return filled


def _pieces(word: str, most: float, size: float, spacing: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, spacing) > most:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def text(
    words: str, x: float, y: float, size: float, fill: str, *, more: str = "", anchor: str = "middle"
) -> str:
    """One line of text; ``more`` is further attributes of ours."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{fill}" text-anchor="{anchor}"'
        f"{' ' + more if more else ''}>{xml(words)}</text>"
    )
