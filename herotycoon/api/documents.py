"""The shapes of what is asked and answered: one class for each, from which the OpenAPI document is made as well.

What clients send is read strictly: a number is no text, and a field that nobody knows is refused.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

_SIGNS = (
    r"!-~\u00A1-\u00AC\u00AE-\u0377\u0400-\u052F\u05D0-\u05EA\u0620-\u064A\u0904-\u0939\u0E01-\u0E3A"
    r"\u2010-\u2015\u2018-\u201F\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FEF\uAC00-\uD7A3"
)
"""Letters, digits and punctuation of the larger living scripts; nothing invisible, nothing that turns a line around."""
NAME = rf"^[{_SIGNS}][ {_SIGNS}]*$"
Name = Annotated[str, StringConstraints(pattern=NAME, max_length=80)]
Title = Annotated[str, StringConstraints(pattern=NAME, max_length=120)]
Number = Annotated[int, Field(ge=0, le=2**31 - 1)]
Percent = Annotated[int, Field(ge=0, le=100)]


def example(**shown: Any) -> ConfigDict:
    """The configuration of a class that shows an example of itself."""
    return ConfigDict(json_schema_extra={"examples": [shown]})


class Document(BaseModel):
    """What is answered."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class Command(BaseModel):
    """What is asked for in a body."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, given: Any) -> Any:
        """JSON has one kind of numbers: 25.0 is a whole one."""
        if not isinstance(given, dict):
            return given
        return {name: _plain(value) for name, value in given.items()}


class Query(BaseModel):
    """What is asked for behind the question mark, where everything is text."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Paged(Query):
    """A list that is given page by page."""

    limit: int = Field(default=50, ge=1, le=100, description="Entries of a page.")
    cursor: str | None = Field(
        default=None, max_length=400, description="`next` of the page before; the first page has none."
    )


class Moment(Document):
    """A step of a world's time, and what it is in the game's and in real time."""

    model_config = example(step=61, game_at="1000-01-02T06:30:00Z", real_at="2031-05-01T18:32:30Z")

    step: int
    game_at: datetime
    real_at: datetime


class Place(Document):
    """A place of a world: 0 is the guild's hall, 1 the town, then come the biomes and the landmarks."""

    model_config = example(number=4, name="The Drover's Fens")

    number: int
    name: str


class Page(Document):
    """Part of a list. Entries that come about while one reads on are not missed, moved or shown twice."""

    next: str | None = Field(description="Where the next page begins; null at the end.")


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
