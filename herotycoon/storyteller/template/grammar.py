"""Sentence frames: text with slots, filled without ever filling two alike.

A frame is one sentence. Inside it
    {thing}        a word from the list `thing`; {thing2} is a second, different one; repeated, the same one
    {a:thing}      the same with "a" or "an" before it
    [one|two]      one of the alternatives
    {She} {she} {her} {ob} {herself}   the hero; the first of them may become the hero's name
    {was} {has} {is} {does} {s} {es}   verbs that agree with the hero last mentioned
Words the caller fixes (a home, a mentor) are slots too, but only slots with a list and alternatives make a
frame's *capacity*: the number of different sentences it can give. `fill` numbers them all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from herotycoon.storyteller.vocabulary import Pronoun

Lists = Mapping[str, tuple[str, ...]]
Fixed = Mapping[str, str]

_TOKEN: Final = re.compile(r"\{(a:)?([A-Za-z]+)(\d?)\}|\[([^\[\]]+)\]")
_HERO: Final = {
    "she": {"she": "she", "her": "her", "ob": "her", "herself": "herself"},
    "he": {"she": "he", "her": "his", "ob": "him", "herself": "himself"},
    "they": {"she": "they", "her": "their", "ob": "them", "herself": "themself"},
}
_AGREEMENT: Final = {
    "was": ("was", "were"),
    "has": ("has", "have"),
    "is": ("is", "are"),
    "does": ("does", "do"),
    "s": ("s", ""),
    "es": ("es", ""),
}
_SOUNDS_LIKE_A_CONSONANT: Final = ("uni", "use", "usu", "eu", "one ", "one-", "once", "ute", "ewe")
_SOUNDS_LIKE_A_VOWEL: Final = ("hour", "heir", "honest", "honour")


@dataclass(frozen=True, slots=True)
class Slot:
    name: str
    turn: str
    article: bool
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    parts: tuple[str | Slot, ...]


@dataclass(slots=True)
class Voice:
    """How the text speaks of its hero; `named` while the next mention should be the name."""

    name: str
    pronoun: Pronoun
    named: bool = True
    plural: bool = False

    def mention(self, case: str) -> str:
        if self.named and case != "herself":
            self.named, self.plural = False, False
            return possessive(self.name) if case == "her" else self.name
        if case == "she":
            self.plural = self.pronoun == "they"
        return _HERO[self.pronoun][case]

    def agreed(self, verb: str) -> str:
        return _AGREEMENT[verb][self.plural]


@cache
def frame(text: str) -> Frame:
    """The frame that `text` describes."""
    parts: list[str | Slot] = []
    end = 0
    for token in _TOKEN.finditer(text):
        parts.append(text[end : token.start()])
        article, name, turn, choices = token.groups()
        parts.append(Slot(name or "", turn or "", article is not None, tuple((choices or "").split("|"))))
        end = token.end()
    parts.append(text[end:])
    return Frame(tuple(part for part in parts if part != ""))


def capacity(template: Frame, lists: Lists) -> int:
    """How many different sentences the frame gives with these lists."""
    product = 1
    seen: dict[str, set[str]] = {}
    for part in template.parts:
        if isinstance(part, str):
            continue
        if not part.name:
            product *= len(part.choices)
        elif part.name in lists and part.turn not in (turns := seen.setdefault(part.name, set())):
            product *= len(lists[part.name]) - len(turns)
            turns.add(part.turn)
    return product


def fill(template: Frame, index: int, lists: Lists, fixed: Fixed, voice: Voice | None = None) -> str:
    """The `index`-th sentence of the frame, 0 <= index < capacity; different indexes differ.

    A slot that neither `lists` nor `fixed` nor the grammar knows raises `KeyError`.
    """
    taken: dict[str, dict[str, int]] = {}
    words: list[str] = []
    for part in template.parts:
        if isinstance(part, str):
            words.append(part)
            continue
        if not part.name:
            index, digit = divmod(index, len(part.choices))
            word = part.choices[digit]
        elif part.name in lists:
            index, word = _drawn(part, index, lists[part.name], taken.setdefault(part.name, {}))
        else:
            word = _spoken(part.name, fixed, voice)
        words.append(with_article(word) if part.article else word)
    return sentence("".join(words))


def _drawn(slot: Slot, index: int, words: tuple[str, ...], taken: dict[str, int]) -> tuple[int, str]:
    """The word for a slot with a list, and what is left of the index."""
    if slot.turn not in taken:
        index, place = divmod(index, len(words) - len(taken))
        for other in sorted(taken.values()):
            place += place >= other
        taken[slot.turn] = place
    return index, words[taken[slot.turn]]


def _spoken(name: str, fixed: Fixed, voice: Voice | None) -> str:
    """The word for a slot without a list: the caller's, the hero, or a verb."""
    if name in fixed:
        return fixed[name]
    if voice is not None and name in _AGREEMENT:
        return voice.agreed(name)
    if voice is not None and name.lower() in _HERO["she"]:
        return voice.mention(name.lower())
    raise KeyError(f"nothing is known of the slot {name!r}")


