"""Questions to PostgreSQL's catalogue about rights: row security, policies, grants, and whose rights code runs with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from herotycoon.pg.route import here

PUBLIC = "PUBLIC"
"""How a grant to everybody is called."""


@dataclass(frozen=True)
class Policy:
    """A policy of row security; conditions as PostgreSQL spells them, None where there is none."""

    table: str
    name: str
    command: str
    roles: tuple[str, ...]
    using: str | None
    check: str | None
    subquery: bool


@dataclass(frozen=True, order=True)
class Grant:
    """A privilege of somebody who does not own the thing; a column is called `table.column`."""

    on: str
    to: str
    privilege: str


def _rows(query: str, schema: str) -> Iterator[tuple[Any, ...]]:
    with here().cursor() as cursor:
        cursor.execute(query, {"schema": schema})
        yield from cursor.fetchall()


def row_security(schema: str = "public") -> dict[str, tuple[bool, bool]]:
    """Of every table, partitions included: whether row security is on, and whether it is forced."""
    query = """
        SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_catalog.pg_class
        WHERE relnamespace = %(schema)s::regnamespace AND relkind IN ('r', 'p')
    """
    return {table: (on, forced) for table, on, forced in _rows(query, schema)}


def policies(schema: str = "public") -> list[Policy]:
    """Every policy."""
    query = """
        SELECT relname, polname,
               CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                           ELSE 'ALL' END,
               ARRAY(SELECT CASE role WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(role)::text END
                     FROM unnest(polroles) AS role ORDER BY 1),
               pg_catalog.pg_get_expr(polqual, polrelid), pg_catalog.pg_get_expr(polwithcheck, polrelid),
               coalesce(polqual::text, '') || coalesce(polwithcheck::text, '') LIKE '%%SUBLINK%%'
        FROM pg_catalog.pg_policy JOIN pg_catalog.pg_class ON pg_class.oid = polrelid
        WHERE relnamespace = %(schema)s::regnamespace
        ORDER BY relname, polname
    """
    return [
        Policy(table, name, command, tuple(roles), *rest)
        for table, name, command, roles, *rest in _rows(query, schema)
    ]


def grants(schema: str = "public") -> list[Grant]:
    """Every privilege on a table, view, sequence, column or function, the owner's own left out."""
    query = """
        WITH acl (thing, owner, entries) AS (
            SELECT relname::text, relowner,
                   coalesce(relacl, pg_catalog.acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))
            FROM pg_catalog.pg_class
            WHERE relnamespace = %(schema)s::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
            UNION ALL
            SELECT relname || '.' || attname, relowner, attacl
            FROM pg_catalog.pg_attribute JOIN pg_catalog.pg_class ON pg_class.oid = attrelid
            WHERE relnamespace = %(schema)s::regnamespace AND attacl IS NOT NULL AND NOT attisdropped
            UNION ALL
            SELECT proname || '()', proowner, coalesce(proacl, pg_catalog.acldefault('f', proowner))
            FROM pg_catalog.pg_proc WHERE pronamespace = %(schema)s::regnamespace
        )
        SELECT DISTINCT thing, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.pg_get_userbyid(grantee)::text END,
               privilege_type
        FROM acl, pg_catalog.aclexplode(entries)
        WHERE grantee <> owner
        ORDER BY 1, 2, 3
    """
    return [Grant(*row) for row in _rows(query, schema)]


def views(schema: str = "public") -> dict[str, bool]:
    """Of every view: whether it reads with the rights of who asks. A materialized one never does."""
    query = """
        SELECT relname, relkind = 'v' AND 'security_invoker=true' = ANY (coalesce(reloptions, '{}'))
        FROM pg_catalog.pg_class
        WHERE relnamespace = %(schema)s::regnamespace AND relkind IN ('v', 'm')
    """
    return dict(_rows(query, schema))


def functions(schema: str = "public") -> dict[str, bool]:
    """Of every function, with the types of its arguments: whether it runs with the rights of its owner."""
    query = """
        SELECT pg_proc.oid::regprocedure::text, prosecdef FROM pg_catalog.pg_proc
        WHERE pronamespace = %(schema)s::regnamespace
    """
    return dict(_rows(query, schema))


def everything(schema: str = "public") -> dict[str, Any]:
    """All of the above, to be compared with itself at another time."""
    questions = (row_security, policies, grants, views, functions)
    return {question.__name__: question(schema) for question in questions}
