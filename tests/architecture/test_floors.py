"""Imports go down only: the contracts of pyproject.toml hold, and each of them can be broken."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from herotycoon.embedded.folder import CHECKOUT
from tests.architecture.tree import DOMAIN, plant

ROOMS = ("admin", "api", "tasks", "services", "rows", "models", "choices", "sim.state")
HOUSE = (
    *("admin", "apps", "asgi", "celery", "checks", "deploy_checks", "game", "gauges", "probes", "settings"),
    *("urls", "wsgi"),
    *("accounts.models", "api.views", "storyteller.door", "embedded.servers", "pg.scope"),
)

BREACHES = [
    ("floors", "heroes/models.py", "import worlds.models"),
    ("floors", "quests/services.py", "import influence.services"),
    ("floors", "heroes/sim/state.py", "import quests.sim.state"),
    (
        "floors",
        "influence/models.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import worlds.models",
    ),
    ("floors", "herotycoon/accounts/models.py", "import heroes.models"),
    ("floors", "herotycoon/api/views.py", "import herotycoon.storyteller.door"),
    ("floors", "herotycoon/pg/scope.py", "import herotycoon.api.views"),
    ("house", "herotycoon/accounts/models.py", "import herotycoon.settings"),
    ("house", "herotycoon/newcomer.py", ""),
    ("composers", "worlds/services.py", "import herotycoon.settings"),
    ("rooms", "heroes/models.py", "import heroes.services"),
    ("rooms", "heroes/api.py", "import heroes.admin"),
    ("rooms", "worlds/services.py", "import worlds.tick"),
    ("rooms", "quests/sim/state.py", "import quests.models"),
    ("rooms", "influence/newcomer.py", ""),
    ("pure", "heroes/sim/state.py", "import django.db"),
    ("pure", "quests/sim/state.py", "from datetime import datetime"),
    ("pure", "influence/sim/state.py", "import random"),
    ("pure", "worlds/sim/state.py", "import os.path"),
    ("pure", "worlds/sim/state.py", "import heroes.models"),
]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house of empty rooms that keeps every contract of ours."""
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    for package in DOMAIN:
        for room in ROOMS:
            plant(tmp_path, f"{package}/{room.replace('.', '/')}.py")
        plant(tmp_path, f"{package}/models.py", "import django.db.models")
    plant(tmp_path, "worlds/tick.py")
    for module in HOUSE:
        plant(tmp_path, f"herotycoon/{module.replace('.', '/')}.py")
    return tmp_path


def test_this_house_keeps_its_contracts() -> None:
    assert broken_contracts(CHECKOUT) == []


def test_an_empty_house_keeps_them(house: Path) -> None:
    assert broken_contracts(house) == []


@pytest.mark.parametrize(("contract", "module", "line"), BREACHES)
def test_a_breach_is_found(house: Path, contract: str, module: str, line: str) -> None:
    plant(house, module, line + "\n")
    assert contract in broken_contracts(house)


def broken_contracts(root: Path) -> list[str]:
    """The ids of the contracts that the packages below `root` break, as import-linter finds."""
    main = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", main, "--config", "pyproject.toml", "--no-cache", "--no-logo"]
    result = subprocess.run(command, cwd=root, check=False, capture_output=True, text=True)
    summary = " ".join(result.stdout.split())
    assert re.search(r"Contracts: \d+ kept, \d+ broken", summary), result.stdout + result.stderr
    return [name.lower() for name in re.findall(r"(\w+): [^:]*? BROKEN", summary)]
