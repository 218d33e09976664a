"""Heroes, their bonds and their log at the game masters' desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.forms import TypedChoiceField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeNumericFilter
from unfold.widgets import UnfoldAdminSelectWidget

from heroes.models import Activity, Decision, Hero, HeroRelationship
from heroes.sim.lexicon import ACTIONS, TRAITS
from heroes.sim.words.calendar import when
from herotycoon.api.ports import game
from herotycoon.desk.admin import Watched
from herotycoon.desk.filters import LoggedDays, OneOf, chosen_from, game_days
from herotycoon.desk.forms import NumbersField, Reasoned
from herotycoon.desk.lists import linked, stamp, words

DEEDS = [(action, words(action).capitalize()) for action in ACTIONS]
OTHERS = (
    *(
        "order",
        "praise",
        "reward",
        "gift",
        "punish",
        "threaten",
        "console",
        "mediate",
        "promise",
        "summon",
        "dismiss",
    ),
    *("rename", "policy", "wage", "build", "bounty", "pause", "resume", "time_scale", "edit", "event_begins"),
    *("event_ends", "quest_posted", "quest_expired", "upkeep", "words", "counsel"),
    *(
        "start_event",
        "end_event",
        "post_quest",
        "amend_quest",
        "withdraw_quest",
        "grant",
        "rename_world",
        "redraw",
    ),
    *("put_back", "adopt_rules"),
)
"""What else the log tells of: inputs, edits and events."""
LOGGED = [*DEEDS, *((action, words(action).capitalize()) for action in OTHERS)]
WORLD, HERO = ("world", OneOf), ("hero", OneOf)


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
        *("name", "world_link", "hero_class", "status", "doing", "since"),
        *("energy", "mood", "health", "gold", "experience"),
    )
    list_filter = (
        *(WORLD, ("status", ChoicesDropdownFilter), ("hero_class", ChoicesDropdownFilter)),
        chosen_from("current_action", "what they do", DEEDS),
        *((column, RangeNumericFilter) for column in ("mood", "energy", "health", "gold", "experience")),
    )
    search_fields = ("name", "id")
    search_help_text = "Name of a hero or a world, or an id"
    about = ("world",)
    heavy = (
        "carried",
        "expectations",
        "memories",
        "birth",
        "backstory",
        "personality",
        "skills",
        "items",
        "quirks",
    )
    ordering = ("-id",)
    exclude = (
        *(
            "carried",
            "expectations",
            "memories",
            "birth",
            "skills",
            "items",
            "quirks",
            "backstory",
            "motivation",
        ),
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

    def called(self, row: Hero) -> str:
        """With the world: names repeat."""
        return f"{row.name} ({row.world.name})"

    @admin.display(ordering="current_action")
    def doing(self, hero: Hero) -> str:
        """What the hero does."""
        return words(hero.current_action)

    @admin.display(ordering="started_step")
    def since(self, hero: Hero) -> str:
        """Since when, in game time."""
        return when(hero.started_step)


@admin.register(HeroRelationship)
class HeroRelationshipAdmin(Watched):
    """Who is what to whom."""

    list_display = ("told", "hero_link", "other_link", "strength", "interactions", "met", "world_link")
    list_filter = (
        *(WORLD, HERO, ("kind", ChoicesDropdownFilter), ("role", ChoicesDropdownFilter)),
        *(("strength", RangeNumericFilter), ("interactions", RangeNumericFilter)),
    )
    search_help_text = "Name of a hero or a world, or an id"
    about = ("hero", "other", "world")
    heavy = ("history",)
    long = True
    ordering = ("-id",)

    @admin.display(description="bond", ordering="kind")
    def told(self, bond: HeroRelationship) -> str:
        """'Mentor (pupil)'."""
        return f"{bond.get_kind_display()} ({bond.role})" if bond.role else bond.get_kind_display()

    @admin.display(description="with")
    def other_link(self, bond: HeroRelationship) -> str:
        """The other one."""
        return linked(bond.other)

    @admin.display(description="last met", ordering="last_step")
    def met(self, bond: HeroRelationship) -> str:
        """In game time."""
        return when(bond.last_step)


class LogAdmin(Watched):
    """A log: the newest first, by the ids that grow with time; it is only ever read."""

    ordering = ("-id",)
    sortable_by = ()
    search_help_text = "Name of a hero or a world, or an id"
    about = ("hero", "world")
    long = True


@admin.register(Activity)
class ActivityAdmin(LogAdmin):
    """What was done."""

    list_display = (
        *("told", "kind", "hero_link", "world_link", "ended", "lasted"),
        *("mood_impact", "importance", "real"),
    )
    list_filter = (
        *(WORLD, HERO, game_days("step"), ("id", LoggedDays), ("kind", ChoicesDropdownFilter)),
        chosen_from("action", "what was done", LOGGED),
        *(("mood_impact", RangeNumericFilter), ("importance", RangeNumericFilter)),
    )
    heavy = ("data", "changes")
    order_about = ("-step", "-seq")

    @admin.display(description="action")
    def told(self, row: Activity) -> str:
        """What was done."""
        return words(row.action).capitalize()

    @admin.display(description="ended")
    def ended(self, row: Activity) -> str:
        """In game time."""
        return when(row.step)

    @admin.display(description="hours")
    def lasted(self, row: Activity) -> float:
        """Game hours that it took."""
        steps = row.step - row.started_step
        return steps / 2 if steps % 2 else steps // 2

    @admin.display(description="real time")
    def real(self, row: Activity) -> str:
        """When it was in the life of the world."""
        return stamp(row.real_at)


@admin.register(Decision)
class DecisionAdmin(LogAdmin):
    """Why it was done."""

    list_display = ("told", "hero_link", "world_link", "began", "satisfaction", "why", "rules_version")
    list_filter = (
        *(WORLD, HERO, game_days("started_step", "activity__step"), ("id", LoggedDays)),
        chosen_from("chosen", "what was chosen", DEEDS),
        ("satisfaction", RangeNumericFilter),
    )
    heavy = ("context", "options", "contributions", "personality_factors", "outcome")
    order_about = ("-activity__step", "-activity__seq")
    through = "activity__"

    @admin.display(description="chosen")
    def told(self, row: Decision) -> str:
        """What was chosen."""
        return words(row.chosen).capitalize()

    @admin.display(description="began")
    def began(self, row: Decision) -> str:
        """In game time."""
        return when(row.started_step)

    @admin.display(description="reasoning")
    def why(self, row: Decision) -> str:
        """How the hero puts it."""
        return format_html('<span class="desk-long">{}</span>', row.reasoning)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **more: Any) -> HttpResponse:
        """A decision is read where it is explained."""
        if request.method != "GET":
            raise PermissionDenied
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        return redirect("admin:worlds_world_why", row.world_id, row.pk)
