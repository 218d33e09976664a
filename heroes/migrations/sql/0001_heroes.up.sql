-- Heroes and their bonds. The rules of the keys stand in worlds/0001.

CREATE TABLE heroes (
    id               uuid          NOT NULL,
    world_id         uuid          NOT NULL,
    guild_id         uuid          NOT NULL,
    number           integer       NOT NULL CONSTRAINT heroes_number_check CHECK (number >= 0),
    name             varchar(80)   NOT NULL CONSTRAINT heroes_name_check CHECK (name <> ''),
    hero_class       varchar(16)   NOT NULL
                     CONSTRAINT heroes_hero_class_check CHECK (hero_class IN (
                         'warrior', 'ranger', 'mage', 'cleric', 'rogue', 'bard', 'artisan', 'scholar')),
    status           varchar(16)   NOT NULL DEFAULT 'active'
                     CONSTRAINT heroes_status_check CHECK (
                         status IN ('active', 'away', 'incapacitated', 'gone')),

    -- Who the hero is by now. Exactly seven traits; the whole numbers are explained in worlds/0001.
    personality      jsonb         NOT NULL
                     CONSTRAINT heroes_personality_check CHECK (
                         coalesce(NOT personality @?
                             'strict $.* ? (@.type() <> "number" || @ < 0 || @ > 100 || @.floor() <> @)', false)
                         AND personality ?& ARRAY['courage', 'greed', 'loyalty', 'curiosity', 'ambition',
                                                  'patience', 'empathy']
                         AND personality - ARRAY['courage', 'greed', 'loyalty', 'curiosity', 'ambition',
                                                 'patience', 'empathy'] = '{}'),
    skills           jsonb         NOT NULL DEFAULT '{}'
                     CONSTRAINT heroes_skills_check CHECK (coalesce(NOT skills @?
                         'strict $.* ? (@.type() <> "number" || @ < 0 || @ > 100 || @.floor() <> @)', false)),
    items            jsonb         NOT NULL DEFAULT '{}'
                     CONSTRAINT heroes_items_check CHECK (coalesce(NOT items @?
                         'strict $.* ? (@.type() <> "number" || @ < 0 || @ > 2147483647 || @.floor() <> @)', false)),
    gold             integer       NOT NULL DEFAULT 0 CONSTRAINT heroes_gold_check CHECK (gold >= 0),
    experience       integer       NOT NULL DEFAULT 0 CONSTRAINT heroes_experience_check CHECK (experience >= 0),
    energy           smallint      NOT NULL DEFAULT 100 CONSTRAINT heroes_energy_check CHECK (energy BETWEEN 0 AND 100),
    mood             smallint      NOT NULL DEFAULT 50 CONSTRAINT heroes_mood_check CHECK (mood BETWEEN 0 AND 100),
    health           smallint      NOT NULL DEFAULT 100 CONSTRAINT heroes_health_check CHECK (health BETWEEN 0 AND 100),

    -- What the hero is doing. `carried` is the decision in flight: opaque to queries, never indexed.
    place            smallint      NOT NULL DEFAULT 0 CONSTRAINT heroes_place_check CHECK (place >= 0),
    streak           smallint      NOT NULL DEFAULT 0 CONSTRAINT heroes_streak_check CHECK (streak >= 0),
    current_action   varchar(32)   NOT NULL DEFAULT '',
    last_action      varchar(32)   NOT NULL DEFAULT '',
    started_step     integer       NOT NULL DEFAULT 0
                     CONSTRAINT heroes_started_step_check CHECK (started_step >= 0),
    until_step       integer       NOT NULL DEFAULT 0,
    fed_step         integer       NOT NULL DEFAULT 0,
    met_step         integer       NOT NULL DEFAULT 0,
    partner          integer,
    quest_number     integer,
    last_decision_at timestamptz,
    carried          jsonb         NOT NULL DEFAULT '{}'
                     CONSTRAINT heroes_carried_check CHECK (jsonb_typeof(carried) = 'object'),

    -- What experience taught: 24 actions, each in 8 kinds of place.
    expectations     smallint[]    NOT NULL DEFAULT array_fill(0::smallint, ARRAY[192])
                     CONSTRAINT heroes_expectations_check CHECK (cardinality(expectations) = 192),

    -- Where the hero comes from; written once.
    backstory        varchar(4000) NOT NULL DEFAULT '',
    motivation       varchar(1000) NOT NULL DEFAULT '',
    quirks           jsonb         NOT NULL DEFAULT '[]'
                     CONSTRAINT heroes_quirks_check CHECK (jsonb_typeof(quirks) = 'array'),
    birth            jsonb         NOT NULL DEFAULT '{}'
                     CONSTRAINT heroes_birth_check CHECK (jsonb_typeof(birth) = 'object'),

    explained_by     uuid,
    version          integer       NOT NULL DEFAULT 0 CONSTRAINT heroes_version_check CHECK (version >= 0),
    created_at       timestamptz   NOT NULL DEFAULT now(),
    updated_at       timestamptz   NOT NULL DEFAULT now(),

    CONSTRAINT heroes_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT heroes_guild_fkey FOREIGN KEY (guild_id, world_id) REFERENCES guilds (id, world_id) ON DELETE CASCADE,
    CONSTRAINT heroes_number_key UNIQUE (world_id, number),
    CONSTRAINT heroes_until_step_check CHECK (until_step >= started_step)
) WITH (fillfactor = 70);
CREATE INDEX heroes_guild_idx ON heroes (guild_id, world_id);

