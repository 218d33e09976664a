"""The files that the house's rules speak of."""

import subprocess
from pathlib import Path

from herotycoon.embedded.folder import CHECKOUT

DOMAIN = ("worlds", "influence", "quests", "heroes")
PACKAGES = ("herotycoon", *DOMAIN, "tests")


def project_files(root: Path = CHECKOUT) -> list[Path]:
    """Every file of the project, committed or about to be; what Git ignores is none of it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.split("\0")
    return sorted(root / name for name in names if name and (root / name).is_file())


def modules(root: Path = CHECKOUT) -> list[Path]:
    """Every Python module of the packages, from the disk."""
    return sorted(path for package in PACKAGES for path in (root / package).rglob("*.py"))


def plant(root: Path, name: str, text: str = "") -> Path:
    """Write a file for a check to find, and the packages it lies in."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    for folder in path.relative_to(root).parents:
        if path.suffix == ".py" and folder != Path():
            (root / folder / "__init__.py").touch()
    path.write_text(text)
    return path
