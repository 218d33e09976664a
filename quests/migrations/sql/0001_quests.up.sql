-- Quests and who took them on. The rules of the keys stand in worlds/0001.

CREATE TABLE quests (
    id                uuid          NOT NULL,
    world_id          uuid          NOT NULL CONSTRAINT quests_world_fkey REFERENCES worlds (id) ON DELETE CASCADE,
    number            integer       NOT NULL CONSTRAINT quests_number_check CHECK (number >= 0),
    source            varchar(16)   NOT NULL DEFAULT 'world'
                      CONSTRAINT quests_source_check CHECK (source IN ('world', 'master')),
    status            varchar(16)   NOT NULL DEFAULT 'open'
                      CONSTRAINT quests_status_check CHECK (
                          status IN ('open', 'mustering', 'underway', 'succeeded', 'failed', 'expired')),
    title             varchar(120)  NOT NULL CONSTRAINT quests_title_check CHECK (title <> ''),
    description       varchar(2000) NOT NULL DEFAULT '',
    monster           varchar(30)   NOT NULL DEFAULT '',
    place             integer       NOT NULL CONSTRAINT quests_place_check CHECK (place >= 0),
    difficulty        integer       NOT NULL
                      CONSTRAINT quests_difficulty_check CHECK (difficulty BETWEEN 0 AND 100),
    reward_gold       integer       NOT NULL DEFAULT 0
                      CONSTRAINT quests_reward_gold_check CHECK (reward_gold >= 0),
    reward_experience integer       NOT NULL DEFAULT 0
                      CONSTRAINT quests_reward_experience_check CHECK (reward_experience >= 0),
    party_max         integer       NOT NULL DEFAULT 1
                      CONSTRAINT quests_party_max_check CHECK (party_max BETWEEN 1 AND 4),
    posted_step       integer       NOT NULL CONSTRAINT quests_posted_step_check CHECK (posted_step >= 0),
    expires_step      integer       NOT NULL,
    trial_step        integer,
    -- Lengths, in steps.
    travel            smallint      NOT NULL DEFAULT 0 CONSTRAINT quests_travel_check CHECK (travel >= 0),
    trial             smallint      NOT NULL DEFAULT 0 CONSTRAINT quests_trial_check CHECK (trial >= 0),
    outcome           jsonb         NOT NULL DEFAULT '{}'
                      CONSTRAINT quests_outcome_check CHECK (jsonb_typeof(outcome) = 'object'),
    version           integer       NOT NULL DEFAULT 0 CONSTRAINT quests_version_check CHECK (version >= 0),
    created_at        timestamptz   NOT NULL DEFAULT now(),
    updated_at        timestamptz   NOT NULL DEFAULT now(),
    CONSTRAINT quests_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT quests_number_key UNIQUE (world_id, number),
    CONSTRAINT quests_expires_step_check CHECK (expires_step >= posted_step),
    CONSTRAINT quests_trial_step_check CHECK (trial_step IS NULL OR trial_step >= posted_step)
);
-- Every tick asks for these few among all the quests that ever were.
CREATE INDEX quests_unfinished_idx ON quests (world_id) WHERE status IN ('open', 'mustering', 'underway');

CREATE TABLE quest_assignments (
    id            uuid        NOT NULL,
    world_id      uuid        NOT NULL,
    quest_id      uuid        NOT NULL,
    hero_id       uuid        NOT NULL,
    status        varchar(16) NOT NULL DEFAULT 'travelling'
                  CONSTRAINT quest_assignments_status_check CHECK (
                      status IN ('travelling', 'trial', 'succeeded', 'failed', 'abandoned')),
    ordered       boolean     NOT NULL DEFAULT false,
    assigned_step integer     NOT NULL
                  CONSTRAINT quest_assignments_assigned_step_check CHECK (assigned_step >= 0),
    ended_step    integer,
    version       integer     NOT NULL DEFAULT 0 CONSTRAINT quest_assignments_version_check CHECK (version >= 0),
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT quest_assignments_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT quest_assignments_quest_fkey FOREIGN KEY (quest_id, world_id)
        REFERENCES quests (id, world_id) ON DELETE CASCADE,
    CONSTRAINT quest_assignments_hero_fkey FOREIGN KEY (hero_id, world_id)
        REFERENCES heroes (id, world_id) ON DELETE CASCADE,
    CONSTRAINT quest_assignments_pair_key UNIQUE (quest_id, hero_id, world_id),
    CONSTRAINT quest_assignments_ended_step_check CHECK (ended_step IS NULL OR ended_step >= assigned_step)
);
CREATE INDEX quest_assignments_hero_idx ON quest_assignments (hero_id, world_id);
