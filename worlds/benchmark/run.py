"""The whole benchmark, part by part."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from herotycoon.pg.databases import Databases, databases
from worlds.benchmark import archived, catchup, core, durable, longlog, served
from worlds.benchmark.budgets import (
    ARCHIVED_BYTES,
    CATCH_UP,
    COMMANDS,
    CORE,
    CORE_RIVAL,
    FLOOR,
    HOT_BYTES,
    LONG_LOG,
    ORM_RIVAL,
    PIPELINE,
    READS,
    REPORT,
    REPORT_RATIO,
    UPKEEP,
    Measured,
    Row,
    rows,
)
from worlds.benchmark.machine import machine
from worlds.benchmark.sizes import Size

logger = logging.getLogger(__name__)
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Part:
    """Measurements that are made together, and the rows they fill."""

    fills: tuple[str, ...]
    measure: Callable[[Size, Databases], dict[str, Measured]]


PARTS = (
    Part((CORE, CORE_RIVAL), lambda size, _: core.measure(size)),
    Part((PIPELINE, FLOOR, ORM_RIVAL, HOT_BYTES, UPKEEP), durable.measure),
    Part((CATCH_UP,), catchup.measure),
    Part((LONG_LOG, REPORT_RATIO, REPORT), longlog.measure),
    Part((ARCHIVED_BYTES,), archived.measure),
    Part((READS, COMMANDS), served.measure),
)


@dataclass(frozen=True)
class Report:
    """Where it was measured, and what was found."""

    machine: dict[str, Any]
    rows: list[Row]

    def document(self) -> dict[str, Any]:
        """As ``--json`` prints it."""
        return {"machine": self.machine, "rows": [row.document() for row in self.rows]}


def benchmark(size: Size, progress: Progress) -> Report:
    """Measure everything there is. What fails is a row that was not measured; ``NotAllowed`` where nothing can be."""
    found: dict[str, Measured] = {}
    missing: dict[str, str] = {}
    with databases() as scratch:
        where = machine()
        for part in PARTS:
            try:
                found |= part.measure(size, scratch)
            except Exception as error:
                logger.exception("a part of the benchmark failed")
                missing |= dict.fromkeys(part.fills, f"{type(error).__name__}: {error}")
            progress(1)
    where["load_after"] = [round(load, 2) for load in os.getloadavg()]
    return Report(where, rows(found, missing))