def sentence(text: str) -> str:
    """The text with its first letter raised."""
    for place, letter in enumerate(text):
        if letter.isalpha():
            return text[:place] + letter.upper() + text[place + 1 :]
    return text


def with_article(noun: str) -> str:
    """`a herring`, `an apple`, `an hour`, `a useful goat`."""
    start = noun.lower()
    if start.startswith(_SOUNDS_LIKE_A_VOWEL):
        return f"an {noun}"
    vowel = start[:1] in "aeiou" and not start.startswith(_SOUNDS_LIKE_A_CONSONANT)
    return f"{'an' if vowel else 'a'} {noun}"


def possessive(name: str) -> str:
    return f"{name}'s"


_IRREGULAR: Final = {
    "draugr": "draugr",
    "echo": "echoes",
    "wolf": "wolves",
    "thief": "thieves",
    "mouse": "mice",
    "goose": "geese",
    "man": "men",
    "ox": "oxen",
    "calf": "calves",
    "louse": "lice",
    "deer": "deer",
    "sheep": "sheep",
    "fish": "fish",
    "swine": "swine",
    "dwarf": "dwarves",
    "elf": "elves",
    "witch": "witches",
}


def spoken(monster: str) -> str:
    """A monster as people call it: `frost wolf`."""
    return "will-o'-the-wisp" if monster == "will_o_wisp" else monster.replace("_", " ")


def plural(noun: str) -> str:
    """More than one: `frost wolves`, `harpies`, `marsh witches`."""
    head, gap, last = noun.rpartition(" ")
    if last in _IRREGULAR:
        return f"{head}{gap}{_IRREGULAR[last]}"
    for ending in ("wolf", "man", "fish"):
        if last.endswith(ending):
            return f"{head}{gap}{last.removesuffix(ending)}{_IRREGULAR[ending]}"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{head}{gap}{last[:-1]}ies"
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun}s"


def is_plural(name: str) -> bool:
    """Whether a place is many: "The Salt Fens", "The Baths of Trud", but not "Owl's Moss"."""
    head = name.split(" of ", maxsplit=1)[0].split(" in ", maxsplit=1)[0]
    return head.endswith("s") and not head.endswith(("ss", "'s"))


def in_text(name: str) -> str:
    """A name as it stands inside a sentence: "The Salt Fen" becomes "the Salt Fen"."""
    return f"the {name.removeprefix('The ')}" if name.startswith("The ") else name


def listed(words: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


_SMALL_WORDS: Final = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "near", "of", "on", "or", "the", "to", "with")
)


def titled(text: str) -> str:
    """A heading: every word raised but the small ones."""
    first, *rest = text.split(" ")
    words = [word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in rest]
    return " ".join([first[:1].upper() + first[1:], *words])
