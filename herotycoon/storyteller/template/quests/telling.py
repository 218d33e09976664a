"""Quests in words: a plot, its people and its things, the land's dangers and how bad it is likely to be."""

from typing import Final

from herotycoon.storyteller.schemas import QuestRequest, QuestStory
from herotycoon.storyteller.template.biomes import LANDS
from herotycoon.storyteller.template.common import NUMBERS, SMALL_NUMBERS
from herotycoon.storyteller.template.dice import Dice, key, nth_of
from herotycoon.storyteller.template.gazetteer import Tongue, person, tongue
from herotycoon.storyteller.template.grammar import capacity, fill, frame, in_text, plural, spoken, titled
from herotycoon.storyteller.template.quests.beasts import OF_BEASTS
from herotycoon.storyteller.template.quests.errands import ERRANDS
from herotycoon.storyteller.template.quests.people import OF_PEOPLE
from herotycoon.storyteller.template.quests.perils import ADVICE, VERDICTS
from herotycoon.storyteller.template.quests.plot import Plot

PLOTS: Final = (*OF_PEOPLE, *OF_BEASTS)
DRAWN: Final = ("trade", "thing", "beast", "food", "boss", "day")
TITLE_LENGTH: Final = 80


def quest(request: QuestRequest) -> QuestStory:
    """A title of at most 80 characters and two sentences.

    Plots come round in turn, so that neighbouring quests of a world are about different things.
    """
    dice = Dice(request.seed, "quest", request.number)
    plots = PLOTS if request.monster else ERRANDS
    start = key(request.seed, "plots") % len(plots)
    plot = plots[nth_of(len(plots), request.number, start)]
    words = _words(dice, request, tongue(request.seed))
    opening = _said(dice, dice.pick(plot.openings), words)
    return QuestStory(
        title=_title(dice, plot, words),
        description=f"{opening} {_warning(dice, request, words)}",
    )


def _words(dice: Dice, request: QuestRequest, speech: Tongue) -> dict[str, str]:
    place, foe = in_text(request.place_name), spoken(request.monster)
    words = {name: dice.pick(speech.theme.words[name]) for name in DRAWN}
    return words | {
        "client": person(dice, speech),
        "other": person(dice, speech),
        "third": person(dice, speech),
        "num": dice.pick(NUMBERS),
        "small": dice.pick(SMALL_NUMBERS),
        "place": place,
        "at": f"{LANDS[request.biome_type].at if request.biome_type else 'at'} {place}",
        "foe": foe,
        "foes": plural(foe),
    }


def _said(dice: Dice, text: str, words: dict[str, str]) -> str:
    template = frame(text)
    return fill(template, dice.below(capacity(template, {})), {}, words)


def _title(dice: Dice, plot: Plot, words: dict[str, str]) -> str:
    for text in dice.shuffled(plot.titles):
        title = titled(_said(dice, text, words))
        if len(title) <= TITLE_LENGTH:
            return title
    return titled(f"{words['client']}'s trouble")


def _warning(dice: Dice, request: QuestRequest, words: dict[str, str]) -> str:
    """The second sentence: how bad it is, and half the time what to mind."""
    verdict = dice.pick(VERDICTS[min(3, request.difficulty // 25)])
    if dice.chance(45):
        return _said(dice, f"{verdict}.", words)
    return _said(dice, f"{dice.pick(ADVICE[request.biome_type])}; {verdict}.", words)
