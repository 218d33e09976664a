DROP INDEX CONCURRENTLY IF EXISTS master_influence_order_idx;
DROP INDEX CONCURRENTLY IF EXISTS master_influence_world_idx;
