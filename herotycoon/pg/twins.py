"""SQL is source: a migration runs the numbered `.sql` file of its own name, and its undo."""

import re
from collections.abc import Sequence
from pathlib import Path

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import RunSQL
from django.db.migrations.operations.base import Operation

_PIECE = re.compile(
    r"""
      --[^\n]*                  # a comment to the end of its line
    | /\*.*?\*/                 # a block comment
    | '(?:[^']|'')*'            # a text
    | "(?:[^"]|"")*"            # a quoted name
    | (?P<tag>\$\w*\$).*?(?P=tag)  # a dollar-quoted body
    | ;
    | [^;'"$/-]+
    | .
    """,
    re.DOTALL | re.VERBOSE,
)


def statements(script: str) -> tuple[str, ...]:
    """The statements of a script, without the semicolons, comments kept with the statement that follows.

    Knows comments, quoted texts and names and dollar-quoted bodies; not `E'\\''` and not `BEGIN ATOMIC`.
    """
    found: list[str] = []
    current, meaningful = "", False
    for match in _PIECE.finditer(script):
        piece = match.group()
        if piece == ";":
            if meaningful:
                found.append(current.strip())
            current, meaningful = "", False
            continue
        current += piece
        meaningful = meaningful or (not piece.startswith(("--", "/*")) and not piece.isspace())
    if meaningful:
        raise ValueError(f"The last statement has no semicolon: {current.strip()[:80]!r}")
    return tuple(found)


class RunTwin(RunSQL):
    """Run `sql/<name of the migration>.up.sql`, and `.down.sql` on the way back.

    Handed over statement by statement, since one string of many statements fails on distributed tables.
    `state_operations` tell Django what the SQL made; `tests/schema` proves that both agree.
    """

    def __init__(self, migration: str, state_operations: Sequence[Operation] = ()) -> None:
        """`migration` is the migration's `__file__`."""
        path = Path(migration)
        self.twin = path.stem
        up, down = (path.parent / "sql" / f"{path.stem}.{way}.sql" for way in ("up", "down"))
        super().__init__(
            statements(up.read_text(encoding="utf-8")),
            statements(down.read_text(encoding="utf-8")),
            state_operations=list(state_operations),
        )

    def describe(self) -> str:
        return f"Run the SQL twin {self.twin}"


class RunConcurrently(RunTwin):
    """A twin that makes and drops indexes CONCURRENTLY, beside a running game; its migration says `atomic = False`.

    Such a twin may stop half-way, so each statement says IF EXISTS, or is preceded by one that clears its way. Inside a
    transaction, where tests go up and down, CONCURRENTLY is left out: PostgreSQL has no such thing there.
    """

    def _run_sql(self, schema_editor: BaseDatabaseSchemaEditor, sqls: Sequence[str]) -> None:
        if schema_editor.connection.in_atomic_block:
            sqls = [statement.replace(" CONCURRENTLY", "") for statement in sqls]
        super()._run_sql(schema_editor, sqls)  # type: ignore[misc]  # the stubs do not know it


def twins_of(name: str, folders: Sequence[str]) -> list[str]:
    """The twins in these apps' folders that speak of a thing by its name, as `app/migrations/sql/….up.sql`, in order."""
    word = re.compile(rf"\b{re.escape(name)}\b")
    return [
        str(path.relative_to(Path(folder).parent))
        for folder in folders
        for path in sorted(Path(folder).glob("migrations/sql/*.up.sql"))
        if word.search(path.read_text(encoding="utf-8"))
    ]
