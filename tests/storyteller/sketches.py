"""Heroes before they have words: sketches to ask a storyteller about."""

from functools import cache

from herotycoon.storyteller.door import storyteller
from herotycoon.storyteller.schemas import HeroesRequest, HeroSketch, HeroStory, WorldRequest, WorldStory
from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.template.gazetteer import tongue
from herotycoon.storyteller.template.themes.catalogue import THEMES
from herotycoon.storyteller.vocabulary import CLASSES, SKILLS, TRAITS, HeroClass

EVEN = dict.fromkeys(TRAITS, 50)


def sketch(number: int, hero_class: HeroClass = "warrior", **traits: int) -> HeroSketch:
    """A hero in whom nothing is extreme but the traits given."""
    return HeroSketch(
        number=number, traits=EVEN | traits, hero_class=hero_class, skills={"combat": 30, "lore": 20}
    )


def crowd(count: int, seed: int = 1) -> list[HeroSketch]:
    """Heroes of all kinds, numbered from 0."""
    sketches = []
    for number in range(count):
        dice = Dice(seed, "crowd", number)
        sketches.append(
            HeroSketch(
                number=number,
                traits={trait: dice.between(3, 97) for trait in TRAITS},
                hero_class=dice.pick(CLASSES),
                skills={skill: dice.below(60) for skill in SKILLS},
            )
        )
    return sketches


@cache
def world_of(seed: int) -> WorldStory:
    return storyteller().world(WorldRequest(seed=seed))


@cache
def crowd_of(seed: int, count: int) -> list[HeroStory]:
    """The stories of a crowd in the world of the seed."""
    request = HeroesRequest(seed=seed, world=world_of(seed), sketches=crowd(count, seed))
    return storyteller().heroes(request)


def told(seed: int, *sketches: HeroSketch) -> list[HeroStory]:
    return storyteller().heroes(HeroesRequest(seed=seed, world=world_of(seed), sketches=list(sketches)))


@cache
def seed_of_each_theme() -> dict[str, int]:
    """The first seed whose world is of that theme, for every theme."""
    seeds: dict[str, int] = {}
    for seed in range(1000):
        seeds.setdefault(tongue(seed).theme.key, seed)
        if len(seeds) == len(THEMES):
            break
    return seeds
