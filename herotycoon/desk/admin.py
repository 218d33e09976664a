"""What every page of the desk does alike: everything can be seen, little can be changed, all of it is on record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.contrib import messages
from django.db import DatabaseError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from unfold.admin import ModelAdmin

from herotycoon.desk.paging import Uncounted
from herotycoon.desk.rights import acts, watches

M = TypeVar("M", bound=Model)


class Watched(ModelAdmin):  # type: ignore[misc]  # it brings no types
    """Rows that the staff may read. ``editable`` are the fields that a game master may change."""

    editable: Sequence[str] = ()
    paginator = Uncounted
    show_full_result_count = False
    list_per_page = 50
    actions = None
    list_filter_submit = True
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

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Changed fields only: what a tick wrote meanwhile stays."""
        obj.save(update_fields=form.changed_data or None)

    def changeform_view(self, request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        """What the database refuses is a message, not a broken page."""
        try:
            answer: HttpResponse = super().changeform_view(request, *args, **more)
        except DatabaseError as error:
            reason = str(error).partition("\n")[0]
            messages.error(request, f"The database refuses: {reason}")
            return HttpResponseRedirect(request.path)
        return answer

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> None:
        """The record and the world's log have it already."""

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> None:
        """The same: the request itself is on record, and the triggers log what was changed."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        """Nothing is deleted here."""
