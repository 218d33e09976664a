"""What the logs take on the disk."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

LOGS = ("activity_log", "hero_decisions")
ARCHIVE = ("activity_archive",)


@dataclass(frozen=True)
class Stored:
    """Bytes by log and part: heap, toast, or the name of an index without its partition's number."""

    parts: dict[tuple[str, str], int]

    def since(self, earlier: Stored) -> dict[str, int]:
        """What was added since, the largest first, and everything together as ``total``."""
        grown = {
            f"{log} {part}": size - earlier.parts.get((log, part), 0)
            for (log, part), size in self.parts.items()
        }
        order = sorted(grown, key=lambda name: -grown[name])
        return {"total": sum(grown.values())} | {name: grown[name] for name in order}


def stored(tables: tuple[str, ...] = LOGS) -> Stored:
    """What is there now, free space at the end of the files given back first, as autovacuum does in time."""
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {', '.join(tables)}")
        cursor.execute(_PARTS, [list(tables)])
        parts: dict[tuple[str, str], int] = {}
        for log, part, size in cursor.fetchall():
            parts[log, part] = parts.get((log, part), 0) + size
    return Stored(parts)


_PARTS = """
WITH leaves AS (
    SELECT parent.relname::text AS log, leaf.relid::oid AS oid
    FROM pg_class AS parent CROSS JOIN LATERAL pg_partition_tree(parent.oid) AS leaf
    WHERE parent.relname = ANY(%s) AND parent.relnamespace = 'public'::regnamespace AND leaf.isleaf
)
SELECT log, 'heap', pg_relation_size(oid) + pg_relation_size(oid, 'fsm') + pg_relation_size(oid, 'vm') FROM leaves
UNION ALL
SELECT log, 'toast', coalesce(pg_total_relation_size(nullif(reltoastrelid, 0)), 0)
FROM leaves JOIN pg_class USING (oid)
UNION ALL
SELECT log, coalesce((SELECT whole.relname::text FROM pg_inherits JOIN pg_class AS whole ON whole.oid = inhparent
                      WHERE inhrelid = indexrelid), indexrelid::regclass::text),
       pg_total_relation_size(indexrelid)
FROM leaves JOIN pg_index ON indrelid = leaves.oid
"""
