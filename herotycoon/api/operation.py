"""What a method of a view takes and answers, said once: requests are read by it, and the OpenAPI document made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError
from rest_framework.request import Request

from herotycoon.api.documents import Document, Query
from herotycoon.api.problems import Fault, Invalid

Handler = TypeVar("Handler", bound=Callable[..., Any])


@dataclass(frozen=True)
class Operation:
    """``id`` names it in clients. ``refuses``: it may be refused as things stand, which is a 409.

    ``stranger``: who asks need not be known. ``anytime``: a world need not be at now for it. ``media``: what the answer
    is, where it is no JSON. ``kept``: a read whose answer is kept in Redis until its world moves on, as it is much asked
    for and takes longer to make than to fetch.
    """

    id: str
    answer: type[Document] | None = None
    status: int = 200
    body: type[BaseModel] | None = None
    query: type[Query] | None = None
    refuses: bool = False
    stranger: bool = False
    anytime: bool = False
    media: str = ""
    kept: bool = False

    def read(self, request: Request) -> dict[str, Any]:
        """``body`` and ``query``, as far as the operation takes them. Raises ``Invalid``."""
        given: dict[str, Any] = {}
        query = _queried(request, self.query or Query)
        if self.query:
            given["query"] = query
        if self.body:
            given["body"] = _checked(self.body, _sent(request), "pointer")
        return given


def operation(id: str, **about: Any) -> Callable[[Handler], Handler]:
    """Say of a method of a view what it takes and answers; see ``Operation``."""
    one = Operation(id, **about)

    def mark(handler: Handler) -> Handler:
        handler.operation = one  # type: ignore[attr-defined]
        return handler

    return mark


def operation_of(handler: object) -> Operation:
    """What was said of a method. AttributeError where nothing was: such a method has no place in a view."""
    found: Operation = handler.operation  # type: ignore[attr-defined]
    return found


def _queried(request: Request, shape: type[Query]) -> Query:
    plain: dict[str, Any] = {}
    for name, values in request.query_params.lists():
        if len(values) > 1:
            raise Invalid([Fault(parameter=name, detail="is given more than once; once will do")])
        plain[name] = values[0]
    return _checked(shape, plain, "parameter")


def _sent(request: Request) -> object:
    """The plain values of the body. The framework takes no body for an empty object, which clients should say."""
    data = request.data
    if request.stream is None:
        raise Invalid([Fault(pointer="", detail="a body is needed, if only {}")])
    return data


Shape = TypeVar("Shape", bound=BaseModel)


def _checked(shape: type[Shape], given: object, where: str) -> Shape:
    try:
        return shape.model_validate(given)
    except ValidationError as error:
        raise Invalid([_fault(shape, one, where) for one in error.errors(include_url=False)]) from None


def _fault(shape: type[BaseModel], error: Any, where: str) -> Fault:
    """One thing that is wrong. Which fields there are is said where one is unknown."""
    path = [str(part) for part in error["loc"]]
    if issubclass(shape, RootModel):  # one of several shapes, whose name comes first
        path = path[1:]
    detail = str(error["msg"]).removeprefix("Value error, ")
    if error["type"] == "extra_forbidden":
        known = [] if issubclass(shape, RootModel) else sorted(shape.model_fields)
        detail = "is not known here" + (f"; there are: {', '.join(known)}" if known else "")
    if where == "parameter":
        return Fault(parameter=".".join(path), detail=detail)
    return Fault(pointer="".join(f"/{part}" for part in path), detail=detail)
