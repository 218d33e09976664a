CREATE OR REPLACE FUNCTION admit(hero heroes, place worlds) RETURNS void LANGUAGE plpgsql AS $$
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

DROP TRIGGER heroes_booking ON heroes;

-- What is remembered waits with what was at birth, where nobody minds it, for the way up.
ALTER TABLE heroes DISABLE TRIGGER USER;
UPDATE heroes SET birth = birth || jsonb_build_object('memories', memories) WHERE memories <> '{}';
ALTER TABLE heroes ENABLE TRIGGER USER;
ALTER TABLE heroes DROP COLUMN memories;
CREATE TRIGGER heroes_booking BEFORE UPDATE ON heroes FOR EACH ROW
    WHEN (NEW.version < OLD.version OR (NEW.explained_by IS NOT DISTINCT FROM OLD.explained_by AND (
          (NEW.version = OLD.version AND NEW.* IS DISTINCT FROM OLD.*)
          OR (NEW.gold, NEW.experience, NEW.energy, NEW.mood, NEW.health, NEW.personality, NEW.skills, NEW.items)
             IS DISTINCT FROM
             (OLD.gold, OLD.experience, OLD.energy, OLD.mood, OLD.health, OLD.personality, OLD.skills, OLD.items))))
    EXECUTE FUNCTION book_edit('id', 'world_id', 'guild_id', 'number', 'birth', 'current_action', 'started_step',
                               'last_decision_at', 'carried');
