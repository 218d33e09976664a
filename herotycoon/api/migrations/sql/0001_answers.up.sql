-- What was answered to a command that may be sent twice. The row is written by the transaction that does what was asked
-- for: both are there or neither. A second command with the same key waits for the first at the unique index, and then
-- finds its answer.
CREATE TABLE idempotent_answers (
    id       uuid         NOT NULL CONSTRAINT idempotent_answers_pkey PRIMARY KEY,
    user_id  uuid         NOT NULL CONSTRAINT idempotent_answers_user_fkey REFERENCES users (id) ON DELETE CASCADE,
    key      varchar(200) NOT NULL CONSTRAINT idempotent_answers_key_check CHECK (key <> ''),
    request  varchar(64)  NOT NULL CONSTRAINT idempotent_answers_request_check CHECK (request <> ''),
    status   smallint     CONSTRAINT idempotent_answers_status_check CHECK (status IS NULL OR status BETWEEN 200 AND 299),
    document jsonb,
    location varchar(200) NOT NULL DEFAULT '',
    made_at  timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT idempotent_answers_key_key UNIQUE (user_id, key)
);
CREATE INDEX idempotent_answers_made_idx ON idempotent_answers (made_at);

ALTER TABLE idempotent_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotent_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY player ON idempotent_answers TO herotycoon_player
    USING (user_id = nullif(current_setting('herotycoon.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE (status, document, location) ON idempotent_answers TO herotycoon_player;
