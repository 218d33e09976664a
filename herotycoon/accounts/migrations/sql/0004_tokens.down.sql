REVOKE UPDATE (started_at) ON user_sessions FROM herotycoon_player;
DROP INDEX users_erasing_idx;
ALTER TABLE user_sessions DROP COLUMN token_digest, DROP COLUMN expires_at, DROP COLUMN created_at;
ALTER TABLE users DROP COLUMN erasing_since;
