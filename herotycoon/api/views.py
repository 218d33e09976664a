"""The doors' manners. A view says what its methods take and answer (``operation``) and does one call; the rest is here.

Who asks → what is asked for → (a world: bring it to now, as the engine) → a transaction in which row security shows the
asker's rows → the handler → the answer. A world's reads carry its revision as ETag; commands may carry a key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from herotycoon.api.documents import Document, Moment, Place
from herotycoon.api.idempotency import Answered, applies, claim, key_of
from herotycoon.api.json import Json, JsonBody
from herotycoon.api.mistakes import mistake
from herotycoon.api.operation import Operation, operation_of
from herotycoon.api.ports import Nearness, game
from herotycoon.api.problems import Problem, problem_of
from herotycoon.cache.kept import kept
from herotycoon.pg.scope import as_player

Given = dict[str, Any]
REPLAYED = "Idempotency-Replayed"


class PersonView(APIView):
    """A door of the API. ``tag`` is the chapter of the OpenAPI document it belongs to.

    Who asks is known, and sees what is theirs, and no world's inside; unless an operation is for strangers: its services
    say in whose name they act.
    """

    http_method_names = ["get", "post", "put", "patch", "delete", "head"]
    renderer_classes = [Json]
    parser_classes = [JsonBody]
    tag = ""
    location = ""
    """Where what a command made can be found, said by its handler."""
    operation: Operation | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer a request."""
        self.args, self.kwargs = args, kwargs
        handler = self._handler(request)
        self.operation = operation_of(handler) if handler else None
        self.request = self.initialize_request(request, *args, **kwargs)
        self.headers = self.default_response_headers
        try:
            self.initial(self.request, *args, **kwargs)
            if handler is None or self.operation is None:
                raise MethodNotAllowed(str(request.method))
            response = self.enter(handler, self.operation.read(self.request))
        except Exception as error:
            response = self.handle_exception(error)
        self.response = self.finalize_response(self.request, response, *args, **kwargs)
        return self.response

    def _handler(self, request: HttpRequest) -> Callable[..., Any] | None:
        method = str(request.method).lower()
        return getattr(self, method, None) if method in self.http_method_names else None

    def get_authenticators(self) -> Any:
        """None for what strangers may do."""
        return [] if self.open else super().get_authenticators()

    def get_permissions(self) -> Any:
        """None for what strangers may do."""
        return [] if self.open else super().get_permissions()

    @property
    def open(self) -> bool:
        """Whether anybody may ask."""
        return self.operation is not None and self.operation.stranger

    @property
    def user_id(self) -> UUID:
        """Who asks."""
        return UUID(str(self.request.user.pk))

    def path(self) -> Given:
        """What the path names, for the handler."""
        return dict(self.kwargs)

    def enter(self, handler: Callable[..., Any], given: Given) -> HttpResponseBase:
        """Call the handler within the scope."""
        if self.open:
            return self.respond(handler(**self.path(), **given))
        with self.scope():
            return self.done(handler, given)

    def scope(self) -> AbstractContextManager[None]:
        """As the person."""
        return as_player(self.user_id)

    def done(self, handler: Callable[..., Any], given: Given) -> HttpResponseBase:
        """Call the handler; put its answer into a response. A command with a key is done once."""
        key = key_of(self.request) if applies(self.request) else ""
        if not key:
            return self.respond(handler(**self.path(), **given))
        taken = claim(self.user_id, key, self.request, self.request.data if "body" in given else None)
        if isinstance(taken, Answered):
            headers = _located(taken.location) | {REPLAYED: "true"}
            return Response(taken.document, status=taken.status, headers=headers)
        answer = handler(**self.path(), **given)
        response = self.respond(answer)
        taken.keep(Answered(response.status_code, getattr(response, "data", None), self.location))
        return response

    def respond(self, answer: Document | HttpResponseBase | None) -> HttpResponseBase:
        """A document as a response; what is a response already stays one."""
        if isinstance(answer, HttpResponseBase):
            return answer
        assert self.operation is not None  # noqa: S101  # there was a handler
        return Response(_plain(answer), status=self.operation.status, headers=_located(self.location))

    def handle_exception(self, exc: Exception) -> Response:
        """A problem document."""
        problem = problem_of(exc)
        if problem is None:
            if settings.DEBUG_PROPAGATE_EXCEPTIONS:
                raise exc
            problem = mistake(exc, f"{self.request.method} {type(self).__name__}")
        if problem.slug == "unauthenticated":
            problem.headers.setdefault("WWW-Authenticate", str(self.get_authenticate_header(self.request)))
        return problem.answer()

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Answers belong to who asked: nobody between keeps them, and who keeps them asks whether they still hold."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response._has_been_logged = (
            True  # of a mistake it was told already, and that a world catches up is none
        )
        return response


