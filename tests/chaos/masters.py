"""Masters who give orders over the API, and ask again under the same key until they are answered."""

from __future__ import annotations

import http.client
import json
import threading
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID, uuid4

PATIENCE = 20.0
"""Seconds that a master waits for an answer before the same is sent again."""
HASTE = 0.15


@dataclass
class Master:
    """One of them, with a world; ``done`` are the entries of the log that were told to be theirs."""

    world: UUID
    token: str
    port: int
    heroes: int
    chance: Random
    done: list[str] = field(default_factory=list)
    refused: int = 0
    asked_again: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def live(self) -> None:
        """Order and praise until it is over; the last thing asked for is answered before one leaves."""
        while not self.over.is_set():
            self._ask(str(uuid4()), *self._wish())
            self.over.wait(self.chance.random() * 2 * HASTE)

    def _wish(self) -> tuple[str, dict[str, Any]]:
        hero = self.chance.randrange(self.heroes)
        if self.chance.random() < 0.5:
            return f"heroes/{hero}/interventions/", {
                "kind": self.chance.choice(["praise", "console", "threaten"])
            }
        return f"heroes/{hero}/orders/", {"action": self.chance.choice(["rest", "study", "patrol", "work"])}

    def _ask(self, key: str, path: str, body: dict[str, Any]) -> None:
        while True:
            status, answer = self._send(key, path, body)
            if status in (200, 201):
                self.done.append(answer["activity"])
                return
            if status in (404, 409, 422):
                self.refused += 1
                return
            self.asked_again += 1
            time.sleep(0.2)

    def _send(self, key: str, path: str, body: dict[str, Any]) -> tuple[int, Any]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        }
        try:
            line.request("POST", f"/api/v1/worlds/{self.world}/{path}", json.dumps(body), headers)
            answer = line.getresponse()
            return answer.status, json.loads(answer.read() or b"null")
        except (OSError, http.client.HTTPException, ValueError):
            return 0, None
        finally:
            line.close()
