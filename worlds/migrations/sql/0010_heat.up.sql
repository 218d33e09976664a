-- A world's revision tells whether what was read of it still holds. That somebody watches it, which keeps it hot, changes
-- nothing that is read: a write to hot_until alone leaves the revision and the time of the last change as they are.
CREATE OR REPLACE TRIGGER worlds_revision BEFORE UPDATE ON worlds FOR EACH ROW
    WHEN (NEW.revision = OLD.revision AND (
        NEW.id, NEW.owner_id, NEW.name, NEW.status, NEW.error, NEW.seed, NEW.rules_version, NEW.step, NEW.seq,
        NEW.time_scale, NEW.anchor_step, NEW.anchor_real, NEW.data, NEW.settings, NEW.created_at
    ) IS DISTINCT FROM (
        OLD.id, OLD.owner_id, OLD.name, OLD.status, OLD.error, OLD.seed, OLD.rules_version, OLD.step, OLD.seq,
        OLD.time_scale, OLD.anchor_step, OLD.anchor_real, OLD.data, OLD.settings, OLD.created_at
    )) EXECUTE FUNCTION raise_revision();
