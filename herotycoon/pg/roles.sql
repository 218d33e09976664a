-- The roles of a database server, which belong to all its databases: run once, by a superuser, before the migrations.
--
--     psql --dbname postgres --file herotycoon/pg/roles.sql
--
-- Running it again mends what was changed. It sets no password; a server that asks for one needs it said afterwards:
-- ALTER ROLE herotycoon PASSWORD '…'; ALTER ROLE herotycoon_web PASSWORD '…'. The bundled server runs it at every start.
--
-- herotycoon             owns the tables and turns the worlds; row security does not bind it, as COPY needs
-- herotycoon_web         logs in for requests; may nothing but find out who somebody is, until it takes on one of:
-- herotycoon_player      a master in their own worlds
-- herotycoon_game_master the staff, in every world, on record

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['herotycoon', 'herotycoon_web', 'herotycoon_player', 'herotycoon_game_master'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I', name);
        END IF;
    END LOOP;
END
$$;

ALTER ROLE herotycoon LOGIN CREATEDB BYPASSRLS;
ALTER ROLE herotycoon_web LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE herotycoon_player NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
ALTER ROLE herotycoon_game_master NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;

-- A session that begins in UTC needs no SET of its own, which a proxy would hand on to the next one.
ALTER ROLE herotycoon SET timezone = 'UTC';
ALTER ROLE herotycoon_web SET timezone = 'UTC';

-- The web may become either, and has the rights of neither before it does. Until PostgreSQL 15 NOINHERIT alone says
-- so; since then the membership itself does, and remembers what it was granted with.
DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 160000 THEN
        EXECUTE 'GRANT herotycoon_player, herotycoon_game_master TO herotycoon_web WITH INHERIT FALSE, SET TRUE';
    ELSE
        GRANT herotycoon_player, herotycoon_game_master TO herotycoon_web;
    END IF;
END
$$;
