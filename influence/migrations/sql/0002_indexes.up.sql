-- Made beside a running game; see heroes/0003_indexes.

-- Every bite and every report asks for what the heroes of a world feel.
DROP INDEX CONCURRENTLY IF EXISTS master_influence_world_idx;
CREATE INDEX CONCURRENTLY master_influence_world_idx ON master_influence (world_id);
-- Who is under which order: the few that have one. An order changes seldom, so nearly all updates stay as they were.
DROP INDEX CONCURRENTLY IF EXISTS master_influence_order_idx;
CREATE INDEX CONCURRENTLY master_influence_order_idx ON master_influence USING gin (standing_order jsonb_path_ops)
    WHERE standing_order IS NOT NULL;
