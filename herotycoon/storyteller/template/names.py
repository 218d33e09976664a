"""Names of heroes: no two alike in one world, whichever numbers are asked for and in whatever order."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Final

from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.template.gazetteer import Gazetteer, different, gazetteer
from herotycoon.storyteller.template.phonology import joined
from herotycoon.storyteller.vocabulary import PRONOUNS, Pronoun

GIVEN: Final = {"she": 90, "he": 90, "they": 60}
SURNAMES: Final = 150
PRONOUN_WEIGHTS: Final[tuple[tuple[Pronoun, int], ...]] = (("she", 45), ("he", 45), ("they", 10))


@dataclass(frozen=True, slots=True)
class Register:
    """The names of one world's people."""

    given: dict[Pronoun, tuple[str, ...]]
    surnames: tuple[str, ...]


def pronoun_of(seed: int, number: int) -> Pronoun:
    return Dice(seed, "pronoun", number).weighted(PRONOUN_WEIGHTS)


@lru_cache(maxsize=256)
def register(seed: int) -> Register:
    words = gazetteer(seed)
    dice = Dice(seed, "register")
    taken = {name.casefold() for name in (*words.lists["person"], *words.mentors)}
    heads = dice.shuffled(words.language.heads)
    given = {pronoun: _given(dice, words, pronoun, heads, taken) for pronoun in PRONOUNS}
    style = dice.pick(words.theme.surnames)
    return Register(given, different(SURNAMES, lambda: _surname(dice, words, style), taken))


def _given(
    dice: Dice, words: Gazetteer, pronoun: Pronoun, heads: list[str], taken: set[str]
) -> tuple[str, ...]:
    """Given names; neighbours begin differently, and so do neighbours of different pronouns."""
    turns = count()

    def name() -> str:
        return words.language.given(dice, pronoun, heads[next(turns) % len(heads)])

    return different(GIVEN[pronoun], name, taken)


def _surname(dice: Dice, words: Gazetteer, style: str) -> str:
    match style:
        case "compound":
            first, second = words.theme.compounds
            return joined(dice.pick(first) + dice.pick(second))
        case "particle":
            return f"{dice.pick(words.theme.particles)} {words.language.stem(dice)}"
        case _:
            return words.language.family(dice)


def name_of(seed: int, number: int) -> tuple[str, str]:
    """Given name and surname of the hero with this number.

    Heroes walk through the given names of their pronoun; each time around, the surnames have moved on by one,
    so that a pair returns only after given names × surnames heroes. Beyond that they count themselves.
    """
    book = register(seed)
    given = book.given[pronoun_of(seed, number)]
    turn, place = divmod(number, len(given))
    generation, turn = divmod(turn, len(book.surnames))
    surname = book.surnames[(place + turn) % len(book.surnames)]
    return given[place], f"{surname} {'I' * (generation + 1)}" if generation else surname
