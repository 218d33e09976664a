"""Questions to PostgreSQL's catalogue about what acts: triggers, functions, views; and what they are built from."""

from __future__ import annotations

from typing import Any

from herotycoon.pg.route import here


def _named(query: str, schema: str) -> dict[str, Any]:
    """Rows of two columns, or of more whose first is the name."""
    with here().cursor() as cursor:
        cursor.execute(query, {"schema": schema})
        return {name: rest[0] if len(rest) == 1 else tuple(rest) for name, *rest in cursor.fetchall()}


def triggers(schema: str = "public") -> dict[str, tuple[str, str]]:
    """Of every trigger that was declared, as `table.trigger`: its definition, and whom it obeys.

    ('O': fires for everybody but a session that replays, 'A': always, 'D': is switched off.)
    """
    query = """
        SELECT relname || '.' || tgname, replace(pg_catalog.pg_get_triggerdef(pg_trigger.oid), nspname || '.', ''),
               tgenabled::text
        FROM pg_catalog.pg_trigger JOIN pg_catalog.pg_class ON pg_class.oid = tgrelid
        JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
        WHERE relnamespace = %(schema)s::regnamespace AND NOT tgisinternal AND tgparentid = 0
    """
    return _named(query, schema)


def functions(schema: str = "public") -> dict[str, str]:
    """Of every function, with the types of its arguments: its definition."""
    query = """
        SELECT pg_proc.oid::regprocedure::text, pg_catalog.pg_get_functiondef(pg_proc.oid) FROM pg_catalog.pg_proc
        WHERE pronamespace = %(schema)s::regnamespace AND prokind IN ('f', 'p')
    """
    return _named(query, schema)


def view_definitions(schema: str = "public") -> dict[str, tuple[str, str]]:
    """Of every view: its query, and its options."""
    query = """
        SELECT relname, pg_catalog.pg_get_viewdef(pg_class.oid), coalesce(reloptions, '{}')::text FROM pg_catalog.pg_class
        WHERE relnamespace = %(schema)s::regnamespace AND relkind IN ('v', 'm')
    """
    return _named(query, schema)


def sequences(schema: str = "public") -> dict[str, tuple[Any, ...]]:
    """Of every sequence: its type, start, step and bounds."""
    query = """
        SELECT sequencename, data_type::text, start_value, increment_by, min_value, max_value, cycle
        FROM pg_catalog.pg_sequences WHERE schemaname = %(schema)s
    """
    return _named(query, schema)


def types(schema: str = "public") -> dict[str, str]:
    """Of every type that is not a table's own: its kind and, of an enumeration, its words."""
    query = """
        SELECT typname, typtype::text || ' ' || array_to_string(ARRAY(
            SELECT enumlabel FROM pg_catalog.pg_enum WHERE enumtypid = pg_type.oid ORDER BY enumsortorder), ', ')
        FROM pg_catalog.pg_type LEFT JOIN pg_catalog.pg_class ON pg_class.oid = typrelid
        WHERE typnamespace = %(schema)s::regnamespace AND typcategory <> 'A' AND (relkind IS NULL OR relkind = 'c')
    """
    return _named(query, schema)


def extensions(schema: str = "public") -> dict[str, str]:
    """Of every extension: the schema it is in. (Versions are the server's affair.)"""
    query = """
        SELECT extname, nspname FROM pg_catalog.pg_extension JOIN pg_catalog.pg_namespace ON pg_namespace.oid = extnamespace
        WHERE %(schema)s IS NOT NULL
    """
    return _named(query, schema)


def everything(schema: str = "public") -> dict[str, Any]:
    """All of the above, to be compared with itself at another time."""
    questions = (triggers, functions, view_definitions, sequences, types, extensions)
    return {question.__name__: question(schema) for question in questions}
