"""Headlines as sentences: variety that is the same whenever it is read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from heroes.sim.words.calendar import when
from worlds.services.prose.deeds import doing, plain, to_do
from worlds.services.prose.language import (
    PRONOUNS,
    Pronoun,
    capital,
    choose,
    counted,
    listed,
    number,
    quoted,
    sentence,
    since_when,
    times,
)
from worlds.services.report.facts import Headline, Report

MOST_PAIRS = 3
_EVENTS: dict[str, tuple[str, str]] = {
    "festival": ("{name} brought music to {where}", "{name} has ended, and {where} is quiet again"),
    "storm": ("{name} broke over {where}", "{name} has blown itself out over {where}"),
    "incursion": ("{name} came upon {where}", "{name} has passed from {where}"),
    "market_boom": ("{name}: prices rose {where_in}", "{name} has passed, and prices are what they were"),
    "market_slump": ("{name}: prices fell {where_in}", "{name} has passed, and prices are what they were"),
    "plague": ("{name} crept into {where}", "{name} has left {where}"),
    "discovery": (
        "{name} drew the curious to {where}",
        "{name} is no longer new, and {where} is itself again",
    ),
}
Teller = Callable[[Headline, Report, str], str]


def headline(one: Headline, report: Report) -> str:
    """One sentence or two."""
    names = listed([report.called(hero) for hero in one.heroes])
    return sentence(_TELLERS[one.kind](one, report, names))


def _quest_won(one: Headline, report: Report, names: str) -> str:
    facts = one.facts
    text = choose(
        (
            "{names} won {title}{where}, {when}",
            "{when}, {names} came through {title}{where}",
            "{names} saw {title} through{where}, {when}",
        ),
        report.seed, one.step, one.heroes,
    ).format(names=names, title=quoted(facts["title"]), where=_there(facts, report), when=when(one.step))  # fmt: skip
    spoils = (
        [f"{facts['gold']:,} gold for {'them' if len(one.heroes) > 1 else 'the purse'}"]
        if facts["gold"] > 0
        else []
    )
    spoils += [f"{facts['treasury']:,} for the treasury"] if facts["treasury"] > 0 else []
    return text + (f": {listed(spoils)}" if spoils else "") + _wounds(one, report)


def _quest_lost(one: Headline, report: Report, names: str) -> str:
    facts = one.facts
    text = choose(
        (
            "{names} failed at {title}{where}, {when}",
            "{title}{where} proved too much for {names}, {when}",
            "{when}, {names} came back from {title}{where} beaten",
        ),
        report.seed, one.step, one.heroes,
    )  # fmt: skip
    told = text.format(
        names=names, title=quoted(facts["title"]), where=_there(facts, report), when=when(one.step)
    )
    return told + _wounds(one, report)


def _there(facts: dict[str, Any], report: Report) -> str:
    """Where a quest led, unless its title says so."""
    name = report.map.name(facts["place"])
    said = name.removeprefix("the ").lower() in facts["title"].lower()
    return "" if said else " " + _where(facts["place"], report)


def _wounds(one: Headline, report: Report) -> str:
    hurt = one.facts["hurt"]
    if not hurt:
        return ""
    if len(one.heroes) == 1:
        return f". {capital(_pronoun(one.heroes[0], report).subject)} did not come away unhurt"
    if len(hurt) == len(one.heroes):
        return ". Nobody came away unhurt"
    names = listed([report.called(hero) for hero in hurt])
    return f". {names} {'was' if len(hurt) == 1 else 'were'} hurt"


def _departure(one: Headline, report: Report, names: str) -> str:
    text = choose(
        (
            "{names} left the guild for good, {when}",
            "{when}, {names} took leave of the guild and did not look back",
            "The guild lost {names}, who walked out {when}",
        ),
        report.seed, one.step, one.heroes,
    ).format(names=names, when=when(one.step))  # fmt: skip
    said = one.facts["reasoning"]
    return f"{text}. {quoted(said)}" if said else text


def _event(one: Headline, report: Report, names: str) -> str:
    facts = one.facts
    begin, end = _EVENTS.get(facts["of"], ("{name} came over {where}", "{name} has passed"))
    place = facts["place"]
    where = "the whole land" if place is None else report.map.name(place)
    where_in = "everywhere" if place is None else report.map.where(place)
    name = facts["name"]
    if facts["begun"] is None:
        return f"{end.format(name=name, where=where, where_in=where_in)}, {when(one.step)}"
    text = f"{begin.format(name=name, where=where, where_in=where_in)} {when(facts['begun'])}"
    if facts["over"]:
        return f"{text}, and passed {when(one.step)}"
    return f"{text}; it is to last until {since_when(facts['ends'])}"


def _romance(one: Headline, report: Report, names: str) -> str:
    a, b = (report.called(hero) for hero in one.heroes[:2])
    return choose(
        (
            "{a} and {b} have become more than friends, {when} {where}",
            "{when}, {where}, {a} lost {their} heart to {b}",
            "There has been something between {a} and {b} since {bare}",
            "{a} began to court {b}, {when} {where}, and was not sent away",
        ),
        report.seed, one.step, one.heroes,
    ).format(a=a, b=b, when=when(one.step), bare=since_when(one.step), their=_pronoun(one.heroes[0], report).possessive,
        where=_where(one.facts["place"], report))  # fmt: skip


def _rivalries(one: Headline, report: Report, names: str) -> str:
    pairs = one.facts["pairs"]
    told = [f"{report.called(a)} and {report.called(b)}" for a, b in pairs[:MOST_PAIRS]]
    rest = len(pairs) - len(told)
    if len(pairs) == 1:
        return f"{told[0]} fell out with each other, {when(one.step)}"
    text = choose(
        ("Tempers frayed: {n} new rivalries", "There are {n} new rivalries", "{n} pairs of heroes fell out"),
        report.seed, one.step, one.heroes,
    ).format(n=number(len(pairs)))  # fmt: skip
    return f"{text}, the latest between {'; '.join(told)}" + (
        f" and {counted(rest, 'other')}" if rest > 0 else ""
    )


def _wound(one: Headline, report: Report, names: str) -> str:
    facts = one.facts
    where = f"{doing(facts['action'])} {_where(facts['place'], report)}"
    if facts["times"] > 1:
        return f"{names} was badly hurt {times(facts['times'])}, worst while {where} ({facts['hurt']} health lost)"
    return f"{names} was badly hurt while {where}, {when(one.step)} ({facts['hurt']} health lost)"


def _collapse(one: Headline, report: Report, names: str) -> str:
    facts = one.facts
    where = f"{doing(facts['action'])} {_where(facts['place'], report)}"
    if facts["times"] > 1:
        return f"{names} collapsed from exhaustion {times(facts['times'])}, last while {where}"
    return f"{names} collapsed from exhaustion while {where}, {when(one.step)}"


def _order_done(one: Headline, report: Report, names: str) -> str:
    return f"{names} did as you asked, to {to_do(one.facts['action'])}, {when(one.step)}"


def _order_failed(one: Headline, report: Report, names: str) -> str:
    return f"{names} could not do as you asked: to {to_do(one.facts['action'])} became impossible, {when(one.step)}"


def _order_lapsed(one: Headline, report: Report, names: str) -> str:
    return f"{names} never came round to what you asked, to {to_do(one.facts['action'])}"


def _refusal(one: Headline, report: Report, names: str) -> str:
    why = f": {one.facts['why']}" if one.facts["why"] else ""
    return f"{names} refused to {to_do(one.facts['action'])}, {when(one.step)}{why}"


def _arrears(one: Headline, report: Report, names: str) -> str:
    days = one.facts["days"]
    if days > 1:
        return f"The treasury could not pay all wages for {counted(days, 'day')} in a row"
    return f"The treasury could not pay all wages, {when(one.step)}"


def _given_up(one: Headline, report: Report, names: str) -> str:
    return f"At the last moment nobody dared face {quoted(one.facts['title'])}, {when(one.step)}"


def _summon(one: Headline, report: Report, names: str) -> str:
    return f"{names} answered your call and joined the guild, {when(one.step)}"


def _dismiss(one: Headline, report: Report, names: str) -> str:
    return f"You sent {names} away, {when(one.step)}"


def _build(one: Headline, report: Report, names: str) -> str:
    what, level = plain(str(one.facts.get("facility", "facility"))), one.facts.get("level", 1)
    done = f"built the {what}" if level == 1 else f"raised the {what} to level {level}"
    return f"You {done}, {when(one.step)}"


def _grant(one: Headline, report: Report, names: str) -> str:
    change, what = one.facts["change"], plain(str(one.facts["what"]))
    did, whom = ("gave", "to") if change > 0 else ("took", "from")
    goods = "gold" if what == "treasury" else what
    because = f", because {one.facts['because']}" if one.facts.get("because") else ""
    return f"A game master {did} {abs(change):,} {goods} {whom} {names or 'the treasury'}, {when(one.step)}{because}"


def _pronoun(number: int, report: Report) -> Pronoun:
    return PRONOUNS[next((life.pronoun for life in report.lives if life.number == number), "they")]


def _where(place: int | None, report: Report) -> str:
    return report.map.where(place) if place is not None else "out there"


_TELLERS: dict[str, Teller] = {
    "quest_won": _quest_won,
    "quest_lost": _quest_lost,
    "departure": _departure,
    "event": _event,
    "romance": _romance,
    "rivalries": _rivalries,
    "wound": _wound,
    "collapse": _collapse,
    "order_done": _order_done,
    "order_failed": _order_failed,
    "order_lapsed": _order_lapsed,
    "refusal": _refusal,
    "arrears": _arrears,
    "given_up": _given_up,
    "summon": _summon,
    "dismiss": _dismiss,
    "build": _build,
    "grant": _grant,
}
