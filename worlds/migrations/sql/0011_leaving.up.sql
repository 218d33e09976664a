-- A world whose master wants it gone is gone for them at once, and from its rows when a worker comes round to it: who
-- serves requests may delete nothing. Row security hides it, so that no view can forget to.
--
-- What a master has read of what matters most is kept with the world, since they come on more than one device.
ALTER TABLE worlds ADD COLUMN erasing_since timestamptz;
ALTER TABLE worlds ADD COLUMN read_step integer NOT NULL DEFAULT -1;
ALTER TABLE worlds ADD CONSTRAINT worlds_read_step_check CHECK (read_step >= -1);
CREATE INDEX worlds_erasing_idx ON worlds (erasing_since) WHERE erasing_since IS NOT NULL;

-- The master says it of a world that they see, and does not see it afterwards; a policy on the new row would refuse that.
DROP POLICY player_sees ON worlds;
CREATE POLICY player_sees ON worlds FOR SELECT TO herotycoon_player
    USING (owner_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid AND erasing_since IS NULL);
GRANT UPDATE (read_step) ON worlds TO herotycoon_player;

CREATE OR REPLACE TRIGGER worlds_revision BEFORE UPDATE ON worlds FOR EACH ROW
    WHEN (NEW.revision = OLD.revision AND (
        NEW.id, NEW.owner_id, NEW.name, NEW.status, NEW.error, NEW.seed, NEW.rules_version, NEW.step, NEW.seq,
        NEW.time_scale, NEW.anchor_step, NEW.anchor_real, NEW.data, NEW.settings, NEW.created_at, NEW.erasing_since,
        NEW.read_step
    ) IS DISTINCT FROM (
        OLD.id, OLD.owner_id, OLD.name, OLD.status, OLD.error, OLD.seed, OLD.rules_version, OLD.step, OLD.seq,
        OLD.time_scale, OLD.anchor_step, OLD.anchor_real, OLD.data, OLD.settings, OLD.created_at, OLD.erasing_since,
        OLD.read_step
    )) EXECUTE FUNCTION raise_revision();
