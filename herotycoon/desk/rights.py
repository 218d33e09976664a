"""Who may do what at the desk: staff watch, game masters act."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

OBSERVERS, GAME_MASTERS = "observers", "game masters"
"""Names of the two groups, which a migration makes."""


def unscoped(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view that the site puts into no scope: it acts as the engine too, and takes on a scope where it shows something."""

    @wraps(view)
    def inner(*args: Any, **kwargs: Any) -> HttpResponse:
        return view(*args, **kwargs)

    inner.scoped = False  # type: ignore[attr-defined]
    return inner


def watches(request: HttpRequest) -> bool:
    """Whether somebody may see everything: the staff."""
    user = request.user
    return bool(user.is_active and getattr(user, "is_staff", False))


def acts(request: HttpRequest) -> bool:
    """Whether somebody may change something: game masters, and superusers. Asked once a request."""
    known: bool | None = getattr(request, "acts_as_game_master", None)
    if known is None:
        user = request.user
        known = watches(request) and (
            bool(getattr(user, "is_superuser", False)) or user.groups.filter(name=GAME_MASTERS).exists()
        )
        request.acts_as_game_master = known  # type: ignore[attr-defined]
    return known
