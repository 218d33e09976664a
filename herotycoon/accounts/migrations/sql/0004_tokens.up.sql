-- Sessions carry a token, of which the digest is kept; people can ask to be erased.
--
-- Who comes with a token is nobody yet: the login may find the session by its digest, and learn whose it is and whether it
-- still holds. The token has 256 bits of chance, so that its plain digest tells nothing that could be guessed.
ALTER TABLE users ADD COLUMN erasing_since timestamptz;
ALTER TABLE user_sessions ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE user_sessions ADD COLUMN expires_at timestamptz;
ALTER TABLE user_sessions ADD COLUMN token_digest varchar(64);
ALTER TABLE user_sessions ADD CONSTRAINT user_sessions_token_digest_key UNIQUE (token_digest);
CREATE INDEX users_erasing_idx ON users (erasing_since) WHERE erasing_since IS NOT NULL;

GRANT SELECT (erasing_since) ON users TO herotycoon_web, herotycoon_game_master;
GRANT SELECT, UPDATE (erasing_since) ON users TO herotycoon_player;
GRANT SELECT (created_at, expires_at, token_digest) ON user_sessions TO herotycoon_web;
GRANT UPDATE (started_at, expires_at) ON user_sessions TO herotycoon_player;
GRANT SELECT (created_at, expires_at) ON user_sessions TO herotycoon_game_master;
