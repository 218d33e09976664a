CREATE OR REPLACE FUNCTION real_at(world worlds, step integer) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT world.anchor_real + (past / 1000000) * interval '1 second' + (past % 1000000) * interval '1 microsecond'
    FROM (SELECT (game - (game % world.time_scale + world.time_scale) % world.time_scale) / world.time_scale
          FROM (VALUES ((step - world.anchor_step) * 1800000000::bigint)) AS passed (game)) AS elapsed (past)
);
