"""Heroes in words: backstory, motivation and quirks that agree with class, skills and most extreme traits.

A hero's story depends on the seed, the world's places and the hero's own sketch, never on who else is asked
for. No sentence comes twice in a world, by construction: every sentence comes from a pool of frames, pools do
not share frames, and within a pool the hero's number draws a sentence of its own (see `deck`).
"""

from dataclasses import dataclass
from typing import Final

from herotycoon.storyteller.schemas import HeroesRequest, HeroSketch, HeroStory, WorldStory
from herotycoon.storyteller.template.biomes import LANDS
from herotycoon.storyteller.template.deck import Deck
from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.template.gazetteer import gazetteer
from herotycoon.storyteller.template.grammar import Voice, in_text, plural, spoken
from herotycoon.storyteller.template.names import name_of, pronoun_of
from herotycoon.storyteller.template.pools import COMMON_POOLS, theme_pools
from herotycoon.storyteller.vocabulary import SKILLS, TRAITS

SHAPES: Final = (
    "origin class first arrival",
    "origin first class second",
    "origin class first second arrival",
    "first origin class arrival",
    "class origin first second",
    "origin class skill first arrival",
    "first second class",
    "origin second first class arrival",
    "class first second arrival",
    "origin first skill class",
    "second class first arrival",
    "origin class skill first second",
)
MILD: Final = 13
OWN_SKILLS: Final = {
    "warrior": "combat",
    "ranger": "survival",
    "mage": "magic",
    "cleric": "faith",
    "rogue": "trade",
    "bard": "charm",
    "artisan": "craft",
    "scholar": "lore",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """Which pools tell the hero, in order."""

    backstory: tuple[str, ...]
    motivation: str
    quirks: tuple[str, ...]


def extremes(traits: dict[str, int]) -> tuple[str, str]:
    """The two traits farthest from the middle, with their direction: `("courage+", "greed-")`."""
    order = sorted(TRAITS, key=lambda trait: (-abs(traits[trait] - 50), TRAITS.index(trait)))
    first, second = (f"{trait}{'+' if traits[trait] >= 50 else '-'}" for trait in order[:2])
    return first, second


def telling_skill(sketch: HeroSketch) -> str:
    """The best skill, or the best of the others where the class already tells of that one."""
    own = OWN_SKILLS[sketch.hero_class]
    order = sorted(SKILLS, key=lambda skill: (-sketch.skills.get(skill, 0), SKILLS.index(skill)))
    return order[1] if order[0] == own else order[0]


def plan(seed: int, sketch: HeroSketch) -> Plan:
    """What is told of a hero: always the most extreme trait, and the second one in backstory or quirks."""
    dice = Dice(seed, "plan", sketch.number)
    first, second = extremes(sketch.traits)
    mild = abs(sketch.traits[first[:-1]] - 50) < MILD
    pools = {
        "first": "calm" if mild else f"trait:{first}",
        "second": f"trait:{second}",
        "class": f"class:{sketch.hero_class}",
        "skill": f"skill:{telling_skill(sketch)}",
    }
    turn, place = divmod(sketch.number, len(SHAPES))
    words = Dice(seed, "shape", turn).shuffled(SHAPES)[place].split()
    seen_second = "second" in words
    quirks = [f"quirk:{first if seen_second and dice.chance(60) else second}", "quirk:theme"]
    if dice.chance(60):
        quirks.append("quirk" if dice.chance(75) else f"quirk:{sketch.hero_class}")
    motive = dice.weighted(
        ((f"motive:{first}", 55), (f"motive:{second}", 15), (f"motive:{sketch.hero_class}", 30))
    )
    return Plan(tuple(pools.get(word, word) for word in words), motive, tuple(dice.shuffled(quirks)))


class Biographer:
    """Writes the heroes of one world."""

    def __init__(self, seed: int, world: WorldStory) -> None:
        words = gazetteer(seed)
        self._seed = seed
        self._homes, self._mentors = words.homes, words.mentors
        self._lists = words.lists | _place_lists(world)
        self._fixed = {"town": in_text(world.town.name), "hall": in_text(world.hall.name)}
        self.pools = COMMON_POOLS | theme_pools(words.theme)
        self._decks: dict[str, Deck] = {}

    def story(self, sketch: HeroSketch) -> HeroStory:
        """The hero's story; the same number always bears the same name."""
        dice = Dice(self._seed, "hero", sketch.number)
        given, surname = name_of(self._seed, sketch.number)
        fixed = self._fixed | {
            "home": dice.pick(self._homes),
            "mentor": dice.pick(self._mentors),
            "class": sketch.hero_class,
        }
        voice = Voice(given, pronoun_of(self._seed, sketch.number))
        outline = plan(self._seed, sketch)
        lines: list[str] = []
        for place, pool in enumerate(outline.backstory):
            voice.named = place in (0, 3)
            lines.append(self._line(pool, sketch.number, fixed, voice))
        voice.named = True
        motivation = self._line(outline.motivation, sketch.number, fixed, voice)
        voice.named = False
        quirks = [self._line(pool, sketch.number, fixed, voice) for pool in outline.quirks]
        return HeroStory(
            name=f"{given} {surname}",
            pronoun=voice.pronoun,
            backstory=" ".join(lines),
            motivation=motivation,
            quirks=[quirk[:1].lower() + quirk[1:] for quirk in quirks],
        )

    def deck(self, pool: str) -> Deck:
        """The sentences of that pool, with the words of this world."""
        deck = self._decks.get(pool)
        if deck is None:
            deck = self._decks[pool] = Deck(self._seed, pool, self.pools[pool], self._lists)
        return deck

    def _line(self, pool: str, number: int, fixed: dict[str, str], voice: Voice) -> str:
        """The one sentence of this pool that belongs to this number."""
        return self.deck(pool).sentence(number, fixed, voice)


def _place_lists(world: WorldStory) -> dict[str, tuple[str, ...]]:
    """The world's places and beasts as words; `wild` is "in the Salt Fens"."""
    monsters = dict.fromkeys(spoken(name) for biome in world.biomes for name in biome.monsters)
    return {
        "biome": tuple(in_text(biome.name) for biome in world.biomes),
        "wild": tuple(f"{LANDS[biome.type].at} {in_text(biome.name)}" for biome in world.biomes),
        "landmark": tuple(in_text(landmark.name) for landmark in world.landmarks),
        "monster": tuple(monsters),
        "monsters": tuple(plural(name) for name in monsters),
    }


def heroes(request: HeroesRequest) -> list[HeroStory]:
    """One story for each sketch, in order."""
    biographer = Biographer(request.seed, request.world)
    return [biographer.story(sketch) for sketch in request.sketches]
