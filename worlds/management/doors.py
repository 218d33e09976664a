"""The manners of the commands: one line for every error, a world found by its id, progress on a terminal.

A command of this project says what it takes, makes one call, and prints::

    class Command(Door):
        help = "…"
        refusals = (NoSuchThing,)          # exceptions of the services that are told in one line

        def add_arguments(self, parser): …
        def enter(self, **options): self.say(service(find_world(options["world"])))
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, InterfaceError, InternalError, OperationalError, ProgrammingError

from worlds.models import World

if TYPE_CHECKING:
    from rich.console import RenderableType

NARROW, WIDE = 60, 110
"""Text is easy to read between these widths, whatever the terminal's."""


class Door(BaseCommand):
    """A command that never shows a traceback for what an operator can do something about."""

    refusals: tuple[type[Exception], ...] = ()
    """Exceptions whose message is for the operator."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Enter; tell refusals and an absent database in one line, with exit code 1."""
        try:
            self.enter(**options)
            self.stdout.flush()
        except self.refusals as error:
            raise CommandError(one_line(error)) from error
        except BrokenPipeError:  # the reader of our output has seen enough, as `head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except KeyboardInterrupt as error:
            raise CommandError("Interrupted.", returncode=130) from error
        except (InterfaceError, InternalError, OperationalError, ProgrammingError) as error:
            raise CommandError(trouble(error)) from error

    def enter(self, **options: Any) -> None:
        """What the command does."""
        raise NotImplementedError

    def say(self, *what: RenderableType) -> None:
        """Print, wrapped at the terminal's width; colours on a terminal only."""
        from rich.console import Console

        on_terminal = self.stdout.isatty() and not self.style_is_plain()
        console = Console(
            width=width(),
            force_terminal=on_terminal,
            color_system="auto" if on_terminal else None,
            highlight=False,
            soft_wrap=False,
        )
        with console.capture() as captured:
            for one in what:
                console.print(one)
        self.stdout.write("\n".join(line.rstrip() for line in captured.get().splitlines()))

    def style_is_plain(self) -> bool:
        """Whether colours were declined: ``--no-color``, NO_COLOR, a dumb terminal."""
        return self.style.ERROR("x") == "x" or bool(os.environ.get("NO_COLOR"))


def one_line(error: BaseException) -> str:
    """The message of an exception, on one line."""
    return " ".join(str(error).split()) or type(error).__name__


def trouble(error: Error) -> str:
    """What to do about a database that is not there, or is not ours yet."""
    first = str(error).strip().partition("\n")[0] or type(error).__name__
    if isinstance(error, ProgrammingError) and "does not exist" in first:
        return f"The database lacks something; `manage.py migrate` makes it ({first})."
    return f"The database refuses: {first}"


def width() -> int:
    """Columns to write in: the terminal's, within what is easy to read; COLUMNS is heard."""
    return max(NARROW, min(WIDE, shutil.get_terminal_size((100, 24)).columns))


def find_world(text: str) -> World:
    """The world with that id; ``CommandError`` says which worlds there are when there is no such."""
    try:
        return World.objects.get(pk=UUID(text))
    except ValueError:
        raise CommandError(f"{text!r} is not the id of a world. {known_worlds()}") from None
    except World.DoesNotExist:
        raise CommandError(f"There is no world {text}. {known_worlds()}") from None


def find_worlds(texts: list[str]) -> list[World]:
    """The worlds with those ids, or every world, the oldest first."""
    return [find_world(text) for text in texts] if texts else list(World.objects.order_by("pk"))


def known_worlds() -> str:
    """A few worlds that do exist, for somebody who mistyped."""
    some = [f"{pk} ({name})" for pk, name in World.objects.order_by("-pk").values_list("pk", "name")[:3]]
    if not some:
        return "There are no worlds yet; `manage.py create_world --owner NAME` makes one."
    return f"The newest: {', '.join(some)}."


@contextmanager
def progress(title: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """A bar on the terminal's error stream while the block runs; nothing where nobody watches.

    Gives a function that moves the bar by so many. ``total`` None: a bar without an end.
    """
    if not sys.stderr.isatty():
        yield lambda amount: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(title, total=total)
        yield lambda amount: bars.advance(task, amount)
