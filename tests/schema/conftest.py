"""What tests of the schema share."""

import pytest

from herotycoon.pg import polite


@pytest.fixture
def undisturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody plays here: an autovacuum is waited for, since in a test's one transaction nothing is tried again."""
    monkeypatch.setattr(polite, "PATIENCE", 60.0)
