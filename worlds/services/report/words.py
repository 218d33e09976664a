"""A report put into words, and the same as JSON: every line with the ids of its activities."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from heroes.sim.words.calendar import when
from worlds.services.prose.deeds import plain
from worlds.services.prose.language import counted, lasting, listed, number, sentence, signed, since_when
from worlds.services.report.facts import Account, Headline, Life, Report
from worlds.services.report.headline_words import headline
from worlds.services.report.life_words import Line, life, present, title

MOST_OF_A_KIND = 3
_GRADES = ((25, "wretched"), (40, "unhappy"), (55, "neither glad nor sorry"), (70, "content"), (101, "happy"))
"""What the heroes are on the whole, below a mean happiness."""
_CHANGED = ("changes", "items", "skills", "traits")


@dataclass(frozen=True)
class Portrait:
    """The part of the report about one hero."""

    life: Life
    title: str
    present: str
    """what they do now, after 'is'"""
    lines: list[Line]

    @property
    def text(self) -> str:
        """All lines as a paragraph."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Telling:
    """A report in words: headlines ranked, heroes by how much there is to tell, then the sums."""

    report: Report
    opening: str
    headlines: list[tuple[Headline, Line]]
    portraits: list[Portrait]
    quiet: int
    """heroes of the guild for whom nothing ended in the period"""
    totals: list[Line]


def tell(report: Report) -> Telling:
    """Find the words for a report."""
    portraits = [Portrait(one, title(one), present(one, report), life(one, report)) for one in report.lives]
    return Telling(
        report=report,
        opening=opening(report),
        headlines=[(one, Line(one.kind, headline(one, report), one.activities)) for one in report.headlines],
        portraits=[portrait for portrait in portraits if portrait.lines],
        quiet=sum(1 for one in report.lives if not one.deeds and one.status != "gone"),
        totals=totals(report),
    )


def front_page(telling: Telling, most: int) -> list[tuple[Headline, Line]]:
    """The headlines for a reader with little time: the most important, yet not all of one kind."""
    count = Counter[str]()
    varied, rest = list[tuple[Headline, Line]](), list[tuple[Headline, Line]]()
    for told in telling.headlines:
        count[told[0].kind] += 1
        (varied if count[told[0].kind] <= MOST_OF_A_KIND else rest).append(told)
    chosen = [*varied[:most], *rest[: max(most - len(varied), 0)]]
    return [told for told in telling.headlines if told in chosen]


def opening(report: Report) -> str:
    """How much time passed, and what it came to."""
    passed = report.until - max(report.since, 0)
    if not passed or not report.totals.decisions:
        return sentence(f"Nothing has happened since: it is as you left it, {when(report.until)}")
    start = "the world began" if report.since < 0 else f"you looked {when(report.since)}"
    verb = "has" if lasting(passed).startswith(("one ", "half ", "an ")) else "have"
    text = f"{lasting(passed)} {verb} passed since {start}; it is now {since_when(report.until)}"
    return sentence(text) + _summary(report)


def _summary(report: Report) -> str:
    """'Three quests were won and one was lost, and there are four new romances.'"""
    count = Counter(one.kind for one in report.headlines)
    told = [
        f"{counted(number_of, one, many)} {was if number_of == 1 else were}"
        for number_of, one, many, was, were in (
            (count["departure"], "hero", "heroes", "left the guild", "left the guild"),
            (report.totals.quests_won, "quest", "quests", "was won", "were won"),
            (report.totals.quests_lost, "quest", "quests", "was lost", "were lost"),
            (count["romance"], "romance", "romances", "began", "began"),
            (count["collapse"], "hero", "heroes", "collapsed", "collapsed"),
        )
        if number_of
    ]
    return f" {sentence(listed(told))}" if told else ""


def totals(report: Report) -> list[Line]:
    """The sums, which are the state now less the state then."""
    sums = report.totals
    if not sums.decisions:
        return []
    people = sum(1 for one in report.lives if one.deeds)
    texts = [
        f"{counted(people, 'hero', 'heroes')} made {counted(sums.decisions, 'decision')} and gained"
        f" {sums.experience.change:,} experience; their purses hold {_account(sums.gold)} gold",
        f"the treasury holds {_account(sums.treasury)} gold: {_income(report)}",
        _quests(report),
        _items(report),
        _spirits(report),
    ]
    kinds = ("heroes", "treasury", "quests", "items", "spirits")
    return [Line(kind, sentence(text), []) for kind, text in zip(kinds, texts, strict=True) if text]


