"""What a game master can do to a world from its page: a table, and nothing else. Every act is a verb that is logged."""

from __future__ import annotations

from dataclasses import dataclass

from worlds.choices import WorldStatus
from worlds.desk import forms

_TURNING = (WorldStatus.RUNNING, WorldStatus.PAUSED)
_RUNNING, _PAUSED, _ASIDE = (WorldStatus.RUNNING,), (WorldStatus.PAUSED,), (WorldStatus.SET_ASIDE,)


@dataclass(frozen=True)
class Act:
    """``title`` is the button; ``told`` says what is done; ``done`` what was done, about the world's name."""

    title: str
    icon: str
    told: str
    done: str
    verb: str
    form: type[forms.ActForm] = forms.ActForm
    when: tuple[str, ...] = _TURNING
    """In which states of a world it is possible."""


AHEAD, TELLER = "ahead", "storyteller"
"""Acts that are more than a verb, or none: see doing.py."""
ACTS: dict[str, Act] = {
    "pause": Act(
        "Pause",
        "pause",
        "Its time stops, and nobody in it does anything.",
        "{} stands still.",
        "pause",
        when=_RUNNING,
    ),
    "resume": Act(
        "Resume",
        "play_arrow",
        "Its time runs on from where it stopped.",
        "{} turns again.",
        "resume",
        when=_PAUSED,
    ),
    "pace": Act(
        "Pace",
        "speed",
        "Its time runs faster or slower from now on.",
        "{} has another pace.",
        "time_scale",
        forms.PaceForm,
    ),
    AHEAD: Act(
        "Fast-forward",
        "fast_forward",
        "It lives some game days at once.",
        "{} is on its way.",
        "time_scale",
        forms.AheadForm,
        _RUNNING,
    ),
    "event": Act(
        "Start an event",
        "festival",
        "Something befalls it from the next half hour on.",
        "Something befalls {}.",
        "start_event",
        forms.EventForm,
    ),
    "end-event": Act(
        "End an event",
        "event_busy",
        "An event ends before its time.",
        "It will soon be over in {}.",
        "end_event",
        forms.EndEventForm,
    ),
    "quest": Act(
        "Post a quest",
        "swords",
        "A quest that the world pays for goes on the board.",
        "The quest hangs on the board of {}.",
        "post_quest",
        forms.QuestForm,
    ),
    "withdraw": Act(
        "Withdraw a quest",
        "remove_done",
        "A quest that nobody took on comes off the board.",
        "The quest is off the board of {}.",
        "withdraw_quest",
        forms.WithdrawForm,
    ),
    "grant": Act(
        "Give or take",
        "redeem",
        "Somebody has more or less from now on, by a difference.",
        "It is done and booked in {}.",
        "grant",
        forms.GrantForm,
    ),
    TELLER: Act(
        "Storyteller",
        "auto_stories",
        "Who writes its words from now on; those that are there stay.",
        "{} has its storyteller.",
        "",
        forms.TellerForm,
    ),
    "lore": Act(
        "Lore and places",
        "history_edu",
        "What the world tells of itself, and what its places are called.",
        "{} is told anew.",
        "redraw",
        forms.LoreForm,
    ),
    "rules": Act(
        "Newer rules",
        "gavel",
        "Its heroes decide by a later version of the rules from now on; there is no way back.",
        "{} follows newer rules.",
        "adopt_rules",
        forms.RulesForm,
    ),
    "mend": Act(
        "Mend its document",
        "build",
        "What it is made of is put right.",
        "{} is mended; put it back when all is well.",
        "redraw",
        forms.MendForm,
        _ASIDE,
    ),
    "put-back": Act(
        "Put back",
        "restart_alt",
        "It turns again from where it stopped.",
        "{} turns again.",
        "put_back",
        when=_ASIDE,
    ),
}


def possible(status: str) -> dict[str, Act]:
    """The acts that a world in this state allows."""
    return {name: act for name, act in ACTS.items() if status in act.when}
