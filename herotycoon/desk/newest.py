"""Lists of long tables: nobody counts or sorts them, and what no index finds is looked for among the newest rows.

The newest of everything are found by their ids, which grow with time; those of a hero or a world by their place in its
history. Filters and a sorted column look among ``MOST`` of them, and the page says so where there are more.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from unfold.views import ChangeList

from herotycoon.desk.search import NAMED, Subject, as_id

MOST = 10_000
"""Rows that filters look among: read in some 30 ms."""
PLAIN = {"p", "all", "e", "_popup", "_to_field"}
"""Parameters that choose no rows, and cost nothing."""
Rows = QuerySet[Any]


def edge(rows: Rows, order: tuple[str, ...]) -> Any:
    """What the ``MOST``-th row has in the first column of ``order``; None where there are fewer."""
    column = order[0].removeprefix("-")
    return rows.order_by(*order).values_list(column, flat=True)[MOST : MOST + 1].first()


class Listing(ChangeList):  # type: ignore[misc]  # it brings no types
    """A list of rows without their documents."""

    meant: Sequence[Subject] = ()
    """Whom it is about, if it is about one: in each way that rows call them."""
    root_queryset: Rows

    def get_queryset(self, request: HttpRequest, exclude_parameters: list[str | None] | None = None) -> Rows:
        """What the page is cut from."""
        self.root_queryset = self.root_queryset.defer(*self.model_admin.heavy)
        rows: Rows = super().get_queryset(request, exclude_parameters)
        return rows

    def get_results(self, request: HttpRequest) -> None:
        """The page; of rows that were not counted, the heading says no number."""
        super().get_results(request)
        self.full_result_count = self.result_count


class Newest(Listing):
    """The same of a long table."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: list[str | None] | None = None) -> Rows:
        """What the page is cut from: never more than an index gives, or ``MOST`` rows that are looked through."""
        used = self._find(request)
        request.__dict__["desk_about"] = self.about
        rows: Rows = self.root_queryset
        if self.about:
            rows = rows.filter(self._condition())
        for spec in self.get_filters(request)[0]:
            if getattr(spec, "in_game", None) == bool(self.about):
                rows = spec.queryset(request, rows)
                used |= {*spec.expected_parameters()}
        if {name for name, values in self.filter_params.items() if any(values)} - used - PLAIN:
            rows = self._within(request, rows)
        self.root_queryset = rows
        return super().get_queryset(request, exclude_parameters)

    def get_ordering(self, request: HttpRequest, queryset: Rows) -> list[Any]:
        """The newest first, in the order that an index has."""
        if self.about and not self.params.get("o"):
            return list(self.model_admin.order_about)
        ordering: list[Any] = super().get_ordering(request, queryset)
        return ordering

    def _find(self, request: HttpRequest) -> set[str | None]:
        """Learn whom it is about, if it is about one; the parameters that say so."""
        for field in ("hero", "world"):
            name = f"{field}__id__exact"
            if field in self.model_admin.about and any(given := self.filter_params.get(name, [])):
                found = self.model_admin.found(request, given[-1])
                self.meant = [one for one in found if one.field == field]
                return {name} if self.meant else set()
        found = self.model_admin.found(request, self.query) if self.query else []
        if len(found) >= NAMED:
            messages.info(request, f"At least {NAMED} are called so; the full name, or an id, finds one.")
        own = self.model_admin.search_fields != ("id",)
        if len({one.id for one in found}) == 1 and (not own or found[0].called(self.query)):
            self.meant = found
        by_key = as_id(self.query) and self.model_admin.ids == ("pk",)
        return {"q"} if self.meant or by_key else set()

    def _condition(self) -> Q:
        """Rows about one, said once: of the row that keeps the place in the history, where that is another."""
        if through := self.model_admin.through:
            about = self.meant[0]
            of_it = {f"{through}{about.field}_id": about.id, f"{through}world_id": about.world}
            return Q(**of_it, world_id=about.world)
        return reduce(or_, (one.rows for one in self.meant))

    @property
    def about(self) -> Subject | None:
        """The one, if it is about one."""
        return self.meant[0] if self.meant else None

    def _within(self, request: HttpRequest, rows: Rows) -> Rows:
        order = self.model_admin.order_about if self.about else self.model_admin.ordering
        last = edge(rows, order)
        if last is None:
            return rows
        messages.info(
            request,
            f"Looked among the newest {MOST:,} {self.opts.verbose_name_plural}; choose a world, a hero or days to see "
            "others.",
        )
        return rows.filter(**{f"{order[0].removeprefix('-')}__gte": last})
