"""Reads the specification sentence by sentence, and the table that says how each is kept."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core.management import get_commands
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
SPECIFICATION, KEPT = ROOT / "docs" / "specification.md", ROOT / "docs" / "specification-kept.md"
_POINT = re.compile(r"(?:-|\d+\.)\s+(.*)")
_END = re.compile(r"(?<=[.:])\s+(?=[A-Z])")
_NAME = re.compile(r"`([^`]+)`")


class Promise(NamedTuple):
    """A row of the table: a sentence, what keeps it, and the tests that prove it."""

    section: str
    sentence: str
    where: tuple[str, ...]
    proofs: tuple[str, ...]


def sentences(text: str) -> list[tuple[str, str]]:
    """(section, sentence) of every sentence, point, relation of the diagram, and example, in order."""
    found: list[tuple[str, str]] = []
    section, fence, block = "", None, list[str]()
    for line in map(str.strip, text.splitlines()):
        if line.startswith("```"):
            if fence is not None:
                found += [(section, one) for one in _of_a_block(fence, block)]
            fence, block = (line[3:], []) if fence is None else (None, [])
        elif fence is not None:
            block.append(line)
        elif line.startswith("#"):
            section = re.sub(r"[*]|^[#\s]+(\d+\.\s*)?", "", line)
        elif line:
            found += [(section, one) for one in _of_a_line(line)]
    return found


def _of_a_line(line: str) -> list[str]:
    point = _POINT.fullmatch(line)
    return [point[1]] if point else [one for one in _END.split(line) if not one.endswith(":**")]


def _of_a_block(language: str, lines: list[str]) -> list[str]:
    return [one for one in lines if "--" in one] if language == "mermaid" else [f"the {language} example"]


def promises(text: str) -> list[Promise]:
    """The rows of the table, section by section."""
    found: list[Promise] = []
    section = ""
    for line in text.splitlines():
        if line.startswith("#"):
            section = line.lstrip("# ")
        if not line.startswith("| ") or line.startswith("| sentence"):
            continue
        sentence, where, proof = (cell.strip() for cell in line.strip("|").replace(r"\|", "\0").split("|"))
        names, tests = tuple(_NAME.findall(where)), tuple(_NAME.findall(proof))
        found.append(Promise(section, sentence.replace("\0", "|"), names, tests))
    return found


@cache
def proofs_in(path: str) -> frozenset[str]:
    """The tests of a file; none where there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def is_there(name: str) -> bool:
    """Whether something of that name exists: a file, a command, a setting, or a thing of the database."""
    if name.startswith("manage.py "):
        return name.removeprefix("manage.py ") in get_commands()
    if "/" in name:
        return (ROOT / name).exists()
    if name.isupper():
        return hasattr(settings, name)
    return name in _of_the_database()


def _of_the_database() -> set[str]:
    query = """
        SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
        UNION SELECT relname || '.' || attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
              WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
        UNION SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION SELECT tgname FROM pg_trigger WHERE NOT tgisinternal
        UNION SELECT proname || '()' FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        UNION SELECT polname FROM pg_policy
        UNION SELECT rolname FROM pg_roles
    """
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()}
