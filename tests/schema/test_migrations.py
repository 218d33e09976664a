"""The way down and up again, and the reading of the SQL twins."""

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from herotycoon.pg import catalogue, rights
from herotycoon.pg.twins import RunTwin, statements
from tests.schema.game import OUR_MODELS

OUR_APPS = {model._meta.app_label for model in OUR_MODELS}
OUR_TABLES = {model._meta.db_table for model in OUR_MODELS}


def test_down_and_up_again_leave_the_same_catalogue(db: None) -> None:
    before = catalogue.everything() | rights.everything()
    call_command("migrate", "accounts", "zero", verbosity=0)
    assert catalogue.tables() & OUR_TABLES == set()
    call_command("migrate", verbosity=0)
    after = catalogue.everything() | rights.everything()
    for question, answer in before.items():
        assert after[question] == answer, question


def test_every_migration_of_ours_runs_its_twin() -> None:
    migrations = MigrationLoader(None).disk_migrations
    without = [
        f"{app}.{name}"
        for (app, name), migration in migrations.items()
        if app in OUR_APPS
        and [operation.twin for operation in migration.operations if isinstance(operation, RunTwin)] != [name]
    ]
    assert without == []


def test_a_script_is_read_statement_by_statement() -> None:
    script = """
        -- A comment; with a semicolon.
        SELECT 'a;b', "c;d", 'it''s' /* e;f */;
        DO $$ BEGIN PERFORM 1; END $$;
        DO $tag$ SELECT '$$;' $tag$ ;
        SELECT 8 / 2 - 1;
        -- The end.
    """
    assert [statement.split()[-1] for statement in statements(script)] == ["*/", "$$", "$tag$", "1"]


def test_comments_and_empty_statements_alone_are_no_statement() -> None:
    assert statements("-- nothing;\n ; /* here; */ ;") == ()


def test_a_forgotten_semicolon_is_told() -> None:
    with pytest.raises(ValueError, match="no semicolon: 'SELECT 2'"):
        statements("SELECT 1; SELECT 2")
