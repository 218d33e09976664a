"""A world from a seed: its map, its names and its lore."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from herotycoon.storyteller.schemas import Area, Biome, Landmark, Place, Point, Size, WorldStory
from herotycoon.storyteller.template import geometry
from herotycoon.storyteller.template.biomes import HEIGHTS, LANDS, OPEN, WATERS, WOODS
from herotycoon.storyteller.template.common import MOTTOS, STANDING
from herotycoon.storyteller.template.dice import Dice
from herotycoon.storyteller.template.gazetteer import Gazetteer, Tongue, gazetteer, village
from herotycoon.storyteller.template.grammar import capacity, fill, frame, in_text, plural, spoken
from herotycoon.storyteller.template.landmarks.built import BUILT
from herotycoon.storyteller.template.landmarks.grown import GROWN
from herotycoon.storyteller.template.lore.telling import lore
from herotycoon.storyteller.template.themes.base import Frames
from herotycoon.storyteller.vocabulary import MAP_HEIGHT, MAP_WIDTH, BiomeType, LandmarkType, Resource

SIGHTS: Final = GROWN | BUILT
SIZE: Final = Size(width=MAP_WIDTH, height=MAP_HEIGHT)
COUNTS: Final = ((4, 8), (5, 22), (6, 30), (7, 25), (8, 15))
SIGHT_COUNTS: Final = ((2, 10), (3, 25), (4, 30), (5, 20), (6, 15))
HOME_GROUND: Final = 4
KILOSQUARE: Final = 4000


@dataclass(slots=True)
class Naming:
    """Gives out names, never the same word twice in one world."""

    dice: Dice
    words: Gazetteer
    taken: set[str]

    def stem(self) -> str:
        return self._fresh(lambda: self.words.language.stem(self.dice))

    def word(self, choices: tuple[str, ...]) -> str:
        fresh = [choice for choice in choices if choice not in self.taken] or list(choices)
        chosen = self.dice.pick(fresh)
        self.taken.add(chosen)
        return chosen

    def phrase(self, patterns: Frames) -> str:
        """One filling of a pattern; its stem and its family are new."""
        return self._fresh(lambda: self._filled(self.dice.pick(patterns)))

    def village(self) -> str:
        speech = Tongue(self.words.theme, self.words.language)
        return self._fresh(lambda: village(self.dice, speech))

    def _filled(self, pattern: str) -> str:
        template, lists = frame(pattern), self.words.lists
        fixed = {"stem": self.stem(), "family": self.words.language.family(self.dice)}
        return fill(template, self.dice.below(capacity(template, lists)), lists, fixed)

    def _fresh(self, make: Callable[[], str]) -> str:
        """A word that is not taken, if one turns up in a reasonable time."""
        word = make()
        for _ in range(40):
            if word not in self.taken:
                break
            word = make()
        self.taken.add(word)
        return word


def world(seed: int) -> WorldStory:
    """The world with this seed."""
    words, dice = gazetteer(seed), Dice(seed, "world")
    naming = Naming(Dice(seed, "world names"), words, set(words.lists["village"]) | set(words.homes))
    biomes = _biomes(dice, naming, dice.weighted(COUNTS))
    hall, town = _settlements(dice, naming, biomes)
    biomes = [_with_difficulty(dice, biome, hall.location) for biome in biomes]
    biomes = _spread(biomes)
    landmarks = _landmarks(dice, naming, biomes, [hall.location, town.location])
    guild = naming.phrase(words.theme.guilds)
    history = lore(seed, words, hall, town, biomes, landmarks)
    return WorldStory(
        name=_title(naming, [history, *(one.lore for one in landmarks), *(one.name for one in biomes)]),
        lore=history,
        size=SIZE,
        hall=hall,
        town=town,
        biomes=biomes,
        landmarks=landmarks,
        guild_name=guild,
        guild_motto=dice.pick(words.theme.mottos if dice.chance(50) else MOTTOS),
    )


def _title(naming: Naming, texts: list[str]) -> str:
    """A name that no text of the world repeats, nor any place of it: its master may choose another."""
    told = " ".join((*texts, *naming.taken)).casefold()
    titles = (naming.phrase(naming.words.theme.titles) for _ in range(40))
    return next((title for title in titles if title.casefold() not in told), f"The World of {naming.stem()}")


def _kinds(dice: Dice, words: Gazetteer, count: int) -> list[BiomeType]:
    """Woods, heights, waters and open land, so that every trade has a place; then what the theme likes."""
    weights = words.theme.biomes

    def one_of(choices: tuple[BiomeType, ...]) -> BiomeType:
        return dice.weighted([(choice, 2 * weights.get(choice, 0) + 1) for choice in choices])

    kinds = [one_of(group) for group in (WOODS, HEIGHTS, WATERS, OPEN)]
    while len(kinds) < count:
        pairs = [(kind, weight * 2) for kind, weight in weights.items() if kinds.count(kind) < 2]
        kinds.append(dice.weighted([(kind, weight // (1 + 2 * kinds.count(kind))) for kind, weight in pairs]))
    return kinds


def _biomes(dice: Dice, naming: Naming, count: int) -> list[Biome]:
    areas = geometry.tiles(dice, count)
    kinds = geometry.settled(dice, _kinds(dice, naming.words, count), areas)
    return [_biome(dice, naming, kind, area) for kind, area in zip(kinds, areas, strict=True)]


def _biome(dice: Dice, naming: Naming, kind: BiomeType, area: Area) -> Biome:
    land, theme = LANDS[kind], naming.words.theme
    resources: list[Resource] = [*land.always, *dice.sample(land.sometimes, dice.between(1, 3))]
    monsters = dice.sample(land.monsters, dice.between(2, 3))
    if theme.biomes.get(kind, 0) >= HOME_GROUND or (kind == "ruins" and dice.chance(50)):
        monsters.append(naming.word(theme.monsters))
    return Biome(
        name=_land_name(dice, naming, kind),
        type=kind,
        location=area,
        resources=resources,
        monsters=list(dict.fromkeys(monsters)),
        difficulty=1,
    )


def _land_name(dice: Dice, naming: Naming, kind: BiomeType) -> str:
    """`Marel Woods`, `The Weeping Strand`, `The Old Moles of Tessel`."""
    own = naming.words.theme.terrain.get(kind, ())
    noun = naming.word(own if own and dice.chance(75) else LANDS[kind].nouns)
    if " " in noun:
        return f"The {noun} of {naming.stem()}"
    if dice.chance(60):
        return f"The {naming.word(naming.words.theme.colours)} {noun}"
    return f"{naming.stem()} {noun}"


def _settlements(dice: Dice, naming: Naming, biomes: list[Biome]) -> tuple[Place, Place]:
    """The guild's hall in a mild part near the middle of the map, and the town a walk away."""
    middle = geometry.middle(geometry.MAP)

    def remoteness(biome: Biome) -> int:
        return (
            geometry.apart(geometry.middle(biome.location), middle) + KILOSQUARE * LANDS[biome.type].hardness
        )

    home = min(biomes, key=remoteness).location
    hall = geometry.inside(dice, home, [], 1)
    town = geometry.near(dice, hall, 10, 28)
    return (
        Place(name=naming.phrase(naming.words.theme.halls), location=hall),
        Place(name=naming.village(), location=town),
    )


