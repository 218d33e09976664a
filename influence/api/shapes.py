"""What is asked and answered about trust, respect and fear, and what moves them."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, RootModel
from typing_extensions import TypeAliasType

from heroes.sim.lexicon import ITEMS
from herotycoon.api.documents import Command, Document, Moment, Number, Page, Percent, example
from influence.services.interventions import LARGEST_SUM, LONGEST_PROMISE_DAYS
from influence.services.orders import ORDERABLE

Orderable = TypeAliasType("Orderable", Literal[ORDERABLE])  # type: ignore[valid-type]  # what can be ordered
Item = TypeAliasType("Item", Literal[ITEMS])  # type: ignore[valid-type]  # the words of the lexicon
Gold = Annotated[int, Field(ge=1, le=LARGEST_SUM)]


class Promise(Document):
    """Gold that was promised, and by when."""

    gold: int
    made: Moment
    due: Moment
    state: Literal["open", "kept", "broken"]


class StandingOrder(Document):
    """An order that the hero agreed to and has not carried out yet."""

    action: str
    quest: int | None
    asked: Moment
    until: Moment | None = Field(description="When it lapses; null for a dismissal, which does not.")


class Cause(Document):
    """Something that moved what the hero holds of the master."""

    moment: Moment
    causes: list[str]
    trust: int
    respect: int
    fear: int


class Influence(Document):
    """What a hero holds of the master."""

    trust: Percent
    respect: Percent
    fear: Percent
    standing_order: StandingOrder | None
    promises: list[Promise] = Field(description="The newest ten.")
    history: list[Cause] = Field(description="The newest fifty.")


class Order(Command):
    """What the hero is to do. An urgent order cuts short what they are doing, and costs a little trust."""

    model_config = Command.model_config | example(action="patrol", urgent=False)

    action: Orderable
    quest: Number | None = Field(default=None, description="For `quest_travel`: the number of the quest.")
    urgent: bool = False


class Needed(Document):
    """Points of each, alone, that would have turned a refusal; null where even all there is would not."""

    trust: int | None = None
    respect: int | None = None
    fear: int | None = None


class OrderAnswer(Document):
    """What the hero says, at once. What comes of it is in the log."""

    model_config = example(
        agreed=False,
        why="Sorla Brackthwaite does not trust you enough",
        chance=412,
        roll=530,
        needed={"trust": 9, "respect": 14, "fear": None},
        repeated=False,
        activity="01a204d5-77eb-7254-8f36-0243bc2e72d9",
    )

    agreed: bool
    why: str
    chance: int = Field(description="In thousandths, before the dice were rolled.")
    roll: int = Field(description="0 to 999; the hero agrees where it is below the chance.")
    needed: Needed
    repeated: bool = Field(description="Asked again within a game day, a hero says the same.")
    activity: UUID = Field(description="The entry of the log that tells of it.")


class GivenOrder(Document):
    """An order that was given."""

    activity: UUID
    moment: Moment
    action: str
    quest: int | None
    urgent: bool
    agreed: bool
    why: str


class OrderPage(Page):
    """Orders given, the newest first; those of archived weeks are in the activities."""

    results: list[GivenOrder]


class Plain(Command):
    """A word, kind or unkind."""

    kind: Literal["praise", "punish", "threaten", "console"]


class Reward(Command):
    """Gold out of the treasury; it may keep a promise."""

    kind: Literal["reward"]
    gold: Gold


class Gift(Command):
    """Things that the master procured."""

    kind: Literal["gift"]
    item: Item
    count: Annotated[int, Field(ge=1, le=10)] = 1


class Mediation(Command):
    """Reconcile the hero with a rival."""

    kind: Literal["mediate"]
    other: Number = Field(description="The rival's number.")


class Promising(Command):
    """Gold within so many game days. Not keeping it costs more trust than it won."""

    kind: Literal["promise"]
    gold: Gold
    days: Annotated[int, Field(ge=1, le=LONGEST_PROMISE_DAYS)]


class Intervention(
    RootModel[Annotated[Plain | Reward | Gift | Mediation | Promising, Field(discriminator="kind")]]
):
    """What the master does to a hero."""

    model_config = ConfigDict(frozen=True, json_schema_extra={"examples": [{"kind": "reward", "gold": 10}]})


class Moved(Document):
    """By how much the hero's feelings were moved, all told."""

    kind: str
    trust: int
    respect: int
    fear: int
    activity: UUID = Field(description="The entry of the log that tells of it.")
    due: Moment | None = Field(description="Of a promise: when it falls due.")


class PastIntervention(Document):
    """What the master did to the hero."""

    activity: UUID
    moment: Moment
    kind: str
    trust: int
    respect: int
    fear: int
    mood: int


class InterventionPage(Page):
    """What the master did, the newest first; what lies in archived weeks is in the activities."""

    results: list[PastIntervention]
