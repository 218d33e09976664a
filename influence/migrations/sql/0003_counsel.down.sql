ALTER TABLE master_influence DROP COLUMN counsel;
