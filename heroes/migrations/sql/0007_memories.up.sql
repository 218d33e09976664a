-- What heroes do not forget: up to eight memories of seven whole numbers each, one after the other, as the log tells.
-- Who lived before has none yet. A row that every tick rewrites: the numbers stay in line, where they are compressed.
ALTER TABLE heroes ADD COLUMN memories integer[] NOT NULL DEFAULT '{}';
ALTER TABLE heroes ADD CONSTRAINT heroes_memories_check CHECK (
    mod(cardinality(memories), 7) = 0 AND cardinality(memories) <= 56
    AND coalesce(array_ndims(memories), 1) = 1 AND array_position(memories, NULL) IS NULL
);
ALTER TABLE heroes ALTER COLUMN memories SET STORAGE MAIN;
GRANT UPDATE (memories) ON heroes TO herotycoon_player;

-- Where the column was taken away and is made again, the way down has kept its values.
ALTER TABLE heroes DISABLE TRIGGER USER;
UPDATE heroes
SET memories = ARRAY(SELECT value::integer
                     FROM jsonb_array_elements_text(birth -> 'memories') WITH ORDINALITY AS one (value, place)
                     ORDER BY place),
    birth = birth - 'memories'
WHERE birth ? 'memories';
ALTER TABLE heroes ENABLE TRIGGER USER;

-- Nobody changes by hand what a hero remembers: the log tells of it.
DROP TRIGGER heroes_booking ON heroes;
CREATE TRIGGER heroes_booking BEFORE UPDATE ON heroes FOR EACH ROW
    WHEN (NEW.version < OLD.version OR (NEW.explained_by IS NOT DISTINCT FROM OLD.explained_by AND (
          (NEW.version = OLD.version AND NEW.* IS DISTINCT FROM OLD.*)
          OR (NEW.gold, NEW.experience, NEW.energy, NEW.mood, NEW.health, NEW.personality, NEW.skills, NEW.items)
             IS DISTINCT FROM
             (OLD.gold, OLD.experience, OLD.energy, OLD.mood, OLD.health, OLD.personality, OLD.skills, OLD.items))))
    EXECUTE FUNCTION book_edit('id', 'world_id', 'guild_id', 'number', 'birth', 'current_action', 'started_step',
                               'last_decision_at', 'carried', 'memories');

-- Nor is anybody made with memories.
CREATE OR REPLACE FUNCTION admit(hero heroes, place worlds) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    next CONSTANT integer := public.people(place.id);
BEGIN
    IF hero.number <> next THEN
        RAISE 'the next hero of this world is number %, not %', next, hero.number
            USING ERRCODE = 'check_violation', TABLE = 'heroes', COLUMN = 'number';
    END IF;
    IF hero.carried <> '{}' OR hero.until_step NOT IN (0, place.step + 1) OR hero.current_action NOT IN ('', 'sleep')
       OR hero.memories <> '{}' THEN
        RAISE 'a hero who is made by hand has not decided anything yet'
            USING ERRCODE = 'check_violation', TABLE = 'heroes',
                  HINT = 'Leave out what they are doing, from when, until when and why: they wake at the next step.';
    END IF;
END
$$;
