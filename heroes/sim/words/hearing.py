"""Reads reasoning back: which action, which contributions, what else was considered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from heroes.sim.lexicon import ACTIONS, CONTRIBUTIONS, Action
from heroes.sim.words.book import COMPANY, MODES, Frame, book, capital, openers

Meaning = tuple[str, str]
"""What a fragment says: (kind of slot, name of an action or contribution)."""
_START = 4
"""By so many letters fragments are looked up."""
_LONGEST_NAME = 80


class NotReasoning(ValueError):
    """A text that no hero could have said."""


@dataclass(frozen=True)
class Spoken:
    """What a text says: names of actions and contributions, in the order in which they are named."""

    chosen: str
    top: tuple[str, ...]
    rejected: str | None
    tempted_by: str | None


@dataclass(frozen=True)
class Heard:
    """What has been understood of a text so far: up to ``at``, with the company's name if it has been told."""

    at: int
    name: str | None
    said: tuple[Meaning, ...]


def spoken(text: str) -> Spoken:
    """Understand a text of ``reasons``; ``NotReasoning`` if it is none, or if it can be taken in two ways.

    The company may have any name; of several ways to read it, the one with the shortest name is meant.
    """
    understood: dict[int, set[Spoken]] = {}
    for heard in _texts(text):
        understood.setdefault(len(heard.name or ""), set()).add(_meant(heard))
    if not understood:
        raise NotReasoning(f"no hero would say {text!r}")
    likeliest = understood[min(understood)]
    if len(likeliest) > 1:
        raise NotReasoning(f"{text!r} can be taken in {len(likeliest)} ways")
    return likeliest.pop()


def _meant(heard: Heard) -> Spoken:
    by_kind: dict[str, list[str]] = {"o": [], "r": [], "n": [], "l": []}
    for kind, name in heard.said:
        by_kind[kind].append(name)
    rejected, tempted = by_kind["n"], by_kind["l"]
    return Spoken(
        chosen=by_kind["o"][0],
        top=tuple(by_kind["r"]),
        rejected=rejected[0] if rejected else None,
        tempted_by=tempted[0] if tempted else None,
    )


def _texts(text: str) -> Iterator[Heard]:
    mains, tails = _frames()
    for main in mains:
        for heard in _frame(text, Heard(0, None, ()), main):
            for tail in tails:
                yield from (whole for whole in _frame(text, heard, tail) if whole.at == len(text))


@cache
def _frames() -> tuple[list[Frame], list[Frame]]:
    """The frames of first sentences, and of second ones."""
    b = book()
    tails = [frame for frame in b.frames if frame.literals[0].startswith(" ")]
    return [frame for frame in b.frames if frame not in tails], tails


def _frame(text: str, heard: Heard, frame: Frame) -> Iterator[Heard]:
    """All ways in which the text goes on in this frame."""
    ways = [heard]
    for literal, slot in zip(frame.literals, (*frame.slots, ""), strict=True):
        ways = [Heard(w.at + len(literal), w.name, w.said) for w in ways if text.startswith(literal, w.at)]
        if slot:
            ways = [further for way in ways for further in _slot(text, way, slot)]
        if not ways:
            return
    yield from ways


def _slot(text: str, heard: Heard, slot: str) -> Iterator[Heard]:
    known = _vocabulary()[slot]
    for fragment, meaning in (*known.get(text[heard.at : heard.at + _START], ()), *known[""]):
        for at, name in _fragment(text, heard, fragment):
            yield Heard(at, name, (*heard.said, meaning))


def _fragment(text: str, heard: Heard, fragment: str) -> Iterator[tuple[int, str | None]]:
    """Where the fragment ends and what name it gives the company, in all ways in which it fits."""
    if heard.name is not None:
        fragment = fragment.replace(COMPANY, heard.name)
    before, named, after = fragment.partition(COMPANY)
    if not text.startswith(before, heard.at):
        return
    if not named:
        yield heard.at + len(before), heard.name
        return
    start = heard.at + len(before)
    for end in range(start + 1, min(start + _LONGEST_NAME, len(text)) + 1):
        rest = after.replace(COMPANY, text[start:end])
        if text.startswith(rest, end):
            yield end + len(rest), text[start:end]


@cache
def _vocabulary() -> dict[str, dict[str, list[tuple[str, Meaning]]]]:
    """kind of slot: {first letters: [(fragment, meaning)]}; "" for those that may begin with a name."""
    out: dict[str, dict[str, list[tuple[str, Meaning]]]] = {}
    for slot, entries in _entries().items():
        index = out.setdefault(slot, {"": []})
        for fragment, meaning in dict.fromkeys(entries):
            start = fragment[:_START]
            index.setdefault("" if "{" in start else start, []).append((fragment, meaning))
    return out


def _entries() -> dict[str, list[tuple[str, Meaning]]]:
    said = [
        (text, ("r", name)) for name in CONTRIBUTIONS for text in _of(book().clauses[name].ravel().tolist())
    ]
    acts = [(text, ("o", ACTIONS[a])) for a in Action for mode in range(MODES) for text in openers(a, mode)]
    left = [(text, ("n", ACTIONS[a])) for a in Action for text in _of(book().nouns[a].tolist())]
    return {
        "O": acts,
        "o": [entry for entry in acts if entry[0].startswith("I")],
        "R": [(capital(text), meaning) for text, meaning in said],
        "r": said,
        "s": said,
        "N": [(capital(text), meaning) for text, meaning in left],
        "n": left,
        "l": [(text, ("l", meaning[1])) for text, meaning in said],
    }


def _of(cells: list[int]) -> list[str]:
    """The fragments of these cells."""
    b = book()
    found: dict[str, None] = {}
    for cell in dict.fromkeys(cells):
        start, size = int(b.start[cell]), int(b.size[cell])
        found |= dict.fromkeys(str(b.text[fragment]) for fragment in b.slots[start : start + size])
    return list(found)
