"""The lore of a world: one of seven narrators walks round its actual places, in the tone of its theme."""

from typing import Final

from herotycoon.storyteller.schemas import Biome, Landmark, Place
from herotycoon.storyteller.template.biomes import LANDS
from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.template.gazetteer import Gazetteer
from herotycoon.storyteller.template.grammar import capacity, fill, frame, in_text, is_plural, plural, spoken
from herotycoon.storyteller.template.lore.narrator import Narrator
from herotycoon.storyteller.template.lore.scribes import ASSESSOR, CHRONICLER
from herotycoon.storyteller.template.lore.talkers import BALLAD, GOSSIP, INNKEEPER
from herotycoon.storyteller.template.lore.teachers import MAPMAKER, SCHOOLBOOK
from herotycoon.storyteller.template.themes.base import Frames, Theme

NARRATORS: Final = (CHRONICLER, INNKEEPER, ASSESSOR, SCHOOLBOOK, MAPMAKER, GOSSIP, BALLAD)
YIELDS: Final = {
    "mystical_spring": "spring water",
    "hides": "leather",
    "ore": "iron",
    "relics": "curios",
    "stone": "building stone",
    "wood": "timber",
}


def lore(
    seed: int, words: Gazetteer, hall: Place, town: Place, biomes: list[Biome], landmarks: list[Landmark]
) -> str:
    """Two or three paragraphs that name the mildest and the worst biome and a landmark."""
    dice = Dice(seed, "lore")
    narrator = dice.pick(NARRATORS)
    fixed = _places(dice, words, biomes, landmarks) | {"hall": in_text(hall.name), "town": town.name}
    parts = _parts(words.theme, narrator)
    paragraphs: list[str] = []
    for names in narrator.order.split(" | "):
        lines = [_line(dice, words, parts[name], fixed) for name in names.split()]
        paragraphs.append(" ".join(lines))
    return "\n\n".join(paragraphs)


def _places(dice: Dice, words: Gazetteer, biomes: list[Biome], landmarks: list[Landmark]) -> dict[str, str]:
    easy = min(biomes, key=lambda biome: biome.difficulty)
    hard = max(biomes, key=lambda biome: biome.difficulty)
    foe = spoken(dice.pick(hard.monsters))
    goods = dice.pick(easy.resources)
    mark = dice.pick(landmarks)
    verbs = _verbs("easy", easy.name) | _verbs("hard", hard.name) | _verbs("mark", mark.name)
    return verbs | {
        "land": dice.pick(words.theme.lands).format(stem=words.language.stem(dice)),
        "easy": in_text(easy.name),
        "hard": in_text(hard.name),
        "ineasy": f"{LANDS[easy.type].at} {in_text(easy.name)}",
        "inhard": f"{LANDS[hard.type].at} {in_text(hard.name)}",
        "mark": in_text(mark.name),
        "foe": foe,
        "foes": plural(foe),
        "goods": YIELDS.get(goods, goods),
    }


def _verbs(role: str, name: str) -> dict[str, str]:
    """Verbs that agree with the place: "The Salt Fens are", "Marel Wood is"."""
    many = is_plural(name)
    return {
        f"{role}is": "are" if many else "is",
        f"{role}was": "were" if many else "was",
        f"{role}has": "have" if many else "has",
        f"{role}ends": "" if many else "s",
    }


def _parts(theme: Theme, narrator: Narrator) -> dict[str, Frames]:
    return {
        "founding": theme.founding,
        "custom": theme.customs,
        "trouble": theme.troubles,
        "opening": narrator.opening,
        "easy": narrator.easy,
        "hard": narrator.hard,
        "mark": narrator.mark,
        "closing": narrator.closing,
    }


def _line(dice: Dice, words: Gazetteer, choices: Frames, fixed: dict[str, str]) -> str:
    template = frame(dice.pick(choices))
    return fill(template, dice.below(capacity(template, words.lists)), words.lists, fixed)
