-- Whoever edits may say who they are, and why: {"who", "because"} in the setting herotycoon.hand of the transaction.
CREATE OR REPLACE FUNCTION log_edit(
    whose uuid, whom uuid, told jsonb, moved jsonb, mood integer, OUT entry uuid, OUT at integer
) LANGUAGE plpgsql AS $$
DECLARE
    place public.worlds := public.take_place(whose);
    said CONSTANT jsonb := nullif(pg_catalog.current_setting('herotycoon.hand', true), '');
    hand CONSTANT jsonb := CASE WHEN said IS NULL THEN '{}' ELSE pg_catalog.jsonb_build_object('hand', said) END;
BEGIN
    entry := public.fresh_id();
    at := place.step;
    INSERT INTO public.activity_log (id, world_id, hero_id, guild_id, kind, action, started_step, step, seq, game_at,
                                     real_at, data, changes, mood_impact, importance, booked)
    VALUES (entry, whose, whom,
            CASE WHEN whom IS NULL THEN (SELECT id FROM public.guilds WHERE world_id = whose) END,
            'edit', 'edit', at, at, place.seq, public.game_at(at), public.real_at(place, at),
            pg_catalog.jsonb_build_object('edit', told) || hand, moved, mood, 30, true);
END
$$;
