"""The closed sets of the game, in the order in which columns and codes count them.

A code is the position of a word in its tuple. Orders are part of the published rules: append, never reorder.
"""

from enum import IntEnum

TRAITS = ("courage", "greed", "loyalty", "curiosity", "ambition", "patience", "empathy")
NEEDS = ("energy", "mood", "health")
SKILLS = ("combat", "magic", "lore", "survival", "craft", "trade", "charm", "faith")
ITEMS = ("wood", "herbs", "ore", "hides", "fish", "relics", "goods", "potions")
CLASSES = ("warrior", "ranger", "mage", "cleric", "rogue", "bard", "artisan", "scholar")
KINDS = ("guild", "town", "woods", "heights", "waters", "open", "ruins", "shrine")
POLICIES = ("balanced", "martial", "scholarly", "mercantile", "charitable", "adventurous")
FACILITIES = ("training_grounds", "library", "infirmary", "tavern", "workshop", "watchtower")
RELATIONSHIPS = ("friendship", "rivalry", "romantic", "mentor")
STATUSES = ("active", "away", "incapacitated", "gone")
STEPS_A_DAY = 48
"""Half hours of game time."""
HISTORY = 50
"""Entries that the history of a bond or of influence keeps: the newest."""
VENUES = ("here", "guild", "town", "wild", "shrine", "road")

CONTRIBUTIONS = (
    *TRAITS,
    "needs",
    "hour",
    "place",
    "bonds",
    "influence",
    "order",
    "experience",
    "events",
    "guild",
    "quest",
    "habit",
    "chance",
    "custom",
    "memory",
    "counsel",
)
UNVOICED = "custom"
VOICED = tuple(name for name in CONTRIBUTIONS if name != UNVOICED)
"""What a hero would name as a reason. Custom, the appetite that everybody has for an action, goes without saying."""

MEMORIES = (
    "won",
    "lost",
    "betrayed",
    "hurt",
    "collapse",
    "unpaid",
    "delight",
    "misery",
    "friend",
    "rival",
    "love",
    "lesson",
    "parting",
    "praised",
    "rewarded",
    "gifted",
    "consoled",
    "reconciled",
    "punished",
    "threatened",
)
"""What a memory can be of: a trial won or lost; a promise broken; a wound; a collapse; unpaid days; the best and the
worst of hours; the beginning of a friendship, of a rivalry, of love, of teaching; the end of a bond; what the master did."""
KEPT_IN_MIND = ("", *MEMORIES)
"""The same by code, 0 being nothing."""

EFFECT_STEMS = (*SKILLS, *NEEDS, *TRAITS, *ITEMS, "gold", "experience", "wisdom")
"""What may stand before ``_bonus`` in the effects of a landmark or an event."""


class Action(IntEnum):
    """Everything a hero can do; the name in lower case is the word used in the log."""

    REST = 0
    SLEEP = 1
    EAT = 2
    TRAIN_COMBAT = 3
    TRAIN_MAGIC = 4
    STUDY = 5
    PATROL = 6
    HUNT = 7
    GATHER = 8
    CRAFT = 9
    TRADE = 10
    EXPLORE = 11
    SOCIALISE = 12
    COURT = 13
    MENTOR = 14
    PRAY = 15
    WORK = 16
    CAROUSE = 17
    SEEK_HELP = 18
    LOAF = 19
    QUEST_TRAVEL = 20
    QUEST_TRIAL = 21
    QUEST_RETURN = 22
    DEPART = 23


ACTIONS = tuple(action.name.lower() for action in Action)


class Status(IntEnum):
    """Whether a hero takes part in the life of the guild."""

    ACTIVE = 0
    AWAY = 1
    INCAPACITATED = 2
    GONE = 3


class Bond(IntEnum):
    """The four kinds of relationship."""

    FRIENDSHIP = 0
    RIVALRY = 1
    ROMANTIC = 2
    MENTOR = 3


class Venue(IntEnum):
    """Where an action is done, seen from the hero who considers it."""

    HERE = 0
    GUILD = 1
    TOWN = 2
    WILD = 3
    SHRINE = 4
    ROAD = 5


CLASS_SKILL = {
    "warrior": "combat",
    "ranger": "survival",
    "mage": "magic",
    "cleric": "faith",
    "rogue": "trade",
    "bard": "charm",
    "artisan": "craft",
    "scholar": "lore",
}
"""The skill that a class lives by."""
