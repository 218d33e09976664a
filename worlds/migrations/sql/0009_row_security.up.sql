-- Who sees which rows. The roles are made by herotycoon/pg/roles.sql; herotycoon/pg/scope.py takes them on, for one
-- transaction, and says who is asking (herotycoon.user_id) and in which of their worlds (herotycoon.world_ids).
--
-- No condition holds a subquery, and none looks into another table: what a row carries decides, on one server and on a
-- cluster alike. A setting that was set LOCAL comes back as '' and not as NULL: hence nullif. NULL shows nothing.
--
-- Every table is forced: it binds the owner of the tables too, unless the role bypasses row security, as the engine's
-- does. A partition has no policy and no grant: nobody reads it but through its table. Grants are columns where a
-- player may change a row but not its identity, nor what the ledger starts from. Nobody who serves requests may delete,
-- and what was logged can only be added to.

DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO herotycoon_web', current_database());
END
$$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO herotycoon_web, herotycoon_player, herotycoon_game_master;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;

-- --- the rows of a world ---------------------------------------------------------------------------------------------
DO $$
DECLARE
    game_table text;
BEGIN
    FOREACH game_table IN ARRAY ARRAY[
        'guilds', 'world_events', 'heroes', 'hero_relationships', 'activity_log', 'hero_decisions', 'master_influence',
        'quests', 'quest_assignments', 'activity_archive', 'archive_checkpoints'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', game_table);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', game_table);
        EXECUTE format(
            'CREATE POLICY player ON %I TO herotycoon_player USING (world_id = ANY (
                 string_to_array(nullif(current_setting(''herotycoon.world_ids'', true), ''''), '','')::uuid[]))',
            game_table);
        EXECUTE format(
            'CREATE POLICY game_master ON %I TO herotycoon_game_master USING (
                 nullif(current_setting(''herotycoon.user_id'', true), '''') IS NOT NULL)',
            game_table);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO herotycoon_player, herotycoon_game_master', game_table);
    END LOOP;
END
$$;

-- Heroes decide in the engine alone, and the owner's batches write the archive; others read both, most of all through
-- the functions across them.
REVOKE INSERT ON hero_decisions, activity_archive, archive_checkpoints FROM herotycoon_player, herotycoon_game_master;
GRANT EXECUTE ON FUNCTION
    activity_history(uuid, integer, integer), decision_history(uuid, integer, integer),
    activities_of(uuid, uuid[]), decisions_of(uuid, uuid[]),
    unpacked_activities(activity_archive, integer, integer), unpacked_decisions(activity_archive, integer, integer),
    id_moments(uuid[]), id_moment(uuid), game_at(integer), real_at(worlds, integer)
    TO herotycoon_player, herotycoon_game_master;

-- Views and functions have the rights of who asks; they add none.
GRANT SELECT ON active_heroes, recent_activity, guild_summary, hero_social_network
    TO herotycoon_player, herotycoon_game_master;
GRANT EXECUTE ON FUNCTION
    faded_strength(integer, integer, integer), place_name(jsonb, integer),
    wellbeing(integer, integer, integer, integer, integer), happiness(integer, integer, integer, integer),
    relationship_summary(uuid, uuid), hero_happiness(uuid, uuid),
    offline_deeds(uuid, integer, integer), offline_progress(uuid, integer, integer),
    offline_growth(uuid, integer, integer), offline_bonds(uuid, integer, integer)
    TO herotycoon_player, herotycoon_game_master;
-- What the numbers of a decision are called is nobody's data: a person's export tells them by name.
GRANT EXECUTE ON FUNCTION
    numbers_by_name(text, text[]), decision_context(jsonb), decision_options(jsonb), decision_contributions(jsonb)
    TO herotycoon_player, herotycoon_game_master;

GRANT UPDATE (name, motto, policy, treasury, reputation, level, wage, arrears, facilities, explained_by, version,
              updated_at)
    ON guilds TO herotycoon_player;
GRANT UPDATE (status, version, updated_at) ON world_events TO herotycoon_player;
GRANT UPDATE (name, status, personality, skills, items, gold, experience, energy, mood, health, place, streak,
              current_action, last_action, started_step, until_step, fed_step, met_step, partner, quest_number,
              last_decision_at, carried, expectations, explained_by, version, updated_at)
    ON heroes TO herotycoon_player;
GRANT UPDATE (strength, interactions, last_step, history, explained_by, version, updated_at)
    ON hero_relationships TO herotycoon_player;
GRANT UPDATE (trust, respect, fear, history, standing_order, answers, promises, explained_by, version, updated_at)
    ON master_influence TO herotycoon_player;
GRANT UPDATE (status, trial_step, version, updated_at) ON quests TO herotycoon_player;
GRANT UPDATE (status, ended_step, version, updated_at) ON quest_assignments TO herotycoon_player;
GRANT UPDATE ON guilds, world_events, heroes, hero_relationships, master_influence, quests, quest_assignments
    TO herotycoon_game_master;

-- Keys of other people's services: that there is one may be seen. What is sealed is the engine's to write and to open.
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY player ON api_keys FOR SELECT TO herotycoon_player
    USING (world_id = ANY (string_to_array(nullif(current_setting('herotycoon.world_ids', true), ''), ',')::uuid[]));
CREATE POLICY game_master ON api_keys FOR SELECT TO herotycoon_game_master
    USING (nullif(current_setting('herotycoon.user_id', true), '') IS NOT NULL);
GRANT SELECT (id, world_id, purpose, provider, version, created_at, updated_at)
    ON api_keys TO herotycoon_player, herotycoon_game_master;

-- Nobody has a grant on a partition; should somebody get one by mistake, it shows nothing.
DO $$
DECLARE
    part regclass;
BEGIN
    FOR part IN SELECT inhrelid FROM pg_catalog.pg_inherits
                JOIN pg_catalog.pg_class ON pg_class.oid = inhrelid
                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', part);
    END LOOP;
END
$$;

-- --- worlds ----------------------------------------------------------------------------------------------------------
-- Whose a world is decides what may be seen and made; the world a scope is in, what may be changed. So a scope can ask
-- here whether the worlds it is given are the master's, before it shows anything that is in them.
ALTER TABLE worlds ENABLE ROW LEVEL SECURITY;
ALTER TABLE worlds FORCE ROW LEVEL SECURITY;
CREATE POLICY player_sees ON worlds FOR SELECT TO herotycoon_player
    USING (owner_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
CREATE POLICY player_makes ON worlds FOR INSERT TO herotycoon_player
    WITH CHECK (owner_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
CREATE POLICY player_changes ON worlds FOR UPDATE TO herotycoon_player
    USING (owner_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid
           AND id = ANY (string_to_array(nullif(current_setting('herotycoon.world_ids', true), ''), ',')::uuid[]));
CREATE POLICY game_master ON worlds TO herotycoon_game_master
    USING (nullif(current_setting('herotycoon.user_id', true), '') IS NOT NULL);
GRANT SELECT, INSERT ON worlds TO herotycoon_player;
GRANT UPDATE (name, status, step, seq, time_scale, anchor_step, anchor_real, hot_until, revision, updated_at)
    ON worlds TO herotycoon_player;
GRANT SELECT, UPDATE ON worlds TO herotycoon_game_master;

-- --- before anything else --------------------------------------------------------------------------------------------
-- A policy looks at a new row after the triggers before it, and those that keep the books read and write with the rights
-- of the owner: what they say of another's world (a row that breaks a constraint, say) is nothing for a stranger to hear.
-- So this one comes first, by its name, and refuses in the words of the policy. The engine pays for a comparison; of the
-- log it writes booked rows, and pays for none.
CREATE FUNCTION refuse_stranger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE 'new row violates row-level security policy for table "%"', TG_ARGV[0] USING ERRCODE = 'insufficient_privilege';
END
$$;
REVOKE ALL ON FUNCTION refuse_stranger() FROM PUBLIC;
DO $$
DECLARE
    made text;
BEGIN
    FOREACH made IN ARRAY ARRAY['guilds', 'heroes', 'hero_relationships', 'master_influence', 'activity_log'] LOOP
        EXECUTE format(
            'CREATE TRIGGER a_stranger BEFORE INSERT ON %1$I FOR EACH ROW
                 WHEN (%2$s current_setting(''role'') = ''herotycoon_player'' AND (NEW.world_id = ANY (string_to_array(
                     nullif(current_setting(''herotycoon.world_ids'', true), ''''), '','')::uuid[])) IS NOT TRUE)
                 EXECUTE FUNCTION refuse_stranger(%1$L)',
            made, CASE made WHEN 'activity_log' THEN 'NOT NEW.booked AND' ELSE '' END);
    END LOOP;
END
$$;

-- --- people ----------------------------------------------------------------------------------------------------------
-- Who a name or a session belongs to has to be found before anybody is anybody: that much the login may read.
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY login ON users FOR SELECT TO herotycoon_web USING (true);
CREATE POLICY player_sees ON users FOR SELECT TO herotycoon_player
    USING (id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
CREATE POLICY player_registers ON users FOR INSERT TO herotycoon_player
    WITH CHECK (id = nullif(current_setting('herotycoon.user_id', true), '')::uuid
                AND NOT is_staff AND NOT is_superuser);
CREATE POLICY player_changes ON users FOR UPDATE TO herotycoon_player
    USING (id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
CREATE POLICY game_master ON users TO herotycoon_game_master
    USING (nullif(current_setting('herotycoon.user_id', true), '') IS NOT NULL);
GRANT SELECT (id, username, password, is_active, is_staff) ON users TO herotycoon_web;
GRANT SELECT, INSERT, UPDATE (username, password, email, last_login)
    ON users TO herotycoon_player;
-- A game master sees who somebody is, and no password; who becomes one is not for game masters to say, and where the
-- letters go that let somebody in without a password neither.
GRANT SELECT (id, username, email, is_active, is_staff, is_superuser, date_joined, last_login),
      UPDATE (username, is_active)
    ON users TO herotycoon_game_master;

ALTER TABLE user_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY login ON user_sessions FOR SELECT TO herotycoon_web USING (true);
CREATE POLICY player ON user_sessions TO herotycoon_player
    USING (user_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
-- A game master may end a visit, and make none: that would be logging in as somebody else. Their own is a player's.
CREATE POLICY game_master ON user_sessions TO herotycoon_game_master
    USING (nullif(current_setting('herotycoon.user_id', true), '') IS NOT NULL);
GRANT SELECT (id, user_id, started_at, last_seen_at, ended_at) ON user_sessions TO herotycoon_web;
GRANT SELECT, INSERT, UPDATE (last_seen_at, ended_at, previous_seen_at, device) ON user_sessions TO herotycoon_player;
GRANT SELECT (id, user_id, started_at, last_seen_at, ended_at, previous_seen_at, device), UPDATE (ended_at)
    ON user_sessions TO herotycoon_game_master;

DO $$
DECLARE
    membership text;
BEGIN
    FOREACH membership IN ARRAY ARRAY['users_groups', 'users_user_permissions'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', membership);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', membership);
        EXECUTE format(
            'CREATE POLICY player ON %I TO herotycoon_player
                 USING (user_id = nullif(current_setting(''herotycoon.user_id'', true), '''')::uuid)',
            membership);
        EXECUTE format(
            'CREATE POLICY game_master ON %I TO herotycoon_game_master
                 USING (nullif(current_setting(''herotycoon.user_id'', true), '''') IS NOT NULL)',
            membership);
        EXECUTE format('GRANT SELECT ON %I TO herotycoon_player, herotycoon_game_master', membership);
    END LOOP;
END
$$;
-- What groups and permissions there are is nobody's data.
GRANT SELECT ON auth_group, auth_group_permissions, auth_permission, django_content_type TO herotycoon_game_master;

-- --- the record of who looked at whose data ----------------------------------------------------------------------------
-- A master may see what was done with their data, and by whom; everybody records what they do themselves.
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY player_sees ON audit_log FOR SELECT TO herotycoon_player
    USING (subject_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid
           OR actor_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
CREATE POLICY player_records ON audit_log FOR INSERT TO herotycoon_player
    WITH CHECK (actor_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
CREATE POLICY game_master_sees ON audit_log FOR SELECT TO herotycoon_game_master
    USING (nullif(current_setting('herotycoon.user_id', true), '') IS NOT NULL);
CREATE POLICY game_master_records ON audit_log FOR INSERT TO herotycoon_game_master
    WITH CHECK (actor_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
GRANT SELECT, INSERT ON audit_log TO herotycoon_player, herotycoon_game_master;
