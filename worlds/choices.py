"""The closed sets of worlds, guilds and events."""

from django.db.models import TextChoices


class WorldStatus(TextChoices):
    """Whether the world turns. Set aside: an error stopped it, and `World.error` says which."""

    RUNNING = "running"
    PAUSED = "paused"
    SET_ASIDE = "set_aside"


class Policy(TextChoices):
    """What the guild encourages."""

    BALANCED = "balanced"
    MARTIAL = "martial"
    SCHOLARLY = "scholarly"
    MERCANTILE = "mercantile"
    CHARITABLE = "charitable"
    ADVENTUROUS = "adventurous"


class EventKind(TextChoices):
    """What can befall a world."""

    FESTIVAL = "festival"
    STORM = "storm"
    INCURSION = "incursion"
    MARKET_BOOM = "market_boom"
    MARKET_SLUMP = "market_slump"
    PLAGUE = "plague"
    DISCOVERY = "discovery"


class EventSource(TextChoices):
    """Who sent the event."""

    SEED = "seed"
    GAME_MASTER = "game_master"


class EventStatus(TextChoices):
    """Where the event stands."""

    COMING = "coming"
    IN_FORCE = "in_force"
    OVER = "over"
