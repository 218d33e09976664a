REVOKE ALL ON django_admin_log FROM herotycoon_game_master;
DROP POLICY game_master ON django_admin_log;
ALTER TABLE django_admin_log NO FORCE ROW LEVEL SECURITY;
ALTER TABLE django_admin_log DISABLE ROW LEVEL SECURITY;
DELETE FROM users_groups WHERE group_id IN (SELECT id FROM auth_group WHERE name IN ('observers', 'game masters'));
DELETE FROM auth_group WHERE name IN ('observers', 'game masters');
