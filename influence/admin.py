"""What heroes hold of their masters, at the game masters' desk."""

from __future__ import annotations

from django.contrib import admin
from unfold.contrib.filters.admin import RangeNumericFilter

from herotycoon.desk.admin import Watched
from herotycoon.desk.filters import OneOf, filled
from herotycoon.desk.lists import words
from influence.models import MasterInfluence


@admin.register(MasterInfluence)
class MasterInfluenceAdmin(Watched):
    """Trust, respect and fear."""

    list_display = ("of", "world_link", "trust", "respect", "fear", "order", "promised")
    list_filter = (
        ("world", OneOf),
        *((column, RangeNumericFilter) for column in ("trust", "respect", "fear")),
        filled("standing_order", "under an order"),
    )
    search_help_text = "Name of a hero or a world, or an id"
    about = ("hero", "world")
    heavy = ("history", "answers", "baseline")
    ordering = ("-id",)

    @admin.display(description="hero")
    def of(self, row: MasterInfluence) -> str:
        """Whose feelings."""
        return row.hero.name

    @admin.display(description="order")
    def order(self, row: MasterInfluence) -> str:
        """What the hero is told to do."""
        return words(str((row.standing_order or {}).get("action", "")))

    @admin.display(description="promises")
    def promised(self, row: MasterInfluence) -> int:
        """How many the master still has to keep."""
        return len(row.promises)
