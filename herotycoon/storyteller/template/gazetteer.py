"""The words of one world: its theme, its language, and the lists that its sentences draw on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from herotycoon.storyteller.template.common import KIN, NUMBERS, SMALL_NUMBERS, SONGS, WORDS
from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.template.grammar import capacity, fill, frame
from herotycoon.storyteller.template.phonology import Language, language
from herotycoon.storyteller.template.themes.base import Theme
from herotycoon.storyteller.template.themes.catalogue import THEMES
from herotycoon.storyteller.vocabulary import PRONOUNS

VILLAGES: Final = 60
HOMES: Final = 24
PEOPLE: Final = 80
MENTORS: Final = 24
YEARS: Final = 40
INNS: Final = 20
SONG_TITLES: Final = 24
FROM_THE_COMMON_LIST: Final = 20


@dataclass(frozen=True, slots=True)
class Tongue:
    """The theme and the language of a world: cheap to make, all that a quest needs."""

    theme: Theme
    language: Language


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`lists` are drawn from freely; `homes` and `mentors` belong to one hero each."""

    theme: Theme
    language: Language
    lists: dict[str, tuple[str, ...]]
    homes: tuple[str, ...]
    mentors: tuple[str, ...]


@lru_cache(maxsize=4096)
def tongue(seed: int) -> Tongue:
    dice = Dice(seed, "theme")
    theme = dice.pick(THEMES)
    return Tongue(theme, language(seed, dice.pick(theme.phonologies)))


def phrase(dice: Dice, patterns: Sequence[str], lists: dict[str, tuple[str, ...]]) -> str:
    """One filling of one of the patterns."""
    template = frame(dice.pick(patterns))
    return fill(template, dice.below(capacity(template, lists)), lists, {})


def different(count: int, make: Callable[[], str], taken: set[str]) -> tuple[str, ...]:
    """Up to `count` different words that are not taken yet; takes them."""
    words: list[str] = []
    for _ in range(count * 8):
        word = make()
        if word.casefold() not in taken:
            taken.add(word.casefold())
            words.append(word)
            if len(words) == count:
                break
    return tuple(words)


def _raw(text: str) -> str:
    """The text as a word inside a sentence: patterns come back with a capital."""
    return text[:1].lower() + text[1:] if text.startswith(("The ", "A ", "An ")) else text


def village(dice: Dice, speech: Tongue) -> str:
    pattern = dice.pick(speech.theme.villages)
    stem = speech.language.stem(dice)
    return pattern.format(place=speech.language.place(dice), stem=stem, low=stem.lower())


def person(dice: Dice, speech: Tongue) -> str:
    return speech.language.given(dice, dice.pick(PRONOUNS))


@lru_cache(maxsize=256)
def gazetteer(seed: int) -> Gazetteer:
    """The words of the world with this seed."""
    speech, dice, taken = tongue(seed), Dice(seed, "gazetteer"), set[str]()
    villages = different(VILLAGES + HOMES, lambda: village(dice, speech), taken)
    people = different(PEOPLE + MENTORS, lambda: person(dice, speech), taken)
    lists = _mixed(dice, speech.theme)
    lists |= {
        "village": villages[HOMES:],
        "person": people[MENTORS:],
        "num": NUMBERS,
        "small": SMALL_NUMBERS,
        "kin": KIN,
    }
    theme = speech.theme
    lists["year"] = different(YEARS, lambda: _raw(phrase(dice, theme.years, {})), taken)
    lists["inn"] = different(INNS, lambda: _raw(phrase(dice, theme.inns, {})), taken)
    lists["song"] = different(SONG_TITLES, lambda: f'"{phrase(dice, SONGS, lists)}"', taken)
    return Gazetteer(theme, speech.language, lists, villages[:HOMES], people[:MENTORS])


def _mixed(dice: Dice, theme: Theme) -> dict[str, tuple[str, ...]]:
    """The theme's lists, each with some words every world knows."""
    coin = dice.pick(theme.words["coin"])
    lists = {name: words for name, words in theme.words.items() if name != "coin"}
    for name, common in WORDS.items():
        share = dice.sample(common, FROM_THE_COMMON_LIST)
        lists[name] = tuple(dict.fromkeys((*lists.get(name, ()), *share)))
    return lists | {"coin": (coin,)}
