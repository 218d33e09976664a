"""Numbers in words, as people say them."""

from __future__ import annotations

_ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def words(number: int) -> str:
    """0–999: "no", "seven", "forty-two", "a hundred and five"."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    rest = f" and {words(number % 100)}" if number % 100 else ""
    return ("a" if number < 200 else _ONES[number // 100]) + " hundred" + rest


def hours(half_hours: int) -> str:
    """A length of time: "half an hour", "three and a half hours", "two days"."""
    whole, half = divmod(half_hours, 2)
    if half_hours < 2:
        return "half an hour" if half else "no time"
    if whole >= 48:
        return f"{words(whole // 24)} days"
    if half and whole < 10:
        return f"{words(whole)} and a half hours"
    return "an hour" if whole == 1 else f"{words(whole)} hours"


def spell(whole: int) -> str:
    """A long length of time in hours, 0–99 (which stands for more)."""
    if whole >= 96:
        return "four days or more"
    if whole >= 24:
        return (
            "a whole day"
            if whole < 36
            else "a day and a half"
            if whole < 48
            else f"{words(whole // 24)} days"
        )
    return "an hour" if whole < 2 else f"{words(whole)} hours"


def days(number: int) -> str:
    """ "one day", "twenty days or more"."""
    return "a day" if number <= 1 else f"{words(number)} days" + (" or more" if number >= 20 else "")


def chances(per_cent: int) -> str:
    """ "six chances in ten", never all of them and never none."""
    if per_cent < 5:
        return "hardly one chance in ten"
    if per_cent >= 95:
        return "better than nine chances in ten"
    tenths = min((per_cent + 5) // 10, 9)
    return "one chance in ten" if tenths == 1 else f"{words(tenths)} chances in ten"
