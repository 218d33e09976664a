"""Lists that answer questions: found quickly, shown in words, taken away as a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from unfold.admin import ModelAdmin
from unfold.views import ChangeList

from herotycoon.desk import export
from herotycoon.desk.newest import Listing, Newest
from herotycoon.desk.paging import Uncounted
from herotycoon.desk.rights import watches
from herotycoon.desk.search import Subject, as_id, find, label_of, matching

Rows = QuerySet[Any]


def linked(row: Model | None) -> str:
    """A row's name, which leads to its page."""
    if row is None:
        return ""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return format_html('<a class="desk-link" href="{}">{}</a>', reverse(name, args=[row.pk]), row)


def led(page: str, pk: UUID | None) -> str:
    """An id, which leads to its page; shortened to its last digits, which differ."""
    if pk is None:
        return ""
    return format_html(
        '<a class="desk-link" href="{}" title="{}">…{}</a>',
        reverse(f"admin:{page}_change", args=[pk]),
        pk,
        str(pk)[-8:],
    )


def words(name: str) -> str:
    """A name of the code as words."""
    return name.replace("_", " ")


def stamp(moment: datetime) -> str:
    """'2026-11-26 11:44:48', in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


class Named(AutocompleteJsonView):
    """Answers to what is typed into a filter, each told by its admin."""

    model_admin: Any

    def get_queryset(self) -> Rows:
        """Without documents."""
        rows: Rows = super().get_queryset()
        return rows.defer(*self.model_admin.heavy)

    def serialize_result(self, obj: Model, to_field_name: str) -> dict[str, str]:
        """Its id, and how it is called."""
        answer: dict[str, str] = super().serialize_result(obj, to_field_name)
        return answer | {"text": self.model_admin.called(obj)}


class Listed(ModelAdmin):  # type: ignore[misc]  # it brings no types
    """A list of rows.

    ``about`` are the relations whose names are shown and searched, ``beside`` those whose names are only shown,
    ``heavy`` the documents that no list reads. A
    ``long`` table is one that grows for ever: see ``newest``. Its rows about a hero or a world come in ``order_about``,
    by columns of the row at the end of ``through``.
    """

    about: Sequence[str] = ()
    beside: Sequence[str] = ()
    heavy: Sequence[str] = ()
    long = False
    order_about: Sequence[str] = ("-id",)
    through = ""
    ids: Sequence[str] = ("pk",)
    """Columns in which an id is searched."""
    paginator = Uncounted
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 0
    list_select_related = ()
    list_filter_submit = True
    list_filter_sheet = True
    search_fields: Sequence[str] = ("id",)
    search_help_text = "Name or id"
    actions = None

    def get_changelist(self, request: HttpRequest, **more: Any) -> type[ChangeList]:
        """Who makes the list."""
        return Newest if self.long else Listing

    def get_queryset(self, request: HttpRequest) -> Rows:
        """The rows, with the names of others fetched once for all of a page."""
        rows: Rows = super().get_queryset(request)
        for field in (*self.about, *self.beside):
            whose: Any = self.model._meta.get_field(field).related_model
            rows = rows.prefetch_related(Prefetch(field, whose._default_manager.only("pk", label_of(whose))))
        return rows

    def found(self, request: HttpRequest, text: str) -> list[Subject]:
        """Who is meant by a text; asked once a request."""
        known = request.__dict__.setdefault("desk_found", {})
        if text not in known:
            known[text] = find(self.model, self.about, text)
        answer: list[Subject] = known[text]
        return answer

    def get_search_results(self, request: HttpRequest, queryset: Rows, search_term: str) -> tuple[Rows, bool]:
        """Rows of an id, of those who are called so, or with the text in a column of their own."""
        text, about = search_term.strip(), getattr(request, "desk_about", None)
        if not text or about in self.found(request, text):
            return queryset, False
        own = [name for name in self.search_fields if name != "id"]
        id_ = as_id(text)
        wanted = Q(*((name, id_) for name in self.ids), _connector=Q.OR) if id_ else matching(own, text)
        for one in self.found(request, text):
            wanted |= one.rows
        return queryset.filter(wanted), False

    def called(self, row: Any) -> str:
        """How a row is told from others of its name."""
        return str(row)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list, and whether it may be taken away."""
        more = {"may_export": self.may_export(request)} | (extra_context or {})
        answer: HttpResponse = super().changelist_view(request, more)
        return answer

    @admin.display(description="world")
    def world_link(self, row: Any) -> str:
        """The world, to go to."""
        return linked(row.world)

    @admin.display(description="hero")
    def hero_link(self, row: Any) -> str:
        """The hero, to go to."""
        return linked(row.hero)

    def get_urls(self) -> list[URLPattern]:
        """The list's file besides its page."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        taken = self.admin_site.admin_view(self.export_view)
        return [path("export.<str:kind>", taken, name=name), *super().get_urls()]

    def may_export(self, request: HttpRequest) -> bool:
        """Whoever may read the list."""
        return watches(request)

    def exported(self, request: HttpRequest, kind: str, rows: int) -> None:
        """Told of each file: the request itself is on record already."""

    def export_view(self, request: HttpRequest, kind: str) -> HttpResponse:
        """The list as filtered, as a file."""
        if kind not in export.KINDS:
            raise Http404
        if not self.may_export(request):
            raise PermissionDenied
        rows = list(self.get_changelist_instance(request).queryset[: export.MOST + 1])
        whole, rows = len(rows) <= export.MOST, rows[: export.MOST]
        self.exported(request, kind, len(rows))
        if not whole:
            told = f"The file holds the first {export.MOST:,} rows; narrow the list to get the others."
            messages.warning(request, told)
        name = words(str(self.opts.verbose_name_plural)).replace(" ", "-") + (
            "" if whole else f"-first-{len(rows)}"
        )
        return HttpResponse(
            export.written(kind, export.table(self, rows), whole),
            content_type=export.KINDS[kind],
            headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'},
        )

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What is on record about a row: who looked at its page, and what was changed by hand."""
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        context = self.admin_site.each_context(request) | {
            "title": f"On record about {row}",
            "opts": self.opts,
            "original": row,
            "looks": self.admin_site.looks(row),
            "edits": self.admin_site.edits(row),
        }
        return TemplateResponse(request, "desk/history.html", context | (extra_context or {}))
