"""The line to a server: it is hung up on where it talks too long. Imported late, with the library it is built on."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx2


class TooLong(Exception):
    """More bytes than an answer may have."""


class Line(httpx2.AsyncBaseTransport):
    """Carries answers of at most ``most`` bytes; compressed ones, which would not stay so short, are not unpacked."""

    def __init__(self, most: int) -> None:
        self.most, self.exceeded = most, False
        self._under = httpx2.AsyncHTTPTransport()

    def client(self, seconds: float) -> httpx2.AsyncClient:
        """A client that talks over this line and follows nobody elsewhere."""
        plain = {"Accept-Encoding": "identity"}
        return httpx2.AsyncClient(transport=self, follow_redirects=False, timeout=seconds, headers=plain)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Ask, and count what comes back."""
        request.headers["Accept-Encoding"] = "identity"
        answer = await self._under.handle_async_request(request)
        headers = [(name, value) for name, value in answer.headers.raw if name.lower() != b"content-encoding"]
        assert isinstance(answer.stream, httpx2.AsyncByteStream)  # noqa: S101 - of an asynchronous transport
        counted = _Counted(self, answer.stream)
        return httpx2.Response(
            answer.status_code, headers=headers, stream=counted, extensions=answer.extensions
        )

    async def aclose(self) -> None:
        """Hang up."""
        await self._under.aclose()


class _Counted(httpx2.AsyncByteStream):
    def __init__(self, line: Line, stream: httpx2.AsyncByteStream) -> None:
        self._line, self._stream = line, stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for piece in self._stream:
            read += len(piece)
            if read > self._line.most:
                self._line.exceeded = True
                raise TooLong
            yield piece

    async def aclose(self) -> None:
        await self._stream.aclose()
