-- The two kinds of staff. What they may is said in herotycoon/desk/rights.py: observers see, game masters act.
INSERT INTO auth_group (name) VALUES ('observers'), ('game masters') ON CONFLICT (name) DO NOTHING;

-- The admin of the framework has a log of its own, which stays empty: what is done at the desk is in our record and in the
-- worlds' own logs. The table is there because accounts are deleted with what hangs on them.
ALTER TABLE django_admin_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE django_admin_log FORCE ROW LEVEL SECURITY;
CREATE POLICY game_master ON django_admin_log FOR SELECT TO herotycoon_game_master
    USING (nullif(current_setting('herotycoon.user_id', true), '') IS NOT NULL);
GRANT SELECT ON django_admin_log TO herotycoon_game_master;
