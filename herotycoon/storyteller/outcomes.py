"""What came of asking a storyteller for hire. Whatever it is but ``ANSWERED``, the template's words stand."""

from django.db.models import TextChoices


class Outcome(TextChoices):
    """Of one call; the last two are of none that was made."""

    ASKING = "asking"
    """It is under way."""
    ANSWERED = "answered"
    """The words were taken."""
    TOO_LATE = "too_late"
    """The words were good, and the world had no more use for them."""
    UNFIT = "unfit"
    """There were words, and they do not fit the question."""
    GARBLED = "garbled"
    """What came was no answer of such a server."""
    TOO_LARGE = "too_large"
    TIMEOUT = "timeout"
    UNREACHABLE = "unreachable"
    RATE_LIMITED = "rate_limited"
    SERVER_ERROR = "server_error"
    REFUSED = "refused"
    """The server does not want the question, or does not know the key."""
    LOST = "lost"
    """Whoever asked did not live to hear it."""
    LEFT_ALONE = "left_alone"
    """The server failed too often of late."""
    OVER_BUDGET = "over_budget"


NOT_MADE = (Outcome.LEFT_ALONE, Outcome.OVER_BUDGET)
PASSING = (Outcome.UNFIT, Outcome.GARBLED, Outcome.TIMEOUT, Outcome.UNREACHABLE, Outcome.RATE_LIMITED,
           Outcome.SERVER_ERROR)  # fmt: skip
"""What may be otherwise the next time."""
