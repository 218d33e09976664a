"""The study of a world as a page shows it: words, and numbers with the scale that they are drawn on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from heroes.sim.lexicon import STEPS_A_DAY
from worlds.models import World
from worlds.services.behaviour import LEAST_DAYS, MOST_DAYS
from worlds.services.prose.deeds import plain
from worlds.services.prose.language import counted
from worlds.services.study.calibration import Calibration
from worlds.services.study.drivers import DRIVERS, KINDS, Effect
from worlds.services.study.estimates import Estimate
from worlds.services.study.felt import Felt
from worlds.services.study.minds import Study, differences, study
from worlds.services.study.words import (
    EFFECTS,
    FELT,
    between,
    change,
    driver,
    percent,
    plainly,
    spanned,
    strongest,
    verdict,
)

SHOWN, CHANGES, OTHERS = 6, 20, 100
Json = dict[str, Any]


def analysis_page(world: World, asked: Mapping[str, str]) -> Json:
    """The context of the page. What is asked for and makes no sense counts as not asked."""
    days = _days(asked.get("days", ""))
    told = study(world, days)
    other = _other(world, asked.get("against", ""))
    beside = study(other, days) if other else None
    return {
        "title": f"The minds of {world.name}",
        "world": world,
        "days": days,
        "most_days": MOST_DAYS,
        "others": World.objects.exclude(pk=world.pk).order_by("-pk").only("name")[:OTHERS],
        "other": other,
        "sum": _sum(told),
        "effects_say": EFFECTS,
        "felt_says": FELT,
        "drivers": _drivers(told.findings.effects),
        "felt": [_felt(one) for one in told.findings.felt],
        "felt_most": _most(one.satisfaction for one in told.findings.felt),
        "calibration": _calibration(told.calibration),
        "versions": [change(one) for one in told.changes()[:CHANGES]],
        "versioned": sorted(told.versions),
        "changes": _changes(told, beside) if beside else [],
    }


def _days(text: str) -> int:
    return (
        int(text) if text.isascii() and text.isdigit() and LEAST_DAYS <= int(text) <= MOST_DAYS else MOST_DAYS
    )


def _other(world: World, text: str) -> World | None:
    try:
        return World.objects.exclude(pk=world.pk).filter(pk=UUID(text)).first()
    except ValueError:
        return None


def _changes(told: Study, beside: Study) -> list[tuple[str, str, str, str]]:
    found = differences(told.name, told.findings, beside.name, beside.findings)
    return [change(one) for one in found[:CHANGES]]


def _sum(told: Study) -> str:
    part = "all there are" if told.read >= 1 else f"a sample of {told.read:.1%} of the time"
    left = f"; {told.unread:,} could not be read" if told.unread else ""
    return (
        f"{told.findings.decisions:,} decisions of {counted(told.findings.heroes, 'hero', 'heroes')} "
        f"on days {max(told.since, 0) // STEPS_A_DAY + 1} to {told.until // STEPS_A_DAY + 1}, {part}{left}."
    )


def _drivers(effects: list[Effect]) -> list[Json]:
    """Each driver with its clear effects, and one scale for all of a kind."""
    shown = {name: strongest(effects, name, SHOWN) for name in DRIVERS}
    most = {
        kind: _most(one.pull for name, some in shown.items() for one in some if KINDS[name] == kind)
        for kind in KINDS.values()
    }
    return [
        {
            "name": driver(name),
            "most": most[KINDS[name]],
            "effects": [
                {
                    "action": plain(one.action),
                    "pull": one.pull,
                    "says": between(one.pull),
                    "share": between(one.share),
                }
                for one in some
            ],
        }
        for name, some in shown.items()
    ]


def _most(some: Iterable[Estimate | None]) -> float:
    """What a half of the scale holds: enough for all but the least sure."""
    ends = sorted(abs(one.value) for one in some if one)
    return ends[-1] * 1.25 if ends else 1.0


def _felt(one: Felt) -> Json:
    return {
        "action": plain(one.action),
        "times": one.times,
        "satisfaction": one.satisfaction,
        "satisfied": plainly(one.satisfaction),
        "surprise": between(one.surprise),
        "regret": one.regret,
        "regrets": between(one.regret),
        "regretted": percent(one.regretted),
    }


def _calibration(one: Calibration) -> Json:
    return {
        "orders": one.orders,
        "points": [(b.predicted, b.agreed.value, b.agreed.low, b.agreed.high) for b in one.bins],
        "bins": [
            (
                f"{b.low * 100:.0f}–{b.high * 100:.0f}\u00a0%",
                b.orders,
                f"{b.predicted * 100:.1f} %",
                spanned(b.agreed),
            )
            for b in one.bins
        ],
        "sound": one.sound,
        "verdict": verdict(one),
    }
