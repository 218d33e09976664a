"""Which words of a stranger may enter a world, and what is done to words on their way to one.

A storyteller for hire may answer with anything: an apology, an error, a page of HTML, somebody else's instructions.
There is no list of all that; but there is little that a sentence of a tale has to be, and whatever goes wrong is mostly
something else:

- it is made of letters and the signs of sentences, on one line, and ends like a sentence (no markup, no code, no cut);
- nobody shouts: no word has two capitals in a row, as abbreviations and errors have;
- the teller is not in the tale: nobody says "I", nor "you", outside of what somebody is quoted to say;
- it speaks of its subject, by a word that is known beforehand (see ``asked.py``), which an excuse does not;
- the few words of the machinery itself that pass for a tale's are refused by name.

A tale that is refused unjustly costs nothing: the template's stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from herotycoon.api.documents import NAME

PUNCTUATION: Final = " ,.;:!?'\"’‘“”—–-…()"
_SIGN = re.compile(NAME)
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_TELLER = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Uu]s|[Oo]ur|[Oo]urselves)\b")
_LISTENER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_MACHINERY = re.compile(
    r"\b(?:language model|artificial intelligence|assistant|chatbot|prompts?|instructions?|tokens? limit|rate limit"
    r"|quota|exceeded|timed? ?out|json|https?|api|null|undefined|exception|placeholder|lorem ipsum)\b",
    re.IGNORECASE,
)
_HABIT = re.compile(r"(?:[a-z]+s|will|can|cannot|always|never|often)\b[ ,][^.!?]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BLANKS = re.compile(r"\s+")


def quotable(text: object, most: int) -> str:
    """Any text as one line of at most ``most`` characters without control characters, to be quoted to a stranger."""
    visible = "".join(
        " " if unicodedata.category(sign)[0] in "CZ" else sign for sign in str(text)[: 4 * most]
    )
    return _BLANKS.sub(" ", visible).strip()[:most]


def tale(text: str) -> str:
    """The text, put into one form of Unicode; ValueError where it is no sentences of a tale."""
    return _told(text, digits=False, listener=False)


def habit(text: str) -> str:
    """The same for a phrase that goes on after somebody's name, as the template writes quirks: "counts every stair"."""
    phrase = unicodedata.normalize("NFC", text).strip()
    if not _HABIT.match(phrase) or phrase[-1] in ".!?…":
        raise ValueError("it is no phrase about what somebody does")
    _told(f"X {phrase}.", digits=False, listener=False)
    return phrase


def account(text: str) -> str:
    """The same for what is told to the master, who may be addressed, with numbers."""
    return _told(text, digits=True, listener=True)


def numbers(text: str) -> set[str]:
    """The numbers that a text tells in digits, without the signs between them."""
    return {re.sub(r"\D", "", found) for found in _NUMBER.findall(text)}


def speaks_of(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words is in the text, whole."""
    known = "|".join(re.escape(word) for word in words if word)
    return bool(known) and bool(re.search(rf"(?<!\w)(?:{known})(?!\w)", text, re.IGNORECASE))


def _told(text: str, *, digits: bool, listener: bool) -> str:
    text = unicodedata.normalize("NFC", text).strip()
    for wrong, why in (
        (_strange(text, digits), "it has signs that no sentence needs"),
        (not _sentences(text), "it does not begin and end like a sentence"),
        (any(one.isupper() and next_.isupper() for one, next_ in pairwise(text)), "it shouts"),
        (_TELLER.search(_unquoted(text)), "the teller speaks of itself"),
        (not listener and _LISTENER.search(_unquoted(text)), "it speaks to somebody"),
        (_MACHINERY.search(text), "it speaks of the machinery"),
    ):
        if wrong:
            raise ValueError(why)
    return text


def _strange(text: str, digits: bool) -> bool:
    return not all(
        sign in PUNCTUATION or (_SIGN.match(sign) and (sign.isalpha() or (digits and sign in "+%0123456789")))
        for sign in text
    )


def _sentences(text: str) -> bool:
    first = text.lstrip("\"“‘'(")[:1]
    return bool(first) and not first.islower() and text.rstrip("\"”’')")[-1:] in (".", "!", "?", "…")


def _unquoted(text: str) -> str:
    return _QUOTED.sub(" ", text)
