-- Worlds, their guilds and what befalls them.
--
-- The keys of the game: a row's id is unique everywhere, yet its primary key is (id, world_id), and every other
-- key contains world_id, so that a world stays together on one shard of a cluster and in one partition of a
-- log. References between rows of a world are composite for the same reason, checked at once, and followed by
-- the database's own cascade. Texts are bounded by their type, not by a CHECK: PostgreSQL evaluates every CHECK
-- on every UPDATE, and measuring a long text would read it back from where it is stored.

CREATE TABLE worlds (
    id            uuid          NOT NULL CONSTRAINT worlds_pkey PRIMARY KEY,
    owner_id      uuid          NOT NULL CONSTRAINT worlds_owner_fkey REFERENCES users (id) ON DELETE CASCADE,
    name          varchar(80)   NOT NULL CONSTRAINT worlds_name_check CHECK (name <> ''),
    status        varchar(16)   NOT NULL DEFAULT 'running'
                  CONSTRAINT worlds_status_check CHECK (status IN ('running', 'paused', 'set_aside')),
    error         varchar(2000) NOT NULL DEFAULT '',
    seed          bigint        NOT NULL CONSTRAINT worlds_seed_check CHECK (seed >= 0),
    rules_version integer       NOT NULL DEFAULT 1
                  CONSTRAINT worlds_rules_version_check CHECK (rules_version >= 1),
    -- The clock: half hours of game time since birth, and the rows already logged at this step.
    step          integer       NOT NULL DEFAULT 0,
    seq           integer       NOT NULL DEFAULT 0 CONSTRAINT worlds_seq_check CHECK (seq >= 0),
    -- real_at = anchor_real + (step - anchor_step) * 30 min / time_scale
    time_scale    integer       NOT NULL DEFAULT 12
                  CONSTRAINT worlds_time_scale_check CHECK (time_scale BETWEEN 1 AND 1440),
    anchor_step   integer       NOT NULL DEFAULT 0
                  CONSTRAINT worlds_anchor_step_check CHECK (anchor_step >= 0),
    anchor_real   timestamptz   NOT NULL DEFAULT now(),
    hot_until     timestamptz,
    revision      bigint        NOT NULL DEFAULT 0 CONSTRAINT worlds_revision_check CHECK (revision >= 0),
    data          jsonb         NOT NULL DEFAULT '{}'
                  CONSTRAINT worlds_data_check CHECK (jsonb_typeof(data) = 'object'),
    settings      jsonb         NOT NULL DEFAULT '{}'
                  CONSTRAINT worlds_settings_check CHECK (jsonb_typeof(settings) = 'object'),
    created_at    timestamptz   NOT NULL DEFAULT now(),
    updated_at    timestamptz   NOT NULL DEFAULT now(),
    CONSTRAINT worlds_step_check CHECK (step >= anchor_step)
) WITH (fillfactor = 70);  -- room in the page for the next version of a row that every tick rewrites
CREATE INDEX worlds_owner_idx ON worlds (owner_id);

CREATE TABLE guilds (
    id           uuid         NOT NULL,
    world_id     uuid         NOT NULL CONSTRAINT guilds_world_fkey REFERENCES worlds (id) ON DELETE CASCADE,
    name         varchar(80)  NOT NULL CONSTRAINT guilds_name_check CHECK (name <> ''),
    motto        varchar(200) NOT NULL DEFAULT '',
    policy       varchar(16)  NOT NULL DEFAULT 'balanced'
                 CONSTRAINT guilds_policy_check CHECK (
                     policy IN ('balanced', 'martial', 'scholarly', 'mercantile', 'charitable', 'adventurous')
                 ),
    treasury     integer      NOT NULL DEFAULT 0 CONSTRAINT guilds_treasury_check CHECK (treasury >= 0),
    reputation   integer      NOT NULL DEFAULT 0
                 CONSTRAINT guilds_reputation_check CHECK (reputation BETWEEN 0 AND 1000),
    level        integer      NOT NULL DEFAULT 1 CONSTRAINT guilds_level_check CHECK (level BETWEEN 1 AND 10),
    wage         integer      NOT NULL DEFAULT 0 CONSTRAINT guilds_wage_check CHECK (wage >= 0),
    arrears      integer      NOT NULL DEFAULT 0 CONSTRAINT guilds_arrears_check CHECK (arrears >= 0),
    -- Whole numbers: no value is something else than a number, out of range, or broken. `@?` answers NULL when
    -- the document is no object at all, and a CHECK lets NULL pass: hence coalesce, here and below.
    facilities   jsonb        NOT NULL DEFAULT '{}'
                 CONSTRAINT guilds_facilities_check CHECK (coalesce(NOT facilities @?
                     'strict $.* ? (@.type() <> "number" || @ < 0 || @ > 5 || @.floor() <> @)', false)),
    birth        jsonb        NOT NULL DEFAULT '{}'
                 CONSTRAINT guilds_birth_check CHECK (jsonb_typeof(birth) = 'object'),
    explained_by uuid,
    version      integer      NOT NULL DEFAULT 0 CONSTRAINT guilds_version_check CHECK (version >= 0),
    created_at   timestamptz  NOT NULL DEFAULT now(),
    updated_at   timestamptz  NOT NULL DEFAULT now(),
    CONSTRAINT guilds_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT guilds_world_key UNIQUE (world_id)
) WITH (fillfactor = 70);

CREATE TABLE world_events (
    id          uuid          NOT NULL,
    world_id    uuid          NOT NULL CONSTRAINT world_events_world_fkey REFERENCES worlds (id) ON DELETE CASCADE,
    number      integer       NOT NULL CONSTRAINT world_events_number_check CHECK (number >= 0),
    kind        varchar(16)   NOT NULL
                CONSTRAINT world_events_kind_check CHECK (
                    kind IN ('festival', 'storm', 'incursion', 'market_boom', 'market_slump', 'plague', 'discovery')
                ),
    source      varchar(16)   NOT NULL DEFAULT 'seed'
                CONSTRAINT world_events_source_check CHECK (source IN ('seed', 'game_master')),
    status      varchar(16)   NOT NULL DEFAULT 'coming'
                CONSTRAINT world_events_status_check CHECK (status IN ('coming', 'in_force', 'over')),
    name        varchar(80)   NOT NULL CONSTRAINT world_events_name_check CHECK (name <> ''),
    description varchar(2000) NOT NULL DEFAULT '',
    place       integer       CONSTRAINT world_events_place_check CHECK (place IS NULL OR place >= 0),
    starts_step integer       NOT NULL CONSTRAINT world_events_starts_step_check CHECK (starts_step >= 0),
    ends_step   integer       NOT NULL,
    effects     jsonb         NOT NULL DEFAULT '{}'
                CONSTRAINT world_events_effects_check CHECK (coalesce(NOT effects @?
                    'strict $.* ? (@.type() <> "number" || @ < -20 || @ > 20 || @.floor() <> @)', false)),
    version     integer       NOT NULL DEFAULT 0 CONSTRAINT world_events_version_check CHECK (version >= 0),
    created_at  timestamptz   NOT NULL DEFAULT now(),
    updated_at  timestamptz   NOT NULL DEFAULT now(),
    CONSTRAINT world_events_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT world_events_number_key UNIQUE (world_id, number),
    CONSTRAINT world_events_ends_step_check CHECK (ends_step >= starts_step)
);
