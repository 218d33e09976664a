-- Who looked at whose data, and who moved, exported or deleted it; never the data itself. No reference leads to users
-- or worlds: the record outlives both. Rows are only ever appended: who serves requests may not change or delete them.
-- The owner of the tables may, and does so in two cases: an erased person's id gives way to a pseudonym, and rows older
-- than their retention are dropped by `manage.py audit --drop-older-than`, which is recorded in turn.
CREATE TABLE audit_log (
    id          uuid         NOT NULL DEFAULT gen_random_uuid() CONSTRAINT audit_log_pkey PRIMARY KEY,
    at          timestamptz  NOT NULL DEFAULT now(),
    actor_id    uuid,                              -- the user who did it; NULL for the program and its operators
    actor       varchar(150) NOT NULL DEFAULT '',  -- who did it, by name
    action      varchar(40)  NOT NULL CONSTRAINT audit_log_action_check CHECK (action <> ''),
    subject_id  uuid,                              -- the user whose data it is
    about_world uuid,
    details     jsonb        NOT NULL DEFAULT '{}'
                CONSTRAINT audit_log_details_check CHECK (jsonb_typeof(details) = 'object')
);
CREATE INDEX audit_log_at_idx ON audit_log (at);
CREATE INDEX audit_log_subject_idx ON audit_log (subject_id);
CREATE INDEX audit_log_actor_idx ON audit_log (actor_id);
