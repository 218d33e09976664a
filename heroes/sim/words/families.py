"""Each contribution has a family of clauses; which of them are true depends on what the hero sees.

What matters is called the *feature* of a contribution: a small whole number that ``features`` reads from contexts
and whose meaning is written here. ``clauses(name, feature, action)`` says what may then be said.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from heroes.sim.lexicon import CLASSES, KEPT_IN_MIND, KINDS, POLICIES, TRAITS, VOICED, Action
from heroes.sim.rules import BONDS, DRIVES, PILLARS
from heroes.sim.words import (
    fortunes,
    guild,
    habits,
    hours,
    memories,
    needs,
    nouns,
    numerals,
    people,
    places,
    quests,
    traits_bold,
    traits_plain,
    traits_warm,
    whims,
)

MEASURES = 100
"""Needs: feature = drive × MEASURES + measure (0–99)."""
RICHEST, SUREST = 200, 100
ODDS = RICHEST + 1
COMRADES = ODDS + SUREST + 1
BEHIND = COMRADES + 1
"""Quest: feature = reward (0–RICHEST), or ODDS + per cent, or COMRADES; BEHIND when the trial is over."""
UNPAID, MOST_UNPAID = len(POLICIES), 20
"""Guild: feature = policy, or, for leaving, UNPAID + days in arrears (0–MOST_UNPAID)."""

PLACED = ("won", "lost", "hurt", "collapse", "delight", "misery")
"""Memories that belong to a place."""
MINDS = tuple(
    (what, ground) for what in KEPT_IN_MIND for ground in ("", *KINDS) if not ground or what in PLACED
)
"""Memory: feature = position of (what, kind of place) × BANDS + the band of how long ago."""

SPECIFIC: dict[tuple[str, bool], dict[Action, str]] = {
    ("courage", True): traits_bold.BRAVE,
    ("courage", False): traits_bold.TIMID,
    ("greed", True): traits_plain.GREEDY,
    ("greed", False): traits_plain.UNWORLDLY,
    ("loyalty", True): traits_warm.LOYAL,
    ("loyalty", False): traits_warm.FOOTLOOSE,
    ("curiosity", True): traits_bold.CURIOUS,
    ("curiosity", False): traits_bold.INCURIOUS,
    ("ambition", True): traits_bold.AMBITIOUS,
    ("ambition", False): traits_bold.MODEST,
    ("patience", True): traits_warm.PATIENT,
    ("patience", False): traits_warm.RESTLESS,
    ("empathy", True): traits_warm.KIND,
    ("empathy", False): traits_warm.HARD,
}

Clauses = list[str]


@cache
def split(text: str) -> Clauses:
    """The clauses of a table's entry, one a line."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def clauses(name: str, feature: int, action: Action) -> Clauses:
    """What may be said of this contribution to this action: at least three clauses."""
    return _trait(name, feature, action) if name in TRAITS else SAYING[name](feature, action)


def sizes() -> dict[str, int]:
    """How many features each contribution has."""
    counted = {
        "needs": len(DRIVES) * MEASURES,
        "hour": len(hours.PARTS),
        "place": 1 + len(KINDS),
        "bonds": 2 * len(BONDS),
        "influence": 2 * len(PILLARS),
        "experience": len(whims.LEARNED),
        "events": len(fortunes.CAUSES),
        "guild": UNPAID + MOST_UNPAID + 1,
        "quest": BEHIND + 1,
        "habit": len(CLASSES),
        "memory": len(MINDS) * memories.BANDS,
    }
    return {name: 4 if name in TRAITS else counted.get(name, 1) for name in VOICED}


def _trait(name: str, feature: int, action: Action) -> Clauses:
    high, marked = divmod(feature, 2)
    pole = (name, bool(high))
    if not marked:
        return split(traits_plain.MILD[pole])
    own = split(SPECIFIC[pole].get(action, ""))
    return own + split(traits_plain.STRONG[pole]) + ([] if own else split(traits_plain.MILD[pole]))


def _needs(feature: int, action: Action) -> Clauses:
    drive, measure = divmod(feature, MEASURES)
    said = _drive(drive, measure)
    own = needs.FOR.get((DRIVES[drive], action), "")
    return said + split(own) if own and _strength(drive, measure) >= needs.URGENT else said


@cache
def _drive(drive: int, measure: int) -> Clauses:
    bands = needs.NEEDS[DRIVES[drive]]
    text = next(text for low, high, text in bands if low <= measure <= high or high == bands[-1][1])
    values = {
        "{hours}": numerals.hours(measure),
        "{spell}": numerals.spell(measure),
        "{gold}": numerals.words(measure),
    }
    for placeholder, value in values.items():
        text = text.replace(placeholder, value)
    return split(text)


