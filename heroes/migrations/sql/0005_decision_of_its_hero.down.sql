DO $$
DECLARE
    part text;
BEGIN
    FOR remainder IN 0 .. 15 LOOP
        part := to_char(remainder, 'FM00');
        EXECUTE format('DROP TRIGGER hero_decisions_hero ON hero_decisions_%1$s', part);
        EXECUTE format('DROP FUNCTION hero_decisions_%1$s_of_its_hero()', part);
    END LOOP;
END
$$;
