"""A tick is the same work, whoever tells of the world: the same statements, the same rows, and nobody is asked."""

from __future__ import annotations

import socket

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from herotycoon.accounts.models import User
from herotycoon.storyteller.models import Call
from tests.storyteller.ahead import before, counselling, give, turn_of
from tests.storyteller.stranger import Json, Stranger
from tests.worlds.lives import DAY
from worlds.benchmark.tape import Tape, recording
from worlds.models import World
from worlds.services.telling import tell
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True)
Work = tuple[int, list[tuple[str, int]]]


def work(world: World, until: int) -> Work:
    """How many queries Django made for a tick, and what the engine said besides, with the rows that it copied."""
    tape = Tape()
    with CaptureQueriesContext(connection) as asked, recording(tape):
        tick({world.pk: until})
    return len(asked), [(repr(one.statement), one.lines) for said in tape.transactions for one in said]


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on whoever wants the network fails; PostgreSQL's own library is no Python and is not asked."""

    def refuse(*args: object) -> None:
        raise AssertionError(f"the network is wanted: {args}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def test_a_storyteller_for_hire_makes_a_tick_no_longer(
    master: User, there: Stranger, hiring: Json, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = turn_of(master)
    told = before(master, turn)
    settings.STORYTELLER = {}
    plain = before(master, turn)
    settings.STORYTELLER = hiring
    there.says = counselling("nobody offered this")
    tell(told.pk)
    asked, calls = there.asked, Call.objects.count()
    assert (asked > 0, plain.settings["storyteller"]) == (True, "template")
    there.manner = "closed"
    alone(monkeypatch)

    for until in (turn.step + 1, turn.step + DAY):
        assert work(told, until) == work(plain, until)
    assert (there.asked, Call.objects.count()) == (asked, calls)


def test_nor_does_counsel(master: User, monkeypatch: pytest.MonkeyPatch) -> None:
    turn = turn_of(master)
    told, plain = before(master, turn), before(master, turn)
    give(told, turn, turn.own)  # so that both live the same life
    alone(monkeypatch)
    for until in (turn.step + 1, turn.step + DAY):
        assert work(told, until) == work(plain, until)
