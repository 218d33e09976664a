"""The way down and up again, and the reading of the SQL twins."""

from importlib import import_module
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from herotycoon.pg import catalogue, machinery, rights
from herotycoon.pg.twins import RunConcurrently, RunTwin, statements
from tests.schema.game import OUR_MODELS

heroes_indexes = import_module("heroes.migrations.0003_indexes")
OUR_APPS = {model._meta.app_label for model in OUR_MODELS}
OUR_TABLES = {model._meta.db_table for model in OUR_MODELS}


def test_down_and_up_again_leave_the_same_catalogue(db: None, undisturbed: None) -> None:
    before = everything()
    call_command("migrate", "accounts", "zero", verbosity=0)
    assert catalogue.tables() & OUR_TABLES == set()
    call_command("migrate", verbosity=0)
    after = everything()
    for question, answer in before.items():
        assert after[question] == answer, question


def everything() -> dict[str, Any]:
    """All that the catalogue can be asked."""
    rooms = (catalogue, machinery, rights)
    return {
        f"{room.__name__}.{question}": answer
        for room in rooms
        for question, answer in room.everything().items()
    }


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


def test_indexes_are_made_beside_a_running_game() -> None:
    """After the first tables no index is made while writers wait, which means outside of a transaction."""
    waiting = [
        f"{app}.{name}"
        for (app, name), migration in MigrationLoader(None).disk_migrations.items()
        for operation in migration.operations
        if app in OUR_APPS and name.endswith("_indexes")
        if migration.atomic or not isinstance(operation, RunConcurrently)
    ]
    assert waiting == []


def test_what_an_interrupted_migration_left_is_made_anew(transactional_db: None) -> None:
    """Half of the indexes are there, one of them invalid; going up once more makes them all whole."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX activity_log_data_idx, idx_heroes_current_action")
        cursor.execute("CREATE INDEX activity_log_data_idx ON ONLY activity_log USING gin (data)")
        cursor.execute("CREATE INDEX activity_log_03_data_idx ON activity_log_03 USING gin (data)")
    twin = RunConcurrently(str(heroes_indexes.__file__))
    state = MigrationLoader(None).project_state()
    with connection.schema_editor(atomic=False) as editor:
        twin.database_forwards("heroes", editor, state, state)
    assert [index.name for index in catalogue.indexes() if not index.valid] == []
    (again,) = (index for index in catalogue.indexes() if index.name == "activity_log_03_data_idx")
    assert "jsonb_path_ops" in again.definition
