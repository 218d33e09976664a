"""What every page of the desk does alike: everything can be seen, little can be changed, all of it is on record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.db import DatabaseError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from herotycoon.desk.forms import BECAUSE, Reasoned
from herotycoon.desk.lists import Listed
from herotycoon.desk.rights import acts, watches
from herotycoon.pg.hand import by, hand


class Watched(Listed):
    """Rows that the staff may read. ``editable`` are the fields that a game master may change."""

    editable: Sequence[str] = ()
    reasoned: type[Reasoned] = Reasoned
    refusals: tuple[type[Exception], ...] = (DatabaseError,)
    """What may come of a change besides success: a message, not a broken page."""
    warn_unsaved_form = True

    def has_module_permission(self, request: HttpRequest) -> bool:
        """The staff."""
        return watches(request)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The staff."""
        return watches(request)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Game masters, where there is something to change."""
        return bool(self.editable) and acts(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody: what comes to be in a world comes by its verbs."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody: rows of a world stay, and worlds are let go by erasure."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Everything else."""
        others = {*self.editable, *(self.exclude or ())}
        return [
            *(field.name for field in self.opts.fields if field.name not in others),
            *self.readonly_fields,
        ]

    def get_form(
        self, request: HttpRequest, obj: Model | None = None, change: bool = False, **more: Any
    ) -> Any:
        """With a reason, for who may change something."""
        if self.has_change_permission(request, obj):
            more.setdefault("form", self.reasoned)
        return super().get_form(request, obj, change, **more)

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Say whose hand it is and why, and let it write."""
        with by(hand(request.user.pk, form.cleaned_data.get(BECAUSE, ""))):
            self.write(request, obj, form)

    def write(self, request: HttpRequest, obj: Model, form: Any) -> None:
        """Changed fields only: what a tick wrote meanwhile stays. The triggers of the table log it."""
        if form.changes:
            obj.save(update_fields=form.changes)

    def changeform_view(self, request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        """What the database refuses is a message, not a broken page."""
        try:
            answer: HttpResponse = super().changeform_view(request, *args, **more)
        except self.refusals as error:
            messages.error(request, f"Refused: {str(error).partition(chr(10))[0]}")
            return HttpResponseRedirect(request.path)
        return answer

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> None:
        """The record and the world's log have it already."""

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> None:
        """The same: the request itself is on record, and the triggers log what was changed."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        """Nothing is deleted here."""
