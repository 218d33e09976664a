"""Every route of the API and every method, from the urlconf itself: what is hung in later is asked later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver

from herotycoon.api.operation import Operation, operation_of
from herotycoon.api.views import PersonView, WorldView

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


class Route(NamedTuple):
    """An address with what stands in it for parameters, such as '/api/v1/worlds/<uuid:world>/', and its view."""

    path: str
    view: type[PersonView]

    @property
    def of_a_world(self) -> bool:
        """Whether it leads into one."""
        return issubclass(self.view, WorldView)

    def operation(self, method: str) -> Operation | None:
        """What the method does there; None where there is no such method."""
        handler = getattr(self.view, method.lower(), None)
        return operation_of(handler) if handler else None


def routes() -> list[Route]:
    """All of them, the longest first, so that what is inside something is asked before that is ended."""
    found = [Route("/" + path, view) for path, view in _walk(get_resolver().url_patterns, "")]
    return sorted(found, key=lambda route: (-len(route.path), route.path))


def _walk(patterns: list[Any], before: str) -> Iterator[tuple[str, type[PersonView]]]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            view = getattr(pattern.callback, "cls", None)
            if view is not None and issubclass(view, PersonView):
                yield path, view


def example_of(operation: Operation | None) -> Any:
    """The body that the OpenAPI document shows, or None."""
    if operation is None or operation.body is None:
        return None
    return operation.body.model_json_schema()["examples"][0]
