-- What is asked again and again, asked in one place: views over the present, functions over a period and a hero.
--
-- The views run with the rights of who asks (security_invoker), so that row security holds behind them. That is why
-- none of them is materialized: a materialized view has neither row security nor an owner among players, and it would
-- be out of date after each tick, while the ordinary ones answer for a world of twenty heroes in one to four
-- milliseconds. Every join names world_id on both sides: a filter on the view's world_id reaches each table, visits one
-- partition, and stays on one shard of a cluster.
--
-- What was done is asked of `activity_history`, so that an answer is the same before and after old weeks are archived.
--
-- The functions are STABLE, have the rights of who calls them, and name every schema; those that return sets are one
-- SELECT, so that the planner unfolds them into the calling statement.

-- Bonds fade by one point towards indifference every 144 steps of absence.
CREATE FUNCTION faded_strength(strength integer, last_step integer, step integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN strength - sign(strength)::integer * least((step - last_step) / 144, abs(strength));

-- The name of a place: 0 is the guild's hall, 1 the town, then the biomes and the landmarks in the world's own order.
CREATE FUNCTION place_name(data jsonb, place integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
    WHEN place = 0 THEN data #>> '{hall,name}'
    WHEN place = 1 THEN data #>> '{town,name}'
    WHEN place > 1 THEN ((data -> 'biomes') || (data -> 'landmarks')) -> (place - 2) ->> 'name'
END;

-- What the needs of the body and the purse leave of a hero's ease, 0 to 100. Each need weighs as it does when the hero
-- decides: the lack of energy, health and food by its square, so that a small one is ignored and a great one shouts.
CREATE FUNCTION wellbeing(energy integer, health integer, hunger integer, solitude integer, gold integer)
RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN 100 - (
    (100 - energy) * (100 - energy) / 100
    + (100 - health) * (100 - health) / 100
    + least(least(hunger, 20) * 5, 100) * least(least(hunger, 20) * 5, 100) / 100
    + least(solitude, 96) * 100 / 96
    + greatest(100 - gold, 0)
) / 5;

-- A hero's happiness, 0 to 100, is a reading and changes nothing: four parts mood, three parts wellbeing, two parts
-- company (what the hero's bonds are worth), one part regard (what the hero holds of the master). Whole numbers,
-- rounded down.
CREATE FUNCTION happiness(mood integer, wellbeing integer, company integer, regard integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (4 * mood + 3 * wellbeing + 2 * company + regard) / 10;

-- A hero's bonds in one row, as strong as they are by now. Of a mentorship the hero is the pupil of a teacher, or the
-- teacher of a pupil. Liking is everything that draws to others less everything that sets against them.
CREATE FUNCTION relationship_summary(hero uuid, world uuid)
RETURNS TABLE (
    bonds integer, friends integer, friendship integer, rivals integer, rivalry integer,
    loves integer, romance integer, teachers integer, pupils integer, mentorship integer, liking integer,
    closest_friend uuid, closest_strength integer, fiercest_rival uuid, fiercest_strength integer
)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
AS $$
    SELECT count(*)::integer,
           (count(*) FILTER (WHERE kind = 'friendship'))::integer,
           coalesce(sum(now.strength) FILTER (WHERE kind = 'friendship'), 0)::integer,
           (count(*) FILTER (WHERE kind = 'rivalry'))::integer,
           coalesce(sum(now.strength) FILTER (WHERE kind = 'rivalry'), 0)::integer,
           (count(*) FILTER (WHERE kind = 'romantic'))::integer,
           coalesce(sum(now.strength) FILTER (WHERE kind = 'romantic'), 0)::integer,
           (count(*) FILTER (WHERE kind = 'mentor' AND role = 'pupil'))::integer,
           (count(*) FILTER (WHERE kind = 'mentor' AND role = 'mentor'))::integer,
           coalesce(sum(now.strength) FILTER (WHERE kind = 'mentor'), 0)::integer,
           coalesce(sum(CASE kind WHEN 'rivalry' THEN -now.strength ELSE now.strength END), 0)::integer,
           (array_agg(other_id ORDER BY now.strength DESC, interactions DESC, other_id)
               FILTER (WHERE kind = 'friendship' AND now.strength > 0))[1],
           max(now.strength) FILTER (WHERE kind = 'friendship' AND now.strength > 0),
           (array_agg(other_id ORDER BY now.strength DESC, interactions DESC, other_id)
               FILTER (WHERE kind = 'rivalry' AND now.strength > 0))[1],
           max(now.strength) FILTER (WHERE kind = 'rivalry' AND now.strength > 0)
    FROM public.hero_relationships
    JOIN public.worlds ON worlds.id = hero_relationships.world_id
    CROSS JOIN LATERAL (SELECT public.faded_strength(
        hero_relationships.strength, hero_relationships.last_step, worlds.step)) AS now (strength)
    WHERE hero_relationships.hero_id = hero AND hero_relationships.world_id = world
$$;

-- How happy a hero is, and what it is made of.
CREATE FUNCTION hero_happiness(hero uuid, world uuid)
RETURNS TABLE (mood integer, wellbeing integer, bonds integer, company integer, regard integer, happiness integer)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
AS $$
    SELECT felt.mood, felt.wellbeing, felt.bonds, felt.company, felt.regard,
           public.happiness(felt.mood, felt.wellbeing, felt.company, felt.regard)
    FROM (
        SELECT h.mood::integer AS mood,
               public.wellbeing(h.energy, h.health, w.step - h.fed_step, w.step - h.met_step, h.gold) AS wellbeing,
               ties.bonds,
               greatest(0, least(100, 50 + ties.liking / 8)) AS company,
               coalesce((m.trust + m.respect + 100 - m.fear) / 3, 50) AS regard
        FROM public.heroes AS h
        JOIN public.worlds AS w ON w.id = h.world_id
        LEFT JOIN public.master_influence AS m ON m.hero_id = h.id AND m.world_id = h.world_id
        CROSS JOIN LATERAL public.relationship_summary(h.id, h.world_id) AS ties
        WHERE h.id = hero AND h.world_id = world
    ) AS felt
$$;

-- Everybody who still belongs to the guild: what they do, where, until when, and how they are. Who is gone left it.
CREATE VIEW active_heroes WITH (security_invoker = true) AS
SELECT h.id, h.world_id, h.guild_id, g.name AS guild_name, h.number, h.name, h.hero_class, h.status,
       h.current_action, h.place, coalesce(public.place_name(w.data, h.place), '') AS place_name, h.started_step, h.until_step,
       timestamptz '1000-01-01 00:00:00+00' + h.until_step * interval '30 minutes' AS until_game,
       h.partner, coalesce(partner.name::text, '') AS partner_name,
       h.quest_number, coalesce(q.title::text, '') AS quest_title,
       h.energy, h.mood, h.health, h.gold, h.experience, m.trust, m.respect, m.fear,
       felt.bonds, felt.happiness
FROM public.heroes AS h
JOIN public.worlds AS w ON w.id = h.world_id
JOIN public.guilds AS g ON g.id = h.guild_id AND g.world_id = h.world_id
LEFT JOIN public.master_influence AS m ON m.hero_id = h.id AND m.world_id = h.world_id
LEFT JOIN public.heroes AS partner ON partner.number = h.partner AND partner.world_id = h.world_id
LEFT JOIN public.quests AS q ON q.number = h.quest_number AND q.world_id = h.world_id
LEFT JOIN LATERAL public.hero_happiness(h.id, h.world_id) AS felt ON true
WHERE h.status <> 'gone';

-- The last seven game days of the log with who, why and how it felt. Older rows may have been archived.
CREATE VIEW recent_activity WITH (security_invoker = true) AS
SELECT a.id, a.world_id, a.hero_id, h.number AS hero_number, coalesce(h.name::text, '') AS hero_name, a.kind, a.action,
       (a.data ->> 'place')::integer AS place, a.started_step, a.step, a.seq, a.game_at, a.real_at,
       a.mood_impact, a.importance, a.data, a.changes, d.satisfaction, coalesce(d.reasoning::text, '') AS reasoning
FROM public.activity_log AS a
JOIN public.worlds AS w ON w.id = a.world_id
LEFT JOIN public.heroes AS h ON h.id = a.hero_id AND h.world_id = a.world_id
LEFT JOIN public.hero_decisions AS d ON d.id = a.id AND d.world_id = a.world_id
WHERE a.step BETWEEN w.step - 335 AND w.step;

-- A guild at a glance. Wages fall due once a game day, for everybody who is not gone.
CREATE VIEW guild_summary WITH (security_invoker = true) AS
SELECT g.id, g.world_id, w.name AS world_name, w.step, g.name, g.motto, g.policy, g.level, g.reputation, g.treasury,
       g.wage, g.wage * (people.active + people.away + people.incapacitated) AS wages_due, g.arrears, g.facilities,
       people.active, people.away, people.incapacitated, people.gone, people.mood, people.trust, people.happiness,
       board.quests_open, board.quests_underway, board.quests_won, board.quests_lost, board.quests_expired
FROM public.guilds AS g
JOIN public.worlds AS w ON w.id = g.world_id
CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE h.status = 'active'))::integer AS active,
           (count(*) FILTER (WHERE h.status = 'away'))::integer AS away,
           (count(*) FILTER (WHERE h.status = 'incapacitated'))::integer AS incapacitated,
           (count(*) FILTER (WHERE h.status = 'gone'))::integer AS gone,
           round(avg(h.mood) FILTER (WHERE h.status <> 'gone'))::integer AS mood,
           round(avg(m.trust) FILTER (WHERE h.status <> 'gone'))::integer AS trust,
           round(avg(felt.happiness) FILTER (WHERE h.status <> 'gone'))::integer AS happiness
    FROM public.heroes AS h
    LEFT JOIN public.master_influence AS m ON m.hero_id = h.id AND m.world_id = h.world_id
    LEFT JOIN LATERAL public.hero_happiness(h.id, h.world_id) AS felt ON true
    WHERE h.world_id = g.world_id
) AS people
CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE q.status = 'open'))::integer AS quests_open,
           (count(*) FILTER (WHERE q.status IN ('mustering', 'underway')))::integer AS quests_underway,
           (count(*) FILTER (WHERE q.status = 'succeeded'))::integer AS quests_won,
           (count(*) FILTER (WHERE q.status = 'failed'))::integer AS quests_lost,
           (count(*) FILTER (WHERE q.status = 'expired'))::integer AS quests_expired
    FROM public.quests AS q
    WHERE q.world_id = g.world_id
) AS board;

