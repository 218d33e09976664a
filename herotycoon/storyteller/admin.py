"""Calls of storytellers for hire, at the game masters' desk."""

from __future__ import annotations

from django.contrib import admin
from unfold.contrib.filters.admin import ChoicesDropdownFilter

from herotycoon.desk.admin import Watched
from herotycoon.desk.filters import LoggedDays, OneOf
from herotycoon.storyteller.models import Call


@admin.register(Call)
class CallAdmin(Watched):
    """What was asked, what came of it, what it cost: to be read alone."""

    list_display = (
        *("created_at", "world_link", "purpose", "outcome", "attempt", "provider", "model"),
        *("input_tokens", "output_tokens", "cost", "latency_ms"),
    )
    list_filter = (
        *(("world", OneOf), ("outcome", ChoicesDropdownFilter), ("purpose", ChoicesDropdownFilter)),
        ("id", LoggedDays),
    )
    search_fields = ("id",)
    search_help_text = "The name of a world, or an id"
    about = ("world",)
    heavy = ("prompt", "answer")
    long = True
    ordering = ("-id",)
