"""What a type of landmark is called, lends and remembers."""

from dataclasses import dataclass

from herotycoon.storyteller.template.themes.base import Frames
from herotycoon.storyteller.vocabulary import BiomeType


@dataclass(frozen=True, slots=True)
class Sight:
    """Names and lore are frames. One effect of `first` is always there, one of `others` sometimes, and sometimes
    it comes at a price.
    """

    names: Frames
    lands: tuple[BiomeType, ...]
    first: tuple[str, ...]
    others: tuple[str, ...]
    price: tuple[str, ...]
    lore: Frames