def _with_difficulty(dice: Dice, biome: Biome, hall: Point) -> Biome:
    """Harder with the distance from the hall (at most 5 for it), the nature of the land and a throw."""
    far = min(5, geometry.apart(geometry.middle(biome.location), hall) // KILOSQUARE)
    difficulty = 2 + far + LANDS[biome.type].hardness + dice.below(3) - 1
    return biome.model_copy(update={"difficulty": max(1, min(10, difficulty))})


def _spread(biomes: list[Biome]) -> list[Biome]:
    """The same biomes, the mildest at most 2 and the worst at least 6."""
    levels = [biome.difficulty for biome in biomes]
    levels[levels.index(min(levels))] = min(2, *levels)
    worst = len(levels) - 1 - levels[::-1].index(max(levels))
    levels[worst] = max(6, *levels)
    return [
        biome.model_copy(update={"difficulty": level}) for biome, level in zip(biomes, levels, strict=True)
    ]


def _landmarks(dice: Dice, naming: Naming, biomes: list[Biome], points: list[Point]) -> list[Landmark]:
    """Landmarks of different types, each inside a biome that suits it, and not on top of each other."""
    points = list(points)
    weights = dict(naming.words.theme.landmarks)
    landmarks: list[Landmark] = []
    free = list(biomes)
    for _ in range(dice.weighted(SIGHT_COUNTS)):
        fitting = [(kind, weight) for kind, weight in weights.items() if _grounds(kind, free or biomes)]
        if not fitting:
            break
        kind = dice.weighted(fitting)
        del weights[kind]
        biome = dice.pick(_grounds(kind, free or biomes))
        free = [other for other in free if other is not biome]
        point = geometry.inside(dice, biome.location, points, 25)
        points.append(point)
        landmarks.append(_landmark(dice, naming, kind, biome, point))
    return landmarks


def _grounds(kind: LandmarkType, biomes: list[Biome]) -> list[Biome]:
    return [biome for biome in biomes if biome.type in SIGHTS[kind].lands]


def _landmark(dice: Dice, naming: Naming, kind: LandmarkType, biome: Biome, point: Point) -> Landmark:
    sight = SIGHTS[kind]
    effects = {f"{dice.pick(sight.first)}_bonus": dice.between(6, 15)}
    if dice.chance(60):
        effects.setdefault(f"{dice.pick(sight.others)}_bonus", dice.between(3, 9))
    if dice.chance(35):
        effects.setdefault(f"{dice.pick(sight.price)}_bonus", -dice.between(3, 8))
    return Landmark(
        name=naming.phrase(sight.names),
        type=kind,
        location=point,
        effects=effects,
        lore=_legend(dice, naming, kind, biome),
    )


def _legend(dice: Dice, naming: Naming, kind: LandmarkType, biome: Biome) -> str:
    """Two sentences: where it stands and what is told of it."""
    lists = naming.words.lists
    foe = spoken(dice.pick(biome.monsters))
    fixed = {"at": f"{LANDS[biome.type].at} {in_text(biome.name)}", "foes": plural(foe)}
    lines = [naming.word(STANDING), naming.word(SIGHTS[kind].lore)]
    templates = [frame(line) for line in lines]
    texts = [fill(one, dice.below(capacity(one, lists)), lists, fixed) for one in templates]
    return " ".join(texts)
