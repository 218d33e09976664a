"""What each type of land is called, yields and hides."""

from dataclasses import dataclass
from typing import Final

from herotycoon.storyteller.template.themes.base import items
from herotycoon.storyteller.vocabulary import BiomeType, Resource


@dataclass(frozen=True, slots=True)
class Land:
    """`at` goes before the name ("in the Salt Fens"); the first two resources are always there."""

    at: str
    nouns: tuple[str, ...]
    always: tuple[Resource, ...]
    sometimes: tuple[Resource, ...]
    monsters: tuple[str, ...]
    hardness: int


LANDS: Final[dict[BiomeType, Land]] = {
    "forest": Land(
        at="in",
        nouns=items("Woods, Forest, Weald, Timber, Thickets, Holt"),
        always=("wood", "herbs"),
        sometimes=("mushrooms", "honey", "game", "mystical_spring", "hides", "amber"),
        monsters=items("""
            wolf, treant, forest_sprite, bear, bandit, giant_spider, wild_boar, owlbear, dryad, poacher
            """),
        hardness=0,
    ),
    "jungle": Land(
        at="in",
        nouns=items("Jungle, Canopy, Green, Tangle, Rainwoods"),
        always=("wood", "herbs"),
        sometimes=("mushrooms", "silk", "honey", "mystical_spring", "relics", "game"),
        monsters=items("""
            panther, strangler_vine, giant_python, ape_king, fever_spirit, tree_crocodile, blowpipe_raider,
            moth_swarm
            """),
        hardness=2,
    ),
    "mountains": Land(
        at="in",
        nouns=items("Mountains, Peaks, Crags, Heights, Spires"),
        always=("ore", "stone"),
        sometimes=("crystal", "relics", "mystical_spring", "game", "hides"),
        monsters=items("""
            rock_troll, griffin, cave_bear, harpy, stone_giant, wyvern, goblin, snow_cat, ogre, kobold
            """),
        hardness=2,
    ),
    "hills": Land(
        at="in",
        nouns=items("Hills, Downs, Fells, Ridges, Braes"),
        always=("ore", "hides"),
        sometimes=("stone", "herbs", "honey", "game", "crystal", "relics"),
        monsters=items("""
            goblin, hill_giant, wild_dog, brigand, wolf, ram_demon, kobold, ogre, cattle_thief
            """),
        hardness=0,
    ),
    "swamp": Land(
        at="in",
        nouns=items("Fens, Marshes, Mires, Bogs, Quags, Sloughs"),
        always=("herbs", "fish"),
        sometimes=("peat", "mushrooms", "relics", "mystical_spring", "amber", "hides"),
        monsters=items("""
            bog_wight, giant_leech, will_o_wisp, marsh_witch, snapper, lizard_raider, fever_toad,
            drowned_man
            """),
        hardness=1,
    ),
    "coast": Land(
        at="on",
        nouns=items("Strand, Shore, Sands, Coast, Skerries, Shingles"),
        always=("fish", "salt"),
        sometimes=("amber", "relics", "wood", "game", "herbs"),
        monsters=items("""
            pirate, giant_crab, siren, sea_serpent, wrecker, selkie, merrow, tide_ghoul, smuggler
            """),
        hardness=0,
    ),
    "plains": Land(
        at="on",
        nouns=items("Plains, Meadows, Fields, Levels, Downs, Grasslands"),
        always=("game", "herbs"),
        sometimes=("honey", "hides", "salt", "silk", "stone", "wood"),
        monsters=items("""
            wild_dog, bandit, giant_locust, horse_thief, wolf, scarecrow, grass_lion, deserter
            """),
        hardness=-1,
    ),
    "desert": Land(
        at="in",
        nouns=items("Desert, Sands, Dunes, Waste, Erg"),
        always=("salt", "relics"),
        sometimes=("crystal", "stone", "silk", "mystical_spring", "hides", "ore"),
        monsters=items("""
            sand_worm, giant_scorpion, dune_raider, dust_djinn, mummy, jackal, mirage, horned_viper
            """),
        hardness=2,
    ),
    "tundra": Land(
        at="on",
        nouns=items("Barrens, Tundra, Snowfields, Flats, Whites"),
        always=("hides", "game"),
        sometimes=("fish", "crystal", "amber", "peat", "relics", "salt"),
        monsters=items("""
            frost_wolf, ice_troll, snow_bear, white_stag, frozen_corpse, frost_giant, wendigo, raider
            """),
        hardness=2,
    ),
    "ruins": Land(
        at="in",
        nouns=items("Ruins, Stones, Vaults, Arches, Foundations"),
        always=("relics", "stone"),
        sometimes=("crystal", "ore", "silk", "mushrooms", "mystical_spring"),
        monsters=items("""
            skeleton, grave_robber, gargoyle, ghoul, cursed_knight, rat_king, stone_guardian, wraith
            """),
        hardness=3,
    ),
}

WOODS: Final[tuple[BiomeType, ...]] = ("forest", "jungle")
HEIGHTS: Final[tuple[BiomeType, ...]] = ("mountains", "hills")
WATERS: Final[tuple[BiomeType, ...]] = ("swamp", "coast")
OPEN: Final[tuple[BiomeType, ...]] = ("plains", "desert", "tundra")
