-- What a person was answered is theirs, and no game master's.
ALTER TABLE idempotent_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotent_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY player ON idempotent_answers TO herotycoon_player
    USING (user_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (status, document, location) ON idempotent_answers TO herotycoon_player;
