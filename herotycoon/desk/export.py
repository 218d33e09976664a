"""A list as a file: the columns that the page shows, of the rows that it would show.

django-import-export was weighed: it exports the columns of a model and not those of the list, gathers everything in a
data set of its own, and asks Django's permissions, of which the desk has none. What is left to do is this.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.admin.utils import label_for_field, lookup_field
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

MOST = 10_000
"""Rows in a file. It is made while the game master's scope is open, and so has to fit into memory."""
KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""
Cell = str | int | float | bool | None


def table(admin: Any, rows: list[Model]) -> Iterator[dict[str, Cell]]:
    """A row after the other, {column: value}: ids first, then the columns of the list."""
    ids = [field.attname for field in admin.opts.fields if field.primary_key or field.name in admin.about]
    shown = [(str(label_for_field(name, admin.model, admin)), name) for name in admin.list_display]
    for row in rows:
        yield {name: _plain(getattr(row, name)) for name in ids} | {
            label: _shown(row, name, admin) for label, name in shown
        }


def written(kind: str, table: Iterator[dict[str, Cell]], whole: bool) -> str:
    """The file. JSON says whether it is the ``whole`` of what was asked for; CSV has a row and no more for a row."""
    if kind == "json":
        return json.dumps({"complete": whole, "rows": list(table)}, ensure_ascii=False, indent=1)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for number, row in enumerate(table):
        if not number:
            writer.writerow(row)
        writer.writerow(map(harmless, row.values()))
    return out.getvalue()


def harmless(value: Cell) -> Cell:
    """The same text as no spreadsheet takes for a formula; numbers are left as they are."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _shown(row: Model, name: str, admin: Any) -> Cell:
    try:
        field, _, value = lookup_field(name, row, admin)
    except ObjectDoesNotExist:
        return None
    if field is not None and getattr(field, "flatchoices", None):
        value = dict(field.flatchoices).get(value, value)
    return _plain(value)


def _plain(value: Any) -> Cell:
    if isinstance(value, SafeString):
        return strip_tags(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)
