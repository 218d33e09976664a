"""The same game on every PostgreSQL from 15 to 18: the same history (I2), and a little of everything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from herotycoon.accounts.models import User
from herotycoon.embedded import servers, temporary
from herotycoon.embedded.addresses import database_url
from herotycoon.embedded.folder import CHECKOUT, POSTGRES_VERSIONS
from herotycoon.embedded.postgres import Postgres
from herotycoon.embedded.programs import installed
from tests.operations.smoke import live

OLDEST, OLDER = 15, 16
HERE: dict[str, Any] = {}
"""What the scene came to on the suite's own server, once it was played."""


@pytest.fixture
def older(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty server of the version that the test names."""
    version = request.param
    if version not in POSTGRES_VERSIONS and installed(version) is None:
        pytest.skip(f"NOT RUN ON POSTGRESQL {version}: its server is neither bundled nor on this machine")
    home = replace(temporary.temporary_home(), postgres_version=version)
    server = Postgres(home, durable=False)
    try:
        servers.start(home, [server])
        yield database_url(home)
    finally:
        server.stop()
        temporary.remove(home)


@pytest.mark.parametrize("older", [OLDER, OLDEST], indirect=True, ids=["16", "15"])
def test_i2_any_schedule_on_any_server(
    older: str, master: User, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The same seed and the same inputs give the same history on an older server, which does all else as well."""
    environment = os.environ | {
        "DATABASE_URL": older,
        "WEB_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "herotycoon.settings",
        "BACKUP_FOLDER": str(tmp_path),
    }
    command = [sys.executable, "-m", "tests.operations.smoke"]
    with subprocess.Popen(
        command, cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as there:
        here = HERE or live(master)
        out, complaints = there.communicate(timeout=600)
    assert there.returncode == 0, complaints[-3000:]
    HERE.update(here)
    told = json.loads(out)
    assert f"{told['version']}" in request.node.callspec.id
    assert told["lived"] | {"world": ""} == here | {"world": ""}
    assert here["wrong"] == []
    assert here["replayed"] != "differs"
    assert told["mine"] == [True, True, True]
    assert told["strangers"] == [0, 0, 0]
    assert told["checked"].startswith("System check identified no issues")
    assert told["restored"] == " compared, all the same: 2."
    assert told["heroes"] == 7
