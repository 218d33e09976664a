"""`python -m herotycoon.embedded` and `manage.py` speak in single lines and exit statuses."""

import os
import subprocess
import sys

from herotycoon.embedded.folder import CHECKOUT, Home


def test_start_status_stop(home: Home) -> None:
    assert embedded(home, "status").returncode == 3
    assert embedded(home, "start").returncode == 0
    status = embedded(home, "status")
    assert status.returncode == 0
    assert status.stdout.count(" pid ") == 2
    assert embedded(home, "stop").stdout == "PostgreSQL 18 and Redis stopped.\n"
    assert embedded(home, "stop").stdout == "Nothing stopped.\n"


def test_remove_leaves_nothing(home: Home) -> None:
    embedded(home, "start")
    assert embedded(home, "remove").returncode == 0
    assert not home.data.exists()


def test_manage_starts_what_a_command_needs(home: Home) -> None:
    result = run(home, "manage.py", "inspectdb")
    assert result.returncode == 0, result.stderr
    assert "PostgreSQL 18 and Redis started" in result.stderr
    assert embedded(home, "status").returncode == 0


def test_manage_starts_nothing_for_a_command_without_a_database(home: Home) -> None:
    assert run(home, "manage.py", "check").returncode == 0
    assert embedded(home, "status").returncode == 3


def test_manage_tells_in_one_line_what_is_wrong(home: Home) -> None:
    (home.data / "file").touch()
    result = run(home, "manage.py", "inspectdb", HEROTYCOON_DATA=str(home.data / "file" / "data"))
    assert result.returncode == 1
    assert result.stderr.startswith("manage.py: Cannot ")
    assert result.stderr.count("\n") == 1


def embedded(home: Home, command: str) -> subprocess.CompletedProcess[str]:
    """Run one command on the servers of `home`."""
    return run(home, "-m", "herotycoon.embedded", command)


def run(home: Home, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the checkout as if `home` were its data folder."""
    environment = {"HEROTYCOON_DATA": str(home.data), "DATABASE_URL": "", "REDIS_URL": "", **more}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=CHECKOUT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