class WorldView(PersonView):
    """A door into one of the asker's worlds, which is brought to now first."""

    world: Any
    """The row, as of when the handler was called."""

    def enter(self, handler: Callable[..., Any], given: Given) -> HttpResponseBase:
        """Bring the world near, within a bound; then call the handler, or say that the world is catching up."""
        with self.scope():
            if self.at_any_time or not game().behind(self.world):
                return self.inside(handler, given)
        near = game().bring_near(self.kwargs["world"], settings.API_CATCH_UP_SECONDS)
        if not near.there:
            return self.catching_up(near)
        with self.scope():
            return self.inside(handler, given)

    @contextmanager
    def scope(self) -> Iterator[None]:
        """As the master, in the world. Raises ``NotYours``."""
        with as_player(self.user_id, [self.kwargs["world"]]):
            self.world = game().world(self.kwargs["world"])
            yield

    @property
    def at_any_time(self) -> bool:
        """Whether the operation takes the world as it is."""
        return self.operation is not None and self.operation.anytime

    def path(self) -> Given:
        """The same; the world is there already."""
        return {name: value for name, value in self.kwargs.items() if name != "world"}

    def inside(self, handler: Callable[..., Any], given: Given) -> HttpResponseBase:
        """Answer, then keep the world warm.

        In this order: a command that waited for its key with the world's row in hand would keep the one that has the key
        from the world. Who takes the world as it is may be about to let it go, by another connection.
        """
        response = self.answer_to(handler, given)
        if not self.at_any_time:
            game().warm(self.world)
        return response

    def answer_to(self, handler: Callable[..., Any], given: Given) -> HttpResponseBase:
        """Call the handler, unless the client has its answer already."""
        if self.request.method not in ("GET", "HEAD"):
            return self.done(handler, given)
        tag = f'"{self.revision()}"'
        if tag in _tags(self.request):
            return HttpResponse(status=304, headers={"ETag": tag})
        keeps = self.operation is not None and self.operation.kept
        response = self.at_hand(handler, given) if keeps else self.done(handler, given)
        response.headers["ETag"] = tag
        return response

    def at_hand(self, handler: Callable[..., Any], given: Given) -> HttpResponseBase:
        """The answer for the world as it is, made by the handler or kept since somebody else asked the same."""
        asked = blake2b(self.request.get_full_path().encode(), digest_size=16).hexdigest()

        def make() -> bytes:
            answer = handler(**self.path(), **given)
            return answer.content if isinstance(answer, HttpResponse) else Json().render(_plain(answer))

        media = (self.operation and self.operation.media) or Json.media_type
        return HttpResponse(kept(self.world, f"answer:{asked}", make), content_type=media)

    def revision(self) -> str:
        """What the answer depends on besides the address: the world's revision rises with every write."""
        return str(self.world.revision)

    def catching_up(self, near: Nearness) -> Response:
        """202 with the progress to a read, 503 to a command, which was not done."""
        game().send_for(self.kwargs["world"])
        again = {"Retry-After": str(settings.API_RETRY_SECONDS)}
        told = {
            "world": str(self.kwargs["world"]),
            "step": near.step,
            "target": near.target,
            "steps_left": near.target - near.step,
        }
        if self.request.method in ("GET", "HEAD"):
            return Response(told, status=202, headers=again)
        detail = f"{near.target - near.step:,} steps are left; nothing was done."
        raise Problem("world-catching-up", detail, again, told)

    def act(self, verb: str, **args: Any) -> dict[str, Any]:
        """Do something to the world."""
        return game().act(self.world.pk, verb, **args)

    def moment(self, step: int) -> Moment:
        """A step of this world's time."""
        if (found := self._moments.get(step)) is None:
            found = self._moments[step] = game().moment(self.world, step)
        return found

    @cached_property
    def _moments(self) -> dict[int, Moment]:
        """Those that were asked for, as one answer names many of them over and over."""
        return {}

    def place(self, number: int) -> Place:
        """A place of this world."""
        if (found := self._places.get(number)) is None:
            found = self._places[number] = game().place(self.world, number)
        return found

    @cached_property
    def _places(self) -> dict[int, Place]:
        """The same of places."""
        return {}


def _plain(answer: Document | None) -> Any:
    return None if answer is None else answer.model_dump(mode="json")


def _located(path: str) -> dict[str, str]:
    return {"Location": path} if path else {}


def _tags(request: Request) -> set[str]:
    given = request.headers.get("If-None-Match", "")
    return {tag.strip().removeprefix("W/") for tag in given.split(",")}
