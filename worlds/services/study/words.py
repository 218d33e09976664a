"""Estimates in words, and what drives actions by its plain name."""

from __future__ import annotations

from collections.abc import Sequence

from worlds.services.prose.deeds import plain
from worlds.services.study.calibration import Calibration
from worlds.services.study.drivers import Effect
from worlds.services.study.estimates import Estimate
from worlds.services.study.minds import Change

STRONGEST = 4
EFFECTS = (
    "Pull: thousandths of utility for one point more of the driver. Share: choices in a hundred for ten points more. "
    "Both with 95 % intervals: of a hundred numbers that are nothing, about five seem to be something."
)
FELT = (
    "Points of satisfaction, −100 to 100. Surprise: what came of it, less what the hero had expected. Regret: what the "
    "hero had expected of the strongest option rejected, less what came of the chosen one."
)
_DRIVERS = {
    "gap": "skill beyond the companion's",
    "compatibility": "likeness with the companion",
    "friendship": "friendship with the companion",
    "romance": "romance with the companion",
    "mentor": "mentorship with the companion",
    "rivalry": "rivalry with the companion",
    "trust": "trust in the master",
    "respect": "respect for the master",
    "fear": "fear of the master",
}


def driver(name: str) -> str:
    """What a driver is called."""
    return _DRIVERS.get(name, plain(name))


def between(one: Estimate | None, digits: int = 1) -> str:
    """'+1.2 ± 0.4'; a dash where nothing can be told."""
    return f"{_number(one.value, digits, '+')} ± {one.half:.{digits}f}" if one else "–"


def plainly(one: Estimate | None, digits: int = 1) -> str:
    """The same without a sign for what is above nought."""
    return f"{_number(one.value, digits)} ± {one.half:.{digits}f}" if one else "–"


def percent(one: Estimate | None) -> str:
    """A share: '12.3 % ± 2.2'."""
    return f"{one.value * 100:.1f} % ± {one.half * 100:.1f}" if one else "–"


def spanned(one: Estimate) -> str:
    """A share whose interval is no middle: '97.0 % (84.7 to 99.5)'."""
    return f"{one.value * 100:.1f} % ({one.low * 100:.1f} to {one.high * 100:.1f})"


def _number(value: float, digits: int, sign: str = "") -> str:
    return f"{round(value, digits) + 0.0:{sign}.{digits}f}".replace("-", "−")


def strongest(effects: Sequence[Effect], name: str, most: int = STRONGEST) -> list[Effect]:
    """The clear effects of a driver on what heroes do, first the one that is surely strong, however sure the rest."""
    clear = [one for one in effects if one.driver == name and one.pull and one.pull.clear]
    return sorted(clear, key=lambda one: -one.pull.least if one.pull else 0.0)[:most]


_WHAT = {
    "pull": "the pull of {driver} on {action}",
    "share": "how often {driver} brings about {action}",
    "satisfaction": "satisfaction with {action}",
    "regret": "regret of {action}",
}


def change(one: Change) -> tuple[str, str, str, str]:
    """('the pull of courage on patrol', '16.1', '9.8', '−6.3 ± 1.8'): what, in the one, in the other, the difference."""
    what = _WHAT[one.what].format(driver=driver(one.driver) if one.driver else "", action=plain(one.action))
    return what, _number(one.before, 1), _number(one.after, 1), between(one.difference)


def verdict(one: Calibration) -> str:
    """Whether orders were answered as predicted."""
    return (
        f"{'As predicted' if one.sound else 'Not as predicted'}: Cox's chi-squared is {one.chi2}, of which up to 5.99 may "
        f"be chance; the Brier score is {one.brier}, where {one.expected} is expected."
    )
