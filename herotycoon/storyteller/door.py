"""The one door to every storyteller.

The template answers at once, and is whom the world is made by. A storyteller for hire is asked for better words
afterwards (``Hired``), outside of every tick and transaction, and may fail: then the template's words stand.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from herotycoon.storyteller.llm.options import Endpoint, Options
from herotycoon.storyteller.question import A, Asked
from herotycoon.storyteller.schemas import (
    EventRequest,
    EventStory,
    HeroesRequest,
    HeroStory,
    QuestRequest,
    QuestStory,
    WorldRequest,
    WorldStory,
)
from herotycoon.storyteller.template.teller import TemplateStoryteller

if TYPE_CHECKING:
    from herotycoon.storyteller.ledger import Purse


class Storyteller(Protocol):
    """Who writes the words of a world."""

    def world(self, request: WorldRequest) -> WorldStory:
        """The world's map, names and lore."""
        ...

    def heroes(self, request: HeroesRequest) -> list[HeroStory]:
        """One story for each sketch, in the order of the sketches."""
        ...

    def quest(self, request: QuestRequest) -> QuestStory:
        """A title and two sentences."""
        ...

    def event(self, request: EventRequest) -> EventStory:
        """A name and two sentences."""
        ...


class Hired(Protocol):
    """Who may be asked for better words, which takes a while and may come to nothing."""

    @property
    def name(self) -> str:
        """As the world's log names it."""
        ...

    @property
    def endpoint(self) -> Endpoint:
        """Whom the questions go to."""
        ...

    def ask(self, asked: Asked[A]) -> A | None:
        """The answer, or None where the template's words stand. Never within a transaction."""
        ...


class UnknownStorytellerError(LookupError):
    """No storyteller has this name."""


_STORYTELLERS: Final[dict[str, Callable[[], Storyteller]]] = {"template": TemplateStoryteller}


def hire(endpoint: Endpoint, options: Options, purse: Purse) -> Hired:
    """A language model at ``endpoint``, asked on behalf of a world, within its budgets."""
    from herotycoon.storyteller.llm.teller import LlmStoryteller  # late: the template needs no Django

    return LlmStoryteller(endpoint, options, purse)


def storyteller(name: str = "template") -> Storyteller:
    """The storyteller of that name; an unknown one raises `UnknownStorytellerError`, naming the nearest."""
    maker = _STORYTELLERS.get(name)
    if maker is None:
        nearest = difflib.get_close_matches(name, _STORYTELLERS, n=1, cutoff=0.0)[0]
        raise UnknownStorytellerError(f"no storyteller is called {name!r}; the nearest is {nearest!r}")
    return maker()
