DROP TRIGGER a_stranger ON activity_log;
DROP TRIGGER a_stranger ON master_influence;
DROP TRIGGER a_stranger ON hero_relationships;
DROP TRIGGER a_stranger ON heroes;
DROP TRIGGER a_stranger ON guilds;
DROP FUNCTION refuse_stranger();
DO $$
DECLARE
    policy record;
BEGIN
    FOR policy IN SELECT polname, polrelid::regclass AS of FROM pg_catalog.pg_policy
                  JOIN pg_catalog.pg_class ON pg_class.oid = polrelid
                  WHERE relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('DROP POLICY %I ON %s', policy.polname, policy.of);
    END LOOP;
END
$$;
DO $$
DECLARE
    secured regclass;
BEGIN
    FOR secured IN SELECT oid FROM pg_catalog.pg_class
                   WHERE relrowsecurity AND relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', secured);
        EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', secured);
    END LOOP;
END
$$;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM herotycoon_web, herotycoon_player, herotycoon_game_master;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM herotycoon_web, herotycoon_player, herotycoon_game_master;
REVOKE USAGE ON SCHEMA public FROM herotycoon_web, herotycoon_player, herotycoon_game_master;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO PUBLIC;
DO $$
BEGIN
    EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM herotycoon_web', current_database());
END
$$;
