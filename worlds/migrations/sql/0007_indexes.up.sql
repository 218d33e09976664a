-- Made beside a running game; see heroes/0003_indexes. None of these columns changes in an ordinary tick, so updates of
-- worlds and guilds stay heap-only.

-- Which worlds have such a landmark, biome or monster. Written once with the world, some three kilobytes.
DROP INDEX CONCURRENTLY IF EXISTS worlds_data_idx;
CREATE INDEX CONCURRENTLY worlds_data_idx ON worlds USING gin (data jsonb_path_ops);
-- Worlds that somebody watches, to be turned every minute.
DROP INDEX CONCURRENTLY IF EXISTS worlds_hot_idx;
CREATE INDEX CONCURRENTLY worlds_hot_idx ON worlds (hot_until) WHERE hot_until IS NOT NULL AND status = 'running';
-- Which guilds have built what: `facilities @> '{"library": 5}'`.
DROP INDEX CONCURRENTLY IF EXISTS guilds_facilities_idx;
CREATE INDEX CONCURRENTLY guilds_facilities_idx ON guilds USING gin (facilities jsonb_path_ops);
-- Which events touch what: `effects ? 'wisdom_bonus'`. The default operator class, since it is the keys that are asked for.
DROP INDEX CONCURRENTLY IF EXISTS world_events_effects_idx;
CREATE INDEX CONCURRENTLY world_events_effects_idx ON world_events USING gin (effects);
-- Every tick asks for these few among all the events that ever were.
DROP INDEX CONCURRENTLY IF EXISTS world_events_present_idx;
CREATE INDEX CONCURRENTLY world_events_present_idx ON world_events (world_id, number)
    WHERE status IN ('coming', 'in_force');

-- The key (world_id, hero_id) serves the reference to the hero as well as this one did.
DROP INDEX CONCURRENTLY IF EXISTS archive_checkpoints_hero_idx;
