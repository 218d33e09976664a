"""Questions and answers as such: their manners, their texts, and what is objected to in an answer."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Annotated, ClassVar, Final, Generic, Literal, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from herotycoon.storyteller import prose
from herotycoon.storyteller.vocabulary import Pronoun

Purpose = Literal["world", "heroes", "quests", "events", "decision", "report"]
PURPOSES: Final[tuple[Purpose, ...]] = get_args(Purpose)

Short = Annotated[str, BeforeValidator(partial(prose.quotable, most=120))]
Long = Annotated[str, BeforeValidator(partial(prose.quotable, most=1200))]
Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
_TALE = AfterValidator(prose.tale)
Lore = Annotated[str, StringConstraints(min_length=60, max_length=2000), _TALE]
Story = Annotated[str, StringConstraints(min_length=40, max_length=1500), _TALE]
Line = Annotated[str, StringConstraints(min_length=12, max_length=300), _TALE]
Habit = Annotated[str, StringConstraints(min_length=12, max_length=200), AfterValidator(prose.habit)]
Told = Annotated[str, StringConstraints(min_length=40, max_length=3000), AfterValidator(prose.account)]
OF: Final[dict[Pronoun, tuple[str, ...]]] = {
    "she": ("she", "her", "hers", "herself"),
    "he": ("he", "him", "his", "himself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
}


class Answer(BaseModel):
    """What is answered: strictly what was asked for."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


A = TypeVar("A", bound=Answer)


class Asked(BaseModel, Generic[A]):
    """A question; its fields are the data that the storyteller is given."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    purpose: ClassVar[Purpose]
    task: ClassVar[str]
    """what is to be done with the data"""
    answer: ClassVar[type[Answer]]

    @property
    def numbers(self) -> list[int]:
        """Whom or what it is about, where that has numbers."""
        return []

    @abstractmethod
    def objections(self, answer: A) -> Iterator[str]:
        """Why an answer of the right shape is none to this question."""


def others(wanted: Iterable[int], given: Iterable[int]) -> Iterator[str]:
    """An objection where the numbers are not the same."""
    if sorted(wanted) != sorted(given):
        yield "it is about others than was asked, or not about all"


def off_the_point(text: str, words: Iterable[str]) -> Iterator[str]:
    """An objection where none of the words is said."""
    if not prose.speaks_of(text, words):
        yield "it does not speak of what was asked"


def repeated(texts: list[str]) -> Iterator[str]:
    """An objection where two texts are the same."""
    if len({text.casefold() for text in texts}) < len(texts):
        yield "it says the same twice"


def without_article(name: str) -> Iterator[str]:
    """A name without its article, which a sentence may change."""
    if name.startswith("The "):
        yield name[4:]
