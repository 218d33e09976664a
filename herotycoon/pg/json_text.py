"""Documents that are kept as they were written."""

from typing import Any

from django.db import models


class JsonText(models.JSONField):
    """A column of type ``json``: the text of a document. Larger than ``jsonb`` by itself, smaller once compressed."""

    def db_type(self, connection: Any) -> str:
        """The type of PostgreSQL."""
        return "json"

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """The document; psycopg has read it already, since Django keeps it from doing so for ``jsonb`` alone."""
        return super().from_db_value(value, expression, connection) if isinstance(value, str) else value
