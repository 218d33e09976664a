-- Nobody's change is overwritten: the tick writes a row only where its version is the one it read. What the engine and
-- the services write raises the version itself; for all other hands (psql, a form, a script) these triggers do. They
-- fire only where the version was left alone, so that the tick pays for a comparison and nothing more.

CREATE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.updated_at := pg_catalog.now();
    RETURN NEW;
END
$$;

CREATE FUNCTION raise_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := OLD.revision + 1;
    NEW.updated_at := pg_catalog.now();
    RETURN NEW;
END
$$;

CREATE TRIGGER worlds_revision BEFORE UPDATE ON worlds FOR EACH ROW
    WHEN (NEW.revision = OLD.revision) EXECUTE FUNCTION raise_revision();
CREATE TRIGGER guilds_version BEFORE UPDATE ON guilds FOR EACH ROW
    WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_version();
CREATE TRIGGER world_events_version BEFORE UPDATE ON world_events FOR EACH ROW
    WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_version();
CREATE TRIGGER heroes_version BEFORE UPDATE ON heroes FOR EACH ROW
    WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_version();
CREATE TRIGGER hero_relationships_version BEFORE UPDATE ON hero_relationships FOR EACH ROW
    WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_version();
CREATE TRIGGER master_influence_version BEFORE UPDATE ON master_influence FOR EACH ROW
    WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_version();
CREATE TRIGGER quests_version BEFORE UPDATE ON quests FOR EACH ROW
    WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_version();
CREATE TRIGGER quest_assignments_version BEFORE UPDATE ON quest_assignments FOR EACH ROW
    WHEN (NEW.version = OLD.version) EXECUTE FUNCTION raise_version();
