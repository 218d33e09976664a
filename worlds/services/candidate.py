"""Rules that were never published: those of a version, with some of their knobs turned."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from heroes.sim.lexicon import ACTIONS, CLASSES, POLICIES, TRAITS
from heroes.sim.rules import BONDS, DRIVES, PILLARS, Rules

TABLES: dict[str, tuple[str, ...]] = {
    "traits": TRAITS,
    "drives": DRIVES,
    "bonds": BONDS,
    "influence": PILLARS,
    "hours": tuple(str(half) for half in range(48)),
    "policy": POLICIES,
    "habits": CLASSES,
    "custom": (),
    "memory": (),
}
"""The tables of the rules that a choice depends on, and what their rows are; ``custom`` and ``memory`` have a number
for each action."""
EVERY = "every"
"""In place of an action or a row: all of them."""
LARGEST = 20_000


class BadKnob(ValueError):
    """A knob that there is not, or a value that it cannot have; the message says what would be right."""


def read(path: str) -> dict[str, Any]:
    """The knobs of a file of TOML, or of JSON where its name ends so. Raises ``BadKnob``."""
    try:
        text = Path(path).read_bytes()
        found = orjson.loads(text) if path.endswith(".json") else tomllib.loads(text.decode())
    except OSError as error:
        raise BadKnob(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise BadKnob(f"{path} is no {'JSON' if path.endswith('.json') else 'TOML'}: {error}.") from error
    if not isinstance(found, dict) or not found:
        raise BadKnob(f"{path} turns no knob; the tables are {', '.join(TABLES)}.")
    return found


def turned(rules: Rules, knobs: Mapping[str, Any]) -> Rules:
    """``rules`` with ``knobs``: {table: {row: {action: thousandths}}}, or {"custom": {action: thousandths}}.

    Raises ``BadKnob``.
    """
    tables: dict[str, Any] = {}
    for table, given in knobs.items():
        names = TABLES[_known(table, tuple(TABLES), "table")]
        changed = np.atleast_2d(getattr(rules, table)).copy()
        for row, pulls in _entries(given if names else {EVERY: given}, table):
            rows = _places(row, names or ("",), table)
            for action, value in _entries(pulls, f"{table}.{row}" if names else table):
                changed[np.ix_(rows, _places(action, ACTIONS, table))] = _number(
                    value, f"{table}.{row}.{action}"
                )
        tables[table] = changed if names else changed[0]
    return replace(rules, **tables)


def _entries(given: Any, where: str) -> Iterator[tuple[str, Any]]:
    if not isinstance(given, Mapping):
        raise BadKnob(f"{where} is a table of names and values, not {given!r}.")
    yield from given.items()


def _places(name: str, names: tuple[str, ...], table: str) -> list[int]:
    return (
        list(range(len(names))) if name == EVERY else [names.index(_known(name, names, f"knob of {table}"))]
    )


def _known(name: str, names: tuple[str, ...], what: str) -> str:
    if name not in names:
        near = difflib.get_close_matches(name, names, 1, 0)[0]
        raise BadKnob(f"There is no {what} called {name!r}; the nearest is {near!r}.")
    return name


def _number(value: Any, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
        raise BadKnob(f"{where} is a whole number of thousandths within ±{LARGEST:,}, not {value!r}.")
    return value
