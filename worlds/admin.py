"""Worlds, guilds and events at the game masters' desk."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.db import DatabaseError
from django.forms import IntegerField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeNumericFilter

from heroes.services.journal import Refused
from heroes.sim.lexicon import FACILITIES
from heroes.sim.words.calendar import when
from herotycoon.desk.admin import Watched
from herotycoon.desk.filters import Days, LoggedDays, OneOf, game_days
from herotycoon.desk.forms import NumbersField, Reasoned
from herotycoon.desk.rights import acts, unscoped
from worlds.desk.views import act_page, bring_to_now, controls, progress
from worlds.models import Guild, World, WorldEvent
from worlds.nearing import behind
from worlds.services.explain import NoDecision, explain_in
from worlds.services.explain_page import why_page
from worlds.services.guilds import HIGHEST_LEVEL, HIGHEST_WAGE
from worlds.services.inputs import act
from worlds.services.prose.deeds import plain
from worlds.services.study.page import analysis_page
from worlds.services.world_page import world_page


@admin.register(World)
class WorldAdmin(Watched):
    """Worlds, and how they stand."""

    list_display = ("name", "master", "status", "told_time", "told_behind", "heat", "time_scale", "error")
    list_filter = (
        ("status", ChoicesDropdownFilter),
        *(("time_scale", RangeNumericFilter), ("created_at", Days), ("hot_until", Days)),
    )
    search_fields = ("name", "id")
    search_help_text = "Name of a world or its master, or an id"
    about = ("owner",)
    heavy = ("data", "settings")
    ordering = ("-id",)
    editable = ("name",)
    refusals = (DatabaseError, Refused)
    exclude = ("owner", "data", "settings")
    change_form_outer_before_template = "desk/world.html"
    readonly_fields = ("master",)

    def get_urls(self) -> list[URLPattern]:
        """The pages of a world besides its own."""
        view = self.admin_site.admin_view
        return [
            path("<uuid:world>/decisions/<uuid:decision>/", view(self.why), name="worlds_world_why"),
            path("<uuid:world>/analysis/", view(self.analysis), name="worlds_world_analysis"),
            path("<uuid:world>/acts/<slug:name>/", view(unscoped(self.act)), name="worlds_world_act"),
            path("<uuid:world>/now/", view(unscoped(bring_to_now)), name="worlds_world_now"),
            path("<uuid:world>/progress/", view(unscoped(progress)), name="worlds_world_progress"),
            *super().get_urls(),
        ]

    def act(self, request: HttpRequest, world: UUID, name: str) -> HttpResponse:
        """Something that a game master can do to a world."""
        return act_page(request, self.admin_site, world, name)

    def write(self, request: HttpRequest, obj: Any, form: Any) -> None:
        """The name, which is logged as what a game master did."""
        if form.changes:
            act(obj.pk, "rename_world", name=form.cleaned_data["name"])

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **more: Any) -> HttpResponse:
        """A world: the map, the guild, the people and the latest of the log, above the form."""
        row = self.get_object(request, object_id)
        shown = world_page(row) | controls(row, acts(request)) if row is not None else {}
        answer: HttpResponse = super().change_view(request, object_id, extra_context=shown)
        return answer

    def why(self, request: HttpRequest, world: UUID, decision: UUID) -> HttpResponse:
        """One decision, explained."""
        try:
            told = explain_in(get_object_or_404(World, pk=world), decision)
        except NoDecision as error:
            raise Http404 from error
        context = self.admin_site.each_context(request) | why_page(told) | {"world": world}
        return TemplateResponse(request, "desk/why.html", context)

    def called(self, row: World) -> str:
        """With the master: names repeat."""
        return f"{row.name} ({row.owner})"

    def analysis(self, request: HttpRequest, world: UUID) -> HttpResponse:
        """What drives the heroes of a world, with charts; ``?days=`` back, and how another world ``?against=`` differs."""
        shown = analysis_page(get_object_or_404(World, pk=world), request.GET)
        context = self.admin_site.each_context(request) | shown
        return TemplateResponse(request, "desk/analysis.html", context)

    @admin.display(ordering="owner__username")
    def master(self, world: World) -> str:
        """Whose it is."""
        return world.owner.get_username()

    @admin.display(description="game time")
    def told_time(self, world: World) -> str:
        """'noon on day 12'."""
        return when(world.step)

    @admin.display(description="steps behind")
    def told_behind(self, world: World) -> int:
        """Half hours of game time until now."""
        return behind(world)

    @admin.display(description="watched", boolean=True)
    def heat(self, world: World) -> bool:
        """Whether somebody looked at it within the last quarter of an hour."""
        return bool(world.hot_until and world.hot_until > timezone.now())


class GuildForm(Reasoned):
    """What a guild is called, what it asks and pays, and what it has built."""

    wage = IntegerField(min_value=0, max_value=HIGHEST_WAGE, help_text="Gold for each hero and game day.")
    facilities = NumbersField(
        {name: plain(name) for name in FACILITIES}, 0, HIGHEST_LEVEL, whole=False, help_text="Levels, 0 to 5."
    )


@admin.register(Guild)
class GuildAdmin(Watched):
    """Guilds; what they hold is changed by differences, from the page of their world."""

    list_display = ("name", "world_link", "treasury", "wage", "policy", "reputation", "level", "arrears")
    list_filter = (
        ("policy", ChoicesDropdownFilter),
        *((column, RangeNumericFilter) for column in ("treasury", "wage", "reputation", "level", "arrears")),
    )
    search_fields = ("name", "id")
    search_help_text = "Name of a guild or a world, or an id"
    about = ("world",)
    heavy = ("birth",)
    ordering = ("-id",)
    editable = ("name", "motto", "policy", "wage", "facilities")
    reasoned = GuildForm
    exclude = ("birth", "explained_by")


@admin.register(WorldEvent)
class WorldEventAdmin(Watched):
    """What befalls worlds."""

    list_display = ("name", "world_link", "kind", "status", "source", "begins", "ends")
    list_filter = (
        ("world", OneOf),
        *((column, ChoicesDropdownFilter) for column in ("kind", "status", "source")),
        *(game_days("starts_step"), ("id", LoggedDays)),
    )
    search_fields = ("name", "id")
    search_help_text = "Name of an event or a world, or an id"
    about = ("world",)
    heavy = ("description", "effects")
    long = True
    ordering = ("-id",)

    @admin.display(ordering="starts_step")
    def begins(self, event: WorldEvent) -> str:
        """In game time."""
        return when(event.starts_step)

    @admin.display(ordering="ends_step")
    def ends(self, event: WorldEvent) -> str:
        """In game time."""
        return when(event.ends_step)
