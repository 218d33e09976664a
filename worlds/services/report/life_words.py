"""A hero's time as a short paragraph: what they did mostly, their best and worst, what they have become."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from heroes.sim.words.calendar import when
from worlds.services.prose.deeds import DAILY, ROAD, doing, once, plain
from worlds.services.prose.language import (
    PRONOUNS,
    Pronoun,
    choose,
    listed,
    quoted,
    sentence,
    shortened,
    signed,
    since_when,
    span,
)
from worlds.services.report.facts import Deed, Ids, Life, Moment, Report
from worlds.services.report.tie_words import ties

MANY = 3
NOTABLE_MOOD, NOTABLE_WOUND = 4, 8
"""From here on, a moment is worth a sentence."""
RICHER, SPIRITS, FELT = 5, 15, 4
"""From here on, a change of gold, of mood, of trust, respect or fear is told."""
_TRAITS = {
    "courage": ("braver", "more timid"),
    "greed": ("greedier", "more generous"),
    "loyalty": ("more loyal", "less loyal"),
    "curiosity": ("more curious", "less curious"),
    "ambition": ("more ambitious", "less ambitious"),
    "patience": ("more patient", "less patient"),
    "empathy": ("kinder", "harder"),
}
_OF_A_QUEST = {
    "quest_travel": "the road to",
    "quest_trial": "the trial of",
    "quest_return": "the way back from",
}
_MOSTLY = (
    "{name} spent most of {period} {first}, and some of it {second}",
    "{name} was {first} through much of {period}, and {second} in between",
    "Most of {period} found {name} {first}; the rest of it, {second}",
    "{first_c}: that was most of {period} for {name}, with some time {second}",
    "For {name}, {period} went by {first}, then {second}",
)


@dataclass(frozen=True)
class Line:
    """A sentence and the activities that it is about."""

    kind: str
    text: str
    activities: Ids


def life(one: Life, report: Report) -> list[Line]:
    """The sentences of one hero's paragraph; none for somebody with nothing behind them in the period."""
    if not one.deeds:
        return []
    pronoun = PRONOUNS[one.pronoun]
    lines = [
        _mostly(one, report),
        *_moments(one, report),
        *_gains(one, pronoun, report),
        *_feelings(one, pronoun),
    ]
    told = ties(one, report)
    if told:
        text, ids = told
        lines.append(Line("ties", sentence(f"{pronoun.subject} {text}"), ids))
    return lines


def _mostly(one: Life, report: Report) -> Line:
    """What took most of the waking time, in up to three things."""
    by_action: defaultdict[str, list[Deed]] = defaultdict(list)
    for deed in one.deeds:
        by_action[deed.action].append(deed)
    told = [name for name in by_action if name not in DAILY] or list(by_action)
    told.sort(key=lambda name: (-sum(deed.steps for deed in by_action[name]), name))
    parts, named = [], set[int]()
    for name in told[:MANY]:
        parts.append(_part(name, by_action[name], named, report))
    ids = [id_ for name in told[:MANY] for deed in by_action[name] for id_ in deed.activities]
    period = span(report.until - max(report.since, 0))
    if len(parts) == 1:
        return Line("mostly", sentence(f"{one.name} spent {period} {parts[0]}"), ids)
    text = choose(_MOSTLY, report.seed, one.number, report.since).format(
        name=one.name, period=period, first=parts[0], first_c=parts[0], second=listed(parts[1:])
    )
    return Line("mostly", sentence(text), ids)


def _part(action: str, deeds: list[Deed], named: set[int], report: Report) -> str:
    """'hunting in the Grey Creeks (9×)'; a place is named where most of it was done, and once."""
    count = sum(deed.times for deed in deeds)
    most = max(deeds, key=lambda deed: (deed.steps, -(deed.place or 0)))
    here = most.steps * 3 >= sum(deed.steps for deed in deeds) * 2 and action not in ROAD
    where = ""
    if here and most.place is not None and most.place not in named:
        where = f" {report.map.where(most.place)}"
        named.add(most.place)
    return f"{doing(action)}{where}" + (f" ({count:,}×)" if count > 1 else "")


