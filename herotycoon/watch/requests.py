"""Each request has an id, which its log lines, its tasks and its answer carry, and a line of its own when it has ended."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from structlog.contextvars import bind_contextvars, bound_contextvars

logger = logging.getLogger("herotycoon.requests")
HEADER = "X-Request-ID"
FITTING = re.compile(r"[0-9a-fA-F-]{16,64}")
"""An id as machines make them; a visitor's own words do not get into the log."""


class Requests:
    """Middleware: what is logged meanwhile says of which request and world it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and tell how long it took. The address is told by its pattern, without what a visitor put into it."""
        given, began = request.headers.get(HEADER, ""), time.perf_counter()
        name = given if FITTING.fullmatch(given) else uuid4().hex
        with bound_contextvars(request_id=name, world=None):
            response = self._get_response(request)
            about = {
                "method": request.method,
                "route": request.resolver_match.route if request.resolver_match else None,
                "status": response.status_code,
                "ms": round(1000 * (time.perf_counter() - began), 1),
            }
            logger.info("request", extra=about)
        response.headers[HEADER] = name
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Note the world that the address leads into."""
        if "world" in kwargs:
            bind_contextvars(world=str(kwargs["world"]))
