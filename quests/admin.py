"""Quests at the game masters' desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import DatabaseError
from django.http import HttpRequest
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeNumericFilter

from heroes.services.journal import Refused
from heroes.sim.words.calendar import when
from herotycoon.api.ports import game
from herotycoon.desk.admin import Watched
from herotycoon.desk.filters import LoggedDays, OneOf, chosen_from, game_days
from herotycoon.desk.forms import Printable, Reasoned
from quests.models import Quest, QuestAssignment

WORLD = ("world", OneOf)


class QuestForm(Reasoned):
    """What a quest is called, and what it is about."""

    title = Printable(max_length=120)
    description = Printable(max_length=2000, required=False, lines=True)


@admin.register(Quest)
class QuestAdmin(Watched):
    """Quests: on the board, under way, and over."""

    list_display = (
        *("title", "world_link", "status", "source", "difficulty", "reward_gold"),
        *("reward_experience", "party_max", "posted", "expires"),
    )
    list_filter = (
        *(WORLD, ("status", ChoicesDropdownFilter), ("source", ChoicesDropdownFilter)),
        *(("difficulty", RangeNumericFilter), ("reward_gold", RangeNumericFilter)),
        *(game_days("posted_step"), ("id", LoggedDays)),
    )
    search_fields = ("title", "id")
    search_help_text = "A title, the name of a world, or an id"
    about = ("world",)
    heavy = ("description", "outcome")
    long = True
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

    @admin.display(ordering="posted_step")
    def posted(self, quest: Quest) -> str:
        """In game time."""
        return when(quest.posted_step)

    @admin.display(ordering="expires_step")
    def expires(self, quest: Quest) -> str:
        """In game time."""
        return when(quest.expires_step)


@admin.register(QuestAssignment)
class QuestAssignmentAdmin(Watched):
    """Who took them on."""

    list_display = ("quest_told", "hero_link", "world_link", "status", "ordered", "began", "ended")
    list_filter = (
        *(WORLD, ("hero", OneOf), ("status", ChoicesDropdownFilter)),
        chosen_from("ordered", "ordered", (("True", "By order"), ("False", "Of their own will"))),
        *(game_days("assigned_step"), ("id", LoggedDays)),
    )
    search_help_text = "Name of a hero or a world, or an id"
    about = ("hero", "world")
    beside = ("quest",)
    long = True
    ordering = ("-id",)

    @admin.display(description="quest")
    def quest_told(self, row: QuestAssignment) -> str:
        """The quest, by name."""
        return row.quest.title

    @admin.display(ordering="assigned_step")
    def began(self, row: QuestAssignment) -> str:
        """In game time."""
        return when(row.assigned_step)

    @admin.display(ordering="ended_step")
    def ended(self, row: QuestAssignment) -> str:
        """In game time."""
        return "" if row.ended_step is None else when(row.ended_step)
