"""The OpenAPI document is good enough for an existing generator: nothing is left out, nothing is guessed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic import create_model

from herotycoon.api.documents import Command, Document, Query
from herotycoon.api.schema import SameName, Schema
from tests.api.generated import NAME, document, generate, operations
from tests.api.routes import METHODS, routes


def test_a_client_is_generated_without_a_warning_and_with_a_function_for_every_operation(
    tmp_path: Path,
) -> None:
    said = generate(tmp_path)
    assert said.strip() == f"Generating {NAME}"
    made = {path.stem: path for path in (tmp_path / NAME / "api").glob("*/*.py") if path.stem != "__init__"}
    assert sorted(made) == sorted(one["operationId"] for one in operations())
    for one in operations():
        path = made[one["operationId"]]
        assert [path.parent.name] == one["tags"]
        assert "def sync_detailed(" in path.read_text()


def test_every_operation_of_the_routes_is_in_the_document_once() -> None:
    told = [one["operationId"] for one in operations()]
    there = [
        operation.id for route in routes() for method in METHODS if (operation := route.operation(method))
    ]
    assert Counter(told) == Counter(there)


def test_every_parameter_and_every_operation_is_described() -> None:
    silent = [
        (one["operationId"], parameter["name"])
        for one in operations()
        for parameter in one.get("parameters", [])
        if not parameter.get("description")
    ]
    assert silent == []
    assert [one["operationId"] for one in operations() if not one["summary"]] == []


def test_every_chapter_is_introduced() -> None:
    introduced = [tag["name"] for tag in document()["tags"]]
    assert set(introduced) == {tag for one in operations() for tag in one["tags"]}


def test_no_two_shapes_have_one_name() -> None:
    shapes = [shape for base in (Document, Command, Query) for shape in _below(base)]
    ours = {shape for shape in shapes if not shape.__module__.startswith("tests.")}
    assert [name for name, count in Counter(shape.__name__ for shape in ours).items() if count > 1] == []


def test_a_second_shape_of_a_name_is_refused() -> None:
    from drf_spectacular.plumbing import ComponentRegistry

    schema = Schema()
    schema.registry = ComponentRegistry()
    one, another = _shape("Tale", words=(int, 0)), _shape("Tale", verses=(int, 0))
    schema._shape(one)
    schema._shape(one)
    with pytest.raises(SameName, match="Tale"):
        schema._shape(another)


def _shape(name: str, **fields: Any) -> type[Document]:
    return create_model(name, __base__=Document, __module__=__name__, **fields)


def _below(shape: type[Any]) -> set[type[Any]]:
    return {shape}.union(*map(_below, shape.__subclasses__()))
