"""Asking views and functions in plain SQL, and the planner how it would answer."""

import json
from typing import Any

from herotycoon.pg.route import here


def asked(query: str, *parameters: Any) -> list[dict[str, Any]]:
    """The rows of a query by the names of their columns."""
    with here().cursor() as cursor:
        cursor.execute(query, parameters)
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def steps_of_plan(
    query: str, *parameters: Any, without: tuple[str, ...] = ("seqscan",)
) -> list[dict[str, Any]]:
    """Every node of the plan where some kinds are avoided if they can be: a small table is rather read whole."""
    with here().cursor() as cursor:
        for kind in without:
            cursor.execute(f"SET LOCAL enable_{kind} = off")
        cursor.execute(f"EXPLAIN (FORMAT JSON) {query}", parameters)
        plan = cursor.fetchone()[0]
        for kind in without:
            cursor.execute(f"SET LOCAL enable_{kind} = DEFAULT")
    (whole,) = json.loads(plan) if isinstance(plan, str) else plan
    return _flat(whole["Plan"])


def _flat(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [node, *(deeper for part in node.get("Plans", []) for deeper in _flat(part))]
