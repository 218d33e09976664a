"""What a report asks, as statements.

All but the first are given the ``world`` and the steps that its period comes after (``since``) and ends with
(``until``); what else some are given is told in ``reading.py``.
"""

BEGUN = """
SELECT w.name, w.seed, w.step, w.data, g.name, g.treasury
FROM worlds w JOIN guilds g ON g.world_id = w.id
WHERE w.id = %(world)s
"""
PEOPLE = """
SELECT h.id, h.number, h.name, h.hero_class, h.status, h.current_action, h.place, h.until_step, h.partner,
       coalesce(q.title, ''), h.gold, h.experience, h.energy, h.mood, h.health,
       coalesce(m.trust, 0), coalesce(m.respect, 0), coalesce(m.fear, 0), h.birth, h.items, h.skills, h.personality,
       felt.happiness
FROM heroes h
LEFT JOIN LATERAL hero_happiness(h.id, h.world_id) AS felt ON h.status <> 'gone'
LEFT JOIN master_influence m ON m.hero_id = h.id AND m.world_id = h.world_id
LEFT JOIN quests q ON q.number = h.quest_number AND q.world_id = h.world_id
WHERE h.world_id = %(world)s ORDER BY h.number
"""
DEEDS = """
SELECT hero_id, kind, action, place, times, steps, gold, experience, energy, mood, health, trust, respect, fear,
       treasury, wages, activities::text[], paid::text[], felt::text[]
FROM offline_deeds(%(world)s, %(since)s, %(until)s)
"""
GROWTH = """
SELECT hero_id, part, name, change, activities::text[] FROM offline_growth(%(world)s, %(since)s, %(until)s)
"""
BONDS = """
SELECT one, other, kind, change, opened, forgotten, activities::text[]
FROM offline_bonds(%(world)s, %(since)s, %(until)s)
"""
TRIALS = """
SELECT a.data ->> 'trial', count(DISTINCT a.data ->> 'quest')
FROM activity_history(%(world)s, %(since)s, %(until)s) a
WHERE a.action = 'quest_trial' AND a.data ? 'trial'
GROUP BY 1
"""
STRENGTHS = """
SELECT hero_number, other_number, kind, strength, role FROM hero_social_network
WHERE world_id = %(world)s AND last_step > %(since)s
"""
MOMENTS = """
WITH lived AS MATERIALIZED (
    SELECT a.id, a.hero_id, a.action, (a.data ->> 'place')::int AS place, a.step, a.seq, a.mood_impact AS mood,
           coalesce((a.data ->> 'hurt')::int, 0) AS hurt, (a.data ->> 'quest')::int AS quest
    FROM activity_history(%(world)s, %(since)s, %(until)s) a
    WHERE a.kind = 'action' AND a.action <> ALL (%(daily)s)
), peaks AS (
    (SELECT DISTINCT ON (hero_id) 'best' AS end, lived.* FROM lived WHERE mood > 0
     ORDER BY hero_id, mood DESC, step, seq)
    UNION ALL
    (SELECT DISTINCT ON (hero_id) 'worst' AS end, lived.* FROM lived WHERE mood < 0 OR hurt > 0
     ORDER BY hero_id, mood - hurt, step, seq)
)
SELECT p.end, p.hero_id, p.id::text, p.action, p.place, p.step, p.mood, p.hurt,
       coalesce(q.title, '')
FROM peaks p
LEFT JOIN quests q ON q.number = p.quest AND q.world_id = %(world)s
"""
REASONS = "SELECT id::text, reasoning FROM decisions_of(%(world)s, %(ids)s::uuid[])"
NOTED = """
SELECT a.id::text, a.hero_id, a.kind, a.action, a.started_step, a.step, a.importance, a.mood_impact, a.data, a.changes
FROM activity_history(%(world)s, %(since)s, %(until)s) a
WHERE (a.importance >= %(noted)s OR a.action = 'event_ends' OR a.data ? 'arrears')
ORDER BY a.importance DESC, a.step DESC, a.seq DESC LIMIT %(most)s
"""
QUESTS = """
SELECT number, title, difficulty, place, monster FROM quests WHERE world_id = %(world)s AND number = ANY (%(numbers)s)
"""
EVENTS = """
SELECT number, kind, name, description, place, starts_step, ends_step FROM world_events
WHERE world_id = %(world)s AND number = ANY (%(numbers)s)
"""
AT_ONCE = (PEOPLE, DEEDS, GROWTH, STRENGTHS, BONDS, MOMENTS, TRIALS, NOTED)
"""What a whole report asks whatever happened, in the order of its answers."""
