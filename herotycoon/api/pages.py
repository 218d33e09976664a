"""Pages of a list by keyset: the next one begins behind the last entry of this one, whatever has come since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from django.core import signing
from django.db.models import Model, Q, QuerySet

from herotycoon.api.problems import Problem

M = TypeVar("M", bound=Model)
Keys = tuple[Any, ...]


def page(
    rows: QuerySet[M], order: Sequence[str], cursor: str | None, limit: int
) -> tuple[list[M], str | None]:
    """A page of ``rows`` by ``order`` (fields that make a row unique together, '-' for descending), and the next cursor."""
    if cursor is not None:
        rows = rows.filter(_behind(order, keys(cursor, _name(rows))))
    found = list(rows.order_by(*order)[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = found[limit - 1]
    return found[:limit], sealed([getattr(last, name.lstrip("-")) for name in order], _name(rows))


def sealed(values: Sequence[Any], of: str) -> str:
    """A cursor: opaque, and of this list alone."""
    return signing.dumps([str(value) for value in values], salt=f"page of {of}", compress=False)


def keys(cursor: str, of: str) -> list[str]:
    """The values in a cursor, as text. Raises ``Problem`` for one that this list did not give."""
    try:
        values: list[str] = signing.loads(cursor, salt=f"page of {of}")
    except signing.BadSignature:
        raise Problem("not-found", "This list gave no such cursor; begin without one.") from None
    return values


def _name(rows: QuerySet[Any]) -> str:
    return str(rows.model._meta.label)


def _behind(order: Sequence[str], values: Sequence[str]) -> Q:
    """Later in the order than a row with those values."""
    behind, same = Q(), Q()
    for name, value in zip(order, values, strict=True):
        field, way = name.lstrip("-"), "lt" if name.startswith("-") else "gt"
        behind |= same & Q(**{f"{field}__{way}": value})
        same &= Q(**{field: value})
    return behind
