"""Everything that is kept about a person and their worlds, as a ZIP of texts that people and programs can read."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple, cast
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from django.apps import apps

from herotycoon.accounts.models import User
from herotycoon.accounts.services.audit import Action, record
from herotycoon.pg.in_world import InWorld
from herotycoon.pg.route import here
from worlds.models import World
from worlds.services.snapshot import snapshot

HIDDEN = {"users": {"password"}, "user_sessions": {"token_digest"}, "api_keys": {"ciphertext", "key_id"}}
"""Columns that are left out: they tell nothing, and whoever found the file could try to break them."""
IN_HISTORY = {"activity_log", "hero_decisions", "activity_archive"}
"""Tables that are told by the two history functions, archived weeks unpacked."""
BY_NAME = """to_jsonb(t) || jsonb_build_object(
    'context', decision_context(context), 'options', decision_options(options),
    'contributions', decision_contributions(contributions))"""
"""A decision whose numbers are told by name, as nobody could read them otherwise."""
FOREVER = 2**31 - 1
README = """\
Everything that this game keeps about you and your worlds.

Each file holds one JSON document per line, a row of the table that it is named after.

account/   who you are, your visits, and audit_log.jsonl: who looked at your data, or moved it, and when
worlds/    a folder for each of your worlds: its heroes, what they did (activity_log) and why (hero_decisions),
           how they feel about each other and about you, quests, events

Not in it: your password and the keys of other services that you entrusted to a world. Both are stored so that they
cannot be read; that there is a key, and whose, is in api_keys.jsonl.
"""


class Part(NamedTuple):
    """A file of the export: its name in the ZIP, and the query whose rows it holds."""

    name: str
    query: str


def export_user(
    user: User, to: IO[bytes], *, actor: User | None = None, progress: Callable[[int], None] | None = None
) -> int:
    """Write the ZIP; how many rows it holds. Streams: a long history takes no more memory than a short one.

    Everything is as of one moment. That it was asked for is recorded first, also if it fails half way.
    """
    record(Action.EXPORT_USER, actor=actor, subject_id=user.pk)
    rows = 0
    with ZipFile(to, "w", ZIP_DEFLATED) as archive, snapshot():
        archive.writestr("README.txt", README)
        for part in _parts(user.pk):
            with archive.open(part.name, "w", force_zip64=True) as file:
                rows += _write(part.query, io.BufferedWriter(cast(io.RawIOBase, file)))
            if progress:
                progress(1)
    return rows


def count_parts(user: User) -> int:
    """How many files there will be, for a progress bar."""
    return sum(1 for _ in _parts(user.pk))


def _parts(user: UUID) -> Iterator[Part]:
    """Every file; ids are UUIDs of ours, and names of tables and columns are the models'."""
    for table, condition in (
        ("users", f"id = '{user}'"),
        ("user_sessions", f"user_id = '{user}'"),
        ("idempotent_answers", f"user_id = '{user}'"),
        ("audit_log", f"subject_id = '{user}' OR actor_id = '{user}'"),
    ):
        yield Part(f"account/{table}.jsonl", f"SELECT {_columns(table)} FROM {table} AS t WHERE {condition}")  # noqa: S608
    for world in World.objects.filter(owner_id=user).order_by("pk").values_list("pk", flat=True):
        yield from _parts_of(world)


def _parts_of(world: UUID) -> Iterator[Part]:
    folder = f"worlds/{world}"
    yield Part(f"{folder}/worlds.jsonl", f"SELECT {_columns('worlds')} FROM worlds AS t WHERE id = '{world}'")  # noqa: S608
    for table in sorted(in_worlds() - IN_HISTORY):
        query = f"SELECT {_columns(table)} FROM {table} AS t WHERE world_id = '{world}' ORDER BY id"  # noqa: S608
        yield Part(f"{folder}/{table}.jsonl", query)
    for table, row, function, order in (
        ("activity_log", "row_to_json(t)", "activity_history", "step, seq"),
        ("hero_decisions", BY_NAME, "decision_history", "started_step, id"),
    ):
        query = f"SELECT {row} FROM {function}('{world}', -1, {FOREVER}) AS t ORDER BY {order}"  # noqa: S608
        yield Part(f"{folder}/{table}.jsonl", query)


def in_worlds() -> set[str]:
    """The tables whose rows are of a world."""
    return {model._meta.db_table for model in apps.get_models() if issubclass(model, InWorld)}


def _columns(table: str) -> str:
    """The row as JSON, without what is hidden; a player may not even name a column that they may not see."""
    hidden = HIDDEN.get(table)
    if not hidden:
        return "row_to_json(t)"
    [model] = [model for model in apps.get_models() if model._meta.db_table == table]
    shown = [str(field.column) for field in model._meta.concrete_fields if field.column not in hidden]
    return f"json_build_object({', '.join(f'{name!r}, {name}' for name in shown)})"


def _write(query: str, file: IO[bytes]) -> int:
    """One row a line, as they come from the server."""
    rows = 0
    with here().cursor() as cursor, file:
        raw = cast(Any, cursor).cursor
        with raw.copy(f"COPY ({query}) TO STDOUT") as copy:
            for (document,) in copy.rows():
                file.write((document if isinstance(document, bytes) else document.encode()) + b"\n")
                rows += 1
    return rows


def read_part(archive: ZipFile, name: str) -> list[dict[str, Any]]:
    """The rows of one file again."""
    with archive.open(name) as file:
        return [json.loads(line) for line in file]
