-- Indexes on heroes, bonds and the log, made beside a running game. What each serves, and what it costs, is measured in
-- docs/decisions/0002-indexes.md.
--
-- CONCURRENTLY locks nobody out, but is no transaction: what an interrupted run has left, an invalid index, is dropped
-- first, so that the migration can be run again. On a partitioned table it does not exist; there, each partition's index
-- is made so and then attached, which takes no time.

-- Who decides next, and who has not for long. The time changes with every decision, so no update of a hero is heap-only
-- any more (nine of ten were), which is what this index and the next cost: 1 of 55 microseconds for each decision where
-- a hero is written once in ten, and 7 % of the work of the server where heroes are written at every step. Keeping the
-- index partial saves its size, not that: whether an update is heap-only depends on the columns, not on the predicate.
DROP INDEX CONCURRENTLY IF EXISTS idx_heroes_last_decision;
CREATE INDEX CONCURRENTLY idx_heroes_last_decision ON heroes (world_id, last_decision_at) WHERE status = 'active';
-- Who is doing what. A player's question has the world, so the world comes first.
DROP INDEX CONCURRENTLY IF EXISTS idx_heroes_current_action;
CREATE INDEX CONCURRENTLY idx_heroes_current_action ON heroes (world_id, current_action) WHERE status = 'active';
-- Who is exactly like this: `personality @> '{"courage": 100}'`. Half the size of the default operator class.
DROP INDEX CONCURRENTLY IF EXISTS idx_personality_gin;
CREATE INDEX CONCURRENTLY idx_personality_gin ON heroes USING gin (personality jsonb_path_ops);
-- Every update now writes into every index of a hero, so one that says nothing new goes: a world has one guild, and the
-- key (world_id, number) serves the reference to it.
DROP INDEX CONCURRENTLY IF EXISTS heroes_guild_idx;

-- Every bite and every report asks for the bonds of a world; nothing in this index ever changes, and updates of a bond
-- stay heap-only.
DROP INDEX CONCURRENTLY IF EXISTS hero_relationships_world_idx;
CREATE INDEX CONCURRENTLY hero_relationships_world_idx ON hero_relationships (world_id);

-- What a hero did, in order. The id of a hero is unique by itself: without the world between, 17 to 25 bytes less a row.
-- It serves the reference to the hero as well.
DROP INDEX IF EXISTS activity_log_deeds_idx;
DO $$
BEGIN
    FOR part IN 0 .. 15 LOOP
        EXECUTE format('DROP INDEX IF EXISTS activity_log_%s_deeds_idx', to_char(part, 'FM00'));
    END LOOP;
END
$$;
CREATE INDEX activity_log_deeds_idx ON ONLY activity_log (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_00_deeds_idx
    ON activity_log_00 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_01_deeds_idx
    ON activity_log_01 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_02_deeds_idx
    ON activity_log_02 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_03_deeds_idx
    ON activity_log_03 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_04_deeds_idx
    ON activity_log_04 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_05_deeds_idx
    ON activity_log_05 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_06_deeds_idx
    ON activity_log_06 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_07_deeds_idx
    ON activity_log_07 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_08_deeds_idx
    ON activity_log_08 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_09_deeds_idx
    ON activity_log_09 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_10_deeds_idx
    ON activity_log_10 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_11_deeds_idx
    ON activity_log_11 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_12_deeds_idx
    ON activity_log_12 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_13_deeds_idx
    ON activity_log_13 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_14_deeds_idx
    ON activity_log_14 (hero_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_15_deeds_idx
    ON activity_log_15 (hero_id, step, seq);
DO $$
BEGIN
    FOR part IN 0 .. 15 LOOP
        EXECUTE format('ALTER INDEX activity_log_deeds_idx ATTACH PARTITION activity_log_%s_deeds_idx',
                       to_char(part, 'FM00'));
    END LOOP;
END
$$;
DROP INDEX IF EXISTS activity_log_hero_idx;

-- What happened where, to whom, with which outcome, among the rows that matter: one of forty, so the other rows pay for
-- a comparison. On all of them, 20 bytes and 13 of 69 microseconds a row.
DROP INDEX IF EXISTS activity_log_data_idx;
DO $$
BEGIN
    FOR part IN 0 .. 15 LOOP
        EXECUTE format('DROP INDEX IF EXISTS activity_log_%s_data_idx', to_char(part, 'FM00'));
    END LOOP;
END
$$;
CREATE INDEX activity_log_data_idx ON ONLY activity_log USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_00_data_idx
    ON activity_log_00 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_01_data_idx
    ON activity_log_01 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_02_data_idx
    ON activity_log_02 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_03_data_idx
    ON activity_log_03 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_04_data_idx
    ON activity_log_04 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_05_data_idx
    ON activity_log_05 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_06_data_idx
    ON activity_log_06 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_07_data_idx
    ON activity_log_07 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_08_data_idx
    ON activity_log_08 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_09_data_idx
    ON activity_log_09 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_10_data_idx
    ON activity_log_10 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_11_data_idx
    ON activity_log_11 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_12_data_idx
    ON activity_log_12 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_13_data_idx
    ON activity_log_13 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_14_data_idx
    ON activity_log_14 USING gin (data jsonb_path_ops) WHERE importance >= 60;
CREATE INDEX CONCURRENTLY activity_log_15_data_idx
    ON activity_log_15 USING gin (data jsonb_path_ops) WHERE importance >= 60;
DO $$
BEGIN
    FOR part IN 0 .. 15 LOOP
        EXECUTE format('ALTER INDEX activity_log_data_idx ATTACH PARTITION activity_log_%s_data_idx',
                       to_char(part, 'FM00'));
    END LOOP;
END
$$;

-- What happened everywhere in an hour of real time. Rows come in its order, so the bounds of 128 kilobytes
-- are enough: no bytes to speak of, no microseconds that could be measured.
DROP INDEX IF EXISTS activity_log_real_at_idx;
DO $$
BEGIN
    FOR part IN 0 .. 15 LOOP
        EXECUTE format('DROP INDEX IF EXISTS activity_log_%s_real_at_idx', to_char(part, 'FM00'));
    END LOOP;
END
$$;
CREATE INDEX activity_log_real_at_idx ON ONLY activity_log
    USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_00_real_at_idx
    ON activity_log_00 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_01_real_at_idx
    ON activity_log_01 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_02_real_at_idx
    ON activity_log_02 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_03_real_at_idx
    ON activity_log_03 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_04_real_at_idx
    ON activity_log_04 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_05_real_at_idx
    ON activity_log_05 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_06_real_at_idx
    ON activity_log_06 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_07_real_at_idx
    ON activity_log_07 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_08_real_at_idx
    ON activity_log_08 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_09_real_at_idx
    ON activity_log_09 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_10_real_at_idx
    ON activity_log_10 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_11_real_at_idx
    ON activity_log_11 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_12_real_at_idx
    ON activity_log_12 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_13_real_at_idx
    ON activity_log_13 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_14_real_at_idx
    ON activity_log_14 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX CONCURRENTLY activity_log_15_real_at_idx
    ON activity_log_15 USING brin (real_at) WITH (autosummarize = on, pages_per_range = 16);
DO $$
BEGIN
    FOR part IN 0 .. 15 LOOP
        EXECUTE format('ALTER INDEX activity_log_real_at_idx ATTACH PARTITION activity_log_%s_real_at_idx',
                       to_char(part, 'FM00'));
    END LOOP;
END
$$;