-- A row of about three kilobytes that every tick rewrites. What never changes moves out of line, where an UPDATE
-- leaves it alone; what changes with every decision stays in line, where it costs no second table. With room in
-- the page and no index on what changes, nine updates of ten are heap-only, and each writes 2.0 instead of 3.3
-- kilobytes of WAL.
ALTER TABLE heroes
    ALTER COLUMN backstory SET STORAGE EXTERNAL,
    ALTER COLUMN motivation SET STORAGE EXTERNAL,
    ALTER COLUMN personality SET STORAGE MAIN,
    ALTER COLUMN skills SET STORAGE MAIN,
    ALTER COLUMN items SET STORAGE MAIN,
    ALTER COLUMN carried SET STORAGE MAIN,
    ALTER COLUMN expectations SET STORAGE MAIN;

CREATE TABLE hero_relationships (
    id           uuid        NOT NULL,
    world_id     uuid        NOT NULL,
    hero_id      uuid        NOT NULL,
    other_id     uuid        NOT NULL,
    kind         varchar(16) NOT NULL
                 CONSTRAINT hero_relationships_kind_check CHECK (
                     kind IN ('friendship', 'rivalry', 'romantic', 'mentor')),
    role         varchar(16) NOT NULL DEFAULT '',
    strength     smallint    NOT NULL DEFAULT 0
                 CONSTRAINT hero_relationships_strength_check CHECK (strength BETWEEN -100 AND 100),
    opening      smallint    NOT NULL DEFAULT 0
                 CONSTRAINT hero_relationships_opening_check CHECK (opening BETWEEN -100 AND 100),
    interactions integer     NOT NULL DEFAULT 0
                 CONSTRAINT hero_relationships_interactions_check CHECK (interactions >= 0),
    last_step    integer     NOT NULL DEFAULT 0
                 CONSTRAINT hero_relationships_last_step_check CHECK (last_step >= 0),
    history      jsonb       NOT NULL DEFAULT '[]'
                 CONSTRAINT hero_relationships_history_check CHECK (jsonb_typeof(history) = 'array'),
    explained_by uuid,
    version      integer     NOT NULL DEFAULT 0 CONSTRAINT hero_relationships_version_check CHECK (version >= 0),
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT hero_relationships_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT hero_relationships_hero_fkey FOREIGN KEY (hero_id, world_id)
        REFERENCES heroes (id, world_id) ON DELETE CASCADE,
    CONSTRAINT hero_relationships_other_fkey FOREIGN KEY (other_id, world_id)
        REFERENCES heroes (id, world_id) ON DELETE CASCADE,
    CONSTRAINT hero_relationships_pair_key UNIQUE (hero_id, other_id, kind, world_id),
    CONSTRAINT hero_relationships_other_check CHECK (hero_id <> other_id),
    CONSTRAINT hero_relationships_role_check CHECK (
        role = '' OR (kind = 'mentor' AND role IN ('mentor', 'pupil')))
) WITH (fillfactor = 70);
CREATE INDEX hero_relationships_other_idx ON hero_relationships (other_id, world_id);
ALTER TABLE hero_relationships ALTER COLUMN history SET STORAGE MAIN;
