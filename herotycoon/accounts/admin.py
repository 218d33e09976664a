"""People, their sessions and the record, at the game masters' desk. Every look is on record by itself."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.contrib.filters.admin import BooleanRadioFilter

from herotycoon.accounts.models import AuditEntry, User, UserSession
from herotycoon.accounts.services.audit import Action, record
from herotycoon.desk.admin import Watched
from herotycoon.desk.filters import Days, chosen_from, filled
from herotycoon.desk.forms import BECAUSE
from herotycoon.desk.lists import led, stamp, words
from herotycoon.desk.rights import acts

admin.site.unregister(Group)  # what each may do is said in herotycoon/desk/rights.py
ACTIONS = [(action.value, words(action.value).capitalize()) for action in Action]


class Personal(Watched):
    """Data about people: only game masters take it away, and that is on record by itself."""

    def may_export(self, request: HttpRequest) -> bool:
        """Game masters."""
        return acts(request)

    def exported(self, request: HttpRequest, kind: str, rows: int) -> None:
        """Which list, how many rows, as what."""
        details: dict[str, str | int | bool | None] = {
            "list": str(self.opts.verbose_name_plural),
            "rows": rows,
            "as": kind,
        }
        record(Action.EXPORT_LIST, actor=cast(User, request.user), details=details)


@admin.register(User)
class UserAdmin(Personal):
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
    list_filter = (
        *(("is_active", BooleanRadioFilter), ("is_staff", BooleanRadioFilter)),
        *(("date_joined", Days), ("last_login", Days), filled("erasing_since", "wants to be erased")),
    )
    search_fields = ("username", "email", "id")
    search_help_text = "Name, address or id"
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
class UserSessionAdmin(Personal):
    """Where people are logged in."""

    list_display = ("person", "device", "created_at", "started_at", "last_seen_at", "ended_at", "expires_at")
    list_filter = (("last_seen_at", Days), ("created_at", Days), filled("ended_at", "logged out"))
    search_fields = ("device", "id")
    search_help_text = "Name of a person or a device, or an id"
    about = ("user",)
    ordering = ("-id",)
    fields = (*list_display, "previous_seen_at")
    readonly_fields = ("person",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[UserSession]:
        """Without what is kept of the token."""
        rows: QuerySet[UserSession] = super().get_queryset(request)
        return rows.defer("token_digest")

    @admin.display(ordering="user__username")
    def person(self, session: UserSession) -> str:
        """Whose it is."""
        return session.user.get_username()


@admin.register(AuditEntry)
class AuditEntryAdmin(Personal):
    """Who looked at whose data, or moved it."""

    list_display = ("moment", "actor", "told", "whose", "where", "how")
    list_filter = (("at", Days), chosen_from("action", "what was done", ACTIONS))
    search_fields = ("actor", "id")
    search_help_text = "Who did it, or the id of a person or a world"
    ids = ("pk", "actor_id", "subject_id", "about_world")
    long = True
    ordering = ("-at",)

    @admin.display(description="at", ordering="at")
    def moment(self, entry: AuditEntry) -> str:
        """To the second."""
        return stamp(entry.at)

    @admin.display(description="what", ordering="action")
    def told(self, entry: AuditEntry) -> str:
        """What was done."""
        return words(entry.action)

    @admin.display(description="whose data")
    def whose(self, entry: AuditEntry) -> str:
        """The person's page, where it still is."""
        return led("accounts_user", entry.subject_id)

    @admin.display(description="world")
    def where(self, entry: AuditEntry) -> str:
        """The world's page, where it still is."""
        return led("worlds_world", entry.about_world)

    @admin.display(description="how")
    def how(self, entry: AuditEntry) -> str:
        """In words: 'why: …, rows: 3'."""
        return ", ".join(f"{words(name)}: {value}" for name, value in entry.details.items())
