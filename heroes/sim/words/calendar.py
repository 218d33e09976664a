"""How a time of the game is called."""

from __future__ import annotations

from heroes.sim.lexicon import STEPS_A_DAY

_PARTS = (
    (10, "in the small hours of day {}"),
    (15, "at dawn on day {}"),
    (23, "on the morning of day {}"),
    (26, "at noon on day {}"),
    (34, "on the afternoon of day {}"),
    (42, "on the evening of day {}"),
    (48, "late on day {}"),
)
"""(until which half hour of the day, how that time is called)."""


def when(step: int) -> str:
    """'on the evening of day 12': the game time of a step, the first day being day 1."""
    day, hour = divmod(step, STEPS_A_DAY)
    words = next(words for until, words in _PARTS if hour < until)
    return words.format(f"{day + 1:,}")
