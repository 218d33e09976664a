"""The page of an act: what it does, what it asks for, and, where something will be lost, whether that is meant."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from heroes.services.journal import Refused
from heroes.sim.words.calendar import when
from herotycoon.desk.rights import acts
from herotycoon.pg.route import ENGINE, through
from herotycoon.pg.scope import as_game_master
from worlds import nearing, tasks
from worlds.choices import WorldStatus
from worlds.desk.acts import ACTS, Act, possible
from worlds.desk.doing import carry_out
from worlds.desk.forms import ActForm
from worlds.models import World
from worlds.services.moments import real_time

NOW_SECONDS = 2.0
"""How long 'bring to now' waits before a worker goes on."""


def page_of(world: UUID) -> str:
    """The address of a world's page."""
    return reverse("admin:worlds_world_change", args=[world])


def act_page(request: HttpRequest, site: AdminSite, world: UUID, name: str) -> HttpResponse:
    """Ask, ask again where something will be lost, do it, and go back to the world's page."""
    user = _may(request)
    act = ACTS.get(name)
    if act is None:
        raise Http404
    with as_game_master(user, f"{request.method} {request.path}", [world]):
        row = get_object_or_404(World, pk=world)
        if name not in possible(row.status):
            messages.error(
                request,
                f"{row.name} is {row.get_status_display().lower()}: “{act.title}” is not possible now.",
            )
            return HttpResponseRedirect(page_of(world))
        form = act.form(row, request.POST if request.method == "POST" else None)
        warnings = form.warnings() if form.is_valid() and "sure" not in request.POST else []
        if not form.is_valid() or warnings:
            return _shown(request, site, act, form, warnings)
        args, because = form.args, form.cleaned_data["because"]
    try:
        carry_out(user, world, name, args, because)
    except Refused as error:
        with as_game_master(user, f"{request.method} {request.path}", [world]):
            form.add_error(None, f"Refused: {error}.")
            return _shown(request, site, act, form, [])
    messages.success(request, act.done.format(row.name))
    return HttpResponseRedirect(page_of(world))


def bring_to_now(request: HttpRequest, world: UUID) -> HttpResponse:
    """Turn a world that is behind, for a moment here, and by a worker where that is not enough."""
    _may(request)
    if request.method != "POST":
        raise Http404
    try:
        near = nearing.bring_near(world, NOW_SECONDS)
    except World.DoesNotExist as error:
        raise Http404 from error
    if near.there:
        messages.success(request, f"It is at now: {when(near.step)}.")
    elif not tasks.catch_up_soon(world):
        messages.error(
            request,
            f"{near.left:,} half hours are left, and no worker can be told to go on.",
        )
    return HttpResponseRedirect(page_of(world))


def progress(request: HttpRequest, world: UUID) -> HttpResponse:
    """How far a world has come on its way, for the bar on its page: nothing of what happens in it."""
    try:
        with through(ENGINE):
            near = tasks.under_way(world)
    except World.DoesNotExist as error:
        raise Http404 from error
    return JsonResponse(
        {"there": near.there, "done": round(near.done, 3), "left": near.left, "time": when(near.step)}
    )


def controls(world: World, may: bool) -> dict[str, Any]:
    """What the controls of a world's page show: its clock, how far it is from it, and what can be done."""
    near, real = tasks.under_way(world.pk), real_time(world, world.step)
    return {
        "world_id": world.pk,
        "clock": when(world.step),
        "left": nearing.behind(world),
        "ahead": real if real > timezone.now() and world.status == WorldStatus.RUNNING else None,
        "error": world.error,
        "moving": not near.there,
        "done": near.done,
        "acts": possible(world.status) if may else {},
    }


def _shown(
    request: HttpRequest, site: AdminSite, act: Act, form: ActForm, warnings: list[str]
) -> HttpResponse:
    context: dict[str, Any] = site.each_context(request) | {
        "title": f"{act.title}: {form.world.name}",
        "act": act,
        "form": form,
        "warnings": warnings,
        "back": page_of(form.world.pk),
    }
    return TemplateResponse(request, "desk/act.html", context).render()


def _may(request: HttpRequest) -> UUID:
    """Who it is. Raises ``PermissionDenied`` for who only watches. In a scope of its own: groups are asked for."""
    user = UUID(str(request.user.pk))
    with as_game_master(user, f"{request.method} {request.path}"):
        if not acts(request):
            raise PermissionDenied
    return user
