"""Small change of English: numbers, lists, pronouns, times, and variety that is the same every time it is read."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from heroes.sim.words.calendar import when
from worlds.sim import clock

_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


@dataclass(frozen=True)
class Pronoun:
    """How somebody is called after their name; ``plural`` says whether verbs follow as for many."""

    subject: str
    object: str
    possessive: str
    plural: bool = False

    def verb(self, one: str, many: str) -> str:
        """The form of a verb that goes with the subject."""
        return many if self.plural else one


PRONOUNS = {
    "she": Pronoun("she", "her", "her"),
    "he": Pronoun("he", "him", "his"),
    "they": Pronoun("they", "them", "their", plural=True),
}


def choose(options: Sequence[str], *key: object) -> str:
    """One of the options: always the same for the same key."""
    return options[zlib.crc32(repr(key).encode()) % len(options)]


def number(count: int) -> str:
    """A count in words up to twelve, in digits above."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """'one quest', 'three quests', '14 quests'."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def times(count: int) -> str:
    """'once', 'twice', 'three times'."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def listed(words: Sequence[str], last: str = "and") -> str:
    """'a, b and c'."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def capital(text: str) -> str:
    """With a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """With a capital first letter and a stop at the end, if it has none."""
    return capital(text) + ("" if text.endswith((".", "!", "?", '."', '!"', '?"', ".”", "!”", "?”")) else ".")


def signed(amount: int) -> str:
    """'+3', '−3', with a real minus."""
    return f"{amount:+,}".replace("-", "−")


def since_when(step: int) -> str:
    """'the evening of day 12', for 'since' and 'until'."""
    return when(step).split(" ", 1)[1] if when(step).startswith(("on ", "in ", "at ")) else when(step)


def hour_of(step: int) -> str:
    """'18:30'."""
    hour = clock.hour(step)
    return f"{hour // 2:02}:{'30' if hour % 2 else '00'}"


def lasting(steps: int) -> str:
    """'half an hour', 'two and a half hours', 'three days': rounded as people do."""
    if steps <= 3:
        return ("no time", "half an hour", "an hour", "an hour and a half")[max(steps, 0)]
    hours, half = divmod(steps, 2)
    if steps < 8 and half:
        return f"{number(hours)} and a half hours"
    if steps < clock.STEPS_A_DAY:
        return counted(hours, "hour")
    days, rest = divmod(steps, clock.STEPS_A_DAY)
    text = counted(days, "day")
    return f"{text} and {counted(rest // 2, 'hour')}" if days < 4 and rest >= 2 else text


def span(steps: int) -> str:
    """'the week', 'these five days': what a stretch of time is called by somebody looking back."""
    days = round(steps / clock.STEPS_A_DAY)
    if days <= 1:
        return "these hours" if steps < 36 else "the day"
    named = {7: "the week", 14: "the fortnight"}
    return named.get(days, f"these {number(days)} days")


def quoted(text: str) -> str:
    """In quotation marks."""
    return f"“{text.strip()}”"


def shortened(text: str, most: int = 160) -> str:
    """The first sentences of a text, as many as fit."""
    while len(text) > most:
        cut = max(text.rfind(mark, 0, len(text) - 1) for mark in (". ", "! ", "? "))
        if cut < 0:
            return text
        text = text[: cut + 1]
    return text
