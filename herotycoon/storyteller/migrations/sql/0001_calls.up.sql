-- Every call of a storyteller for hire: whom it cost what, and what came of it. A row is written before its call, as
-- "asking", and there is one such row at most in a world, so that a budget can be overdrawn by one call and no more.
-- Words are hashed, and kept only where the deployment says so: a question may hold what a master wrote.
CREATE TABLE storyteller_calls (
    id            uuid           NOT NULL,
    world_id      uuid           NOT NULL CONSTRAINT storyteller_calls_world_fkey REFERENCES worlds (id) ON DELETE CASCADE,
    purpose       varchar(16)    NOT NULL CONSTRAINT storyteller_calls_purpose_check
                                 CHECK (purpose IN ('world', 'heroes', 'quests', 'events', 'decision', 'report')),
    numbers       integer[]      NOT NULL DEFAULT '{}',
    provider      varchar(40)    NOT NULL CONSTRAINT storyteller_calls_provider_check CHECK (provider <> ''),
    model         varchar(120)   NOT NULL CONSTRAINT storyteller_calls_model_check CHECK (model <> ''),
    attempt       integer        NOT NULL DEFAULT 1 CONSTRAINT storyteller_calls_attempt_check CHECK (attempt >= 0),
    outcome       varchar(16)    NOT NULL DEFAULT 'asking' CONSTRAINT storyteller_calls_outcome_check
                                 CHECK (outcome IN ('asking', 'answered', 'unfit', 'garbled', 'too_large', 'timeout',
                                                    'unreachable', 'rate_limited', 'server_error', 'refused', 'lost',
                                                    'left_alone', 'over_budget')),
    input_tokens  integer        NOT NULL DEFAULT 0
                                 CONSTRAINT storyteller_calls_input_tokens_check CHECK (input_tokens >= 0),
    output_tokens integer        NOT NULL DEFAULT 0
                                 CONSTRAINT storyteller_calls_output_tokens_check CHECK (output_tokens >= 0),
    cost          bigint         NOT NULL DEFAULT 0 CONSTRAINT storyteller_calls_cost_check CHECK (cost >= 0),
    latency_ms    integer        NOT NULL DEFAULT 0 CONSTRAINT storyteller_calls_latency_ms_check CHECK (latency_ms >= 0),
    prompt_hash   varchar(64)    NOT NULL CONSTRAINT storyteller_calls_prompt_hash_check CHECK (prompt_hash <> ''),
    answer_hash   varchar(64)    NOT NULL DEFAULT '',
    prompt        varchar(40000) NOT NULL DEFAULT '',
    answer        varchar(40000) NOT NULL DEFAULT '',
    created_at    timestamptz    NOT NULL DEFAULT now(),
    CONSTRAINT storyteller_calls_pkey PRIMARY KEY (id, world_id)
);
CREATE UNIQUE INDEX storyteller_calls_asking_key ON storyteller_calls (world_id) WHERE outcome = 'asking';
CREATE INDEX storyteller_calls_world_idx ON storyteller_calls (world_id, created_at);
CREATE INDEX storyteller_calls_created_idx ON storyteller_calls (created_at);
