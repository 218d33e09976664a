-- The archive of the logs: a row is a game week of a hero (or of the guild), its activities and their decisions.
--
-- `week` is step / 336. Element n of every array is row n of that week, by (step, seq); element n of each list in
-- `decisions` is its decision, null where nobody decided. What follows from the rest is not kept: a decision has the
-- id, the hero and the first step of its activity, and the game time follows from the step. A row of the logs for
-- which that does not hold is not moved here, so what is unpacked below is, to the last bit, what was packed.
--
-- Measured for 22,000 decisions with their activities, all indexes included: 407 bytes each. `decisions` as one json
-- document, list by list: pglz looks back four kilobytes, in which it finds the contexts of six days but only one
-- whole decision; as jsonb, whose numbers are twelve bytes long, 120 more; as one array for each list, whose last
-- chunks leave holes in the pages of the toast table, 50 more. The documents of activities are jsonb, at 10 bytes
-- more: reports read them, and jsonb is unpacked four times faster.
CREATE TABLE activity_archive (
    id            uuid          NOT NULL,
    world_id      uuid          NOT NULL,
    hero_id       uuid,
    guild_id      uuid,
    week          integer       NOT NULL CONSTRAINT activity_archive_week_check CHECK (week >= 0),
    ids           uuid[]        NOT NULL,
    started_steps integer[]     NOT NULL,
    steps         integer[]     NOT NULL,
    seqs          integer[]     NOT NULL,
    real_ats      timestamptz[] NOT NULL,
    mood_impacts  smallint[]    NOT NULL,
    importances   smallint[]    NOT NULL,
    booked        boolean[]     NOT NULL,
    kinds         varchar(16)[] NOT NULL,
    actions       varchar(32)[] NOT NULL,
    data          jsonb[]       NOT NULL,
    changes       jsonb[]       NOT NULL,
    decisions     json,
    CONSTRAINT activity_archive_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT activity_archive_hero_fkey FOREIGN KEY (hero_id, world_id)
        REFERENCES heroes (id, world_id) ON DELETE CASCADE,
    CONSTRAINT activity_archive_guild_fkey FOREIGN KEY (guild_id, world_id)
        REFERENCES guilds (id, world_id) ON DELETE CASCADE,
    CONSTRAINT activity_archive_subject_check CHECK (
        (guild_id IS NOT NULL AND hero_id IS NULL) OR (guild_id IS NULL AND hero_id IS NOT NULL)),
    CONSTRAINT activity_archive_lengths_check CHECK (
        cardinality(ids) > 0
        AND cardinality(ids) = ALL (ARRAY[
            cardinality(started_steps), cardinality(steps), cardinality(seqs), cardinality(real_ats),
            cardinality(mood_impacts), cardinality(importances), cardinality(booked), cardinality(kinds),
            cardinality(actions), cardinality(data), cardinality(changes)]))
) PARTITION BY HASH (world_id);

-- Partitions of the same number as the logs', so that a world's past and present lie together; and since a toast
-- table can name no more than 2^32 values, which one for all worlds would reach after three years of 10,000 worlds.
DO $$
BEGIN
    FOR remainder IN 0 .. 15 LOOP
        EXECUTE format(
            'CREATE TABLE activity_archive_%1$s PARTITION OF activity_archive FOR VALUES WITH (MODULUS 16, REMAINDER %2$s)',
            to_char(remainder, 'FM00'), remainder);
    END LOOP;
END
$$;

-- When an id was made, in units of 256 milliseconds: its first ten digits. In an index it takes a twentieth of the
-- place of the ids themselves (4 bytes a row for 73), since what was written together is of one moment.
CREATE FUNCTION id_moment(id uuid) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT ('x' || left(replace(id::text, '-', ''), 10))::bit(40)::bigint $$;

CREATE FUNCTION id_moments(ids uuid[]) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT array_agg(DISTINCT public.id_moment(id)) FROM unnest(ids) AS id $$;

CREATE INDEX activity_archive_hero_idx ON activity_archive (hero_id, world_id, week);
CREATE INDEX activity_archive_world_idx ON activity_archive (world_id, week);
CREATE INDEX activity_archive_moments_idx ON activity_archive USING gin (id_moments(ids));

-- What an archived week was in the logs: its rows with after < step <= until.
CREATE FUNCTION unpacked_activities(packed activity_archive, after integer, until integer)
RETURNS SETOF activity_log LANGUAGE sql STABLE PARALLEL SAFE ROWS 90
AS $$
    SELECT one.id, packed.world_id, packed.hero_id, packed.guild_id, one.real_at,
           timestamptz '1000-01-01T00:00Z' + one.step * interval '30 minutes', one.started_step, one.step, one.seq,
           one.mood_impact, one.importance, one.booked, one.kind, one.action, one.data, one.changes
    FROM unnest(packed.ids, packed.real_ats, packed.started_steps, packed.steps, packed.seqs, packed.mood_impacts,
                packed.importances, packed.booked, packed.kinds, packed.actions, packed.data, packed.changes)
         AS one (id, real_at, started_step, step, seq, mood_impact, importance, booked, kind, action, data, changes)
    WHERE one.step > after AND one.step <= until
$$;

