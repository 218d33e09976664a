"""World time: a whole number of steps of thirty game minutes. Everything else is derived from it.

Times are whole microseconds since an epoch chosen by the caller, so that nothing here knows a calendar.
"""

from __future__ import annotations

from heroes.sim.lexicon import STEPS_A_DAY

__all__ = ["MIDNIGHT", "PAYDAY", "STEPS_A_DAY", "STEPS_A_WEEK", "STEP_MICROSECONDS", "STEP_MINUTES", "WAKING"]
STEPS_A_WEEK = 7 * STEPS_A_DAY
STEP_MINUTES = 30
STEP_MICROSECONDS = STEP_MINUTES * 60 * 1_000_000
WAKING = 10
"""Step of the day at which the quest board is refreshed."""
PAYDAY = 36
"""Step of the day at which wages fall due."""
MIDNIGHT = 0


def hour(step: int) -> int:
    """Half hours since midnight, 0–47."""
    return step % STEPS_A_DAY


def day(step: int) -> int:
    """Days since the birth of the world."""
    return step // STEPS_A_DAY


def real_offset(step: int, anchor_step: int, time_scale: int) -> int:
    """Real microseconds from the anchor to a step, rounded down; ``time_scale`` game seconds pass in a real one."""
    return (step - anchor_step) * STEP_MICROSECONDS // time_scale


def steps_within(elapsed: int, time_scale: int) -> int:
    """Whole steps that fit into so many real microseconds: the inverse of ``real_offset``."""
    return elapsed * time_scale // STEP_MICROSECONDS


def paydays(started: int, ended: int) -> int:
    """Paydays in the half-open stretch (started, ended]; works on arrays as well."""
    return (ended - PAYDAY) // STEPS_A_DAY - (started - PAYDAY) // STEPS_A_DAY
