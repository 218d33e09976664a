-- The database keeps the books for hands other than the engine's: psql, a form, a script.
--
-- Who made a change? Every row that the ledger sums carries `explained_by`, the last activity that changed it. The engine
-- and the services set it together with the amounts and raise `version`; whoever does not is booked here: what changed is
-- logged as an activity of kind 'edit', at the world's present step, with the differences in the form that the ledger
-- adds up. Nothing is clamped and no number is invented: what the constraints refuse stays refused, and nothing is
-- written then. The conditions stand in WHEN, so that the engine pays for a comparison and nothing more.

-- The clock -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION game_at(step integer) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN timestamptz '1000-01-01T00:00Z' + step * interval '30 minutes';

-- Rounded down to microseconds, also before the anchor; whole seconds and the rest apart, so that both stay exact.
CREATE FUNCTION real_at(world worlds, step integer) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN (
    SELECT world.anchor_real + (past / 1000000) * interval '1 second' + (past % 1000000) * interval '1 microsecond'
    FROM (SELECT (game - (game % world.time_scale + world.time_scale) % world.time_scale) / world.time_scale
          FROM (VALUES ((step - world.anchor_step) * 1800000000::bigint)) AS passed (game)) AS elapsed (past)
);

-- Entries of the log --------------------------------------------------------------------------------------------------

-- A UUID of version 7, as the code makes them: 48 bits of milliseconds, then chance.
CREATE FUNCTION fresh_id() RETURNS uuid LANGUAGE sql VOLATILE
RETURN encode(set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid())
            PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
    52, 1), 53, 1), 'hex')::uuid;

-- Takes the next place in the log of a world: locks the world's row until the transaction ends, as every input does.
--
-- A tick holds the world's row first and wants the heroes' then; an edit holds a hero's row already. Whoever waits in the
-- queue of a lock may be chosen as the victim of that deadlock. A person should not be, so this waits beside the queue;
-- the tick gives up after a moment, and is tried again. Only who has waited for longer than any bite takes queues up,
-- where two people who wait for each other are found out.
CREATE FUNCTION take_place(whose uuid) RETURNS worlds LANGUAGE plpgsql AS $$
DECLARE
    place public.worlds;
    patience CONSTANT timestamptz := pg_catalog.clock_timestamp() + interval '10 seconds';
BEGIN
    LOOP
        SELECT * INTO place FROM public.worlds WHERE id = whose FOR NO KEY UPDATE SKIP LOCKED;
        EXIT WHEN FOUND;
        IF pg_catalog.clock_timestamp() > patience THEN
            PERFORM 1 FROM public.worlds WHERE id = whose FOR NO KEY UPDATE;
        END IF;
        IF NOT EXISTS (SELECT 1 FROM public.worlds WHERE id = whose) THEN
            RAISE 'there is no world %', whose USING ERRCODE = 'foreign_key_violation';
        END IF;
        PERFORM pg_catalog.pg_sleep(0.005);
    END LOOP;
    UPDATE public.worlds SET seq = seq + 1, revision = revision + 1, updated_at = pg_catalog.now() WHERE id = whose;
    RETURN place;
END
$$;

-- Logs an edit about a hero, or about the guild where `whom` is NULL; its id and step.
CREATE FUNCTION log_edit(
    whose uuid, whom uuid, told jsonb, moved jsonb, mood integer, OUT entry uuid, OUT at integer
) LANGUAGE plpgsql AS $$
DECLARE
    place public.worlds := public.take_place(whose);
BEGIN
    entry := public.fresh_id();
    at := place.step;
    INSERT INTO public.activity_log (id, world_id, hero_id, guild_id, kind, action, started_step, step, seq, game_at,
                                     real_at, data, changes, mood_impact, importance, booked)
    VALUES (entry, whose, whom,
            CASE WHEN whom IS NULL THEN (SELECT id FROM public.guilds WHERE world_id = whose) END,
            'edit', 'edit', at, at, place.seq, public.game_at(at), public.real_at(place, at),
            pg_catalog.jsonb_build_object('edit', told), moved, mood, 30, true);
END
$$;

-- What changed --------------------------------------------------------------------------------------------------------

-- {column: new value} of what differs between two rows, their bookkeeping left out.
CREATE FUNCTION differing(was jsonb, now jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(now)
    WHERE value IS DISTINCT FROM was -> key
      AND key <> ALL (ARRAY['version', 'explained_by', 'created_at', 'updated_at'])
);

