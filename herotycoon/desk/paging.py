"""Pages of long lists that nobody counts to the end."""

from __future__ import annotations

from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import QuerySet

MOST = 1_000
"""So many rows are counted; a list that is longer is read by its filters, not to its end."""


class Uncounted(Paginator):  # type: ignore[type-arg]  # it takes none when it runs
    """A paginator that stops counting: counting a million rows of a log takes longer than reading a page of it."""

    template_name = "desk/pages.html"

    @cached_property
    def count(self) -> int:
        """The number of rows, or ``MOST`` where there are more. In their order, by whose index they are found."""
        rows = self.object_list
        return len(rows.values_list("pk", flat=True)[:MOST]) if isinstance(rows, QuerySet) else len(rows)

    @property
    def more(self) -> bool:
        """Whether there may be more rows than were counted."""
        return self.count >= MOST