def _strength(drive: int, measure: int) -> int:
    """The drive, 0–100, that goes with a measure; see ``heroes.sim.needs``."""
    name = DRIVES[drive]
    if name == "lonely":
        return min(measure * 2, 100)
    lack = min(measure * 5, 100) if name == "hungry" else 100 - measure
    return lack if name == "poor" else lack * lack // 100


def _hour(feature: int, action: Action) -> Clauses:
    part = hours.PARTS[feature]
    said = split(hours.OF_ACTION.get((action, part), ""))
    if action in hours.FIELDWORK:
        said = said + split(hours.OUTDOORS.get(part, ""))
    if action in hours.HOUSEWORK:
        said = said + split(hours.INDOORS.get(part, ""))
    if action in hours.FIELDWORK + hours.HOUSEWORK:
        said = said + split(hours.DAYLIGHT.get(part, ""))
    return said if len(said) >= 3 else said + split(hours.BY_PART[part])


def _place(feature: int, action: Action) -> Clauses:
    kind = KINDS[feature - 1] if feature else ""
    said = split(places.OF_KIND.get((action, kind), "")) + split(places.OF_ACTION.get(action, ""))
    return said or split(places.ANYWHERE)


def _bonds(feature: int, action: Action) -> Clauses:
    bond, positive = divmod(feature, 2)
    own = people.BONDS_OF.get((BONDS[bond], action), "") if positive else ""
    return split(own) + split(people.BONDS[BONDS[bond], bool(positive)])


def _influence(feature: int, action: Action) -> Clauses:
    pillar, high = divmod(feature, 2)
    own = people.HOLD_OF.get((PILLARS[pillar], bool(high), action), "")
    return split(own) + split(people.HOLD[PILLARS[pillar], bool(high)])


def _order(feature: int, action: Action) -> Clauses:
    return split(people.ORDER)


def _experience(feature: int, action: Action) -> Clauses:
    said = split(whims.LEARNED[feature].replace("{gerund}", nouns.GERUNDS[action]))
    return said + split(whims.LESSONS.get(action, ""))


def _events(feature: int, action: Action) -> Clauses:
    own = split(fortunes.OF_CAUSE.get((fortunes.CAUSES[feature], action), ""))
    return own if len(own) >= 3 else own + split(fortunes.NEWS[action])


def _guild(feature: int, action: Action) -> Clauses:
    if feature >= UNPAID:
        return split(guild.UNPAID.replace("{days}", numerals.days(feature - UNPAID)))
    return split(guild.POLICY.get((POLICIES[feature], action), "")) + split(guild.GUILD)


def _quest(feature: int, action: Action) -> Clauses:
    if feature == BEHIND:
        return split(quests.BEHIND)
    pull = "comrades" if feature == COMRADES else "odds" if feature >= ODDS else "reward"
    text = quests.PULLS.get((action, pull), quests.ANY)
    gold = numerals.words(min(feature, RICHEST)) + (" gold or more" if feature == RICHEST else " gold")
    chances = numerals.chances(min(max(feature - ODDS, 0), SUREST))
    return split(text.replace("{gold}", gold).replace("{chances}", chances))


def _habit(feature: int, action: Action) -> Clauses:
    name = CLASSES[feature]
    custom = habits.CUSTOM.get(action, habits.ANY.replace("{gerund}", nouns.GERUNDS[action]))
    own = habits.CALLING.get((name, action), "")
    if own:
        custom = "\n".join(line for line in split(custom) if "{a_class}" not in line)
    return split(own) + split(custom.replace("{a_class}", f"{'an' if name[0] in 'aeiou' else 'a'} {name}"))


def _chance(feature: int, action: Action) -> Clauses:
    return split(whims.WHIMS.get(action, "")) + split(whims.WHIM)


def _memory(feature: int, action: Action) -> Clauses:
    return _remembered(*divmod(feature, memories.BANDS))


@cache
def _remembered(which: int, band: int) -> Clauses:
    what, ground = MINDS[which]
    text = memories.OF_KIND.get(what, memories.MEMORY)
    text = text.replace(" {where}", f" {memories.GROUNDS[ground]}" if ground else "")
    return split(text.replace("{ago}", memories.ago(band)))


def _counsel(feature: int, action: Action) -> Clauses:
    return split(memories.COUNSEL)


SAYING: dict[str, Callable[[int, Action], Clauses]] = {
    "needs": _needs,
    "hour": _hour,
    "place": _place,
    "bonds": _bonds,
    "influence": _influence,
    "order": _order,
    "experience": _experience,
    "events": _events,
    "guild": _guild,
    "quest": _quest,
    "habit": _habit,
    "chance": _chance,
    "memory": _memory,
    "counsel": _counsel,
}
