"""World events in words: a name that fits the world, the news and what people do about it."""

from typing import Final

from herotycoon.storyteller.schemas import EventRequest, EventStory
from herotycoon.storyteller.template.common import NUMBERS, SMALL_NUMBERS
from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.template.events.happenings import HAPPENINGS, Happening
from herotycoon.storyteller.template.gazetteer import Tongue, person, tongue
from herotycoon.storyteller.template.grammar import capacity, fill, frame, in_text, titled
from herotycoon.storyteller.template.themes.base import Frames

DRAWN: Final = ("trade", "thing", "beast", "food", "boss", "day")
TOLD_BY_NAME: Final = ("festival", "storm", "plague", "discovery")
OF_THE_THEME: Final = 70
NAME_LENGTH: Final = 80


def event(request: EventRequest) -> EventStory:
    """A name of at most 80 characters and two sentences."""
    dice, speech = Dice(request.seed, "event", request.number), tongue(request.seed)
    happening = HAPPENINGS[request.kind]
    words = {name: dice.pick(speech.theme.words[name]) for name in DRAWN}
    words |= {
        "person": person(dice, speech),
        "num": dice.pick(NUMBERS),
        "small": dice.pick(SMALL_NUMBERS),
        "where": f"around {in_text(request.place_name)}" if request.place_name else "in these parts",
    }
    name = _name(dice, request, happening, speech, words)
    words["event"] = name
    if request.kind in TOLD_BY_NAME:
        words["person"] = person(dice, speech)
    news, effect = (
        _said(dice, dice.pick(happening.news), words),
        _said(dice, dice.pick(happening.effects), words),
    )
    return EventStory(name=titled(name)[:NAME_LENGTH], description=f"{news} {effect}")


def _name(
    dice: Dice, request: EventRequest, happening: Happening, speech: Tongue, words: dict[str, str]
) -> str:
    """The event as it is called inside a sentence: "the Blessing of the Ropes", "Lantern Night"."""
    theme = speech.theme
    own: Frames = {
        "festival": theme.festivals,
        "storm": theme.storms,
        "discovery": theme.discoveries,
    }.get(request.kind, ())
    text = dice.pick(own if own and dice.chance(OF_THE_THEME) else happening.names)
    name = _said(dice, text, words)
    return (
        in_text(name)
        if text.startswith("the ")
        else name[:1].lower() + name[1:]
        if text[0].islower()
        else name
    )


def _said(dice: Dice, text: str, words: dict[str, str]) -> str:
    template = frame(text)
    return fill(template, dice.below(capacity(template, {})), {}, words)
