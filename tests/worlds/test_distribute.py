"""`manage.py distribute`, where there is no Citus."""

from __future__ import annotations

import pytest

from herotycoon.pg import catalogue, machinery, rights
from tests.worlds.commands_scene import Manage, complaint

pytestmark = pytest.mark.django_db


def test_without_citus_it_says_what_is_lacking_and_what_to_do(manage: Manage) -> None:
    told = complaint(manage, "distribute")
    for word in ("extension citus", "shared_preload_libraries", "CREATE EXTENSION citus", "--dry-run"):
        assert word in told


def test_a_dry_run_prints_every_statement_and_changes_nothing(manage: Manage) -> None:
    before = catalogue.everything(), machinery.everything(), rights.everything()
    code, out, err = manage("distribute", "--dry-run", "--shards", "64")
    assert (code, err) == (0, "")
    assert "SELECT create_distributed_table('worlds', 'id', shard_count => 64);\n" in out
    assert "-- worlds: distributed, since " in out
    assert out.rstrip().endswith("COMMIT;")
    assert (catalogue.everything(), machinery.everything(), rights.everything()) == before
