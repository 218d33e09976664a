"""How a world's heroes behave."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field

from herotycoon.api.documents import Document, Moment, Query
from herotycoon.api.operation import operation
from herotycoon.api.views import WorldView
from worlds.api.study_shapes import Calibration, ChangeOfMind, Effect, Felt
from worlds.services.behaviour import LEAST_DAYS, MOST_DAYS
from worlds.services.study.kept import kept_analysis


class Days(Query):
    """How far back."""

    days: Annotated[int, Field(ge=LEAST_DAYS, le=MOST_DAYS)] = Field(default=7, description="Game days.")


class Driver(Document):
    """What a contribution adds to the chosen option, in thousandths of utility, on average."""

    name: str
    mean: int


class ActionFigures(Document):
    """One action: how often it was chosen, how it felt, and what spoke for it."""

    action: str
    times: int
    share: float
    hours: float
    satisfaction: float | None
    passed_over: int = Field(description="How often it was possible and something else was chosen.")
    margin: int | None = Field(description="Over the strongest rejected option, in thousandths, on average.")
    drivers: list[Driver]


class Favourite(Document):
    """How often somebody chose an action."""

    action: str
    times: int


class HeroFigures(Document):
    """One hero: what they like to do, and what each trait adds to what they choose, in thousandths."""

    hero: int
    name: str
    decisions: int
    favourites: list[Favourite]
    satisfaction: float
    traits: dict[str, int]


class Compliance(Document):
    """What became of orders, and how likely a yes had been, in thousandths."""

    given: int
    agreed: int
    refused: int
    repeated: int
    chance: int | None
    kept: int
    failed: int
    lapsed: int


class Behaviour(Document):
    """How heroes behaved, from stored decisions alone."""

    world: UUID
    since: Moment | None = Field(description="Null: the birth of the world.")
    until: Moment
    decisions: int
    read: float = Field(
        description="Which part of the period was read: 1, or less where there are very many heroes."
    )
    actions: list[ActionFigures]
    heroes: list[HeroFigures]
    compliance: Compliance
    effects: list[Effect] = Field(description="What drives actions; what cannot be told is left out.")
    felt: list[Felt]
    calibration: Calibration
    versions: list[int] = Field(description="Versions of the rules, where there are more than one.")
    changes: list[ChangeOfMind] = Field(
        description="From each version to the next, where more than chance differs."
    )


class Analysis(WorldView):
    """The study of minds."""

    tag = "chronicle"

    @operation("read_analysis", query=Days, answer=Behaviour)
    def get(self, query: Days) -> Behaviour:
        """How your heroes behave: by action, by hero, and towards orders; and what drives them, with intervals."""
        found = kept_analysis(self.world, query.days)
        moments = {
            "world": self.world.pk,
            "since": None if found["since"] < 0 else self.moment(found["since"]),
            "until": self.moment(found["until"]),
        }
        return Behaviour.model_validate(found | moments)