CREATE FUNCTION unpacked_decisions(packed activity_archive, after integer, until integer)
RETURNS SETOF hero_decisions LANGUAGE sql STABLE PARALLEL SAFE ROWS 90
AS $$
    SELECT one.id, packed.world_id, packed.hero_id, one.started_step, one.rules_version::text::integer,
           one.satisfaction::text::smallint, one.chosen::varchar(32), one.context, one.options, one.contributions,
           one.personality_factors, one.outcome, one.reasoning::varchar(2000)
    FROM (SELECT packed.decisions::jsonb OFFSET 0) AS told (document)  -- read once
    CROSS JOIN LATERAL ROWS FROM (
        unnest(packed.ids), unnest(packed.started_steps), unnest(packed.steps),
        jsonb_array_elements(document -> 'rules_version'), jsonb_array_elements(document -> 'satisfaction'),
        jsonb_array_elements_text(document -> 'chosen'), jsonb_array_elements(document -> 'context'),
        jsonb_array_elements(document -> 'options'), jsonb_array_elements(document -> 'contributions'),
        jsonb_array_elements(document -> 'personality_factors'), jsonb_array_elements(document -> 'outcome'),
        jsonb_array_elements_text(document -> 'reasoning'))
        AS one (id, started_step, step, rules_version, satisfaction, chosen, context, options, contributions,
                personality_factors, outcome, reasoning)
    WHERE one.chosen IS NOT NULL AND one.step > after AND one.step <= until
$$;

-- The history of a world, wherever it lies: the rows of the logs with after < step <= until. The planner takes these
-- apart, so that conditions on hero and step find their indexes on both sides.
CREATE FUNCTION activity_history(world uuid, after integer, until integer) RETURNS SETOF activity_log
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
AS $$
    SELECT hot.*
    FROM public.activity_log AS hot
    WHERE hot.world_id = world AND hot.step > after AND hot.step <= until
    UNION ALL
    SELECT old.*
    FROM public.activity_archive AS packed CROSS JOIN LATERAL public.unpacked_activities(packed, after, until) AS old
    WHERE packed.world_id = world AND packed.week BETWEEN (after + 1) / 336 AND until / 336
$$;

-- The same of decisions; the step is that of their activity.
CREATE FUNCTION decision_history(world uuid, after integer, until integer) RETURNS SETOF hero_decisions
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
AS $$
    SELECT hot.*
    FROM public.activity_log AS done
    JOIN public.hero_decisions AS hot
      ON hot.id = done.id AND hot.world_id = done.world_id AND hot.hero_id = done.hero_id
    WHERE done.world_id = world AND hot.world_id = world AND done.step > after AND done.step <= until
    UNION ALL
    SELECT old.*
    FROM public.activity_archive AS packed CROSS JOIN LATERAL public.unpacked_decisions(packed, after, until) AS old
    WHERE packed.world_id = world AND packed.week BETWEEN (after + 1) / 336 AND until / 336
$$;

-- Those of a world that have these ids. An index on both sides.
CREATE FUNCTION activities_of(world uuid, wanted uuid[]) RETURNS SETOF activity_log
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
AS $$
    SELECT hot.* FROM public.activity_log AS hot WHERE hot.world_id = world AND hot.id = ANY (wanted)
    UNION ALL
    SELECT old.*
    FROM public.activity_archive AS packed
    CROSS JOIN LATERAL public.unpacked_activities(packed, -1, 2147483647) AS old
    WHERE packed.world_id = world AND public.id_moments(packed.ids) && public.id_moments(wanted)
      AND packed.ids && wanted AND old.id = ANY (wanted)
$$;

CREATE FUNCTION decisions_of(world uuid, wanted uuid[]) RETURNS SETOF hero_decisions
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
AS $$
    SELECT hot.* FROM public.hero_decisions AS hot WHERE hot.world_id = world AND hot.id = ANY (wanted)
    UNION ALL
    SELECT old.*
    FROM public.activity_archive AS packed
    CROSS JOIN LATERAL public.unpacked_decisions(packed, -1, 2147483647) AS old
    WHERE packed.world_id = world AND public.id_moments(packed.ids) && public.id_moments(wanted)
      AND packed.ids && wanted AND old.id = ANY (wanted)
$$;

-- Where the ledger starts from, once what lies before it was dropped: what each hero and the guild had at the end of
-- `step`. Influence and relationships stand in the state of the hero who has them.
CREATE TABLE archive_checkpoints (
    id       uuid        NOT NULL,
    world_id uuid        NOT NULL,
    hero_id  uuid,
    guild_id uuid,
    step     integer     NOT NULL CONSTRAINT archive_checkpoints_step_check CHECK (step >= 0),
    state    jsonb       NOT NULL
             CONSTRAINT archive_checkpoints_state_check CHECK (jsonb_typeof(state) = 'object'),
    made_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT archive_checkpoints_pkey PRIMARY KEY (id, world_id),
    CONSTRAINT archive_checkpoints_hero_fkey FOREIGN KEY (hero_id, world_id)
        REFERENCES heroes (id, world_id) ON DELETE CASCADE,
    CONSTRAINT archive_checkpoints_guild_fkey FOREIGN KEY (guild_id, world_id)
        REFERENCES guilds (id, world_id) ON DELETE CASCADE,
    CONSTRAINT archive_checkpoints_subject_key UNIQUE NULLS NOT DISTINCT (world_id, hero_id),
    CONSTRAINT archive_checkpoints_subject_check CHECK (
        (guild_id IS NOT NULL AND hero_id IS NULL) OR (guild_id IS NULL AND hero_id IS NOT NULL))
);
CREATE INDEX archive_checkpoints_hero_idx ON archive_checkpoints (hero_id, world_id);
