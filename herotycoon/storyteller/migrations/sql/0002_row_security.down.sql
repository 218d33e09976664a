REVOKE SELECT ON storyteller_calls FROM herotycoon_player, herotycoon_game_master;
DROP POLICY game_master ON storyteller_calls;
DROP POLICY player ON storyteller_calls;
ALTER TABLE storyteller_calls NO FORCE ROW LEVEL SECURITY;
ALTER TABLE storyteller_calls DISABLE ROW LEVEL SECURITY;
