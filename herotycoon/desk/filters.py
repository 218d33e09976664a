"""Filters by time, by deed, and by words that are not a column's choices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, QuerySet
from django.http import HttpRequest
from django.utils.timezone import make_aware
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    DropdownFilter,
    RangeDateFilter,
    RangeNumericListFilter,
)

from herotycoon.desk.search import Subject

STEPS_A_DAY = 48
"""Half hours of game time."""
LAST_DAY = 2**31 // STEPS_A_DAY
_STAMP = 80
"""Bits of a UUID of version 7 after its milliseconds."""
Rows = QuerySet[Any]


class Days(RangeDateFilter):  # type: ignore[misc]  # it brings no types
    """From the beginning of one day to the end of another, in UTC."""

    in_game = False
    """Whether the time is a world's, which an index knows within that world alone."""

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
        """Rows within; a date that is none asks for nothing."""
        return queryset.filter(**self.between(self._day("from"), self._day("to")))

    def between(self, first: datetime | None, last: datetime | None) -> dict[str, Any]:
        """The condition, of two midnights."""
        ends = (("gte", first), ("lt", last and last + timedelta(days=1)))
        return {f"{self.field_path}__{how}": when for how, when in ends if when}

    def _day(self, end: str) -> datetime | None:
        try:
            day = date.fromisoformat(str(self.used_parameters.get(f"{self.parameter_name}_{end}") or ""))
            return make_aware(datetime.combine(day, time.min)) if 1 < day.year < 9999 else None
        except ValueError:
            return None


class LoggedDays(Days):
    """Days on which rows were written: their ids say when, and are ordered by it."""

    def __init__(
        self, field: object, request: HttpRequest, params: Any, model: Any, model_admin: Any, field_path: str
    ):
        super().__init__(DateTimeField("day it was written"), request, params, model, model_admin, "written")

    def between(self, first: datetime | None, last: datetime | None) -> dict[str, Any]:
        """Ids that begin with such a moment."""
        return {
            f"id__{condition.rpartition('__')[2]}": UUID(int=max(int(when.timestamp() * 1000), 0) << _STAMP)
            for condition, when in super().between(first, last).items()
        }


class OneOf(AutocompleteSelectFilter):  # type: ignore[misc]  # it brings no types
    """Rows about one hero or world, which somebody types the name of."""

    def queryset(self, request: HttpRequest, queryset: Rows) -> Rows | None:
        """The rows; those of a long list are found already, and said twice the planner would expect fewer."""
        about: Subject | None = getattr(request, "desk_about", None)
        if about and (about.field, str(about.id)) == (self.field_path, self.value()):
            return queryset
        rows: Rows | None = super().queryset(request, queryset)
        return rows


def game_days(steps: str, place: str = "") -> type[RangeNumericListFilter]:
    """A filter by game days, the first being day 1; ``steps`` is their column, ``place`` the one in a world's history."""

    class GameDays(RangeNumericListFilter):  # type: ignore[misc]  # it brings no types
        title = "game day"
        parameter_name = "day"
        in_game = True

        def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
            first, last = self._day("from"), self._day("to")
            column = place if place and getattr(request, "desk_about", None) else steps
            if first is not None:
                queryset = queryset.filter(**{f"{column}__gte": (first - 1) * STEPS_A_DAY})
            if last is not None:
                queryset = queryset.filter(**{f"{column}__lt": last * STEPS_A_DAY})
            return queryset

        def _day(self, end: str) -> int | None:
            given = str(self.used_parameters.get(f"day_{end}") or "")
            return min(int(given), LAST_DAY) if given.isdecimal() else None

    return GameDays


def chosen_from(column: str, title: str, choices: Sequence[tuple[str, str]]) -> type[DropdownFilter]:
    """A filter by what a column says, one of ``choices`` (value, words)."""

    class ChosenFrom(DropdownFilter):  # type: ignore[misc]  # it brings no types
        parameter_name = column

        def lookups(self, request: HttpRequest, model_admin: Any) -> Sequence[tuple[str, str]]:
            return choices

        def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
            return queryset.filter(**{column: self.value()}) if self.value() in dict(choices) else queryset

    ChosenFrom.title = title
    return ChosenFrom


def filled(column: str, title: str) -> type[DropdownFilter]:
    """A filter by whether a column has something."""

    class Filled(DropdownFilter):  # type: ignore[misc]  # it brings no types
        parameter_name = f"has_{column}"

        def lookups(self, request: HttpRequest, model_admin: Any) -> Sequence[tuple[str, str]]:
            return (("1", "Yes"), ("0", "No"))

        def queryset(self, request: HttpRequest, queryset: Rows) -> Rows:
            wanted = {"1": False, "0": True}.get(self.value() or "")
            return queryset if wanted is None else queryset.filter(**{f"{column}__isnull": wanted})

    Filled.title = title
    return Filled
