"""Damage to a world, done behind the game's back."""

from __future__ import annotations

from typing import Any

import psycopg


class Vandal:
    """Somebody who changes data behind the game's back."""

    def __init__(self, connection: psycopg.Connection) -> None:
        connection.execute("SET session_replication_role = replica")
        self._connection = connection

    def __call__(self, query: str, *values: Any) -> None:
        """Do damage; exactly what was meant must be there to be damaged."""
        assert self._connection.execute(query.encode(), values).rowcount >= 1
