"""Is the database what its migrations make? They make another one, aside, and the catalogues are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any, Literal

from django.apps import apps
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from herotycoon.pg import catalogue, machinery, rights
from herotycoon.pg.databases import connected_to, databases
from herotycoon.pg.route import here
from herotycoon.pg.spelling import respelt
from herotycoon.pg.twins import twins_of

Name = tuple[str, str]
"""(app, migration)."""
off_duty: ContextVar[bool] = ContextVar("off_duty", default=False)
"""Set while migrations run, which is no time to ask whether they have."""


@dataclass(frozen=True)
class Difference:
    """Something that is not as it should be; ``found`` and ``meant`` say how it is and should be, where it is at all."""

    kind: Literal["missing", "surplus", "different"]
    question: str
    name: str
    found: Any = None
    meant: Any = None

    def __str__(self) -> str:
        """A sentence."""
        thing = f"{self.question.replace('_', ' ')}: {self.name}"
        if self.kind == "missing":
            return f"{thing} is missing; the migrations make it."
        if self.kind == "surplus":
            return f"{thing} is there, and no migration makes it."
        return f"{thing} is {_brief(self.found)}, and should be {_brief(self.meant)}."

    @property
    def remedy(self) -> str:
        """What to do about it."""
        subject = self.name.split("(")[0].split(" ")[0].rpartition(".")[2]
        sources = twins_of(subject, [config.path for config in apps.get_app_configs()])
        if self.kind == "surplus":
            return "Drop it, or write a migration that makes it."
        return f"Make it as it is in {' and '.join(sources)}." if sources else "Make it as the migrations do."


def unapplied() -> list[Name]:
    """The migrations that the code has and the database has not, in their order."""
    executor = MigrationExecutor(here())
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [(migration.app_label, migration.name) for migration, _ in plan]


def unknown() -> list[Name]:
    """The migrations that the database has and the code has not; replaced ones do not count."""
    loader = MigrationLoader(None)
    ours = set(apps.app_configs) & {app for app, _ in loader.disk_migrations}
    known = set(loader.disk_migrations)
    known |= {replaced for one in loader.disk_migrations.values() for replaced in one.replaces}
    applied = MigrationRecorder(here()).applied_migrations()
    return sorted(name for name in applied if name not in known and name[0] in ours)


def differences() -> list[Difference]:
    """Where the catalogue differs from what the migrations that were applied make.

    Takes seconds, and a database aside: raises ``NotAllowed`` where the role may create none.
    """
    applied = set(MigrationRecorder(here()).applied_migrations())
    found = shape()
    with databases() as scratch, connected_to(scratch.make()):
        _migrate(applied)
        meant = shape()
    return [one for question in meant for one in _compared(question, found[question], meant[question])]


def shape() -> dict[str, dict[str, Any]]:
    """Everything that the catalogue has to say, by question and name."""
    answers = catalogue.everything() | machinery.everything()
    answers |= {f"{question}_rights": answer for question, answer in rights.everything().items()}
    return {question: respelt(_by_name(answer)) for question, answer in answers.items()}


def _migrate(names: set[Name]) -> None:
    """Apply these migrations and no others to the empty database in use."""
    executor = MigrationExecutor(here())
    everyone = executor.loader.graph.leaf_nodes()
    plan = [
        (migration, False)
        for migration, _ in executor.migration_plan(everyone)
        if (migration.app_label, migration.name) in names
    ]
    executor.migrate(everyone, plan=plan)


def _by_name(answer: Any) -> dict[str, Any]:
    """What a question of the catalogue was answered, as a dictionary."""
    if isinstance(answer, Mapping):
        return dict(answer)
    if isinstance(answer, set):
        return dict.fromkeys(sorted(answer), "there")
    return dict(map(_item, answer))


def _item(row: Any) -> tuple[str, Any]:
    """(name, the rest) of a row of the catalogue."""
    told = asdict(row) if is_dataclass(row) and not isinstance(row, type) else {"name": row}
    if "name" not in told:
        return " ".join(map(str, told.values())), "there"
    name, table = told.pop("name"), told.pop("table", "")
    return f"{table}.{name}" if table else name, told


def _compared(question: str, found: dict[str, Any], meant: dict[str, Any]) -> Iterator[Difference]:
    for name in sorted(meant.keys() - found.keys()):
        yield Difference("missing", question, name, meant=meant[name])
    for name in sorted(found.keys() - meant.keys()):
        yield Difference("surplus", question, name, found=found[name])
    for name in sorted(found.keys() & meant.keys()):
        if found[name] != meant[name]:
            yield Difference("different", question, name, *_apart(found[name], meant[name]))


def _apart(found: Any, meant: Any) -> tuple[Any, Any]:
    """Of two descriptions, the parts that differ."""
    if isinstance(found, dict) and isinstance(meant, dict):
        keys = [key for key in meant if found.get(key) != meant[key]]
        return {key: found.get(key) for key in keys}, {key: meant[key] for key in keys}
    return found, meant


def _brief(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 200 else f"{text[:200]}…"
