"""What storytellers for hire cost, day by day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from herotycoon.storyteller.models import Call
from herotycoon.storyteller.outcomes import NOT_MADE, Outcome


@dataclass(frozen=True)
class Day:
    """A day of UTC, for all worlds together; ``cost`` in dollars."""

    day: date
    calls: int
    failed: int
    tokens: int
    cost: float


def by_day(days: int = 14, now: datetime | None = None) -> list[Day]:
    """The last days, today included, the oldest first; a day without a call is there, with nothing in it."""
    today = (now or timezone.now()).astimezone(UTC).date()
    first = today - timedelta(days=days - 1)
    fine = [Outcome.ANSWERED, Outcome.ASKING]
    rows = (
        Call.objects.filter(created_at__gte=datetime.combine(first, datetime.min.time(), UTC))
        .exclude(outcome__in=NOT_MADE)
        .annotate(day=TruncDate("created_at", tzinfo=UTC))
        .values("day")
        .annotate(
            calls=Count("id"),
            failed=Count("id", filter=~Q(outcome__in=fine)),
            tokens=Sum("input_tokens") + Sum("output_tokens"),
            micros=Sum("cost"),
        )
    )
    known = {row["day"]: row for row in rows}
    return [_day(first + timedelta(days=n), known.get(first + timedelta(days=n))) for n in range(days)]


def _day(day: date, row: Mapping[str, Any] | None) -> Day:
    if row is None:
        return Day(day, 0, 0, 0, 0.0)
    return Day(day, row["calls"], row["failed"], row["tokens"], row["micros"] / 1_000_000)
