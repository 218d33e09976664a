-- What was answered to a command that may be sent twice. The row is written by the transaction that does what was asked
-- for: both are there or neither. A second command with the same key waits for the first at the unique index, and then
-- finds its answer.
CREATE TABLE idempotent_answers (
    id       uuid         NOT NULL CONSTRAINT idempotent_answers_pkey PRIMARY KEY,
    user_id  uuid         NOT NULL CONSTRAINT idempotent_answers_user_fkey REFERENCES users (id) ON DELETE CASCADE,
    key      varchar(200) NOT NULL CONSTRAINT idempotent_answers_key_check CHECK (key <> ''),
    request  varchar(64)  NOT NULL CONSTRAINT idempotent_answers_request_check CHECK (request <> ''),
    status   smallint     CONSTRAINT idempotent_answers_status_check CHECK (status IS NULL OR status BETWEEN 200 AND 299),
    document jsonb        CONSTRAINT idempotent_answers_document_check CHECK (document IS NULL OR jsonb_typeof(document) = 'object'),
    location varchar(200) NOT NULL DEFAULT '',
    made_at  timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT idempotent_answers_key_key UNIQUE (user_id, key)
);
CREATE INDEX idempotent_answers_made_idx ON idempotent_answers (made_at);
