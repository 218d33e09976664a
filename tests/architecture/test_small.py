"""Small and watched: short files and functions, empty `__init__`, no drawer for odds and ends."""

import ast
from collections.abc import Iterator
from pathlib import Path

from herotycoon.embedded.folder import CHECKOUT
from tests.architecture.tree import modules, plant

FILE_LINES = 300
FUNCTION_LINES = 40
"""The limit; the aim is 20. A docstring does not count."""
DRAWERS = {"utils", "util", "helpers", "misc"}


def test_files_are_short() -> None:
    assert long_files(CHECKOUT) == []


def test_a_long_file_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "heroes/short.py", "x = 1\n" * (FILE_LINES - 1))
    plant(tmp_path, "heroes/long.py", "x = 1\n" * FILE_LINES)
    plant(tmp_path, "heroes/migrations/0001_initial.py", "x = 1\n" * FILE_LINES)
    assert long_files(tmp_path) == ["heroes/long.py: 300 lines"]


def test_functions_are_short() -> None:
    assert long_functions(CHECKOUT) == []


def test_a_long_function_is_found(tmp_path: Path) -> None:
    docstring = '    """' + "\n    words" * 50 + '"""\n'
    plant(tmp_path, "heroes/short.py", "def short():\n" + docstring + "    x = 1\n" * (FUNCTION_LINES - 1))
    method = "class Hero:\n    async def long(self):\n" + "        x = 1\n" * FUNCTION_LINES
    plant(tmp_path, "heroes/long.py", method)
    assert long_functions(tmp_path) == ["heroes/long.py:2 long: 41 lines"]


def test_packages_start_empty() -> None:
    assert full_inits(CHECKOUT) == []


def test_a_full_init_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "heroes/sim/__init__.py", "from heroes.sim import columns\n")
    assert full_inits(tmp_path) == ["heroes/sim/__init__.py"]


def test_every_folder_of_modules_is_a_package() -> None:
    assert open_folders(CHECKOUT) == []


def test_a_folder_without_init_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "heroes/sim/columns.py")
    (tmp_path / "heroes" / "sim" / "__init__.py").unlink()
    assert open_folders(tmp_path) == ["heroes/sim"]


def test_modules_are_named_after_what_they_do() -> None:
    assert drawers(CHECKOUT) == []


def test_a_drawer_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "heroes/utils.py")
    plant(tmp_path, "heroes/helpers/words.py")
    plant(tmp_path, "heroes/names.py")
    assert drawers(tmp_path) == ["heroes/helpers/__init__.py", "heroes/helpers/words.py", "heroes/utils.py"]


def long_files(root: Path) -> list[str]:
    """Modules with too many lines; migrations are a record and may be long."""
    lengths = {path: len(path.read_text().splitlines()) for path in modules(root)}
    return [
        f"{path.relative_to(root)}: {length} lines"
        for path, length in lengths.items()
        if length >= FILE_LINES and "migrations" not in path.parts
    ]


def long_functions(root: Path) -> list[str]:
    """Functions and methods with too many lines."""
    return [
        f"{path.relative_to(root)}:{node.lineno} {node.name}: {length} lines"
        for path in modules(root)
        for node, length in _functions(ast.parse(path.read_text()))
        if length > FUNCTION_LINES
    ]


def _functions(tree: ast.AST) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if ast.get_docstring(node) is not None:
                words = node.body[0]
                length -= (words.end_lineno or words.lineno) - words.lineno + 1
            yield node, length


def full_inits(root: Path) -> list[str]:
    """Packages whose `__init__` says something."""
    inits = (path for path in modules(root) if path.name == "__init__.py")
    return [str(path.relative_to(root)) for path in inits if path.read_text()]


def open_folders(root: Path) -> list[str]:
    """Folders with modules in them and no `__init__`."""
    folders = sorted({path.parent for path in modules(root)})
    return [str(folder.relative_to(root)) for folder in folders if not (folder / "__init__.py").exists()]


def drawers(root: Path) -> list[str]:
    """Modules and packages whose name says nothing."""
    paths = (path.relative_to(root) for path in modules(root))
    return [str(path) for path in paths if DRAWERS & {*path.parts, path.stem}]
