"""A crowded database in plain SQL: a thousand worlds, and two hundred thousand rows of the log, one tenth of them in the
first world, which is old. Ids tell what they are: `of("heroes", 7)` is the seventh hero.
"""

from uuid import UUID

from django.db import connection

TABLES = {
    name: number
    for number, name in enumerate(
        ("users", "worlds", "guilds", "heroes", "activity_log", "quests", "keys", "rows"), start=1
    )
}
LARGE = 5
"""The number of a world with two thousand heroes."""
_ID = "CREATE FUNCTION pg_temp.of(part integer, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS "
_ID += "$$ SELECT (lpad(part::text, 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$"


def of(table: str, number: int) -> UUID:
    """The id of a row: `pg_temp.of(…)`."""
    return UUID(f"{TABLES[table]:08d}-0000-7000-8000-{number:012x}")


# Heroes stand in the order of their numbers, not of their worlds: where rows are rewritten all the time, those of a
# world lie scattered.
_ROWS = """
INSERT INTO users (id, username, password)
SELECT pg_temp.of(1, n), 'user ' || n, '' FROM generate_series(0, 999) AS n;

INSERT INTO user_sessions (id, user_id, started_at, last_seen_at, token_digest)
SELECT pg_temp.of(8, n), pg_temp.of(1, n % 1000), '2026-01-01', '2026-01-02', 'digest ' || n
FROM generate_series(0, 9999) AS n;

INSERT INTO worlds (id, owner_id, name, seed, hot_until, data)
SELECT pg_temp.of(2, n), pg_temp.of(1, n), 'World ' || n, n,
       CASE WHEN n % 100 = 0 THEN timestamptz '2026-06-01' END,
       jsonb_build_object('lore', repeat(md5(n::text), 20), 'landmarks', jsonb_build_array(jsonb_build_object(
           'name', 'The ' || n, 'type', CASE WHEN n % 250 = 0 THEN 'mystical_tree' ELSE 'ruin ' || n % 30 END)))
FROM generate_series(0, 999) AS n;

INSERT INTO guilds (id, world_id, name, facilities)
SELECT pg_temp.of(3, n), pg_temp.of(2, n), 'The guild',
       jsonb_build_object('library', CASE WHEN n % 200 = 0 THEN 5 ELSE n % 3 END)
FROM generate_series(0, 999) AS n;

INSERT INTO world_events (id, world_id, number, kind, name, starts_step, ends_step, status, effects)
SELECT pg_temp.of(8, n), pg_temp.of(2, n % 1000), n / 1000, 'festival', 'A feast', 0, 1,
       CASE WHEN n >= 29000 THEN 'in_force' ELSE 'over' END,
       CASE WHEN n % 500 = 0 THEN '{"wisdom_bonus": 3}' ELSE '{"mood_bonus": 3}' END::jsonb
FROM generate_series(0, 29999) AS n;

INSERT INTO heroes (id, world_id, guild_id, number, name, hero_class, current_action, last_decision_at, personality)
SELECT pg_temp.of(4, n), pg_temp.of(2, n % 1000), pg_temp.of(3, n % 1000), n / 1000, 'Hero', 'bard',
       'action ' || n / 1000, timestamptz '1001-01-01Z' + n / 1000 * interval '1 hour',
       jsonb_build_object('courage', n % 101, 'greed', 50, 'loyalty', n % 50, 'curiosity', 1, 'ambition', 2,
                          'patience', 3, 'empathy', 4)
FROM generate_series(0, 19999) AS n;

INSERT INTO heroes (id, world_id, guild_id, number, name, hero_class, current_action, last_decision_at, personality)
SELECT pg_temp.of(4, n), pg_temp.of(2, 5), pg_temp.of(3, 5), n, 'Hero', 'bard', 'action ' || n % 20,
       timestamptz '1001-01-01Z' + n * interval '1 minute',
       '{"courage": 1, "greed": 2, "loyalty": 3, "curiosity": 4, "ambition": 5, "patience": 6, "empathy": 7}'
FROM generate_series(20000, 21999) AS n;

INSERT INTO hero_relationships (id, world_id, hero_id, other_id, kind)
SELECT pg_temp.of(8, n), pg_temp.of(2, n % 1000), pg_temp.of(4, n % 20000),
       pg_temp.of(4, (n % 20000 + 1000 * (1 + n / 20000)) % 20000), 'friendship'
FROM generate_series(0, 59999) AS n;

INSERT INTO master_influence (id, world_id, hero_id, standing_order)
SELECT pg_temp.of(8, n), pg_temp.of(2, n % 1000), pg_temp.of(4, n),
       CASE WHEN n % 50 = 0 THEN jsonb_build_object('action', CASE WHEN n % 400 = 0 THEN 'patrol' ELSE 'hunt' END) END
FROM generate_series(0, 19999) AS n;

INSERT INTO quests (id, world_id, number, title, place, difficulty, posted_step, expires_step, status)
SELECT pg_temp.of(6, n), pg_temp.of(2, n % 1000), n / 1000, 'A wolf', 1, 10, 0, 10,
       CASE WHEN n >= 29000 THEN 'open' ELSE 'expired' END
FROM generate_series(0, 29999) AS n;

INSERT INTO quest_assignments (id, world_id, quest_id, hero_id, assigned_step)
SELECT pg_temp.of(8, n), pg_temp.of(2, n % 1000), pg_temp.of(6, n), pg_temp.of(4, n % 20000), 0
FROM generate_series(0, 29999) AS n;

INSERT INTO activity_log (id, world_id, hero_id, real_at, game_at, started_step, step, seq, importance, booked, kind,
                          action, data)
SELECT pg_temp.of(5, n), pg_temp.of(2, world), pg_temp.of(4, world + 1000 * ((n / 10 + n / 1000) % 20)),
       timestamptz '2026-01-01Z' + n * interval '1 second', '1001-01-01', step, step, n % 20,
       CASE WHEN n % 41 = 0 THEN 70 ELSE 10 END, true, 'action', 'rest',
       jsonb_build_object('place', n % 12, 'duration_minutes', 60 + n % 7, 'trial',
                          CASE WHEN n % 1025 = 0 THEN 'lost' ELSE 'none' END)
FROM generate_series(0, 199999) AS n
CROSS JOIN LATERAL (SELECT CASE WHEN n % 10 = 0 THEN 0 ELSE n % 1000 END AS world, n / 20 AS step) AS one;

INSERT INTO activity_archive (id, world_id, hero_id, guild_id, week, ids, started_steps, steps, seqs, real_ats, mood_impacts,
                              importances, booked, kinds, actions, data, changes)
SELECT pg_temp.of(8, n), pg_temp.of(2, n % 1000), CASE WHEN n % 20 > 0 THEN pg_temp.of(4, n % 20000) END,
       CASE WHEN n % 20 = 0 THEN pg_temp.of(3, n % 1000) END, n / 1000, ARRAY[gen_random_uuid()],
       ARRAY[1], ARRAY[1], ARRAY[1], ARRAY[timestamptz '2025-01-01'], ARRAY[0], ARRAY[0], ARRAY[true],
       ARRAY['action'], ARRAY['rest'], ARRAY['{}'::jsonb], ARRAY['{}'::jsonb]
FROM generate_series(0, 29999) AS n;

INSERT INTO archive_checkpoints (id, world_id, hero_id, step, state)
SELECT pg_temp.of(8, n), pg_temp.of(2, n % 1000), pg_temp.of(4, n), 1, '{}' FROM generate_series(0, 19999) AS n;

INSERT INTO api_keys (id, world_id, purpose, provider, key_id, ciphertext)
SELECT pg_temp.of(7, n), pg_temp.of(2, n % 1000), 'purpose ' || n / 1000, 'bards', 'key ' || n / 100, ''
FROM generate_series(0, 4999) AS n;

INSERT INTO storyteller_calls (id, world_id, purpose, provider, model, prompt_hash, outcome, created_at)
SELECT pg_temp.of(7, n), pg_temp.of(2, n % 1000), 'heroes', 'openai', 'bard', 'hash',
       CASE WHEN n < 1000 THEN 'asking' ELSE 'answered' END, timestamptz '2026-01-01Z' + n * interval '1 minute'
FROM generate_series(0, 29999) AS n;

INSERT INTO idempotent_answers (id, user_id, key, request, made_at)
SELECT pg_temp.of(8, n), pg_temp.of(1, n % 1000), 'key ' || n / 1000, 'request',
       timestamptz '2026-01-01Z' + n * interval '1 minute'
FROM generate_series(0, 29999) AS n;

INSERT INTO audit_log (id, at, actor_id, subject_id, action)
SELECT pg_temp.of(8, n), timestamptz '2026-01-01Z' + n * interval '1 minute', pg_temp.of(1, n % 500),
       pg_temp.of(1, n % 1000), 'export' FROM generate_series(0, 29999) AS n
"""


def crowd() -> None:
    """Fill the present database, which nobody else uses: its references and triggers are left out of the way."""
    with connection.cursor() as cursor:
        cursor.execute(_ID)
        cursor.execute("SET synchronous_commit = off")
        cursor.execute(_DISARM)
        for statement in _ROWS.split(";\n"):
            cursor.execute(statement)
        cursor.execute("VACUUM (ANALYZE)")


_DISARM = """
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT conrelid::regclass AS owner, conname FROM pg_constraint
               WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.owner, one.conname);
    END LOOP;
    FOR one IN SELECT DISTINCT tgrelid::regclass AS owner FROM pg_trigger WHERE NOT tgisinternal LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', one.owner);
    END LOOP;
END
$$
"""
