"""JSON in and out, by orjson: strict, and quick enough for a day's log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

import orjson
from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from herotycoon.api.problems import Problem


class Json(BaseRenderer):
    """Plain values as JSON."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """UTF-8."""
        return b"" if data is None else orjson.dumps(data)


class JsonBody(BaseParser):
    """A body of JSON, no larger than ``API_LARGEST_BODY`` bytes."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The plain values. Raises ``Problem`` for a body that is too large, ``ParseError`` for no JSON."""
        body = stream.read(settings.API_LARGEST_BODY + 1)
        if len(body) > settings.API_LARGEST_BODY:
            raise Problem("too-large", f"A body has at most {settings.API_LARGEST_BODY:,} bytes.")
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise ParseError(f"The body is no JSON: {error.msg} (at {error.pos}).") from None


class AlwaysJson(BaseContentNegotiation):
    """Whatever a client would rather have, there is one form of each answer."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        """The one that the body says it is, or None."""
        media = (request.content_type or "").partition(";")[0].strip().lower()
        return next((parser for parser in parsers if parser.media_type == media), None)

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        """The first."""
        return renderers[0], renderers[0].media_type
