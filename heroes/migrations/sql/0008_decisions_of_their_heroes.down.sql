DO $$
DECLARE
    log regclass;
BEGIN
    FOR log IN SELECT relid FROM pg_partition_tree('hero_decisions') LOOP
        EXECUTE format('DROP TRIGGER hero_decisions_hero_insert ON %s', log);
        EXECUTE format('DROP TRIGGER hero_decisions_hero_update ON %s', log);
    END LOOP;
END
$$;
DROP FUNCTION refuse_decisions_of_others();
DO $$
DECLARE
    part text;
BEGIN
    FOR remainder IN 0 .. 15 LOOP
        part := to_char(remainder, 'FM00');
        EXECUTE format($make$
            CREATE FUNCTION hero_decisions_%1$s_of_its_hero() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
                IF NOT EXISTS (SELECT FROM public.activity_log_%1$s AS activity
                               WHERE activity.id = NEW.id AND activity.world_id = NEW.world_id
                                 AND activity.hero_id = NEW.hero_id) THEN
                    RAISE EXCEPTION 'Decision %% is not of the hero of its activity.', NEW.id
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'hero_decisions_hero_check',
                              TABLE = 'hero_decisions', SCHEMA = 'public';
                END IF;
                RETURN NULL;
            END
            $body$
            $make$, part);
        EXECUTE format($make$
            CREATE TRIGGER hero_decisions_hero AFTER INSERT OR UPDATE OF id, world_id, hero_id
            ON hero_decisions_%1$s FOR EACH ROW EXECUTE FUNCTION hero_decisions_%1$s_of_its_hero()
            $make$, part);
        EXECUTE format('REVOKE ALL ON FUNCTION hero_decisions_%1$s_of_its_hero() FROM PUBLIC', part);
    END LOOP;
END
$$;
