"""A Python client that a generator makes of the OpenAPI document, as somebody who writes a client would have it."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from types import ModuleType
from typing import Any

import orjson
from django.conf import settings
from drf_spectacular.generators import SchemaGenerator

NAME = "tycoon_client"
CONFIG = settings.BASE_DIR / "docs" / "openapi-python-client.yaml"


def document() -> dict[str, Any]:
    """The OpenAPI document, as `schema/` gives it."""
    made: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return made


def generate(folder: Path) -> str:
    """Make the client below a folder; what the generator said."""
    (folder / "schema.json").write_bytes(orjson.dumps(document()))
    programs = sysconfig.get_path("scripts")  # the generator calls ruff by its name
    words = ("generate", "--path", "schema.json", "--output-path", NAME, "--meta", "none", "--config", CONFIG)
    done = subprocess.run(
        [sys.executable, "-m", "openapi_python_client", *words],
        cwd=folder,
        env=os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


class Generated:
    """The client, imported: its functions by operation id, its shapes and its choices by name."""

    def __init__(self, folder: Path) -> None:
        generate(folder)
        sys.path.insert(0, str(folder))
        self.package = importlib.import_module(NAME)
        self.models = importlib.import_module(f"{NAME}.models")
        self._modules = {
            one["operationId"]: f"{NAME}.api.{one['tags'][0]}.{one['operationId']}" for one in operations()
        }

    def module(self, operation: str) -> ModuleType:
        """Where the functions of an operation are."""
        return importlib.import_module(self._modules[operation])

    def close(self) -> None:
        """Forget it, so that another one can be imported."""
        sys.path.remove(str(Path(str(self.package.__file__)).parents[1]))
        for name in [name for name in sys.modules if name.partition(".")[0] == NAME]:
            del sys.modules[name]


def operations() -> list[dict[str, Any]]:
    """Every operation object of the document."""
    return [one for path in document()["paths"].values() for one in path.values()]
