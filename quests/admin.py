"""Quests at the game masters' desk."""

from __future__ import annotations

from django.contrib import admin

from herotycoon.desk.admin import Watched
from quests.models import Quest, QuestAssignment


@admin.register(Quest)
class QuestAdmin(Watched):
    """Quests: on the board, under way, and over."""

    list_display = ("title", "number", "world", "status", "source", "difficulty", "reward_gold", "party_max")
    list_filter = ("status", "source")
    search_fields = ("title", "world__name")
    list_select_related = ("world",)
    ordering = ("-id",)
    editable = ("title", "description")


@admin.register(QuestAssignment)
class QuestAssignmentAdmin(Watched):
    """Who took them on."""

    list_display = ("quest", "hero", "world", "status", "ordered", "assigned_step", "ended_step")
    list_filter = ("status", "ordered")
    search_fields = ("quest__title", "hero__name", "world__name")
    list_select_related = ("quest", "hero", "world")
    ordering = ("-id",)