-- Who is what to whom. `faded` is the strength by now; `absence` are the steps since the two last met.
CREATE VIEW hero_social_network WITH (security_invoker = true) AS
SELECT r.id, r.world_id, r.hero_id, h.number AS hero_number, h.name AS hero_name,
       r.other_id, o.number AS other_number, o.name AS other_name, r.kind, r.role, r.strength,
       public.faded_strength(r.strength, r.last_step, w.step) AS faded, r.interactions, r.last_step,
       w.step - r.last_step AS absence
FROM public.hero_relationships AS r
JOIN public.worlds AS w ON w.id = r.world_id
JOIN public.heroes AS h ON h.id = r.hero_id AND h.world_id = r.world_id
JOIN public.heroes AS o ON o.id = r.other_id AND o.world_id = r.world_id;

-- What was done in a world after one step until the end of another, by hero (NULL is the guild), kind, action and
-- place: how often, for how many steps, what it changed. `paid` are the activities that moved gold, `felt` those that
-- moved trust, respect or fear.
CREATE FUNCTION offline_deeds(world uuid, after integer, until integer)
RETURNS TABLE (
    hero_id uuid, kind varchar, action varchar, place integer, times bigint, steps bigint,
    gold bigint, experience bigint, energy bigint, mood bigint, health bigint,
    trust bigint, respect bigint, fear bigint, treasury bigint, wages bigint,
    activities uuid[], paid uuid[], felt uuid[]
)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200
AS $$
    SELECT a.hero_id, a.kind, a.action, (a.data ->> 'place')::integer, count(*), sum(a.step - a.started_step),
           coalesce(sum((a.changes ->> 'gold')::bigint), 0)::bigint,
           coalesce(sum((a.changes ->> 'experience')::bigint), 0)::bigint,
           coalesce(sum((a.changes ->> 'energy')::bigint), 0)::bigint,
           sum(a.mood_impact),
           coalesce(sum((a.changes ->> 'health')::bigint), 0)::bigint,
           coalesce(sum((a.changes #>> '{influence,trust}')::bigint), 0)::bigint,
           coalesce(sum((a.changes #>> '{influence,respect}')::bigint), 0)::bigint,
           coalesce(sum((a.changes #>> '{influence,fear}')::bigint), 0)::bigint,
           coalesce(sum((a.changes ->> 'treasury')::bigint), 0)::bigint,
           coalesce(sum((a.changes ->> 'wages')::bigint), 0)::bigint,
           array_agg(a.id ORDER BY a.step, a.seq),
           array_agg(a.id ORDER BY a.step, a.seq) FILTER (WHERE a.changes ? 'gold'),
           array_agg(a.id ORDER BY a.step, a.seq) FILTER (WHERE a.changes ? 'influence')
    FROM public.activity_history(world, after, until) AS a
    GROUP BY a.hero_id, a.kind, a.action, (a.data ->> 'place')::integer
$$;

-- The same as one row for each hero, and one for the guild, whose hero_id is NULL; all rows together are the totals.
CREATE FUNCTION offline_progress(world uuid, after integer, until integer)
RETURNS TABLE (
    hero_id uuid, activities bigint, decisions bigint, steps bigint,
    gold bigint, experience bigint, energy bigint, mood bigint, health bigint,
    trust bigint, respect bigint, fear bigint, treasury bigint, wages bigint
)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
AS $$
    SELECT d.hero_id, sum(d.times)::bigint, coalesce(sum(d.times) FILTER (WHERE d.kind = 'action'), 0)::bigint,
           sum(d.steps)::bigint, sum(d.gold)::bigint, sum(d.experience)::bigint, sum(d.energy)::bigint,
           sum(d.mood)::bigint, sum(d.health)::bigint, sum(d.trust)::bigint, sum(d.respect)::bigint,
           sum(d.fear)::bigint, sum(d.treasury)::bigint, sum(d.wages)::bigint
    FROM public.offline_deeds(world, after, until) AS d
    GROUP BY d.hero_id
$$;

-- What heroes gathered, learned and became in a period: `part` is items, skills or traits, `name` one of them.
CREATE FUNCTION offline_growth(world uuid, after integer, until integer)
RETURNS TABLE (hero_id uuid, part text, name text, change bigint, activities uuid[])
LANGUAGE sql STABLE PARALLEL SAFE ROWS 200
AS $$
    SELECT a.hero_id, part.name, entry.key, sum(entry.value::bigint)::bigint, array_agg(a.id ORDER BY a.step, a.seq)
    FROM public.activity_history(world, after, until) AS a
    CROSS JOIN LATERAL (VALUES ('items', a.changes -> 'items'), ('skills', a.changes -> 'skills'),
                               ('traits', a.changes -> 'traits')) AS part (name, document)
    CROSS JOIN LATERAL jsonb_each_text(part.document) AS entry
    WHERE a.hero_id IS NOT NULL AND a.changes ?| ARRAY['items', 'skills', 'traits']
    GROUP BY a.hero_id, part.name, entry.key
$$;

-- What became of relationships in a period, each pair once, by the heroes' numbers. Fading counts as change.
CREATE FUNCTION offline_bonds(world uuid, after integer, until integer)
RETURNS TABLE (
    one integer, other integer, kind text, change bigint, opened boolean, forgotten boolean, activities uuid[]
)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
AS $$
    SELECT least(pair.teller, pair.far), greatest(pair.teller, pair.far), bond ->> 'kind',
           sum(coalesce((bond ->> 'change')::integer, 0) + coalesce((bond ->> 'fading')::integer, 0)),
           bool_or(bond ? 'opened'), bool_or(bond ? 'forgotten'), array_agg(a.id ORDER BY a.step, a.seq)
    FROM public.activity_history(world, after, until) AS a
    JOIN public.heroes AS h ON h.id = a.hero_id AND h.world_id = world
    CROSS JOIN LATERAL jsonb_array_elements(a.changes -> 'relationships') AS bond
    CROSS JOIN LATERAL (SELECT coalesce((bond ->> 'hero')::integer, h.number), (bond ->> 'with')::integer)
        AS pair (teller, far)
    WHERE a.changes ? 'relationships'
    GROUP BY 1, 2, 3
$$;
