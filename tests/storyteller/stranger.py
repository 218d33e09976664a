"""A server on loopback that behaves like those of storytellers for hire, or misbehaves in every way that one can."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
Tongue = Callable[[Json], object]
"""From the data of a question to what is said, as JSON or, where it is a text, as it is."""


@dataclass
class Stranger:
    """What it does next, and what it was asked."""

    says: Tongue
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: float = 0.0
    manner: str = "well"
    """well | closed (hangs up) | cut (half a body) | drip (a byte now and then) | endless | silent (no usage) | error"""
    questions: list[Json] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def asked(self) -> int:
        return len(self.questions)


@contextmanager
def stranger(says: Tongue) -> Iterator[Stranger]:
    """The server, up for the block."""
    one = Stranger(says)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(one))
    server.daemon_threads = True
    one.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield one
    finally:
        one.done.set()
        server.shutdown()
        server.server_close()
        thread.join()


def data_of(text: str) -> Json:
    """The JSON between the marks."""
    document: Json = json.loads(text.split("<data>\n")[1].split("\n</data>", maxsplit=1)[0])
    return document


def _handler(one: Stranger) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            one.questions.append(asked)
            one.keys.append(self.headers.get("Authorization") or self.headers.get("x-api-key") or "")
            try:
                _answer(self, one, asked)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


def _answer(to: BaseHTTPRequestHandler, one: Stranger, asked: Json) -> None:
    one.done.wait(one.wait)
    if one.manner == "closed":
        to.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        to.connection.close()
        return
    body = _body(one, asked, anthropic=to.path.endswith("/messages"))
    to.send_response(one.status)
    to.send_header("Content-Type", "application/json")
    for name, value in one.headers.items():
        to.send_header(name, value)
    if one.manner == "endless":
        to.end_headers()
        for _ in range(400):
            to.wfile.write(b" " * 65536)
        return
    to.send_header("Content-Length", str(len(body)))
    to.end_headers()
    if one.manner == "cut":
        to.wfile.write(body[: len(body) // 2])
        to.close_connection = True
        return
    _write(to, one, body)


def _write(to: BaseHTTPRequestHandler, one: Stranger, body: bytes) -> None:
    if one.manner != "drip":
        to.wfile.write(body)
        return
    for at in range(len(body)):
        to.wfile.write(body[at : at + 1])
        to.wfile.flush()
        if one.done.wait(0.05):
            return


def _body(one: Stranger, asked: Json, *, anthropic: bool) -> bytes:
    if one.status != 200 or one.manner == "error":
        return json.dumps(
            {"error": {"message": "TOKEN LIMIT EXCEEDED", "type": "limit", "code": "x"}}
        ).encode()
    said = one.says(data_of(str(asked["messages"][-1]["content"] if not anthropic else _user(asked))))
    if isinstance(said, bytes):
        return said
    text = said if isinstance(said, str) else json.dumps(said)
    return json.dumps(_as_anthropic(text) if anthropic else _as_openai(text, one)).encode()


def _user(asked: Json) -> str:
    content = asked["messages"][-1]["content"]
    return content if isinstance(content, str) else "".join(part["text"] for part in content)


def _as_openai(text: str, one: Stranger) -> Json:
    usage = {"prompt_tokens": 1000, "completion_tokens": 200, "total_tokens": 1200}
    told: Json = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": "bard-1",
        "choices": [
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": text}},
        ],
    }
    return told if one.manner == "silent" else {**told, "usage": usage}


def _as_anthropic(text: str) -> Json:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "bard-2",
        "content": [{"type": "text", "text": text}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 900, "output_tokens": 100},
    }


# --- tongues --------------------------------------------------------------------------------------
def bard(data: Json) -> Json:
    """Answers every question well."""
    if "places" in data:
        return {
            "lore": f"Long before the guild, {data['places'][2]} was spoken of in whispers. The old roads remember it.",
            "landmarks": [
                {"number": one["number"], "lore": f"Nobody passes {one['name']} without a word to the wind."}
                for one in data["landmarks"]
            ],
        }
    if "heroes" in data:
        return {"heroes": [_hero(one) for one in data["heroes"]]}
    if "tales" in data:
        return {"tales": [_tale(one) for one in data["tales"]]}
    if "options" in data:
        return {
            "choice": data["options"][0]["name"],
            "reason": "It was time, and she knew it well: he, she, they all did.",
        }
    return {"text": f"While you were away, {data['names'][0]} kept busy. There is more to tell another day."}


def _hero(one: Json) -> Json:
    number = _ORDINALS[one["number"] % len(_ORDINALS)]
    return {
        "number": one["number"],
        "backstory": f"The {number} child of a ferryman, {one['pronoun']} learned to wait before learning to walk.",
        "motivation": "To see the far bank of every river.",
        "quirks": ["counts the planks of every bridge", "never sits with the back to a door"],
    }


def _tale(one: Json) -> Json:
    number = _ORDINALS[one["number"] % len(_ORDINALS)]
    return {
        "number": one["number"],
        "description": f"For the {number} time this year they speak of {one['about'][0]} in low voices.",
    }


_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
