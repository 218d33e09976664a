"""Asking the API as a client does: JSON there, JSON back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import orjson
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from herotycoon.accounts.models import User
from tests.factories import PASSWORD
from worlds.models import World

ROOT = "/api/v1/"


class ApiClient:
    """Asks below `/api/v1/`; ``token`` says who."""

    def __init__(self, token: str = "") -> None:
        self.token = token
        self._django = Client(raise_request_exception=False)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Any method; ``headers`` with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            named["Authorization"] = f"Bearer {self.token}"
        more: dict[str, Any] = {} if body is None else {"data": body, "content_type": "application/json"}
        address = path if path.startswith("/") else ROOT + path
        answer = getattr(self._django, method.lower())(address, headers=named, **more)
        if not answer.streaming:
            return answer  # type: ignore[no-any-return]
        whole = HttpResponse(answer.getvalue(), status=answer.status_code, headers=dict(answer.headers))
        answer.close()
        return whole

    def get(self, path: str, **headers: str) -> HttpResponse:
        """Read."""
        return self.ask("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Do."""
        return self.ask("POST", path, {} if body is None else body, **headers)

    def patch(self, path: str, body: Any, **headers: str) -> HttpResponse:
        """Change."""
        return self.ask("PATCH", path, body, **headers)

    def put(self, path: str, body: Any, **headers: str) -> HttpResponse:
        """Set."""
        return self.ask("PUT", path, body, **headers)

    def delete(self, path: str, **headers: str) -> HttpResponse:
        """End."""
        return self.ask("DELETE", path, **headers)

    def read(self, path: str) -> Any:
        """What a read answers, which has to be well."""
        return ok(self.get(path))


def ok(answer: HttpResponse, status: int = 200) -> Any:
    """The document of an answer that has the status it should have."""
    assert answer.status_code == status, answer.content.decode()
    return orjson.loads(answer.content) if answer.content else None


def problem(answer: HttpResponse, status: int, slug: str) -> Any:
    """The problem document of an answer that is one, of that type."""
    assert answer.status_code == status, answer.content.decode()
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = orjson.loads(answer.content)
    assert told["type"] == f"{ROOT}problems/{slug}/"
    assert told["status"] == status
    assert told["title"]
    return told


def logged_in(user: User, device: str = "a phone") -> ApiClient:
    """A client with a token of that user, got as anybody gets one."""
    asked = {"username": user.username, "password": PASSWORD, "device": device}
    return ApiClient(ok(ApiClient().post("sessions/", asked), 201)["token"])


def turned_back(world: World, steps: int) -> None:
    """Let a world be so many steps behind now: real time has passed, and nobody looked."""
    passed = timedelta(seconds=1800 * steps / world.time_scale + 1)
    World.objects.filter(pk=world.pk).update(
        status="running", anchor_step=world.step, anchor_real=timezone.now() - passed
    )
