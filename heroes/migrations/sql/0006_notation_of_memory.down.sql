CREATE OR REPLACE FUNCTION decision_contributions(contributions jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(contributions -> 'chosen') = 'string' THEN jsonb_strip_nulls(contributions || jsonb_build_object(
    'chosen', numbers_by_name(contributions ->> 'chosen', ARRAY[
        'needs', 'hour', 'place', 'bonds', 'influence', 'order', 'experience', 'events', 'guild',
        'quest', 'habit', 'chance', 'custom'
    ]),
    'rejected', CASE WHEN contributions ? 'rejected' THEN numbers_by_name(contributions ->> 'rejected', ARRAY[
        'courage', 'greed', 'loyalty', 'curiosity', 'ambition', 'patience', 'empathy', 'needs',
        'hour', 'place', 'bonds', 'influence', 'order', 'experience', 'events', 'guild', 'quest',
        'habit', 'chance', 'custom'
    ]) END
)) ELSE contributions END;

CREATE OR REPLACE FUNCTION decision_context(context jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN context ? 'look' THEN (
    SELECT jsonb_build_object('traits', to_jsonb(coalesce(
        array_agg(coalesce(nullif(one.number, '')::integer, 0) ORDER BY one.place) FILTER (WHERE one.place <= 7), '{}'
    ))) || coalesce(jsonb_object_agg(one.name, CASE one.name
        WHEN 'kind' THEN to_jsonb((ARRAY[
            'guild', 'town', 'woods', 'heights', 'waters', 'open', 'ruins', 'shrine'
        ])[one.number::integer + 1])
        WHEN 'policy' THEN to_jsonb((ARRAY[
            'balanced', 'martial', 'scholarly', 'mercantile', 'charitable', 'adventurous'
        ])[one.number::integer + 1])
        WHEN 'hero_class' THEN to_jsonb((ARRAY[
            'warrior', 'ranger', 'mage', 'cleric', 'rogue', 'bard', 'artisan', 'scholar'
        ])[one.number::integer + 1])
        WHEN 'last' THEN to_jsonb((ARRAY[
            'rest', 'sleep', 'eat', 'train_combat', 'train_magic', 'study', 'patrol', 'hunt',
            'gather', 'craft', 'trade', 'explore', 'socialise', 'court', 'mentor', 'pray', 'work',
            'carouse', 'seek_help', 'loaf', 'quest_travel', 'quest_trial', 'quest_return', 'depart'
        ])[one.number::integer + 1])
        WHEN 'order' THEN to_jsonb((ARRAY[
            '', 'rest', 'sleep', 'eat', 'train_combat', 'train_magic', 'study', 'patrol', 'hunt',
            'gather', 'craft', 'trade', 'explore', 'socialise', 'court', 'mentor', 'pray', 'work',
            'carouse', 'seek_help', 'loaf', 'quest_travel', 'quest_trial', 'quest_return', 'depart'
        ])[one.number::integer + 1])
        ELSE to_jsonb(one.number::integer) END) FILTER (WHERE one.place > 7 AND one.number <> ''), '{}')
    FROM unnest(ARRAY[
        'courage', 'greed', 'loyalty', 'curiosity', 'ambition', 'patience', 'empathy', 'energy',
        'mood', 'health', 'hunger', 'solitude', 'gold', 'hour', 'place', 'kind', 'wild', 'shrine',
        'trust', 'respect', 'fear', 'arrears', 'policy', 'hero_class', 'order', 'last', 'streak',
        'phase', 'company', 'friendship', 'romance', 'mentor', 'gap', 'compatibility', 'rivalry',
        'foe', 'enmity', 'quest', 'odds', 'danger', 'reward', 'comrades', 'wares', 'materials'
    ], string_to_array(context ->> 'look', ',')) WITH ORDINALITY AS one (name, number, place)
) || (
    SELECT coalesce(jsonb_object_agg(vector, numbers_by_name(context ->> vector, ARRAY[
        'rest', 'sleep', 'eat', 'train_combat', 'train_magic', 'study', 'patrol', 'hunt', 'gather',
        'craft', 'trade', 'explore', 'socialise', 'court', 'mentor', 'pray', 'work', 'carouse',
        'seek_help', 'loaf', 'quest_travel', 'quest_trial', 'quest_return', 'depart'
    ])) FILTER (WHERE context ? vector), '{}')
    FROM unnest(ARRAY['affords', 'events', 'learned']) AS vector
) ELSE context END;
