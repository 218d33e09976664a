"""How actions and places are spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Deed(NamedTuple):
    """``doing`` follows 'was' or 'spent the day'; ``once`` names a single time; ``to_do`` follows 'to'; ``done`` 'have'."""

    doing: str
    once: str
    to_do: str
    done: str


DEEDS: dict[str, Deed] = {
    "rest": Deed("resting", "a quiet rest", "rest", "rested"),
    "sleep": Deed("asleep", "a night's sleep", "sleep", "slept"),
    "eat": Deed("at table", "a meal", "eat", "eaten"),
    "train_combat": Deed(
        "training with weapons", "an hour at arms", "train with weapons", "trained with weapons"
    ),
    "train_magic": Deed("practising magic", "a lesson in magic", "practise magic", "practised magic"),
    "study": Deed("over books", "an hour with books", "study", "studied"),
    "patrol": Deed("on patrol", "a patrol", "go on patrol", "gone on patrol"),
    "hunt": Deed("hunting", "a hunt", "hunt", "gone hunting"),
    "gather": Deed("gathering", "a gathering trip", "gather", "gone gathering"),
    "craft": Deed("at the workbench", "a piece of work at the bench", "craft", "worked at the bench"),
    "trade": Deed("trading", "a bargain", "trade", "traded"),
    "explore": Deed("exploring", "an exploration", "explore", "gone exploring"),
    "socialise": Deed("in good company", "a talk in company", "seek company", "sought company"),
    "court": Deed("courting", "a courtship", "go courting", "gone courting"),
    "mentor": Deed("teaching", "a lesson given", "teach", "taught"),
    "pray": Deed("in prayer", "a prayer", "pray", "prayed"),
    "work": Deed(
        "working for the guild", "a shift for the guild", "work for the guild", "worked for the guild"
    ),
    "carouse": Deed("carousing", "a long night at the tavern", "carouse", "gone carousing"),
    "seek_help": Deed("getting mended", "an hour in the healers' hands", "seek help", "sought help"),
    "loaf": Deed("idling", "an idle hour", "loaf", "idled"),
    "quest_travel": Deed(
        "on the road to a quest", "the road to a quest", "set out on a quest", "set out on a quest"
    ),
    "quest_trial": Deed(
        "facing a quest's trial", "the trial of a quest", "face the trial", "faced the trial"
    ),
    "quest_return": Deed("on the way home", "the way home", "turn for home", "turned for home"),
    "depart": Deed("leaving", "a farewell", "leave the guild", "left the guild"),
}
ROAD = ("quest_travel", "quest_trial", "quest_return")
"""Actions done out of doors whose place is the quest's."""
DAILY = ("sleep", "eat", "rest")
"""What everybody does and nobody tells."""


def doing(action: str) -> str:
    """'hunting'; an action that nobody told us of keeps its name."""
    return DEEDS[action].doing if action in DEEDS else f"at {plain(action)}"


def once(action: str) -> str:
    """'a hunt'."""
    return DEEDS[action].once if action in DEEDS else plain(action)


def to_do(action: str) -> str:
    """'hunt'."""
    return DEEDS[action].to_do if action in DEEDS else plain(action)


def done(action: str) -> str:
    """'gone hunting', as follows 'have'."""
    return DEEDS[action].done if action in DEEDS else f"chosen to {plain(action)}"


def plain(name: str) -> str:
    """A name of the code as words."""
    return name.replace("_", " ")


class Map(NamedTuple):
    """The names of a world's places by their numbers, and which of them one is *in* rather than *at*."""

    names: list[str]
    inside: list[bool]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Map:
        """From `worlds.data`; of a broken one, which its world was set aside for, what can be read."""
        biomes = [_name(one, "the wild") for one in _listed(data.get("biomes"))]
        marks = [_name(one, "a landmark") for one in _listed(data.get("landmarks"))]
        hall, town = (_name(data.get(key), fallback) for key, fallback in _FALLBACKS)
        names = [hall, town, *biomes, *marks]
        return cls(names, [False, True, *[True] * len(biomes), *[False] * len(marks)])

    def name(self, place: int | None) -> str:
        """Its name, with a small article: 'the Grey Creeks'."""
        if place is None or not 0 <= place < len(self.names):
            return "parts unknown"
        name = self.names[place]
        return "the" + name[3:] if name.startswith("The ") else name

    def where(self, place: int | None) -> str:
        """'in the Grey Creeks', 'at the Lantern Hall'."""
        known = place is not None and 0 <= place < len(self.names)
        return f"{'at' if known and not self.inside[place or 0] else 'in'} {self.name(place)}"


_FALLBACKS = (("hall", "the guild hall"), ("town", "the town"))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _name(place: object, fallback: str) -> str:
    return str(place.get("name", fallback)) if isinstance(place, dict) else fallback
