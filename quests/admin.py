"""Quests at the game masters' desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import DatabaseError
from django.http import HttpRequest

from heroes.services.journal import Refused
from herotycoon.api.ports import game
from herotycoon.desk.admin import Watched
from herotycoon.desk.forms import Printable, Reasoned
from quests.models import Quest, QuestAssignment


class QuestForm(Reasoned):
    """What a quest is called, and what it is about."""

    title = Printable(max_length=120)
    description = Printable(max_length=2000, required=False, lines=True)


@admin.register(Quest)
class QuestAdmin(Watched):
    """Quests: on the board, under way, and over."""

    list_display = ("title", "number", "world", "status", "source", "difficulty", "reward_gold", "party_max")
    list_filter = ("status", "source")
    search_fields = ("title", "world__name")
    list_select_related = ("world",)
    ordering = ("-id",)
    editable = ("title", "description")
    exclude = ("outcome",)
    reasoned = QuestForm
    refusals = (DatabaseError, Refused)

    def write(self, request: HttpRequest, obj: Any, form: Any) -> None:
        """The words, logged as what a game master did."""
        if form.changes:
            words = {name: form.cleaned_data[name] for name in self.editable}
            game().act(obj.world_id, "amend_quest", quest=obj.number, **words)


@admin.register(QuestAssignment)
class QuestAssignmentAdmin(Watched):
    """Who took them on."""

    list_display = ("quest", "hero", "world", "status", "ordered", "assigned_step", "ended_step")
    list_filter = ("status", "ordered")
    search_fields = ("quest__title", "hero__name", "world__name")
    list_select_related = ("quest", "hero", "world")
    ordering = ("-id",)
