"""Ctrl-C is heard when it suits: never within a lookup that swallows it, never while somebody still writes."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from herotycoon.pg.interrupts import IMPATIENT, held_back
from herotycoon.pg.scribe import Scribe


@pytest.fixture(autouse=True)
def _python_listens() -> Iterator[None]:
    """A suite that runs in the background, or in parts, has the key ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def hold_back(work: Callable[[], object]) -> None:
    with held_back():
        work()


def test_a_key_is_heard_at_the_end_of_the_work() -> None:
    done = []

    def work() -> None:
        press()
        done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        hold_back(work)
    assert done == ["all of it"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_it_is_heard_though_the_work_failed() -> None:
    def fail() -> None:
        press()
        raise OSError("the server is gone")

    with pytest.raises(KeyboardInterrupt) as told:
        hold_back(fail)
    assert str(told.value.__context__) == "the server is gone"


def test_who_presses_it_three_times_is_not_made_to_wait() -> None:
    pressed = count()

    def hang() -> None:
        for _ in pressed:
            press()

    with pytest.raises(KeyboardInterrupt):
        hold_back(hang)
    assert next(pressed) == IMPATIENT


def test_without_a_key_nothing_is_raised() -> None:
    hold_back(lambda: None)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_listens_already_goes_on_listening() -> None:
    heard = []
    signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    hold_back(press)
    assert heard == [signal.SIGINT]


def test_another_thread_works_as_ever() -> None:
    done: list[str] = []
    thread = threading.Thread(target=hold_back, args=(lambda: done.append("all of it"),))
    thread.start()
    thread.join()
    assert done == ["all of it"]


def test_nobody_writes_any_more_when_a_key_ended_the_wait_for_the_scribe() -> None:
    usual, done = sys.getswitchinterval(), []
    begun, pressed = threading.Event(), threading.Event()

    def write() -> None:
        begun.set()
        pressed.wait(60)
        time.sleep(0.4)
        done.append("a page")

    def impatient() -> None:
        begun.wait(60)
        time.sleep(0.1)
        press()
        pressed.set()

    def hand_over() -> None:
        with Scribe() as scribe:
            scribe.do(write)
            scribe.do(lambda: done.append("the next page"))

    threading.Thread(target=impatient).start()
    with pytest.raises(KeyboardInterrupt):
        hand_over()
    assert done == ["a page"]
    time.sleep(0.2)
    assert done == ["a page"]
    assert sys.getswitchinterval() == usual
