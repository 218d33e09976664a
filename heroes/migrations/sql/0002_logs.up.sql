-- The logs. Rows are only ever appended, so they carry neither a version nor the time of a change, and their
-- columns stand in the order that wastes no byte on alignment. They have no reference to worlds: hero and guild
-- imply it. The index of (world_id, step, seq) serves the reference to the guild too, since a world has one.
CREATE TABLE activity_log (
    id           uuid        NOT NULL,
    world_id     uuid        NOT NULL,
    hero_id      uuid,
    guild_id     uuid,
    real_at      timestamptz NOT NULL,
    game_at      timestamptz NOT NULL,
    started_step integer     NOT NULL CONSTRAINT activity_log_started_step_check CHECK (started_step >= 0),
    step         integer     NOT NULL,
    seq          integer     NOT NULL CONSTRAINT activity_log_seq_check CHECK (seq >= 0),
    mood_impact  smallint    NOT NULL DEFAULT 0
                 CONSTRAINT activity_log_mood_impact_check CHECK (mood_impact BETWEEN -100 AND 100),
    importance   smallint    NOT NULL DEFAULT 0
                 CONSTRAINT activity_log_importance_check CHECK (importance BETWEEN 0 AND 100),
    booked       boolean     NOT NULL DEFAULT false,
    kind         varchar(16) NOT NULL
                 CONSTRAINT activity_log_kind_check CHECK (kind IN ('action', 'input', 'edit', 'event')),
    action       varchar(32) NOT NULL CONSTRAINT activity_log_action_check CHECK (action <> ''),
    data         jsonb       NOT NULL DEFAULT '{}'
                 CONSTRAINT activity_log_data_check CHECK (jsonb_typeof(data) = 'object'),
    changes      jsonb       NOT NULL DEFAULT '{}'
                 CONSTRAINT activity_log_changes_check CHECK (jsonb_typeof(changes) = 'object'),
    CONSTRAINT activity_log_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT activity_log_hero_fkey FOREIGN KEY (hero_id, world_id)
        REFERENCES heroes (id, world_id) ON DELETE CASCADE,
    CONSTRAINT activity_log_guild_fkey FOREIGN KEY (guild_id, world_id)
        REFERENCES guilds (id, world_id) ON DELETE CASCADE,
    CONSTRAINT activity_log_order_key UNIQUE (world_id, step, seq),
    CONSTRAINT activity_log_subject_check CHECK (
        (guild_id IS NOT NULL AND hero_id IS NULL) OR (guild_id IS NULL AND hero_id IS NOT NULL)),
    CONSTRAINT activity_log_step_check CHECK (step >= started_step),
    -- Only what a hero does takes time; orders, corrections and events have no length.
    CONSTRAINT activity_log_length_check CHECK (kind = 'action' OR step = started_step)
) PARTITION BY HASH (world_id);
CREATE INDEX activity_log_hero_idx ON activity_log (hero_id, world_id, step, seq);
CREATE INDEX activity_log_headlines_idx ON activity_log (world_id, step) WHERE importance >= 60;

CREATE TABLE hero_decisions (
    id                  uuid          NOT NULL,
    world_id            uuid          NOT NULL,
    hero_id             uuid          NOT NULL,
    started_step        integer       NOT NULL
                        CONSTRAINT hero_decisions_started_step_check CHECK (started_step >= 0),
    rules_version       integer       NOT NULL DEFAULT 1
                        CONSTRAINT hero_decisions_rules_version_check CHECK (rules_version >= 1),
    satisfaction        smallint      NOT NULL DEFAULT 0
                        CONSTRAINT hero_decisions_satisfaction_check CHECK (satisfaction BETWEEN -100 AND 100),
    chosen              varchar(32)   NOT NULL CONSTRAINT hero_decisions_chosen_check CHECK (chosen <> ''),
    context             jsonb         NOT NULL DEFAULT '{}'
                        CONSTRAINT hero_decisions_context_check CHECK (jsonb_typeof(context) = 'object'),
    options             jsonb         NOT NULL DEFAULT '{}'
                        CONSTRAINT hero_decisions_options_check CHECK (jsonb_typeof(options) = 'object'),
    contributions       jsonb         NOT NULL DEFAULT '{}'
                        CONSTRAINT hero_decisions_contributions_check CHECK (
                            jsonb_typeof(contributions) = 'object'),
    personality_factors jsonb         NOT NULL DEFAULT '{}'
                        CONSTRAINT hero_decisions_personality_factors_check CHECK (
                            jsonb_typeof(personality_factors) = 'object'),
    outcome             jsonb         NOT NULL DEFAULT '{}'
                        CONSTRAINT hero_decisions_outcome_check CHECK (jsonb_typeof(outcome) = 'object'),
    reasoning           varchar(2000) NOT NULL DEFAULT '',
    -- The id is the activity's, so the key serves the reference below; the hero is implied by the activity.
    CONSTRAINT hero_decisions_pkey PRIMARY KEY (id, world_id)
) PARTITION BY HASH (world_id);

-- Sixteen partitions each: a power of two, so that they can be split evenly later; enough that the indexes of
-- a partition stay in the memory of one server long after those of the whole log do not; few enough that a
-- statement without a world_id is still planned in a few milliseconds.
--
-- Both logs alike, so a world's activities and decisions lie in partitions of the same number, and a decision
-- refers to its activity from partition to partition. The same reference between the two whole tables means the
-- same, but its check opens all sixteen partitions for each row: 45 microseconds of the 95 that a pair cost.
DO $$
BEGIN
    FOR remainder IN 0 .. 15 LOOP
        EXECUTE format(
            'CREATE TABLE activity_log_%1$s PARTITION OF activity_log FOR VALUES WITH (MODULUS 16, REMAINDER %2$s)',
            to_char(remainder, 'FM00'), remainder);
        EXECUTE format(
            'CREATE TABLE hero_decisions_%1$s PARTITION OF hero_decisions (
                 CONSTRAINT hero_decisions_%1$s_activity_fkey FOREIGN KEY (id, world_id)
                     REFERENCES activity_log_%1$s (id, world_id) ON DELETE CASCADE
             ) FOR VALUES WITH (MODULUS 16, REMAINDER %2$s)',
            to_char(remainder, 'FM00'), remainder);
    END LOOP;
END
$$;
