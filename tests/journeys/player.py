"""Somebody who plays with a generated client, and waits while a world is being brought to now."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from tests.api.generated import Generated


class Player:
    """Asks by operation id; what stands in the path comes first, the rest by name."""

    def __init__(self, made: Generated, address: str) -> None:
        self.made, self.address = made, address
        self.token = ""

    def come(self, **login: str) -> None:
        """Log in, and be known from now on."""
        self.token = self.ask("log_in", body=self.shape("Login", **login), due=201).token

    def shape(self, name: str, /, **fields: Any) -> Any:
        """A body."""
        return getattr(self.made.models, name)(**fields)

    def choice(self, name: str, value: str) -> Any:
        """One of the values that a field or a parameter can have."""
        return getattr(self.made.models, name)(value)

    def answer(self, operation: str, *path: Any, **more: Any) -> Any:
        """The whole answer, with status and headers; asked again for as long as it says to come again."""
        ask = self.made.module(operation).sync_detailed
        while True:
            with self._client() as client:
                answer = ask(*path, client=client, **more)
            if not self._later(answer.parsed):
                return answer
            time.sleep(int(answer.headers["Retry-After"]))

    def ask(self, operation: str, *path: Any, due: int = 200, **more: Any) -> Any:
        """What is answered, which has to have the status it should have."""
        answer = self.answer(operation, *path, **more)
        assert answer.status_code == due, (operation, answer.status_code, answer.content)
        return answer.parsed

    def every(self, operation: str, *path: Any, **more: Any) -> Iterator[Any]:
        """Every entry of a list, page by page."""
        page = self.ask(operation, *path, **more)
        yield from page.results
        while page.next_:
            page = self.ask(operation, *path, cursor=page.next_, **more)
            yield from page.results

    def _client(self) -> Any:
        more = {"base_url": self.address, "timeout": 60, "raise_on_unexpected_status": True}
        if self.token:
            return self.made.package.AuthenticatedClient(token=self.token, **more)
        return self.made.package.Client(**more)

    def _later(self, told: Any) -> bool:
        models = self.made.models
        return isinstance(told, models.CatchingUp) or (
            isinstance(told, models.Problem) and told.type_.endswith("/world-catching-up/")
        )
