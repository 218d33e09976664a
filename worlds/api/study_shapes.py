"""The shapes of the study of minds: numbers with their 95 % intervals."""

from __future__ import annotations

from pydantic import Field

from herotycoon.api.documents import Document, example


class Estimate(Document):
    """A number, and between what it lies with 95 % confidence."""

    model_config = example(value=16.1, low=14.9, high=17.3)

    value: float
    low: float
    high: float


class Effect(Document):
    """What a trait, a feeling about you, or a bond with the companion at hand does to an action."""

    driver: str
    kind: str = Field(description="trait, influence or bond")
    action: str
    pull: Estimate | None = Field(description="Thousandths of utility for one point more of the driver.")
    share: Estimate | None = Field(
        description="Choices in a hundred for ten points more; null where it is rare."
    )


class Felt(Document):
    """How an action felt, in points of satisfaction from −100 to 100; null with too few heroes to tell."""

    action: str
    times: int
    satisfaction: Estimate | None
    surprise: Estimate | None = Field(description="What came of it, less what the hero had expected.")
    regret: Estimate | None = Field(
        description="What the hero had expected of the strongest option rejected, less what came of the chosen one."
    )
    regretted: Estimate | None = Field(description="The share of decisions with regret above nought, 0 to 1.")


class Bin(Document):
    """Orders by the predicted chance of a yes, and how many of them were agreed to, 0 to 1."""

    low: float
    high: float
    orders: int
    predicted: float
    agreed: Estimate


class Calibration(Document):
    """Whether orders were answered as predicted."""

    orders: int
    brier: float | None = Field(description="Mean squared error of the predictions.")
    expected: float | None = Field(description="What it would be on average, were every prediction right.")
    chi2: float | None = Field(
        description="Cox's test of calibration: up to 5.99 where predictions are right."
    )
    sound: bool | None
    bins: list[Bin]


class ChangeOfMind(Document):
    """A number that differs between two versions of the rules by more than chance."""

    one: str
    other: str
    what: str = Field(description="pull, share, satisfaction or regret")
    driver: str = Field(description="Empty where it is about an action as such.")
    action: str
    before: float
    after: float
    difference: Estimate
