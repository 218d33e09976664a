"""Having a world told in better words by a storyteller for hire: asked outside of every transaction, then logged."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from typing import Any, cast
from uuid import UUID

from django.utils import timezone

from heroes.services.journal import Refused
from herotycoon.storyteller import ledger
from herotycoon.storyteller.asked import (
    DecisionAnswer,
    DecisionAsked,
    EventsAsked,
    HeroesWords,
    TalesWords,
    WorldWords,
)
from herotycoon.storyteller.question import Answer, Asked
from worlds.choices import WorldStatus
from worlds.models import World
from worlds.services.inputs import act
from worlds.services.pivots import CHOICE
from worlds.services.tellers import hired
from worlds.services.wanted import Question, wanted

logger = logging.getLogger(__name__)
Json = dict[str, Any]
ENOUGH = 240.0
"""Seconds after which no further question is asked: workers give a task back after ten minutes."""
MOST = 200
"""Worlds that are looked at in one go, those first that will be hot the longest."""


def due() -> list[UUID]:
    """Worlds that somebody watches and for which words may be bought."""
    rows = World.objects.filter(
        status=WorldStatus.RUNNING,
        hot_until__gt=timezone.now(),
        settings__storyteller="llm",
        erasing_since=None,
    )
    return list(rows.order_by("-hot_until").values_list("pk", flat=True)[:MOST])


def tell(world: UUID) -> int:
    """Ask for what a world lacks, question by question, until nothing lacks or an answer fails; how many were answered."""
    answered, began = 0, time.monotonic()
    while time.monotonic() - began < ENOUGH:
        row = World.objects.filter(pk=world, erasing_since=None).exclude(status=WorldStatus.SET_ASIDE).first()
        teller = row and hired(row)
        question = row and teller and wanted(row)
        if not teller or not question:
            break
        answer: Answer | None = teller.ask(cast(Asked[Any], question))
        if answer is None:
            break
        if isinstance(question, DecisionAsked):
            _counsel(world, question, cast(DecisionAnswer, answer), teller.name)
        else:
            _log(world, question, answer, teller.name)
        answered += 1
    return answered


def _log(world: UUID, question: Question, answer: Answer, teller: str) -> None:
    """Each by itself: what is refused, as its hero or quest is no more, keeps nothing else out."""
    for about, number, words in _parts(question, answer):
        try:
            act(world, "words", about=about, number=number, words=words, teller=teller)
        except (Refused, World.DoesNotExist) as refusal:
            logger.warning("words about %s %s of world %s are not taken: %s", about, number, world, refusal)


def _counsel(world: UUID, question: DecisionAsked, answer: DecisionAnswer, teller: str) -> None:
    """What is refused came too late, since it was about a decision to come: the engine's own choice stands."""
    action, hero, step = CHOICE[answer.choice], question.number, question.step
    try:
        act(world, "counsel", hero=hero, step=step, action=action, reason=answer.reason, teller=teller)
    except (Refused, World.DoesNotExist) as refusal:
        ledger.too_late(world, question)
        logger.info("counsel for hero %s of world %s is not taken: %s", hero, world, refusal)


def _parts(question: Question, answer: Answer) -> Iterator[tuple[str, int, Json]]:
    """(about, number, words) as the input takes them."""
    if isinstance(answer, WorldWords):
        yield (
            "world",
            0,
            {"lore": answer.lore, "landmarks": {str(one.number): one.lore for one in answer.landmarks}},
        )
    elif isinstance(answer, HeroesWords):
        for hero in answer.heroes:
            yield "hero", hero.number, hero.model_dump(exclude={"number"})
    elif isinstance(answer, TalesWords):
        for tale in answer.tales:
            about = "event" if isinstance(question, EventsAsked) else "quest"
            yield about, tale.number, {"description": tale.description}
