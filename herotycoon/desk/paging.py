"""Pages of long lists that nobody counts to the end."""

from __future__ import annotations

from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import QuerySet

MOST = 2_000
"""So many rows are counted; a list that is longer is read by its filters, not to its end."""


class Uncounted(Paginator):  # type: ignore[type-arg]  # it takes none when it runs
    """A paginator that stops counting: counting a million rows of a log takes longer than reading a page of it."""

    @cached_property
    def count(self) -> int:
        """The number of rows, or ``MOST`` where there are more."""
        rows = self.object_list
        if not isinstance(rows, QuerySet):
            return len(rows)
        return len(rows.order_by().values_list("pk", flat=True)[:MOST])
