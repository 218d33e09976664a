"""The README's first day, typed into a shell word by word, against a real server."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from orjson import loads

from herotycoon.pg.route import ENGINE, WEB
from tests.api.server import served
from worlds.models import World

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])
THERE = "http://127.0.0.1:8000"


def typed() -> str:
    """The commands of the section."""
    section = (settings.BASE_DIR / "README.md").read_text().partition("## Play your first day")[2]
    found = re.search(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert found, "the README has no first day any more"
    return found.group(1)


@pytest.mark.skipif(
    not shutil.which("curl"), reason="NOT TESTED: the README's first day needs curl, and there is none"
)
def test_what_the_readme_says_to_type_does_what_it_says(tmp_path: Path) -> None:
    commands = typed()
    assert THERE in commands
    with served(tmp_path / "server.log") as address:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands.replace(THERE, address)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")
    account, heroes, praise, order, report, why = told(done.stdout)
    assert account["username"] == "ada"
    assert all(hero["personality"]["courage"] >= 50 for hero in heroes["results"])
    assert order["agreed"] or order["why"]
    assert (praise["kind"], praise["trust"] > 0) == ("praise", True)
    assert report["world_name"] == World.objects.get().name == "Oakmere"
    assert report["opening"]
    assert why["would_have_flipped_it"]["sentence"]
    assert why["recomputed"]


def told(output: str) -> list[Any]:
    """One document a line."""
    return [loads(line) for line in output.splitlines() if line]
