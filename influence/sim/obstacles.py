"""Why an order that was agreed to could not be followed when its time came: what ``possible`` asks for was not there."""

from __future__ import annotations

from heroes.sim.lexicon import ACTIONS

_OBSTACLES = {
    "rest": "neither tired nor hurt",
    "sleep": "wide awake",
    "eat": "not hungry yet",
    "craft": "too few materials to work with",
    "trade": "too few wares to sell",
    "socialise": "nobody was there",
    "court": "nobody was there to be courted",
    "mentor": "nobody was there who could learn anything",
    "carouse": "no gold to spend",
    "seek_help": "in need of no help",
    "quest_travel": "the quest could not be joined any more",
}
OBSTACLES = tuple(_OBSTACLES.get(action, "it could not be done") for action in ACTIONS)
"""By code of the action; the rest can always be done by whoever is free."""
