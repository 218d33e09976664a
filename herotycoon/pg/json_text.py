"""Documents that are kept as they were written."""

from typing import Any

from django.db import models


class JsonText(models.JSONField):
    """A column of type ``json``: the text of a document. Larger than ``jsonb`` by itself, smaller once compressed."""

    def db_type(self, connection: Any) -> str:
        """The type of PostgreSQL."""
        return "json"
