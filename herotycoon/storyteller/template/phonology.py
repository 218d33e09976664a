"""Naming languages: each world speaks one, drawn from a few syllables, so that its names sound related."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.vocabulary import Pronoun

_THRICE: Final = re.compile(r"(.)\1\1+")
_DOUBLED: Final = re.compile(r"([aiu])\1+")

Shift = tuple[str, str]


def joined(word: str) -> str:
    """The parts of a name as one word: `Moss` and `shaw` are `Mosshaw`."""
    return _THRICE.sub(r"\1\1", word)


@dataclass(frozen=True, slots=True)
class Phonology:
    """The syllables of a family of languages: a head ends in a consonant, a tail begins with a vowel."""

    heads: tuple[str, ...]
    middles: tuple[str, ...]
    she: tuple[str, ...]
    he: tuple[str, ...]
    they: tuple[str, ...]
    places: tuple[str, ...]
    families: tuple[str, ...]
    shifts: tuple[Shift, ...] = ()


@dataclass(frozen=True, slots=True)
class Language:
    """One world's share of a phonology."""

    heads: tuple[str, ...]
    middles: tuple[str, ...]
    she: tuple[str, ...]
    he: tuple[str, ...]
    they: tuple[str, ...]
    places: tuple[str, ...]
    families: tuple[str, ...]
    shifts: tuple[Shift, ...]

    def spelt(self, word: str) -> str:
        for old, new in self.shifts:
            word = word.replace(old, new)
        return _DOUBLED.sub(r"\1", joined(word)).capitalize()

    def given(self, dice: Dice, pronoun: Pronoun, head: str = "") -> str:
        """A given name, with this head if there is one."""
        tails = {"she": self.she, "he": self.he, "they": self.they}[pronoun]
        middle = dice.pick(self.middles) if dice.chance(15) else ""
        return self.spelt((head or dice.pick(self.heads)) + middle + dice.pick(tails))

    def stem(self, dice: Dice) -> str:
        """The root of a place's name."""
        head = dice.pick(self.heads)
        middle = dice.pick(self.middles) if len(head) < SHORT or dice.chance(25) else ""
        return self.spelt(head + middle)

    def place(self, dice: Dice) -> str:
        """A village or a town."""
        middle = dice.pick(self.middles) if dice.chance(20) else ""
        return self.spelt(dice.pick(self.heads) + middle + dice.pick(self.places))

    def family(self, dice: Dice) -> str:
        """A family's name."""
        middle = dice.pick(self.middles) if dice.chance(25) else ""
        return self.spelt(dice.pick(self.heads) + middle + dice.pick(self.families))


def _share(dice: Dice, words: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(dice.sample(words, most))


HEADS: Final = 26
SHORT: Final = 4
TAILS: Final = 7


@lru_cache(maxsize=4096)
def language(seed: int, phonology: Phonology) -> Language:
    """The language of the world with this seed."""
    dice = Dice(seed, "language")
    shifts = dice.sample(phonology.shifts, dice.below(3))
    return Language(
        heads=_share(dice, phonology.heads, HEADS),
        middles=_share(dice, phonology.middles, 5),
        she=_share(dice, phonology.she, TAILS),
        he=_share(dice, phonology.he, TAILS),
        they=_share(dice, phonology.they, TAILS),
        places=_share(dice, phonology.places, TAILS),
        families=_share(dice, phonology.families, TAILS),
        shifts=tuple(shifts),
    )
