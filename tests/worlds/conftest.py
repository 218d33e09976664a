"""What the tests of worlds share."""

from __future__ import annotations

import psycopg
import pytest

from tests.worlds.vandals import Vandal


@pytest.fixture
def vandal(superuser: psycopg.Connection) -> Vandal:
    """Damages the world; no trigger books what is done."""
    return Vandal(superuser)
