"""The repository's first page shows what the project is made of; no file knows a machine or a registry."""

import re
import subprocess
from pathlib import Path

import pytest

from herotycoon.embedded.folder import CHECKOUT
from tests.architecture.tree import plant, project_files

TOP_LEVEL = {
    *("herotycoon", "worlds", "heroes", "quests", "influence", "tests", "docs"),
    *("manage.py", "requirements.txt", "README.md", "pyproject.toml", "Makefile"),
    *("Dockerfile", "compose.yaml"),
}

# Written so that this file does not name them itself.
MACHINE = re.compile(r"(?<![\w.$}])/(?:work|home|root|opt|Users)/[\w.]")
REGISTRY = re.compile(
    r"pypi\.(?:org|io)|python" r"hosted\.org|npm" r"js\.(?:org|com)|deb\.deb" r"ian\.org|proxy\.gol" r"ang"
)


def test_the_top_level_is_what_the_architecture_says() -> None:
    assert strangers(CHECKOUT) == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    assert places_named(CHECKOUT) == []


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository."""
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    return tmp_path


def test_a_stranger_is_found(repository: Path) -> None:
    for name in ("heroes/models.py", "docs/play.md", ".ci/run", "stuff/notes.md", "setup.py"):
        plant(repository, name)
    plant(repository, ".gitignore", "/cache/\n")
    plant(repository, "cache/x")
    assert strangers(repository) == ["setup.py", "stuff"]


@pytest.mark.parametrize(
    "line",
    ["cd /{}/main".format("work"), "'/{}/ava/x'".format("home"), "--index-url https://{}.org".format("pypi")],
)
def test_a_place_is_found(repository: Path, line: str) -> None:
    plant(repository, "README.md", f"# Title\n{line}\n")
    assert places_named(repository) == ["README.md:2"]


def test_other_paths_may_be_named(repository: Path) -> None:
    plant(
        repository, "README.md", "see docs/work/plan, /usr/bin/env, /var/tmp, /api/v1/worlds/, $HOME/work/x\n"
    )
    assert places_named(repository) == []


def strangers(root: Path) -> list[str]:
    """Names at the top of the repository that the architecture does not list; dotfiles are the tools'."""
    names = {path.relative_to(root).parts[0] for path in project_files(root)}
    return sorted(name for name in names - TOP_LEVEL if not name.startswith("."))


def places_named(root: Path) -> list[str]:
    """Lines of text files that name a folder of one machine or the host of a package registry."""
    found = []
    for path in project_files(root):
        try:
            lines = path.read_text().splitlines()
        except UnicodeDecodeError:
            continue
        numbers = (
            number for number, line in enumerate(lines, 1) if MACHINE.search(line) or REGISTRY.search(line)
        )
        found += [f"{path.relative_to(root)}:{number}" for number in numbers]
    return found
