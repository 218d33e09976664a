"""What a theme is: the tone of a world, in lists and frames."""

from collections.abc import Mapping
from dataclasses import dataclass

from herotycoon.storyteller.template.phonology import Phonology
from herotycoon.storyteller.vocabulary import BiomeType, LandmarkType

Frames = tuple[str, ...]


def items(text: str) -> tuple[str, ...]:
    """The items of a list written with commas."""
    return tuple(" ".join(item.split()) for item in text.split(","))


def frames(text: str) -> Frames:
    """The frames of a list written with a dash before each; other lines continue the one before."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(" ".join(item.split()) for item in "\n".join(("", *lines)).split("\n- ")[1:])


@dataclass(frozen=True, slots=True)
class Theme:
    """One kind of world. Frames are in the notation of `grammar`; lists are plain words.

    `words` holds the lists trade, thing, food, beast (nouns without article), boss ("the harbourmaster"),
    woe ("the spring flood"), day ("Lantern Night"), coin (plural), oath ("by salt"), taboo ("whistling").
    """

    key: str
    titles: Frames
    lands: Frames
    phonologies: tuple[Phonology, ...]
    biomes: Mapping[BiomeType, int]
    landmarks: Mapping[LandmarkType, int]
    surnames: tuple[str, ...]
    compounds: tuple[tuple[str, ...], tuple[str, ...]]
    particles: tuple[str, ...]
    villages: Frames
    colours: tuple[str, ...]
    terrain: Mapping[BiomeType, tuple[str, ...]]
    monsters: tuple[str, ...]
    inns: Frames
    years: Frames
    words: Mapping[str, tuple[str, ...]]
    founding: Frames
    customs: Frames
    troubles: Frames
    origins: Frames
    quirks: Frames
    guilds: Frames
    halls: Frames
    mottos: Frames
    festivals: Frames
    discoveries: Frames
    storms: Frames
