DROP TRIGGER heroes_booking ON heroes;
ALTER TABLE heroes DROP COLUMN memories;
CREATE TRIGGER heroes_booking BEFORE UPDATE ON heroes FOR EACH ROW
    WHEN (NEW.version < OLD.version OR (NEW.explained_by IS NOT DISTINCT FROM OLD.explained_by AND (
          (NEW.version = OLD.version AND NEW.* IS DISTINCT FROM OLD.*)
          OR (NEW.gold, NEW.experience, NEW.energy, NEW.mood, NEW.health, NEW.personality, NEW.skills, NEW.items)
             IS DISTINCT FROM
             (OLD.gold, OLD.experience, OLD.energy, OLD.mood, OLD.health, OLD.personality, OLD.skills, OLD.items))))
    EXECUTE FUNCTION book_edit('id', 'world_id', 'guild_id', 'number', 'birth', 'current_action', 'started_step',
                               'last_decision_at', 'carried');
