"""The closed sets a storyteller may use. The engine has its own; a test holds them equal."""

from typing import Final, Literal, get_args

BiomeType = Literal[
    "forest", "jungle", "mountains", "hills", "swamp", "coast", "plains", "desert", "tundra", "ruins"
]
LandmarkType = Literal[
    "mystical_tree",
    "standing_stones",
    "hot_spring",
    "shrine",
    "ruined_tower",
    "battlefield",
    "great_library",
    "dragon_bones",
    "waterfall",
    "lighthouse",
    "hermitage",
    "wishing_well",
]
Resource = Literal[
    "wood",
    "herbs",
    "ore",
    "hides",
    "fish",
    "relics",
    "mystical_spring",
    "stone",
    "game",
    "crystal",
    "honey",
    "salt",
    "amber",
    "peat",
    "silk",
    "mushrooms",
]
HeroClass = Literal["warrior", "ranger", "mage", "cleric", "rogue", "bard", "artisan", "scholar"]
EventKind = Literal["festival", "storm", "incursion", "market_boom", "market_slump", "plague", "discovery"]
Pronoun = Literal["she", "he", "they"]

BIOME_TYPES: Final[tuple[BiomeType, ...]] = get_args(BiomeType)
LANDMARK_TYPES: Final[tuple[LandmarkType, ...]] = get_args(LandmarkType)
RESOURCES: Final[tuple[Resource, ...]] = get_args(Resource)
CLASSES: Final[tuple[HeroClass, ...]] = get_args(HeroClass)
EVENTS: Final[tuple[EventKind, ...]] = get_args(EventKind)
PRONOUNS: Final[tuple[Pronoun, ...]] = get_args(Pronoun)

TRAITS: Final = ("courage", "greed", "loyalty", "curiosity", "ambition", "patience", "empathy")
NEEDS: Final = ("energy", "mood", "health")
SKILLS: Final = ("combat", "magic", "lore", "survival", "craft", "trade", "charm", "faith")
ITEMS: Final = ("wood", "herbs", "ore", "hides", "fish", "relics", "goods", "potions")

EFFECT_STEMS: Final = (*SKILLS, *NEEDS, *TRAITS, *ITEMS, "gold", "experience", "wisdom")
EFFECT_KEYS: Final = frozenset(f"{stem}_bonus" for stem in EFFECT_STEMS)
EFFECT_LIMIT: Final = 20

MAP_WIDTH: Final = 300
MAP_HEIGHT: Final = 200
