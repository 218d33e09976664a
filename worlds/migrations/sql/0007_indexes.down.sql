DROP INDEX CONCURRENTLY IF EXISTS archive_checkpoints_hero_idx;
CREATE INDEX CONCURRENTLY archive_checkpoints_hero_idx ON archive_checkpoints (hero_id, world_id);
DROP INDEX CONCURRENTLY IF EXISTS world_events_present_idx;
DROP INDEX CONCURRENTLY IF EXISTS world_events_effects_idx;
DROP INDEX CONCURRENTLY IF EXISTS guilds_facilities_idx;
DROP INDEX CONCURRENTLY IF EXISTS worlds_hot_idx;
DROP INDEX CONCURRENTLY IF EXISTS worlds_data_idx;
