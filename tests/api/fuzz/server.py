"""A web server on the test database, of which much more is asked than of any other."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from tests.api.server import served
from tests.stage import UNLIMITED

AMPLE = {"API_RATES": UNLIMITED, "WORLDS_PER_USER": "60", "API_CATCH_UP_SECONDS": "0.2"}
"""One client asks as often as a thousand would, and has more worlds."""


def serving(log: Path) -> AbstractContextManager[str]:
    """Serve while the block lasts; the address. What the server complains about goes to ``log``."""
    return served(log, "tests.api.fuzz.site", says=("--log-level", "warning"), also=AMPLE)
