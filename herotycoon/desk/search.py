"""Search that asks small tables who is meant, and long ones only for the rows of those who were found."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Model, Q

NAMED = 100
"""So many who are called alike are looked up, no more."""


class Subject(NamedTuple):
    """Somebody, or a world, whose rows are wanted; ``field`` is how those rows call them."""

    field: str
    id: UUID
    world: UUID | None
    name: str

    def called(self, text: str) -> bool:
        """Whether a text is the whole name, or the id."""
        return text.strip().casefold() in (self.name.casefold(), str(self.id))

    @property
    def rows(self) -> Q:
        """The rows; the world is named too, so that one partition is visited."""
        return Q(**{f"{self.field}_id": self.id} | ({"world_id": self.world} if self.world else {}))


def as_id(text: str) -> UUID | None:
    """The id that a text is, if it is one."""
    try:
        return UUID(text.strip())
    except ValueError:
        return None


def label_of(model: type[Model]) -> str:
    """The column by which people call its rows."""
    columns = {field.name for field in model._meta.fields}
    return next(name for name in ("username", "name", "title") if name in columns)


def find(model: type[Model], fields: Iterable[str], text: str) -> list[Subject]:
    """Who is meant by a name, a part of it, or an id, among those whom rows of ``model`` point to by ``fields``.

    Whoever is called exactly so goes before all whose names merely contain it.
    """
    id_ = as_id(text)
    found = [one for field in fields for one in _called(model, field, text.strip(), id_)]
    exact = [one for one in found if one.called(text)]
    return exact or found


def matching(fields: Iterable[str], text: str) -> Q:
    """Rows whose own columns contain a text."""
    wanted = [Q(**{f"{field}__icontains": text.strip()}) for field in fields]
    return reduce(or_, wanted, Q(pk__in=[]))


def _called(model: type[Model], field: str, text: str, id_: UUID | None) -> list[Subject]:
    whose: Any = model._meta.get_field(field).related_model
    label = label_of(whose)
    wanted = Q(pk=id_) if id_ else Q(**{f"{label}__icontains": text})
    columns = {one.name for one in whose._meta.fields}
    world = "world_id" if "world" in columns else "pk"
    rows = whose._default_manager.filter(wanted).order_by("pk").values_list("pk", world, label)[:NAMED]
    of_a_world = any(one.name == "world" for one in model._meta.fields)
    return [Subject(field, pk, place if of_a_world else None, name) for pk, place, name in rows]
