"""The models and the SQL twins say the same.

The tables are written by hand in SQL and described a second time by the models. Here Django makes tables of
its own from the models, in a schema aside, and the catalogue tells where they differ and should not.
"""

import json
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import NOT_PROVIDED, Field, JSONField, Model, UniqueConstraint
from django.db.models.functions import Now
from django.utils import timezone

from heroes import choices as heroes
from heroes.sim import lexicon
from herotycoon.pg import catalogue
from tests.schema.game import OUR_MODELS
from worlds import choices as worlds

OURS = {model._meta.db_table for model in OUR_MODELS}


@pytest.fixture
def aside(db: None) -> str:
    """The name of a schema with the tables that Django would make of our models."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA as_django_would")
        cursor.execute("SET LOCAL search_path = as_django_would, public")
    with connection.schema_editor() as editor:
        for model in OUR_MODELS:
            editor.create_model(model)
    return "as_django_would"


def test_no_migration_is_missing(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_field_is_a_column_and_every_column_a_field(aside: str) -> None:
    """Of the same type, and alike in whether it may be NULL."""

    def found(schema: str) -> set[tuple[str, str, str, bool]]:
        return {
            (column.table, column.name, column.type, column.not_null)
            for column in catalogue.columns(schema)
            if column.table in OURS
        }

    assert found("public") == found(aside)


def test_every_check_is_in_its_model_and_means_the_same(aside: str) -> None:
    def found(schema: str) -> dict[str, str]:
        return {check.name: check.condition for check in catalogue.checks(schema) if check.table in OURS}

    assert found("public") == found(aside)


def test_a_check_that_means_something_else_is_found(aside: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE public.heroes DROP CONSTRAINT heroes_gold_check")
        cursor.execute("ALTER TABLE public.heroes ADD CONSTRAINT heroes_gold_check CHECK (gold >= -1)")
    with pytest.raises(AssertionError):
        test_every_check_is_in_its_model_and_means_the_same(aside)


def test_every_check_is_validated(db: None) -> None:
    assert [check.name for check in catalogue.checks() if not check.validated] == []


def test_every_unique_key_is_in_its_model(db: None) -> None:
    """Primary keys aside: Django knows the id alone."""
    declared = {
        constraint.name: tuple(column_of(model, name) for name in constraint.fields)
        for model in OUR_MODELS
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint)
    }
    found = {
        index.name: index.columns
        for index in catalogue.indexes()
        if index.table in OURS and index.unique and not index.primary
    }
    assert found == declared | {"users_username_key": ("username",)}


def column_of(model: type[Model], name: str) -> str:
    field = model._meta.get_field(name)
    assert isinstance(field, Field)
    return str(field.column)


def test_every_index_is_in_its_model_and_means_the_same(aside: str) -> None:
    def found(schema: str) -> dict[str, str]:
        return {
            index.name: index.definition.replace(" ON ONLY ", " ON ")
            for index in catalogue.indexes(schema)
            if index.table in OURS and (index.name.startswith("idx_") or index.name.endswith("_idx"))
        }

    assert found("public") == found(aside)
    assert found("public").keys() == {index.name for model in OUR_MODELS for index in model._meta.indexes}


def test_a_row_written_by_hand_begins_like_one_of_the_models(db: None) -> None:
    """Wherever a model has a default the column has the same one."""
    written = {(column.table, column.name): column.default for column in catalogue.columns()}
    differing = [
        f"{model._meta.db_table}.{field.column}"
        for model in OUR_MODELS
        for field in model._meta.concrete_fields
        if not field.primary_key and not begins_alike(field, written[model._meta.db_table, str(field.column)])
    ]
    assert differing == []


def begins_alike(field: "Field[Any, Any]", default: str | None) -> bool:
    if isinstance(field.db_default, Now) or field.default == timezone.now:
        return default == "now()"
    if field.null or field.default is NOT_PROVIDED:
        return default is None or field.blank  # the texts of Django's own user have a default only in SQL
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {default}")
        (value,) = cursor.fetchone()
    return bool((json.loads(value) if isinstance(field, JSONField) else value) == field.get_default())


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (heroes.HeroClass, lexicon.CLASSES),
        (heroes.HeroStatus, lexicon.STATUSES),
        (heroes.RelationshipKind, lexicon.RELATIONSHIPS),
        (worlds.Policy, lexicon.POLICIES),
    ],
)
def test_models_and_rules_use_the_same_words(choices: Any, words: tuple[str, ...]) -> None:
    assert tuple(choices.values) == words
