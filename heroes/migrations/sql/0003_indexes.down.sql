-- Back to the index that the log had, first, so that the reference to the hero is served all the time.
DROP INDEX IF EXISTS activity_log_hero_idx;
DO $$
BEGIN
    FOR part IN 0 .. 15 LOOP
        EXECUTE format('DROP INDEX IF EXISTS activity_log_%s_hero_idx', to_char(part, 'FM00'));
    END LOOP;
END
$$;
CREATE INDEX activity_log_hero_idx ON ONLY activity_log (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_00_hero_idx
    ON activity_log_00 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_01_hero_idx
    ON activity_log_01 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_02_hero_idx
    ON activity_log_02 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_03_hero_idx
    ON activity_log_03 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_04_hero_idx
    ON activity_log_04 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_05_hero_idx
    ON activity_log_05 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_06_hero_idx
    ON activity_log_06 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_07_hero_idx
    ON activity_log_07 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_08_hero_idx
    ON activity_log_08 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_09_hero_idx
    ON activity_log_09 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_10_hero_idx
    ON activity_log_10 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_11_hero_idx
    ON activity_log_11 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_12_hero_idx
    ON activity_log_12 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_13_hero_idx
    ON activity_log_13 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_14_hero_idx
    ON activity_log_14 (hero_id, world_id, step, seq);
CREATE INDEX CONCURRENTLY activity_log_15_hero_idx
    ON activity_log_15 (hero_id, world_id, step, seq);
DO $$
BEGIN
    FOR part IN 0 .. 15 LOOP
        EXECUTE format('ALTER INDEX activity_log_hero_idx ATTACH PARTITION activity_log_%s_hero_idx',
                       to_char(part, 'FM00'));
    END LOOP;
END
$$;
DROP INDEX IF EXISTS activity_log_real_at_idx;
DROP INDEX IF EXISTS activity_log_data_idx;
DROP INDEX IF EXISTS activity_log_deeds_idx;
DROP INDEX CONCURRENTLY IF EXISTS hero_relationships_world_idx;
DROP INDEX CONCURRENTLY IF EXISTS heroes_guild_idx;
CREATE INDEX CONCURRENTLY heroes_guild_idx ON heroes (guild_id, world_id);
DROP INDEX CONCURRENTLY IF EXISTS idx_personality_gin;
DROP INDEX CONCURRENTLY IF EXISTS idx_heroes_current_action;
DROP INDEX CONCURRENTLY IF EXISTS idx_heroes_last_decision;
