"""Calls of storytellers for hire, at the game masters' desk."""

from __future__ import annotations

from django.contrib import admin

from herotycoon.desk.admin import Watched
from herotycoon.storyteller.models import Call


@admin.register(Call)
class CallAdmin(Watched):
    """What was asked, what came of it, what it cost: to be read alone."""

    list_display = (
        "created_at", "world", "purpose", "outcome", "attempt", "provider", "model", "input_tokens", "output_tokens",
        "cost", "latency_ms",
    )  # fmt: skip
    list_filter = ("outcome", "purpose", "provider")
    search_fields = ("model", "world__name")
    list_select_related = ("world",)
    ordering = ("-created_at",)
