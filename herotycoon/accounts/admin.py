"""People, their sessions and the record, at the game masters' desk. Every look is on record by itself."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import F, QuerySet
from django.http import HttpRequest

from herotycoon.accounts.models import AuditEntry, User, UserSession
from herotycoon.accounts.services.audit import Action, record
from herotycoon.desk.admin import Watched
from herotycoon.desk.forms import BECAUSE

admin.site.unregister(Group)  # what each may do is said in herotycoon/desk/rights.py


@admin.register(User)
class UserAdmin(Watched):
    """People: who they are, and no password."""

    list_display = (
        "username",
        "email",
        "is_active",
        "is_staff",
        "date_joined",
        "last_login",
        "erasing_since",
    )
    list_filter = ("is_active", "is_staff")
    search_fields = ("username", "email", "id__exact")
    ordering = ("-id",)
    editable = ("username", "is_active")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What is shown of somebody, and, for who may change it, why."""
        return [*self.list_display, *([BECAUSE] if self.has_change_permission(request, obj) else [])]

    def write(self, request: HttpRequest, obj: Any, form: Any) -> None:
        """With a line in the record: no world's log has it."""
        super().write(request, obj, form)
        if form.changes:
            told = {"fields": ", ".join(form.changes), "because": form.cleaned_data[BECAUSE]}
            record(Action.CHANGE_USER, actor=cast(User, request.user), subject_id=obj.pk, details=told)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """What a game master may see of somebody."""
        rows: QuerySet[User] = super().get_queryset(request)
        return rows.only("id", *self.list_display)


@admin.register(UserSession)
class UserSessionAdmin(Watched):
    """Where people are logged in."""

    list_display = ("person", "device", "created_at", "started_at", "last_seen_at", "ended_at", "expires_at")
    search_fields = ("user__username", "device")
    ordering = ("-id",)
    fields = (*list_display, "previous_seen_at")
    readonly_fields = ("person",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[UserSession]:
        """With whose they are, and without what is kept of the token."""
        rows: QuerySet[UserSession] = super().get_queryset(request)
        return rows.annotate(person_name=F("user__username")).defer("token_digest")

    @admin.display(ordering="user__username")
    def person(self, session: UserSession) -> str:
        """Whose it is."""
        return str(getattr(session, "person_name", ""))


@admin.register(AuditEntry)
class AuditEntryAdmin(Watched):
    """Who looked at whose data, or moved it."""

    list_display = ("at", "actor", "action", "subject_id", "about_world", "details")
    list_filter = ("action",)
    search_fields = ("actor", "subject_id__exact", "about_world__exact")
    ordering = ("-at",)
