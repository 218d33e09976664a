"""The game masters' site: one login for the staff, one transaction as a game master for each page, all on record."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, cast
from uuid import UUID

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.contrib.auth.views import PasswordChangeView
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from unfold.sites import UnfoldAdminSite

from heroes.services.by_hand import ByHand, by_hand
from herotycoon.accounts.models import AuditEntry
from herotycoon.accounts.services.audit import looks_at
from herotycoon.desk.forms import OwnPassword
from herotycoon.desk.lists import Named
from herotycoon.desk.plots import TICKS, stacks
from herotycoon.desk.rights import acts, watches
from herotycoon.pg.scope import as_game_master, as_player
from herotycoon.storyteller.costs import by_day
from worlds.services.overview import Overview, overview

View = Callable[..., HttpResponse]
SCRIPTS = {"script-src": [SELF, UNSAFE_EVAL, UNSAFE_INLINE]}
"""The theme's scripts evaluate what stands in its attributes."""
SEARCHED = {"q", "term"}
"""Parameters that hold what somebody typed."""


def told(request: HttpRequest) -> str:
    """What the record says of a request: the page and its filters, but not what was searched for, which may be a name."""
    asked = "&".join(
        f"{name}={'…' if name in SEARCHED else value}" for name, value in request.GET.items() if value
    )
    return f"{request.method} {request.path}{'?' if asked else ''}{asked}"


class GameMasterSite(UnfoldAdminSite):  # type: ignore[misc]  # it brings no types
    """The admin, whose pages see every world, and say first who looks."""

    site_title = site_header = "Hero Tycoon"
    index_title = "The worlds"

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The front page: how the worlds are."""
        context = self.each_context(request) | {"title": self.index_title, **_front(overview())}
        return TemplateResponse(request, "desk/front.html", context | (extra_context or {}))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The door, where nobody is anybody yet."""
        response: HttpResponse = super().login(request, extra_context)
        response._csp_update = SCRIPTS  # type: ignore[attr-defined]
        return response

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One's own, as oneself: a game master sees nobody's."""
        who, why = UUID(str(request.user.pk)), told(request)
        with as_game_master(who, why):
            acts(request)  # what stands at the side depends on it
        with as_player(who):
            shown = {**self.each_context(request), **(extra_context or {})}
            there = reverse("admin:password_change_done")
            change = PasswordChangeView.as_view(
                form_class=OwnPassword,
                success_url=there,
                extra_context=shown,
                template_name="registration/password_change_form.html",
            )
            response = cast(HttpResponse, change(request))
        if isinstance(response, TemplateResponse):
            with as_game_master(who, why):
                response.render()
        return response

    def has_permission(self, request: HttpRequest) -> bool:
        """The staff."""
        return watches(request)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Who could be meant in a filter, told so that two of one name are told apart."""
        answer: HttpResponse = Named.as_view(admin_site=self)(request)  # type: ignore[assignment]  # it is JSON
        return answer

    def looks(self, row: Model) -> list[AuditEntry]:
        """Who looked at the page of a row."""
        return looks_at(f"/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/")

    def edits(self, row: Any) -> list[ByHand]:
        """What was done by hand to a row: to a hero or a guild, or in the world that it is, or that it is about."""
        world = row if row._meta.model_name == "world" else getattr(row, "world", None)
        if world is None:
            return []
        if row._meta.model_name == "guild":
            return by_hand(world.pk, guild=row.pk)
        return by_hand(
            world.pk, hero=row.pk if row._meta.model_name == "hero" else getattr(row, "hero_id", None)
        )

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """A view of the staff's, in a game master's scope."""
        served: View = super().admin_view(self.scoped(view), cacheable)
        return served

    def scoped(self, view: View) -> View:
        """The same view, looking through a game master's eyes from its first query to the last of its page.

        A view that says ``scoped = False`` of itself acts as the engine, and takes on a scope where it shows something.
        """
        own = not getattr(view, "scoped", True) or view in (self.i18n_javascript, self.password_change)

        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            who, why = UUID(str(request.user.pk)), told(request)
            with nullcontext() if own else as_game_master(who, why):
                response = view(request, *args, **kwargs)
                if isinstance(response, TemplateResponse):
                    response.render()
            response._csp_update = SCRIPTS  # type: ignore[attr-defined]
            return response

        return inner


def _costs() -> dict[str, Any]:
    """What storytellers for hire were asked, and cost, in the last two weeks."""
    days = by_day()
    marks = [(at, f"{one.day:%-d %B}") for at, one in enumerate(days)] + [(len(days), "now")]
    calls = {"answered": [one.calls - one.failed for one in days], "failed": [one.failed for one in days]}
    ticks = [f"{one.day:%-d %B}" for one in days[:: len(days) // TICKS]]
    drawn = stacks("Calls of storytellers for hire", marks, calls, [*ticks, "now"])
    return {
        "calls": drawn if any(one.calls for one in days) else None,
        "cost": sum(one.cost for one in days),
        "today": days[-1].cost,
    }


def _front(told: Overview) -> dict[str, Any]:
    """The worlds, how much was decided of late, and what words cost."""
    last = len(told.decided)
    marks = [(at, f"{last - at} minutes ago") for at in range(last)] + [(last, "now")]
    ticks = [*(f"−{last - last * part // TICKS} min" for part in range(TICKS)), "now"]
    title = "Decisions that ended in each minute"
    return _costs() | {"overview": told, "decided": stacks(title, marks, {"decisions": told.decided}, ticks)}
