"""Heroes, their bonds and their log at the game masters' desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.forms import TypedChoiceField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from unfold.widgets import UnfoldAdminSelectWidget

from heroes.models import Activity, Decision, Hero, HeroRelationship
from heroes.sim.lexicon import TRAITS
from herotycoon.api.ports import game
from herotycoon.desk.admin import Watched
from herotycoon.desk.forms import NumbersField, Reasoned


class HeroForm(Reasoned):
    """What a hero is called and like, and where they are. What they have is changed by differences."""

    place = TypedChoiceField(coerce=int, widget=UnfoldAdminSelectWidget)
    personality = NumbersField({name: name for name in TRAITS}, 0, 100, help_text="Seven traits, 0 to 100.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        place = self.fields["place"]
        assert isinstance(place, TypedChoiceField)  # noqa: S101  # declared so
        place.choices = list(enumerate(game().places(self.instance.world)))


@admin.register(Hero)
class HeroAdmin(Watched):
    """Heroes; what they have is changed by differences, from the page of their world."""

    list_display = (
        *("name", "number", "world", "hero_class", "status", "current_action"),
        *("energy", "mood", "health", "gold", "experience"),
    )
    list_filter = ("status", "hero_class", "current_action")
    search_fields = ("name", "world__name", "id__exact")
    list_select_related = ("world",)
    exclude = (
        *("carried", "expectations", "birth", "skills", "items", "quirks", "backstory", "motivation"),
        *("energy", "mood", "health", "gold", "experience", "current_action", "last_action", "streak"),
        *("started_step", "until_step", "fed_step", "met_step", "last_decision_at", "explained_by", "guild"),
    )
    editable = ("name", "place", "personality")
    reasoned = HeroForm
    change_form_outer_before_template = "desk/hero.html"

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **more: Any) -> HttpResponse:
        """A hero: who they are, their days, their bonds and what they decided, above the form."""
        row = self.get_object(request, object_id)
        shown = game().hero_page(row) if row is not None else {}
        answer: HttpResponse = super().change_view(request, object_id, extra_context=shown)
        return answer


@admin.register(HeroRelationship)
class HeroRelationshipAdmin(Watched):
    """Who is what to whom."""

    list_display = ("hero", "kind", "role", "other", "strength", "interactions", "world")
    list_filter = ("kind", "role")
    search_fields = ("hero__name", "other__name", "world__name")
    list_select_related = ("hero", "other", "world")


class LogAdmin(Watched):
    """A log: the newest first, by the ids that grow with time; it is only ever read."""

    ordering = ("-id",)
    search_fields = ("hero__name", "world__name", "id__exact")
    list_select_related = ("hero", "world")


@admin.register(Activity)
class ActivityAdmin(LogAdmin):
    """What was done."""

    list_display = (
        "action",
        "kind",
        "hero",
        "world",
        "step",
        "game_at",
        "real_at",
        "mood_impact",
        "importance",
    )
    list_filter = ("kind", "action")


@admin.register(Decision)
class DecisionAdmin(LogAdmin):
    """Why it was done."""

    list_display = ("chosen", "hero", "world", "started_step", "satisfaction", "reasoning", "rules_version")
    list_filter = ("chosen", "rules_version")

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **more: Any) -> HttpResponse:
        """A decision is read where it is explained."""
        if request.method != "GET":
            raise PermissionDenied
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        return redirect("admin:worlds_world_why", row.world_id, row.pk)
