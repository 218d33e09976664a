"""The web server that ``serve`` starts: several processes, one site."""

from __future__ import annotations

import http.client
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from django.db import connection

from herotycoon.api.serving import HOST, usual_workers
from worlds.benchmark.clock import computed
from worlds.benchmark.server import Server, serving

pytestmark = pytest.mark.django_db(transaction=True)
CLIENTS, QUESTIONS = 8, 25


def ask(port: int) -> str | None:
    """What a client who would keep its connection is told about it."""
    line = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        line.request("GET", "/readyz")
        answer = line.getresponse()
        answer.read()
        return answer.getheader("Connection")
    finally:
        line.close()


def all_of(server: Server) -> list[psutil.Process]:
    """Its processes, which it starts one after the other."""
    deadline = time.monotonic() + 30
    found: list[psutil.Process] = []
    while len(found := server.process.children()) < usual_workers() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(found) == usual_workers()
    return found


def test_the_site_is_loaded_once_and_every_process_takes_its_part_of_the_questions() -> None:
    with serving(str(connection.settings_dict["NAME"])) as server:
        assert ask(server.port) == "close"
        processes = all_of(server)
        assert sum(map(computed, processes)) < computed(server.process)
        before = [computed(process) for process in processes]
        with ThreadPoolExecutor(CLIENTS) as clients:
            list(clients.map(ask, [server.port] * CLIENTS * QUESTIONS))
        share = server.busiest()
        took = [computed(process) - then for process, then in zip(processes, before, strict=True)]
    assert min(took) > 0
    assert 1 / len(processes) <= share < 1
