-- What a storyteller for hire counsels a hero to do at a step to come: {"step", "action"}. It stays where it is once the
-- step has passed, of no more use, until there is other counsel: so that no tick has to clear it away. Masters may not
-- write it: their role has been given its columns one by one.
ALTER TABLE master_influence ADD COLUMN counsel jsonb;
ALTER TABLE master_influence ADD CONSTRAINT master_influence_counsel_check
    CHECK (counsel IS NULL OR jsonb_typeof(counsel) = 'object');