-- {key: number now − number before} of two objects; what is no number, or too large, is left to the constraints.
CREATE FUNCTION differences(was jsonb, now jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(jsonb_object_agg(key, change::bigint), '{}')
    FROM (SELECT key, sum(CASE WHEN jsonb_typeof(value) = 'number' AND value <= '2147483647' AND value >= '-2147483648'
                           THEN sign * value::numeric ELSE 0 END) AS change
          FROM (SELECT -1 AS sign, * FROM jsonb_each(CASE jsonb_typeof(was) WHEN 'object' THEN was ELSE '{}' END)
                UNION ALL
                SELECT 1, * FROM jsonb_each(CASE jsonb_typeof(now) WHEN 'object' THEN now ELSE '{}' END)) AS both_sides
          GROUP BY key) AS summed
    WHERE change <> 0
);

-- The object with some of its keys only.
CREATE FUNCTION picked(document jsonb, VARIADIC keys text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(document) WHERE key = ANY (keys));

-- The differences of a row's amounts as the ledger sums them; mood comes as a key of its own.
CREATE FUNCTION amounts_moved(kind text, was jsonb, now jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE kind
    WHEN 'guilds' THEN differences(picked(was, 'treasury'), picked(now, 'treasury'))
    WHEN 'master_influence' THEN jsonb_build_object('influence', differences(
        picked(was, 'trust', 'respect', 'fear'), picked(now, 'trust', 'respect', 'fear')))
    ELSE differences(picked(was, 'gold', 'experience', 'energy', 'mood', 'health'),
                     picked(now, 'gold', 'experience', 'energy', 'mood', 'health'))
        || jsonb_build_object('traits', differences(was -> 'personality', now -> 'personality'),
                              'skills', differences(was -> 'skills', now -> 'skills'),
                              'items', differences(was -> 'items', now -> 'items'))
END;

-- The object without its empty objects.
CREATE FUNCTION without_empty(document jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(document) WHERE value <> '{}');

-- The history with one more entry; the newest fifty are kept.
CREATE FUNCTION remembered(history jsonb, entry jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE jsonb_typeof(history) WHEN 'array'
    THEN jsonb_path_query_array(history || jsonb_build_array(entry), '$[last - 49 to last]') ELSE history END;

-- Refuses a row that was read before somebody else wrote it: a whole row saved back would undo what the tick did since.
CREATE FUNCTION refuse_stale(kind text, was integer, now integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF now < was THEN
        RAISE 'this row of % is of version %, and was read at version %', kind, was, now
            USING ERRCODE = 'check_violation', HINT = 'Read it again: somebody changed it meanwhile.';
    END IF;
END
$$;

-- Refuses to change by hand what the log itself tells; `fixed` names the columns.
CREATE FUNCTION refuse_fixed(kind text, told jsonb, fixed text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    broken text := (SELECT pg_catalog.min(key) FROM pg_catalog.jsonb_each(told) WHERE key = ANY (fixed)
                    AND value <> 'null');  -- that is for the constraints to refuse
BEGIN
    IF broken IS NOT NULL THEN
        RAISE '% of % is not changed by hand: the log tells of it', broken, kind
            USING ERRCODE = 'check_violation', COLUMN = broken, TABLE = kind,
                  HINT = 'What a hero does is the hero''s own decision: give an order. What was at birth stays.';
    END IF;
END
$$;

-- Edits of rows with amounts ------------------------------------------------------------------------------------------

-- The columns that nobody changes by hand are the trigger's arguments.
CREATE FUNCTION book_edit() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    was CONSTANT jsonb := pg_catalog.to_jsonb(OLD);
    is_now CONSTANT jsonb := pg_catalog.to_jsonb(NEW);
    -- A birth left out is the one that was recorded when the row was made.
    told jsonb := public.differing(was, is_now) - (
        CASE '{}'::jsonb WHEN is_now -> 'birth' THEN 'birth' WHEN is_now -> 'baseline' THEN 'baseline' ELSE '' END);
    moved jsonb := public.amounts_moved(TG_TABLE_NAME, was, is_now);
    mood CONSTANT integer := coalesce((moved ->> 'mood')::integer, 0);
    place record;
BEGIN
    PERFORM public.refuse_stale(TG_TABLE_NAME, OLD.version, NEW.version);
    PERFORM public.refuse_fixed(TG_TABLE_NAME, told,
        CASE WHEN is_now -> 'carried' = '{}' THEN TG_ARGV || 'until_step'::text ELSE TG_ARGV END);  -- not awake yet
    IF is_now -> 'birth' = '{}' THEN
        NEW.birth := OLD.birth;
    ELSIF is_now -> 'baseline' = '{}' THEN
        NEW.baseline := OLD.baseline;
    END IF;
    IF told = '{}' OR mood NOT BETWEEN -100 AND 100 THEN
        RETURN NEW;  -- nothing to tell; or a mood that its constraint refuses
    END IF;
    moved := public.without_empty(moved - 'mood');
    told := pg_catalog.jsonb_build_object('table', TG_TABLE_NAME, 'set', told);
    place := public.log_edit(
        NEW.world_id,
        CASE TG_TABLE_NAME WHEN 'heroes' THEN is_now ->> 'id' WHEN 'master_influence' THEN is_now ->> 'hero_id' END::uuid,
        told, moved, mood);
    NEW.explained_by := place.entry;
    IF TG_TABLE_NAME = 'master_influence' AND moved ? 'influence' THEN
        NEW.history := public.remembered(NEW.history, pg_catalog.jsonb_build_object(
            'step', place.at, 'causes', '["edit"]'::jsonb) || (moved -> 'influence'));
    END IF;
    RETURN NEW;
END
$$;

-- An edit is explained where `explained_by` says something new, and where the version goes up, as the code's own writes
-- do; amounts are booked whatever the version says. A version that goes down is a row that was read too long ago.
CREATE TRIGGER heroes_booking BEFORE UPDATE ON heroes FOR EACH ROW
    WHEN (NEW.version < OLD.version OR (NEW.explained_by IS NOT DISTINCT FROM OLD.explained_by AND (
          (NEW.version = OLD.version AND NEW.* IS DISTINCT FROM OLD.*)
          OR (NEW.gold, NEW.experience, NEW.energy, NEW.mood, NEW.health, NEW.personality, NEW.skills, NEW.items)
             IS DISTINCT FROM
             (OLD.gold, OLD.experience, OLD.energy, OLD.mood, OLD.health, OLD.personality, OLD.skills, OLD.items))))
    EXECUTE FUNCTION book_edit('id', 'world_id', 'guild_id', 'number', 'birth', 'current_action', 'started_step',
                               'last_decision_at', 'carried');
CREATE TRIGGER guilds_booking BEFORE UPDATE ON guilds FOR EACH ROW
    WHEN (NEW.version < OLD.version OR (NEW.explained_by IS NOT DISTINCT FROM OLD.explained_by AND (
          (NEW.version = OLD.version AND NEW.* IS DISTINCT FROM OLD.*) OR NEW.treasury IS DISTINCT FROM OLD.treasury)))
    EXECUTE FUNCTION book_edit('id', 'world_id', 'birth');
CREATE TRIGGER master_influence_booking BEFORE UPDATE ON master_influence FOR EACH ROW
    WHEN (NEW.version < OLD.version OR (NEW.explained_by IS NOT DISTINCT FROM OLD.explained_by AND (
          (NEW.version = OLD.version AND NEW.* IS DISTINCT FROM OLD.*)
          OR (NEW.trust, NEW.respect, NEW.fear) IS DISTINCT FROM (OLD.trust, OLD.respect, OLD.fear))))
    EXECUTE FUNCTION book_edit('id', 'world_id', 'hero_id', 'baseline');

-- Relationships: two rows, one truth ----------------------------------------------------------------------------------

CREATE FUNCTION opposite(role text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE role WHEN 'mentor' THEN 'pupil' WHEN 'pupil' THEN 'mentor' ELSE role END;

CREATE FUNCTION number_of(hero uuid, whose uuid) RETURNS integer LANGUAGE sql STABLE
RETURN (SELECT number FROM heroes WHERE id = hero AND world_id = whose);

-- The other hero's row of the same relationship.
CREATE FUNCTION other_side(bond hero_relationships) RETURNS hero_relationships LANGUAGE sql STABLE
RETURN (SELECT r FROM hero_relationships AS r
        WHERE r.world_id = bond.world_id AND r.hero_id = bond.other_id AND r.other_id = bond.hero_id
          AND r.kind = bond.kind);

-- What both rows tell alike; the roles as the first hero's row has them.
CREATE FUNCTION shared(bond hero_relationships, mirrored boolean) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_build_array(bond.strength, bond.opening, bond.interactions, bond.last_step,
                         CASE WHEN mirrored THEN opposite(bond.role) ELSE bond.role END);

-- One change of a relationship as the log tells it, and as its history does.
CREATE FUNCTION bond_moved(other integer, kind text, change integer, more jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('relationships', jsonb_build_array(
    jsonb_build_object('with', other, 'kind', kind, 'change', change) || more));

CREATE FUNCTION bond_entry(at integer, change integer) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('step', at, 'cause', 'edit', 'change', change);

CREATE FUNCTION refuse_discord(one hero_relationships, other hero_relationships) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF public.shared(one, false) <> public.shared(other, true) THEN
        RAISE 'two heroes tell differently of their %: % and %', one.kind,
              public.shared(one, false), public.shared(other, true)
            USING ERRCODE = 'check_violation',
                  HINT = 'Both rows share strength, opening, interactions and last_step; write one, the other follows.';
    END IF;
END
$$;

-- Where one statement changes both rows, the first is booked, and the second has to say the same.
CREATE FUNCTION book_bond() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    told jsonb := public.differing(pg_catalog.to_jsonb(OLD), pg_catalog.to_jsonb(NEW));
    change CONSTANT integer := NEW.strength - OLD.strength;
    mirror public.hero_relationships;
    far integer;
    place record;
BEGIN
    PERFORM public.refuse_stale(TG_TABLE_NAME, OLD.version, NEW.version);
    PERFORM public.refuse_fixed(TG_TABLE_NAME, told, TG_ARGV);
    IF told = '{}' OR NEW.strength NOT BETWEEN -100 AND 100 THEN
        RETURN NEW;
    END IF;
    mirror := public.other_side(OLD);
    IF mirror.id IS NOT NULL AND mirror.explained_by IS DISTINCT FROM OLD.explained_by THEN
        PERFORM public.refuse_discord(NEW, mirror);
        NEW.explained_by := mirror.explained_by;
        NEW.history := mirror.history;
        RETURN NEW;
    END IF;
    far := public.number_of(NEW.other_id, NEW.world_id);
    told := pg_catalog.jsonb_build_object('table', TG_TABLE_NAME, 'with', far, 'kind', NEW.kind, 'set', told);
    place := public.log_edit(NEW.world_id, NEW.hero_id, told,
        CASE change WHEN 0 THEN '{}' ELSE public.bond_moved(far, NEW.kind, change, '{}') END, 0);
    NEW.explained_by := place.entry;
    IF change <> 0 THEN
        NEW.history := public.remembered(NEW.history, public.bond_entry(place.at, change));
    END IF;
    NEW.version := OLD.version + 2;  -- one for each row: the sign by which `mirror_bond` knows that it is wanted
    NEW.updated_at := pg_catalog.now();
    RETURN NEW;
END
$$;

CREATE FUNCTION mirror_bond() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.hero_relationships AS mirror
    SET strength = NEW.strength, opening = NEW.opening, interactions = NEW.interactions, last_step = NEW.last_step,
        role = public.opposite(NEW.role), history = NEW.history, explained_by = NEW.explained_by,
        version = mirror.version + 1, updated_at = pg_catalog.now()
    WHERE mirror.world_id = NEW.world_id AND mirror.hero_id = NEW.other_id AND mirror.other_id = NEW.hero_id
      AND mirror.kind = NEW.kind AND mirror.explained_by IS DISTINCT FROM NEW.explained_by;
    RETURN NULL;
END
$$;

-- A hero keeps at most thirty relationships; the engine forgets one to make room for the next.
CREATE FUNCTION refuse_crowd(bond hero_relationships) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    full_up integer := (
        SELECT public.number_of(hero, bond.world_id)
        FROM pg_catalog.unnest(ARRAY[bond.hero_id, bond.other_id]) AS hero
        WHERE (SELECT pg_catalog.count(DISTINCT (CASE WHEN r.hero_id = hero THEN r.other_id ELSE r.hero_id END, r.kind))
               FROM public.hero_relationships AS r
               WHERE r.world_id = bond.world_id AND hero IN (r.hero_id, r.other_id)) > 30
        LIMIT 1);
BEGIN
    IF full_up IS NOT NULL THEN
        RAISE 'hero % keeps thirty relationships already', full_up
            USING ERRCODE = 'check_violation', TABLE = 'hero_relationships', HINT = 'Delete one first.';
    END IF;
END
$$;

-- A relationship that nobody explained: both rows are there afterwards, and it is logged, unless the world itself is
-- just being made (nothing has been written to it yet): then it is from the beginning.
CREATE FUNCTION book_new_bond() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mine public.hero_relationships := (
        SELECT r FROM public.hero_relationships AS r WHERE r.id = NEW.id AND r.world_id = NEW.world_id);
    mirror public.hero_relationships := public.other_side(NEW);
    change CONSTANT integer := NEW.strength - NEW.opening;
    far integer;
    place record;
BEGIN
    IF mine.id IS NULL OR mine.explained_by IS NOT NULL THEN
        RETURN NULL;  -- booked with the other row
    END IF;
    IF mirror.id IS NOT NULL THEN
        PERFORM public.refuse_discord(mine, mirror);
    END IF;
    IF (SELECT revision = 0 FROM public.worlds WHERE id = NEW.world_id) THEN
        mine.opening := mine.strength;
    ELSE
        PERFORM public.refuse_crowd(NEW);
        far := public.number_of(NEW.other_id, NEW.world_id);
        place := public.log_edit(NEW.world_id, NEW.hero_id,
            pg_catalog.jsonb_build_object('table', TG_TABLE_NAME, 'with', far, 'kind', NEW.kind,
                'insert', public.picked(pg_catalog.to_jsonb(NEW), 'role', 'strength', 'opening', 'interactions',
                                        'last_step', 'history')),
            public.bond_moved(far, NEW.kind, change, CASE NEW.opening WHEN 0 THEN '{"opened": true}' ELSE '{}' END::jsonb),
            0);
        mine.explained_by := place.entry;
        mine.history := public.remembered(mine.history, public.bond_entry(place.at, change));
        IF mine.last_step = 0 THEN
            mine.last_step := place.at;  -- left out: they know each other from now on
        END IF;
    END IF;
    UPDATE public.hero_relationships
    SET opening = mine.opening, last_step = mine.last_step, history = mine.history, explained_by = mine.explained_by,
        version = version + 1, updated_at = pg_catalog.now()
    WHERE world_id = NEW.world_id AND id IN (mine.id, mirror.id)
      AND (explained_by IS DISTINCT FROM mine.explained_by OR opening <> mine.opening);
    IF mirror.id IS NULL THEN
        INSERT INTO public.hero_relationships (id, world_id, hero_id, other_id, kind, role, strength, opening, interactions,
                                               last_step, history, explained_by)
        VALUES (public.fresh_id(), mine.world_id, mine.other_id, mine.hero_id, mine.kind, public.opposite(mine.role),
                mine.strength, mine.opening, mine.interactions, mine.last_step, mine.history, mine.explained_by);
    END IF;
    RETURN NULL;
END
$$;

-- What was forgotten is told in the log: by the activity that explains the row, as the engine's are, or from here. What
-- goes with a hero or with a world is not told.
CREATE FUNCTION book_lost_bonds() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    lost record;
    place record;
BEGIN
    FOR lost IN
        SELECT DISTINCT ON (world_id, least(one, two), greatest(one, two), kind) told.*
        FROM (SELECT gone.*, h.number AS one, o.number AS two
              FROM gone
              JOIN public.heroes AS h ON h.id = gone.hero_id AND h.world_id = gone.world_id
              JOIN public.heroes AS o ON o.id = gone.other_id AND o.world_id = gone.world_id) AS told
        WHERE NOT EXISTS (
            SELECT 1 FROM public.activity_log AS l
            CROSS JOIN LATERAL pg_catalog.jsonb_array_elements(l.changes -> 'relationships') AS bond
            WHERE l.id = told.explained_by AND l.world_id = told.world_id AND bond ? 'forgotten'
              AND bond ->> 'kind' = told.kind AND (bond ->> 'with')::integer IN (one, two))
        ORDER BY world_id, least(one, two), greatest(one, two), kind, one
    LOOP
        place := public.log_edit(lost.world_id, lost.hero_id,
            pg_catalog.jsonb_build_object('table', TG_TABLE_NAME, 'with', lost.two, 'kind', lost.kind, 'delete', true),
            public.bond_moved(lost.two, lost.kind, -lost.strength, '{"forgotten": true}'), 0);
        UPDATE public.hero_relationships SET explained_by = place.entry, version = version + 1
        WHERE world_id = lost.world_id AND hero_id = lost.other_id AND other_id = lost.hero_id AND kind = lost.kind;
        DELETE FROM public.hero_relationships
        WHERE world_id = lost.world_id AND hero_id = lost.other_id AND other_id = lost.hero_id AND kind = lost.kind;
    END LOOP;
    RETURN NULL;
END
$$;

CREATE TRIGGER hero_relationships_booking BEFORE UPDATE ON hero_relationships FOR EACH ROW
    WHEN (NEW.version < OLD.version
          OR (NEW.explained_by IS NOT DISTINCT FROM OLD.explained_by AND NEW.* IS DISTINCT FROM OLD.*))
    EXECUTE FUNCTION book_bond('id', 'world_id', 'hero_id', 'other_id', 'kind', 'opening');
CREATE TRIGGER hero_relationships_mirroring AFTER UPDATE ON hero_relationships FOR EACH ROW
    WHEN (NEW.version > OLD.version + 1) EXECUTE FUNCTION mirror_bond();
CREATE TRIGGER hero_relationships_opening AFTER INSERT ON hero_relationships FOR EACH ROW
    WHEN (NEW.explained_by IS NULL) EXECUTE FUNCTION book_new_bond();
CREATE TRIGGER hero_relationships_forgetting AFTER DELETE ON hero_relationships
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION book_lost_bonds();

-- Births --------------------------------------------------------------------------------------------------------------

-- What the ledger starts from, where nobody said it: the values that the hero is made with. Whoever is made by hand is
-- asleep, and their life begins when they wake: at the next step.
CREATE FUNCTION people(whose uuid) RETURNS integer LANGUAGE sql STABLE
RETURN (SELECT count(*) FROM heroes WHERE world_id = whose)::integer;

-- Refuses a hero whom the engine could not let live in a world that lives already.
CREATE FUNCTION admit(hero heroes, place worlds) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    next CONSTANT integer := public.people(place.id);
BEGIN
    IF hero.number <> next THEN
        RAISE 'the next hero of this world is number %, not %', next, hero.number
            USING ERRCODE = 'check_violation', TABLE = 'heroes', COLUMN = 'number';
    END IF;
    IF hero.carried <> '{}' OR hero.until_step NOT IN (0, place.step + 1) OR hero.current_action NOT IN ('', 'sleep') THEN
        RAISE 'a hero who is made by hand has not decided anything yet'
            USING ERRCODE = 'check_violation', TABLE = 'heroes',
                  HINT = 'Leave out what they are doing, from when, until when and why: they wake at the next step.';
    END IF;
END
$$;

CREATE FUNCTION record_birth() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place public.worlds;
BEGIN
    IF TG_TABLE_NAME = 'guilds' THEN
        NEW.birth := public.picked(pg_catalog.to_jsonb(NEW), 'treasury', 'reputation');
        RETURN NEW;
    END IF;
    SELECT * INTO place FROM public.worlds WHERE id = NEW.world_id;
    IF place.revision > 0 THEN
        PERFORM public.admit(NEW, place);
        NEW.number := coalesce(NEW.number, public.people(NEW.world_id));
        NEW.started_step := place.step + 1;
        NEW.until_step := place.step + 1;
        NEW.fed_step := place.step;
        NEW.met_step := place.step;
        NEW.current_action := 'sleep';
        NEW.last_action := 'sleep';
    END IF;
    NEW.birth := public.picked(pg_catalog.to_jsonb(NEW), 'personality', 'skills', 'items', 'gold', 'experience',
                               'energy', 'mood', 'health')
        || pg_catalog.jsonb_build_object('step', NEW.started_step, 'by_hand', true);
    RETURN NEW;
END
$$;

CREATE FUNCTION welcome() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO public.master_influence (id, world_id, hero_id) VALUES (public.fresh_id(), NEW.world_id, NEW.id);
    IF (SELECT revision > 0 FROM public.worlds WHERE id = NEW.world_id) THEN
        PERFORM public.log_edit(NEW.world_id, NEW.id, pg_catalog.jsonb_build_object(
            'table', TG_TABLE_NAME,
            'insert', pg_catalog.to_jsonb(NEW) - ARRAY['id', 'world_id', 'guild_id', 'birth', 'version', 'explained_by',
                                                       'created_at', 'updated_at']), '{}', 0);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION record_baseline() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.baseline := public.picked(pg_catalog.to_jsonb(NEW), 'trust', 'respect', 'fear');
    RETURN NEW;
END
$$;

CREATE FUNCTION keep_influence() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM public.heroes WHERE id = OLD.hero_id AND world_id = OLD.world_id) THEN
        RAISE 'hero % has exactly one record of the master''s influence, and keeps it',
              public.number_of(OLD.hero_id, OLD.world_id) USING ERRCODE = 'check_violation', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN OLD;
END
$$;

CREATE TRIGGER guilds_birth BEFORE INSERT ON guilds FOR EACH ROW
    WHEN (NEW.birth = '{}') EXECUTE FUNCTION record_birth();
CREATE TRIGGER heroes_birth BEFORE INSERT ON heroes FOR EACH ROW
    WHEN (NEW.birth = '{}') EXECUTE FUNCTION record_birth();
CREATE TRIGGER heroes_welcome AFTER INSERT ON heroes FOR EACH ROW
    WHEN (NEW.birth ? 'by_hand') EXECUTE FUNCTION welcome();
CREATE TRIGGER master_influence_baseline BEFORE INSERT ON master_influence FOR EACH ROW
    WHEN (NEW.baseline = '{}') EXECUTE FUNCTION record_baseline();
CREATE TRIGGER master_influence_keeping BEFORE DELETE ON master_influence FOR EACH ROW EXECUTE FUNCTION keep_influence();

-- Activities logged by other hands ------------------------------------------------------------------------------------

-- The object with the sums of its numbers and others.
CREATE FUNCTION added(document jsonb, moved jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN document || (SELECT coalesce(jsonb_object_agg(key, coalesce((document ->> key)::numeric, 0) + value::numeric), '{}')
                    FROM jsonb_each_text(coalesce(moved, '{}')));

CREATE FUNCTION refuse_entry(why text, hint text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE 'this activity cannot be booked: %', why USING ERRCODE = 'check_violation', TABLE = 'activity_log', HINT = hint;
END
$$;

-- Refuses what cannot be booked; says what could be.
CREATE FUNCTION refuse_unbookable(kind text, action text, hero uuid, changes jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    known text[] := CASE WHEN hero IS NULL THEN ARRAY['treasury'] ELSE
        ARRAY['gold', 'experience', 'energy', 'health', 'treasury', 'items', 'skills', 'traits', 'influence', 'relationships']
        END;
    strange text := (SELECT pg_catalog.min(key) FROM pg_catalog.jsonb_object_keys(changes) AS key WHERE key <> ALL (known));
BEGIN
    IF kind = 'action' OR (kind = 'event' AND action = 'upkeep') THEN
        PERFORM public.refuse_entry('what heroes do, and the daily upkeep, is told by the engine alone',
                                    'Log it as an input, an edit or an event.');
    ELSIF strange IS NOT NULL THEN
        PERFORM public.refuse_entry(pg_catalog.format('its changes tell of %L', strange),
            pg_catalog.format('What can be booked here: %s; mood goes to mood_impact.', pg_catalog.array_to_string(known, ', ')));
    ELSIF changes @? '$.keyvalue() ? (@.key != "relationships").value.**
                      ? (@.type() != "object" && (@.type() != "number" || @.floor() != @))'
          OR changes @? '$.keyvalue() ? (@.key == "relationships").value[*].change ? (@.type() != "number" || @.floor() != @)'
    THEN
        PERFORM public.refuse_entry(pg_catalog.format('its changes are %s', changes), 'Only whole numbers can be added up.');
    ELSIF changes @? '$.keyvalue() ? (@.key == "items" || @.key == "skills" || @.key == "traits" || @.key == "influence")
                      .value ? (@.type() != "object")'
          OR changes @? '$.keyvalue() ? (@.key == "gold" || @.key == "experience" || @.key == "energy" || @.key == "health"
                                         || @.key == "treasury").value ? (@.type() != "number")'
          OR changes -> 'influence' @? '$.keyvalue() ? (@.key != "trust" && @.key != "respect" && @.key != "fear")' THEN
        PERFORM public.refuse_entry(pg_catalog.format('its changes are %s', changes),
            'Numbers by name: {"gold": 5, "items": {"ore": 1}, "influence": {"trust": 2}}.');
    END IF;
END
$$;

-- What an activity changes in one relationship of its hero, applied to both rows.
CREATE FUNCTION book_bond_change(entry activity_log, bond jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    far uuid := (SELECT id FROM public.heroes
                 WHERE world_id = entry.world_id AND number = (bond ->> 'with')::integer);
    written integer;
BEGIN
    UPDATE public.hero_relationships
    SET strength = strength + (bond ->> 'change')::integer, interactions = interactions + 1, last_step = entry.step,
        history = public.remembered(history, pg_catalog.jsonb_build_object(
            'step', entry.step, 'cause', entry.action, 'change', bond -> 'change')),
        explained_by = entry.id, version = version + 1, updated_at = pg_catalog.now()
    WHERE world_id = entry.world_id AND kind = bond ->> 'kind'
      AND ((hero_id = entry.hero_id AND other_id = far) OR (hero_id = far AND other_id = entry.hero_id));
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written <> 2 OR bond - ARRAY['with', 'kind', 'change'] <> '{}' OR NOT bond ? 'change' THEN
        PERFORM public.refuse_entry(pg_catalog.format('there is no relationship like %s', bond),
            'Tell of one that is: {"with": 3, "kind": "friendship", "change": 5}. To open or end one, insert or delete its row.');
    END IF;
END
$$;

-- Applies the differences that an activity carries. What comes of it has to be possible: the constraints see to that.
CREATE FUNCTION book_changes(entry activity_log) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    moved CONSTANT jsonb := entry.changes;
    felt CONSTANT jsonb := moved -> 'influence';
    bond jsonb;
BEGIN
    IF entry.mood_impact <> 0
       OR moved ?| ARRAY['gold', 'experience', 'energy', 'health', 'items', 'skills', 'traits'] THEN
        UPDATE public.heroes
        SET gold = gold + coalesce((moved ->> 'gold')::integer, 0),
            experience = experience + coalesce((moved ->> 'experience')::integer, 0),
            energy = energy + coalesce((moved ->> 'energy')::integer, 0),
            mood = mood + entry.mood_impact,
            health = health + coalesce((moved ->> 'health')::integer, 0),
            items = public.added(items, moved -> 'items'),
            skills = public.added(skills, moved -> 'skills'),
            personality = public.added(personality, moved -> 'traits'),
            explained_by = entry.id, version = version + 1, updated_at = pg_catalog.now()
        WHERE id = entry.hero_id AND world_id = entry.world_id;
    END IF;
    IF moved ? 'treasury' THEN
        UPDATE public.guilds
        SET treasury = treasury + (moved ->> 'treasury')::integer, explained_by = entry.id, version = version + 1,
            updated_at = pg_catalog.now()
        WHERE world_id = entry.world_id;
    END IF;
    IF felt IS NOT NULL THEN
        UPDATE public.master_influence
        SET trust = trust + coalesce((felt ->> 'trust')::integer, 0),
            respect = respect + coalesce((felt ->> 'respect')::integer, 0),
            fear = fear + coalesce((felt ->> 'fear')::integer, 0),
            history = public.remembered(history, pg_catalog.jsonb_build_object(
                'step', entry.step, 'causes', pg_catalog.jsonb_build_array(entry.action)) || felt),
            explained_by = entry.id, version = version + 1, updated_at = pg_catalog.now()
        WHERE hero_id = entry.hero_id AND world_id = entry.world_id;
    END IF;
    FOR bond IN SELECT value FROM pg_catalog.jsonb_array_elements(moved -> 'relationships') LOOP
        PERFORM public.book_bond_change(entry, bond);
    END LOOP;
END
$$;

-- An activity that comes unbooked happens now: it is given its place and its times where it does not name them, and what
-- it carries is applied. `by_hand` in its data tells a replay to do the same.
CREATE FUNCTION book_entry() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place public.worlds;
BEGIN
    PERFORM public.refuse_unbookable(NEW.kind, NEW.action, NEW.hero_id, NEW.changes);
    place := public.take_place(NEW.world_id);
    NEW.id := coalesce(NEW.id, public.fresh_id());
    NEW.step := coalesce(NEW.step, place.step);
    NEW.started_step := coalesce(NEW.started_step, NEW.step);
    NEW.seq := coalesce(NEW.seq, place.seq);
    NEW.game_at := coalesce(NEW.game_at, public.game_at(place.step));
    NEW.real_at := coalesce(NEW.real_at, public.real_at(place, place.step));
    IF (NEW.step, NEW.seq, NEW.game_at, NEW.real_at)
       <> (place.step, place.seq, public.game_at(place.step), public.real_at(place, place.step)) THEN
        PERFORM public.refuse_entry(
            pg_catalog.format('it would be number %s of step %s, at %s (%s)', NEW.seq, NEW.step, NEW.game_at, NEW.real_at),
            pg_catalog.format('The next one is number %s of step %s, at %s (%s); left out, it is filled in.', place.seq,
                              place.step, public.game_at(place.step), public.real_at(place, place.step)));
    END IF;
    NEW.booked := true;
    NEW.data := NEW.data || '{"by_hand": true}';
    PERFORM public.book_changes(NEW);
    RETURN NEW;
END
$$;

CREATE TRIGGER activity_log_booking BEFORE INSERT ON activity_log FOR EACH ROW
    WHEN (NOT NEW.booked) EXECUTE FUNCTION book_entry();
