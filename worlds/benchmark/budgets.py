"""What the benchmark has to find, by name: every row of the game's budgets, measured or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Detail = Mapping[str, Any]
"""JSON: what stands behind a value, or ``{"why": …}`` where there is none."""


@dataclass(frozen=True)
class Budget:
    """A bound from below or from above."""

    name: str
    unit: str
    least: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        """As a person writes it: ≤ 1.25."""
        return f"≥ {self.least:,g}" if self.least is not None else f"≤ {self.most:,g}"

    def holds(self, value: float) -> bool:
        """Whether the value keeps it."""
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


PIPELINE = "tick pipeline ÷ PostgreSQL's floor"
FLOOR = "PostgreSQL's floor ÷ bare COPY"
CORE = "decision core"
CORE_RIVAL = "decision core ÷ plain Python objects"
ORM_RIVAL = "durable decisions ÷ plain ORM"
HOT_BYTES = "stored bytes per decision, hot"
ARCHIVED_BYTES = "stored bytes per decision, archived"
LONG_LOG = "throughput, long log ÷ short log"
REPORT_RATIO = "offline report p95, long log ÷ short log"
REPORT = "offline report p95"
READS = "API reads p95, 8 clients"
COMMANDS = "API commands p95, 8 clients"
CATCH_UP = "catch-up in one tick ÷ step by step"
UPKEEP = "10,000 worlds × 20 heroes kept up to date"

BUDGETS = (
    Budget(PIPELINE, "×", most=1.25),
    Budget(FLOOR, "×", most=3.5),
    Budget(CORE, "decisions/s", least=300_000),
    Budget(CORE_RIVAL, "×", least=10),
    Budget(ORM_RIVAL, "×", least=10),
    Budget(HOT_BYTES, "bytes", most=1_800),
    Budget(ARCHIVED_BYTES, "bytes", most=450),
    Budget(LONG_LOG, "×", least=0.9),
    Budget(REPORT_RATIO, "×", most=1.5),
    Budget(REPORT, "ms", most=50),
    Budget(READS, "ms", most=50),
    Budget(COMMANDS, "ms", most=100),
    Budget(CATCH_UP, "×", least=10),
    Budget(UPKEEP, "×", least=10),
)


@dataclass(frozen=True)
class Measured:
    """A value that was found, and what stands behind it."""

    value: float
    detail: Detail = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """One budget with what was found; ``value`` None where nothing was, and ``detail`` says why."""

    budget: Budget
    value: float | None
    detail: Detail

    @property
    def within(self) -> bool:
        """A row that was not measured is not within its budget."""
        return self.value is not None and self.budget.holds(self.value)

    def document(self) -> dict[str, Any]:
        """As ``--json`` prints it."""
        return {
            "name": self.budget.name,
            "value": self.value,
            "unit": self.budget.unit,
            "budget": str(self.budget),
            "within_budget": self.within,
            "detail": dict(self.detail),
        }


NOT_BUILT = "there is no benchmark for it yet"


def rows(found: Mapping[str, Measured], missing: Mapping[str, str]) -> list[Row]:
    """Every row in order: what was found, else the reason why not."""
    unknown = (set(found) | set(missing)) - {budget.name for budget in BUDGETS}
    if unknown:
        raise ValueError(f"there are no budgets called {sorted(unknown)}")
    return [
        Row(budget, found[budget.name].value, found[budget.name].detail)
        if budget.name in found
        else Row(budget, None, {"why": missing.get(budget.name, NOT_BUILT)})
        for budget in BUDGETS
    ]
