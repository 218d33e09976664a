-- Its master may see what was asked for a world, and game masters may; the engine alone asks.
ALTER TABLE storyteller_calls ENABLE ROW LEVEL SECURITY;
ALTER TABLE storyteller_calls FORCE ROW LEVEL SECURITY;
CREATE POLICY player ON storyteller_calls FOR SELECT TO herotycoon_player
    USING (world_id = ANY (string_to_array(nullif(current_setting('herotycoon.world_ids', true), ''), ',')::uuid[]));
CREATE POLICY game_master ON storyteller_calls FOR SELECT TO herotycoon_game_master
    USING (nullif(current_setting('herotycoon.user_id', true), '') IS NOT NULL);
GRANT SELECT ON storyteller_calls TO herotycoon_player, herotycoon_game_master;
