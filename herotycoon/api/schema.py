"""The OpenAPI document, made of what the views say of themselves: nothing is told twice."""

from __future__ import annotations

import inspect
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from herotycoon.api.documents import Document, Query
from herotycoon.api.idempotency import HEADER
from herotycoon.api.operation import Operation, operation_of
from herotycoon.api.problems import KINDS, MEDIA, Kind
from herotycoon.api.views import REPLAYED, PersonView, WorldView

Json = dict[str, Any]
COMPONENTS, EXAMPLES = "#/components/schemas/", "#/components/examples/"


class Fault(Document):
    """What is wrong, and where: in the body (a JSON pointer), in a parameter, or in a header."""

    detail: str
    pointer: str | None = None
    parameter: str | None = None
    header: str | None = None


class Problem(Document):
    """A problem document (RFC 9457). `type` stays what it is; `title` and `detail` are for people."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Fault] | None = None
    reference: str | None = None
    world: str | None = None
    step: int | None = None
    target: int | None = None
    steps_left: int | None = None


class CatchingUp(Document):
    """Much time has passed since anybody looked: the world is on its way to now. Ask again."""

    world: str
    step: int
    target: int
    steps_left: int


ID: Json = {"type": "string", "format": "uuid"}
NUMBER: Json = {"type": "integer", "minimum": 0, "maximum": 2**31 - 1}
PATHS: dict[str, tuple[str, Json]] = {
    "world": ("The world's id.", ID),
    "session": ("The session's id, from the list of them.", ID),
    "activity": ("The activity's id.", ID),
    "decision": ("The decision's id, which is that of its activity.", ID),
    "hero": ("The hero's number in the world; it never changes.", NUMBER),
    "quest": ("The quest's number in the world.", NUMBER),
    "slug": ("The last part of a problem's type.", {"type": "string", "pattern": "^[a-z-]+$"}),
}
"""What stands in a path, by name."""
UNREAD: Json = {
    "414": {
        "description": "The address is too long to be read; the web server says so itself, in its own form."
    },
    "431": {
        "description": "A header is too long to be read; the web server says so itself, in its own form."
    },
}
"""What any request may be answered before it gets here."""


class SameName(Exception):
    """Two shapes have one name: one of them would be told as the other."""


class Schema(AutoSchema):
    """One operation."""

    def get_operation(
        self, path: str, path_regex: str, path_prefix: str, method: str, registry: Any
    ) -> Json | None:
        """The operation object."""
        self.registry, self.path, self.method = registry, path, method.upper()
        handler = getattr(self.view, method.lower())
        if not isinstance(self.view, PersonView):  # the pages that show this document
            return None
        one = operation_of(handler)
        summary, _, description = (inspect.getdoc(handler) or "").partition("\n")
        told: Json = {"operationId": one.id, "summary": summary.rstrip("."), "tags": [self.view.tag]}
        if description.strip():
            told["description"] = " ".join(description.split())
        if parameters := [*self._path(), *self._query(one), *self._headers(one)]:
            told["parameters"] = parameters
        if one.body:
            content = {"application/json": {"schema": self._shape(one.body)}}
            told["requestBody"] = {"required": True, "content": content}
        told["security"] = [] if one.stranger else [{"token": []}]
        told["responses"] = self._answers(one, summary)
        return told

    def _path(self) -> list[Json]:
        names = [part[1:-1] for part in self.path.split("/") if part.startswith("{")]
        return [
            {"name": name, "in": "path", "required": True, "description": told, "schema": schema}
            for name, (told, schema) in ((name, PATHS[name]) for name in names)
        ]

    def _query(self, one: Operation) -> list[Json]:
        if not one.query:
            return []
        schema = self._plain(one.query)
        required = schema.get("required", [])
        return [
            {
                "name": name,
                "in": "query",
                "required": name in required,
                "description": shape.pop("description"),
                "schema": _never_null(shape),
            }
            for name, shape in schema["properties"].items()
        ]

    def _headers(self, one: Operation) -> list[Json]:
        if one.stranger:
            return []
        if self.method != "GET":
            told = "Sent again with the same key, the command is done once and answered the same, for a day."
            key = {"type": "string", "pattern": "^[!-~]{1,200}$"}
            return [{"name": HEADER, "in": "header", "required": False, "description": told, "schema": key}]
        if not isinstance(self.view, WorldView):
            return []
        told = "The ETag of an earlier answer; 304 where it still holds."
        tag = {"type": "string"}  # whatever it is, it holds or it does not
        return [
            {"name": "If-None-Match", "in": "header", "required": False, "description": told, "schema": tag}
        ]

    def _answers(self, one: Operation, summary: str) -> Json:
        told: Json = {str(one.status): self._answer(one, summary)}
        if isinstance(self.view, WorldView) and self.method == "GET":
            told["304"] = {"description": "What the client has still holds."}
        if isinstance(self.view, WorldView) and self.method == "GET" and not one.anytime:
            told["202"] = {
                "description": "The world is being brought to now; ask again.",
                "headers": {"Retry-After": _header("Seconds to wait.", "integer")},
                "content": {"application/json": {"schema": self._shape(CatchingUp)}},
            }
        failures = [kind for kind in KINDS.values() if kind.slug in self._failures(one)]
        for status in sorted({kind.status for kind in failures}):
            kinds = [kind for kind in failures if kind.status == status]
            told[str(status)] = {
                "description": " Or: ".join(f"{_sentence(kind.title)} (`{kind.slug}`)" for kind in kinds),
                "content": {
                    MEDIA: {
                        "schema": self._shape(Problem),
                        "examples": {kind.slug: self._shown(kind) for kind in kinds},
                    }
                },
            }
        return told | UNREAD

    def _answer(self, one: Operation, summary: str) -> Json:
        told: Json = {"description": (inspect.getdoc(one.answer) if one.answer else "") or summary}
        if one.media:
            binary = {"type": "string"} | ({} if one.media.endswith("xml") else {"format": "binary"})
            told["content"] = {one.media: {"schema": binary}}
        elif one.answer:
            told["content"] = {"application/json": {"schema": self._shape(one.answer)}}
        headers: Json = {}
        if isinstance(self.view, WorldView) and self.method == "GET":
            headers["ETag"] = _header("Of the world's revision.", "string")
        if not one.stranger and self.method != "GET":
            headers[REPLAYED] = _header("`true` where this was answered before.", "string")
        if headers:
            told["headers"] = headers
        return told

    def _failures(self, one: Operation) -> set[str]:
        """Everything that can go wrong. Any request may have a parameter that nobody knows."""
        command = self.method != "GET"
        world = isinstance(self.view, WorldView)
        cases = {
            ("invalid", "throttled", "internal-error", "unavailable"): True,
            ("unauthenticated",): not one.stranger or one.id == "log_in",
            ("locked-out",): one.id == "log_in",
            ("not-found",): "{" in self.path or bool(one.query and "cursor" in one.query.model_fields),
            ("malformed", "too-large", "unsupported-media-type"): one.body is not None,
            ("refused",): one.refuses,
            ("idempotency-key-reused",): command and not one.stranger,
            ("world-catching-up",): command and world and not one.anytime,
        }
        return {slug for slugs, may in cases.items() if may for slug in slugs}

    def _shape(self, shape: type[BaseModel]) -> Json:
        """A reference to a component, which is made where it is missing."""
        self._plain(shape)
        return {"$ref": COMPONENTS + shape.__name__}

    def _plain(self, shape: type[BaseModel]) -> Json:
        """The JSON schema of a class, registered with everything in it unless it is a query."""
        mode: Any = "serialization" if issubclass(shape, Document) else "validation"
        _, made = models_json_schema([(shape, mode)], ref_template=COMPONENTS + "{model}")
        parts = made.get("$defs", {})
        own: Json = parts[shape.__name__]
        for name, part in parts.items():
            if not (part is own and issubclass(shape, Query)):
                self._register(name, part)
        return own

    def _shown(self, kind: Kind) -> Json:
        """A reference to an example of a type of problem."""
        told = {"type": kind.type, "title": kind.title, "status": kind.status, "detail": kind.meaning}
        self.registry.register_on_missing(
            ResolvedComponent(  # type: ignore[no-untyped-call]
                name=kind.slug,
                type=ResolvedComponent.EXAMPLE,
                object=kind.slug,
                schema={"summary": kind.title, "value": told},
            )
        )
        return {"$ref": EXAMPLES + kind.slug}

    def _register(self, name: str, schema: Json) -> None:
        """Make a component, once. Raises ``SameName`` where another shape is called so."""
        made = ResolvedComponent(name=name, type=ResolvedComponent.SCHEMA, object=name, schema=schema)  # type: ignore[no-untyped-call]
        if made not in self.registry:
            self.registry.register(made)
        elif self.registry[made].schema != schema:
            raise SameName(name)


def _sentence(title: str) -> str:
    return title if title.endswith(("?", "!")) else f"{title}."


def _never_null(shape: Json) -> Json:
    """A parameter is there or not; it is never null."""
    options = [option for option in shape.get("anyOf", []) if option != {"type": "null"}]
    plain = {name: value for name, value in shape.items() if name not in ("anyOf", "default", "title")}
    if shape.get("default") is not None:
        plain["default"] = shape["default"]
    return plain | (options[0] if len(options) == 1 else {"anyOf": options} if options else {})


def _header(description: str, kind: str) -> Json:
    return {"description": description, "schema": {"type": kind}}
