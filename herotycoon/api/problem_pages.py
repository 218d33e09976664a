"""What each type of problem means, for who follows its address; and problem documents where no view answers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from herotycoon.api.documents import Document
from herotycoon.api.operation import operation
from herotycoon.api.problems import KINDS, MEDIA, Problem
from herotycoon.api.views import PersonView


class ProblemKind(Document):
    """A type of problem."""

    type: str
    title: str
    status: int
    meaning: str


class ProblemPage(PersonView):
    """A type of problem, explained."""

    tag = "about"

    @operation("explain_problem", answer=ProblemKind, stranger=True)
    def get(self, slug: str) -> ProblemKind:
        """What a type of problem means."""
        kind = KINDS.get(slug)
        if kind is None:
            raise Http404
        return ProblemKind(type=kind.type, title=kind.title, status=kind.status, meaning=kind.meaning)


def nothing_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that leads nowhere."""
    return _plain(Problem("not-found", "There is nothing here."))


def broken(request: HttpRequest) -> HttpResponse:
    """A mistake outside every view."""
    return _plain(Problem("internal-error", "It is written down, and somebody will look at it."))


def malformed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that the framework itself refuses to read."""
    return _plain(Problem("malformed", "The request cannot be read."))


def _plain(problem: Problem) -> HttpResponse:
    kind = problem.kind
    told = {"type": kind.type, "title": kind.title, "status": kind.status, "detail": problem.detail}
    return JsonResponse(told, status=kind.status, content_type=MEDIA)
