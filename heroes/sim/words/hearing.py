"""Reads reasoning back: which action, which contributions, what else was considered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from heroes.sim.lexicon import ACTIONS, VOICED, Action
from heroes.sim.words.book import BY_ME, COMPANY, MODES, Frame, book, capital, openers

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
    ear = Ear(text)
    mains, tails = _frames()
    begun = (heard for main in mains for heard in ear.frame(Heard(0, None, ()), main))
    for heard in begun:
        for tail in tails:
            yield from (whole for whole in ear.frame(heard, tail) if whole.at == len(text))


@cache
def _frames() -> tuple[list[Frame], list[Frame]]:
    """The frames of first sentences, and of second ones."""
    tails = [frame for frame in book().frames if frame.literals[0].startswith(" ")]
    return [frame for frame in book().frames if frame not in tails], tails


Fit = tuple[int, str | None, Meaning]
"""Where a fragment ends, what the company is called, what it means."""


@dataclass(frozen=True)
class Ear:
    """Listens to one text, and remembers what it has made out already."""

    text: str
    fits: dict[tuple[str, int, str | None], list[Fit]] = field(default_factory=dict)

    def frame(self, heard: Heard, frame: Frame) -> list[Heard]:
        """All ways in which the text goes on in this frame."""
        ways = [heard]
        for literal, slot in zip(frame.literals, (*frame.slots, ""), strict=True):
            ways = [
                Heard(w.at + len(literal), w.name, w.said)
                for w in ways
                if self.text.startswith(literal, w.at)
            ]
            if slot:
                ways = [
                    Heard(at, name, (*way.said, meaning))
                    for way in ways
                    for at, name, meaning in self._slot(slot, way.at, way.name)
                ]
        return ways

    def _slot(self, slot: str, at: int, name: str | None) -> list[Fit]:
        key = (slot, at, name)
        if key not in self.fits:
            known = _vocabulary()[slot]
            fragments = (*known.get(self.text[at : at + _START], ()), *known[""])
            self.fits[key] = [
                (end, called, meaning)
                for fragment, meaning in fragments
                for end, called in self._fragment(fragment, at, name)
            ]
        return self.fits[key]

    def _fragment(self, fragment: str, at: int, name: str | None) -> Iterator[tuple[int, str | None]]:
        """Where the fragment ends and what name it gives the company, in all ways in which it fits."""
        if name is not None:
            fragment = fragment.replace(COMPANY, name)
        before, named, after = fragment.partition(COMPANY)
        if not self.text.startswith(before, at):
            return
        start = at + len(before)
        if not named:
            yield start, name
            return
        anchor = after.partition(COMPANY)[0]
        stop = start + _LONGEST_NAME + len(anchor)
        end = self.text.find(anchor, start + 1, stop)
        while end >= 0:
            rest = after.replace(COMPANY, self.text[start:end])
            if self.text.startswith(rest, end):
                yield end + len(rest), self.text[start:end]
            end = self.text.find(anchor, end + 1, stop)


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
    said = [(text, ("r", name)) for name in VOICED for text in _of(book().clauses[name].ravel().tolist())]
    acts = [(text, ("o", ACTIONS[a])) for a in Action for mode in range(MODES) for text in openers(a, mode)]
    left = [(text, ("n", ACTIONS[a])) for a in Action for text in _of(book().nouns[a].tolist())]
    return {
        "O": acts,
        "o": [entry for entry in acts if entry[0].startswith(BY_ME)],
        "R": [(capital(text), meaning) for text, meaning in said],
        "r": said,
        "S": [(capital(text), meaning) for text, meaning in said],
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
