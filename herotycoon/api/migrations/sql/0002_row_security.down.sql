REVOKE ALL ON idempotent_answers FROM herotycoon_player;
DROP POLICY player ON idempotent_answers;
ALTER TABLE idempotent_answers NO FORCE ROW LEVEL SECURITY;
ALTER TABLE idempotent_answers DISABLE ROW LEVEL SECURITY;
