"""The rules of the game are pure: what a sim may import and use is listed here, everything else is refused.

Import-linter's contract `pure` names the worst; this list says what is allowed. Two more things would let
the same seed tell another story on another machine: Python's `hash` and `id`, and functions that each library
computes to a precision of its own. (A product of matrices is fine for whole numbers, and only for those.)
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from herotycoon.embedded.folder import CHECKOUT
from tests.architecture.tree import DOMAIN, plant

ALLOWED = {
    *(
        "__future__",
        "bisect",
        "collections",
        "dataclasses",
        "enum",
        "functools",
        "hashlib",
        "heapq",
        "itertools",
    ),
    *("json", "math", "numpy", "operator", "orjson", "re", "types", "typing"),
}
IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "hash", "id", "__import__", "breakpoint"}
PLATFORM_ARITHMETIC = {
    *("random", "linalg", "fft"),
    *("exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "logaddexp", "power", "float_power", "pow"),
    *("sin", "cos", "tan", "arcsin", "arccos", "arctan", "arctan2", "sinh", "cosh", "tanh", "hypot", "cbrt"),
}


def test_the_sims_are_pure() -> None:
    assert impurities(CHECKOUT) == []


@pytest.mark.parametrize(
    "text",
    [
        "import datetime",
        "import threading",
        "from pathlib import Path",
        "from heroes.models import Hero",
        "from heroes import models",
        "from . import x",
        "def f() -> None:\n    import random",
        "x = open('x')",
        "x = hash('x')",
        "import numpy as np\nx = np.random.default_rng()",
        "import numpy as np\nx = np.exp(1.0)",
        "from numpy import random",
        "import numpy.random",
        "from math import exp",
    ],
)
def test_an_impurity_is_found(tmp_path: Path, text: str) -> None:
    plant(tmp_path, "quests/sim/planted.py", text)
    assert len(impurities(tmp_path)) >= 1


def test_pure_code_is_left_alone(tmp_path: Path) -> None:
    text = "from heroes.sim.columns import Heroes\nimport numpy as np\nx = np.add(1, 2)\ny = np.sqrt(4.0)\n"
    plant(tmp_path, "quests/sim/planted.py", text)
    assert impurities(tmp_path) == []


def impurities(root: Path) -> list[str]:
    """Where a sim below `root` imports or uses what it may not, one line each."""
    found = []
    for package in DOMAIN:
        for path in sorted((root / package / "sim").rglob("*.py")):
            for line, what in _impurities_of(ast.parse(path.read_text())):
                found.append(f"{path.relative_to(root)}:{line} {what}")
    return found


def _impurities_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if not _may_import(alias.name))
        elif isinstance(node, ast.ImportFrom):
            names = [f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names]
            yield from ((node.lineno, name) for name in names if not _may_import(name))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in IMPURE_CALLS:
            yield node.lineno, f"{node.func.id}()"
        elif isinstance(node, ast.Attribute) and _is_platform_arithmetic(node):
            yield node.lineno, node.attr


def _may_import(name: str) -> bool:
    package, _, rest = name.partition(".")
    if package in DOMAIN:
        return rest == "sim" or rest.startswith("sim.")
    return package in ALLOWED and not (
        package in {"numpy", "math"} and set(rest.split(".")) & PLATFORM_ARITHMETIC
    )


def _is_platform_arithmetic(node: ast.Attribute) -> bool:
    module = isinstance(node.value, ast.Name) and node.value.id in {"np", "numpy", "math"}
    return module and node.attr in PLATFORM_ARITHMETIC