def _account(account: Account) -> str:
    """'674 (+103)'."""
    return f"{account.now:,} ({signed(account.change) if account.change else 'as before'})"


def _income(report: Report) -> str:
    income = report.totals.income
    gains = [f"{plain(name)} brought {total:,}" for name, total in income.items() if total > 0][:3]
    costs = [f"{plain(name)} cost {-total:,}" for name, total in income.items() if total < 0][:3]
    costs += [f"wages came to {report.totals.wages:,}"] if report.totals.wages else []
    return listed([*gains, *costs]) or "nothing came in and nothing went out"


def _quests(report: Report) -> str:
    sums = report.totals
    told = [f"{number(count)} {word}" for count, word in (
        (sums.quests_won, "won"), (sums.quests_lost, "lost"), (sums.happenings.get("quest_expired", 0), "expired"),
        (sums.happenings.get("quest_posted", 0), "posted"),
    ) if count]  # fmt: skip
    return f"quests: {listed(told)}" if told else ""


def _items(report: Report) -> str:
    told = [f"{signed(total)} {name}" for name, total in report.totals.items.items()]
    return f"stores: {listed(told)}" if told else ""


def _spirits(report: Report) -> str:
    """How happy the heroes are now, and who is most and least so."""
    felt = [(one.happiness, one.name) for one in report.lives if one.happiness is not None]
    if not felt:
        return ""
    mean = (2 * sum(happiness for happiness, _ in felt) + len(felt)) // (2 * len(felt))
    grade = next(word for limit, word in _GRADES if mean < limit)
    (least, unhappy), (most, happy) = min(felt), max(felt)
    between = f": {happy} most of all ({most}), {unhappy} least ({least})" if most > least else ""
    return f"on the whole the heroes are {grade} (happiness {mean} of 100){between}"


def document(telling: Telling) -> dict[str, Any]:
    """The whole report as plain JSON values."""
    report = telling.report
    return {
        "world": {"id": str(report.world_id), "name": report.world, "guild": report.guild},
        "since_step": report.since,
        "until_step": report.until,
        "opening": telling.opening,
        "headlines": headlines_of(telling),
        "heroes": [_portrait(portrait) for portrait in telling.portraits],
        "totals": asdict(report.totals) | {"lines": [_fields(line) for line in telling.totals]},
    }


def headlines_of(telling: Telling) -> list[dict[str, Any]]:
    """The headlines as plain JSON values."""
    return [
        {**_fields(one), "text": line.text, "heroes": _ids(one.heroes, telling.report)}
        for one, line in telling.headlines
    ]


def _fields(one: object, *without: str) -> dict[str, Any]:
    """{name: value} of a dataclass whose values are plain already; ``asdict`` would copy every list of ids."""
    fields = dict(vars(one))
    for name in without:
        del fields[name]
    return fields


def _ids(numbers: list[int], report: Report) -> list[dict[str, Any]]:
    known = {one.number: one for one in report.lives}
    return [{"id": str(known[n].id), "number": n, "name": known[n].name} for n in numbers if n in known]


def _portrait(portrait: Portrait) -> dict[str, Any]:
    """A hero's part. Which activities are meant stands beside the lines, once."""
    life = portrait.life
    told: dict[str, Any] = {
        name: {key: _fields(change, "activities") for key, change in getattr(life, name).items()}
        for name in _CHANGED
    }
    for name in ("deeds", "ties"):
        told[name] = [_fields(entry, "activities") for entry in getattr(life, name)]
    for name in ("present", "best", "worst"):
        moment = getattr(life, name)
        told[name] = _fields(moment) if moment else None
    lines = [_fields(line) for line in portrait.lines]
    return {
        **_fields(life),
        **told,
        "id": str(life.id),
        "title": portrait.title,
        "now": portrait.present,
        "lines": lines,
    }
