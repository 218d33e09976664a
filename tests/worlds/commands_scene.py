"""What the tests of commands share."""

from __future__ import annotations

from collections.abc import Callable

from django.apps import apps

from worlds.models import World

NOBODY = "01234567-89ab-7cde-8f01-23456789abcd"


"""An id that is well made, and nobody's."""


Manage = Callable[..., tuple[int, str, str]]


def rows() -> dict[str, int]:
    """How many rows there are in each table."""
    return {model._meta.db_table: model._default_manager.count() for model in apps.get_models()}


def complaint(manage: Manage, *words: str) -> str:
    """The one line in which a command line is refused; nothing is written, nothing else is said."""
    before = rows(), list(World.objects.order_by("id").values())
    code, out, err = manage(*words)
    assert code != 0
    assert out == ""
    assert "Traceback" not in err
    lines = [line for line in err.splitlines() if line.strip()]
    usage = lines[0].startswith("usage:")  # argparse tells what there is before it says what is wrong
    assert usage or len(lines) == 1, err
    assert (rows(), list(World.objects.order_by("id").values())) == before
    return lines[-1]