def _moments(one: Life, report: Report) -> Iterator[Line]:
    best, worst = one.best, one.worst
    if best and best.mood >= NOTABLE_MOOD:
        text = choose(("The best of it was {}", "The brightest hour was {}", "Nothing was as good as {}"),
                      report.seed, one.number, best.step).format(_told(best, report))  # fmt: skip
        said = f": {quoted(shortened(best.reasoning))}" if best.reasoning else ""
        yield Line("best", sentence(text + said), [best.activity])
    if worst and (worst.mood <= -NOTABLE_MOOD or worst.hurt >= NOTABLE_WOUND):
        cost = f" ({worst.hurt} health lost)" if worst.hurt >= NOTABLE_WOUND else ""
        text = choose(("The worst was {}", "What went badly was {}", "The less said the better about {}"),
                      report.seed, one.number, worst.step).format(_told(worst, report))  # fmt: skip
        yield Line("worst", sentence(text + cost), [worst.activity])


def _told(moment: Moment, report: Report) -> str:
    """'a hunt in the Grey Creeks, on the evening of day 12'."""
    if moment.quest and moment.action in ROAD:
        return f"{_OF_A_QUEST[moment.action]} {quoted(moment.quest)}, {when(moment.step)}"
    where = f" {report.map.where(moment.place)}" if moment.place is not None else ""
    return f"{once(moment.action)}{where}, {when(moment.step)}"


def _gains(one: Life, pronoun: Pronoun, report: Report) -> Iterator[Line]:
    """Gold, skills and character."""
    told, ids = [], list[str]()
    gold = one.changes["gold"]
    if abs(gold.change) >= RICHER:
        told.append(
            f"{abs(gold.change):,} gold {'richer' if gold.change > 0 else 'poorer'} ({gold.now:,} now)"
        )
        ids += gold.activities
    learned = sorted(one.skills.items(), key=lambda item: -item[1].change)[:MANY]
    if learned:
        told.append(f"better at {listed([f'{name} ({signed(change.change)})' for name, change in learned])}")
        ids += [id_ for _, change in learned for id_ in change.activities]
    grown = sorted(one.traits.items(), key=lambda item: (-abs(item[1].change), item[0]))[:2]
    if grown:
        words = listed([_TRAITS[name][change.change < 0] for name, change in grown])
        told.append(f"{'a little ' if abs(grown[0][1].change) < 3 else ''}{words}")
        ids += [id_ for _, change in grown for id_ in change.activities]
    if told:
        text = choose(("{subject} came out of it {told}", "It left {object} {told}", "{subject} {is_} {told}"),
                      report.seed, one.number, report.until)  # fmt: skip
        is_ = pronoun.verb("is", "are")
        words = text.format(subject=pronoun.subject, object=pronoun.object, is_=is_, told=listed(told))
        yield Line("gains", sentence(words), ids)


def _feelings(one: Life, pronoun: Pronoun) -> Iterator[Line]:
    """Spirits, wounds, and what is felt about the master."""
    mood, health = one.changes["mood"], one.changes["health"]
    told, ids = [], list[str]()
    if abs(mood.change) >= SPIRITS:
        spirits = "better" if mood.change > 0 else "lower"
        told.append(f"{pronoun.verb('is', 'are')} in {spirits} spirits than before (mood {mood.now})")
        ids += [moment.activity for moment in (one.best, one.worst) if moment]
    if health.now < 60:
        told.append(
            f"{pronoun.verb('is', 'are')} {'badly' if health.now < 30 else 'still'} hurt (health {health.now})"
        )
    verbs = {"trust": ("trusts", "trust"), "respect": ("respects", "respect"), "fear": ("fears", "fear")}
    for name, forms in verbs.items():
        change = one.changes[name]
        if abs(change.change) >= FELT:
            told.append(
                f"{pronoun.verb(*forms)} you {'more' if change.change > 0 else 'less'} ({change.now})"
            )
            ids += change.activities
    if told:
        yield Line("feelings", sentence(f"{pronoun.subject} {listed(told)}"), list(dict.fromkeys(ids)))


def present(one: Life, report: Report) -> str:
    """'hunting in the Grey Creeks with Bram Holt, until the evening of day 12'."""
    now = one.present
    if one.status == "gone":
        return "gone from the guild"
    where = "" if now.action in ROAD or now.place is None else f" {report.map.where(now.place)}"
    company = f" with {report.called(now.partner)}" if now.partner is not None else ""
    quest = f", {quoted(now.quest)}," if now.quest else ""
    state = "collapsed, " if one.status == "incapacitated" else ""
    return f"{state}{doing(now.action)}{where}{company}{quest} until {since_when(now.until)}"


def title(one: Life) -> str:
    """'warrior': what stands beside the name."""
    return plain(one.hero_class)
