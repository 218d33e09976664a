-- What a hero holds of the master. The rules of the keys stand in worlds/0001.

CREATE TABLE master_influence (
    id             uuid        NOT NULL,
    world_id       uuid        NOT NULL,
    hero_id        uuid        NOT NULL,
    trust          smallint    NOT NULL DEFAULT 50
                   CONSTRAINT master_influence_trust_check CHECK (trust BETWEEN 0 AND 100),
    respect        smallint    NOT NULL DEFAULT 50
                   CONSTRAINT master_influence_respect_check CHECK (respect BETWEEN 0 AND 100),
    fear           smallint    NOT NULL DEFAULT 0
                   CONSTRAINT master_influence_fear_check CHECK (fear BETWEEN 0 AND 100),
    baseline       jsonb       NOT NULL DEFAULT '{}'
                   CONSTRAINT master_influence_baseline_check CHECK (jsonb_typeof(baseline) = 'object'),
    history        jsonb       NOT NULL DEFAULT '[]'
                   CONSTRAINT master_influence_history_check CHECK (jsonb_typeof(history) = 'array'),
    standing_order jsonb
                   CONSTRAINT master_influence_standing_order_check CHECK (
                       standing_order IS NULL OR jsonb_typeof(standing_order) = 'object'),
    answers        jsonb       NOT NULL DEFAULT '{}'
                   CONSTRAINT master_influence_answers_check CHECK (jsonb_typeof(answers) = 'object'),
    promises       jsonb       NOT NULL DEFAULT '[]'
                   CONSTRAINT master_influence_promises_check CHECK (jsonb_typeof(promises) = 'array'),
    explained_by   uuid,
    version        integer     NOT NULL DEFAULT 0 CONSTRAINT master_influence_version_check CHECK (version >= 0),
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT master_influence_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT master_influence_hero_fkey FOREIGN KEY (hero_id, world_id)
        REFERENCES heroes (id, world_id) ON DELETE CASCADE,
    CONSTRAINT master_influence_hero_key UNIQUE (hero_id, world_id)
) WITH (fillfactor = 70);
ALTER TABLE master_influence ALTER COLUMN history SET STORAGE MAIN;
