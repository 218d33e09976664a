CREATE OR REPLACE TRIGGER worlds_revision BEFORE UPDATE ON worlds FOR EACH ROW
    WHEN (NEW.revision = OLD.revision AND (
        NEW.id, NEW.owner_id, NEW.name, NEW.status, NEW.error, NEW.seed, NEW.rules_version, NEW.step, NEW.seq,
        NEW.time_scale, NEW.anchor_step, NEW.anchor_real, NEW.data, NEW.settings, NEW.created_at
    ) IS DISTINCT FROM (
        OLD.id, OLD.owner_id, OLD.name, OLD.status, OLD.error, OLD.seed, OLD.rules_version, OLD.step, OLD.seq,
        OLD.time_scale, OLD.anchor_step, OLD.anchor_real, OLD.data, OLD.settings, OLD.created_at
    )) EXECUTE FUNCTION raise_revision();
DROP POLICY player_sees ON worlds;
CREATE POLICY player_sees ON worlds FOR SELECT TO herotycoon_player
    USING (owner_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
DROP INDEX worlds_erasing_idx;
ALTER TABLE worlds DROP COLUMN read_step, DROP COLUMN erasing_since;
