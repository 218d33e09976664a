CREATE OR REPLACE TRIGGER worlds_revision BEFORE UPDATE ON worlds FOR EACH ROW
    WHEN (NEW.revision = OLD.revision) EXECUTE FUNCTION raise_revision();
