"""Looking for somebody in every table there is."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from psycopg.sql import SQL, Identifier

from herotycoon.pg import catalogue


def traces(*words: str | UUID) -> list[str]:
    """Where one of the words stands, in whatever case: "table: the row's beginning". Ids are sought both ways."""
    parts = {partition.name for partition in catalogue.partitions()}
    forms = [str(word) for word in words] + [word.hex for word in words if isinstance(word, UUID)]
    found = []
    with connection.cursor() as cursor:
        for table in sorted(catalogue.tables() - parts):
            query = SQL("SELECT t::text FROM {} AS t WHERE EXISTS (SELECT FROM unnest(%s::text[]) AS word "
                        "WHERE strpos(lower(t::text), lower(word)) > 0)")  # fmt: skip
            cursor.execute(query.format(Identifier(table)), [forms])
            found += [f"{table}: {row[:400]}" for (row,) in cursor.fetchall()]
    return found
