"""What the game asks, and which index answers: for every index of ours a question that is really asked."""

import re

from tests.schema.crowded import LARGE, of

ROWS = {
    "world": f"'{of('worlds', 0)}'",
    "worlds": f"'{{{of('worlds', 0)}, {of('worlds', 77)}}}'::uuid[]",
    "their_world": f"'{of('worlds', 77)}'",
    "large_world": f"'{of('worlds', LARGE)}'",
    "hero": f"'{of('heroes', 7_077)}'",
    "old_hero": f"'{of('heroes', 10_000)}'",
    "quests": f"'{{{of('quests', 5_077)}}}'::uuid[]",
    "user": f"'{of('users', 5)}'",
}
"""What stands for `<world>` and so on below."""

QUESTIONS: dict[str, str] = {
    # accounts: logging in, the visit before this one, who looked at whose data
    "users_username_key": "SELECT id, password FROM users WHERE username = 'user 5'",
    "user_sessions_user_idx": (
        "SELECT last_seen_at FROM user_sessions WHERE user_id = <user> ORDER BY last_seen_at DESC LIMIT 2"
    ),
    "user_sessions_token_digest_key": (
        "SELECT user_id, expires_at FROM user_sessions WHERE token_digest = 'digest 77' AND ended_at IS NULL"
    ),
    "users_erasing_idx": "SELECT id FROM users WHERE erasing_since IS NOT NULL ORDER BY erasing_since",
    "idempotent_answers_key_key": "SELECT * FROM idempotent_answers WHERE user_id = <user> AND key = 'key 1'",
    "idempotent_answers_made_idx": "SELECT id FROM idempotent_answers WHERE made_at < '2026-01-01T01:00Z'",
    "audit_log_at_idx": "SELECT * FROM audit_log ORDER BY at DESC LIMIT 50",
    "audit_log_subject_idx": "SELECT * FROM audit_log WHERE subject_id = <user> ORDER BY at DESC",
    "audit_log_actor_idx": "SELECT * FROM audit_log WHERE actor_id = <user> ORDER BY at DESC",
    # worlds: a player's worlds, worlds that are watched, worlds that have a certain landmark
    "worlds_owner_idx": "SELECT id, name FROM worlds WHERE owner_id = <user> ORDER BY id",
    "worlds_hot_idx": "SELECT id FROM worlds WHERE status = 'running' AND hot_until > '2026-05-31'",
    "worlds_erasing_idx": "SELECT id FROM worlds WHERE erasing_since IS NOT NULL ORDER BY erasing_since",
    "worlds_data_idx": """SELECT id, name FROM worlds WHERE data @> '{"landmarks": [{"type": "mystical_tree"}]}'""",
    "guilds_world_key": "SELECT * FROM guilds WHERE world_id = <world>",
    "guilds_facilities_idx": """SELECT world_id, name FROM guilds WHERE facilities @> '{"library": 5}'""",
    "world_events_number_key": (
        "SELECT * FROM world_events WHERE world_id = <world> ORDER BY number DESC LIMIT 50"
    ),
    "world_events_present_idx": (
        "SELECT * FROM world_events WHERE world_id = ANY (<worlds>) AND status IN ('coming', 'in_force') "
        "ORDER BY world_id, number"
    ),
    "world_events_effects_idx": "SELECT world_id, name FROM world_events WHERE effects ? 'wisdom_bonus'",
    "api_keys_purpose_key": "SELECT id FROM api_keys WHERE world_id = <world> AND purpose = 'purpose 1'",
    "api_keys_key_idx": "SELECT id FROM api_keys WHERE key_id = 'key 7'",
    # storytellers: what a world was asked for, and may still ask for; what they cost of late
    "storyteller_calls_asking_key": (
        "SELECT id FROM storyteller_calls WHERE world_id = <world> AND outcome = 'asking'"
    ),
    "storyteller_calls_world_idx": (
        "SELECT count(*), sum(input_tokens) FROM storyteller_calls"
        " WHERE world_id = <world> AND created_at > '2026-01-01T01:00Z'"
    ),
    "storyteller_calls_created_idx": "SELECT * FROM storyteller_calls WHERE created_at > '2026-01-21T00:00Z'",
    # heroes: a bite, the list of a world by what they do, who has not decided for long, who is fearless
    "heroes_number_key": "SELECT * FROM heroes WHERE world_id = ANY (<worlds>) ORDER BY world_id, number",
    "idx_heroes_current_action": (
        "SELECT id, name FROM heroes WHERE world_id = <world> AND status = 'active' AND current_action = 'action 3'"
    ),
    "idx_heroes_last_decision": (
        "SELECT id, name FROM heroes WHERE world_id = <world> AND status = 'active' "
        "AND last_decision_at < '1001-01-01T01:30Z' ORDER BY last_decision_at"
    ),
    "idx_personality_gin": """SELECT world_id, name FROM heroes WHERE personality @> '{"courage": 100}'""",
    "hero_relationships_world_idx": "SELECT * FROM hero_relationships WHERE world_id = ANY (<worlds>)",
    "hero_relationships_pair_key": (
        "SELECT * FROM hero_relationships WHERE world_id = <their_world> AND hero_id = <hero>"
    ),
    "hero_relationships_other_idx": (
        "SELECT hero_id FROM hero_relationships WHERE world_id = <their_world> AND other_id = <hero>"
    ),
    "master_influence_hero_key": (
        "SELECT * FROM master_influence WHERE world_id = <their_world> AND hero_id = <hero>"
    ),
    "master_influence_world_idx": "SELECT * FROM master_influence WHERE world_id = ANY (<worlds>)",
    "master_influence_order_idx": (
        """SELECT hero_id FROM master_influence WHERE standing_order @> '{"action": "patrol"}'"""
    ),
    # quests: the board, what is under way, who is on one, what a hero was on
    "quests_number_key": "SELECT * FROM quests WHERE world_id = <world> ORDER BY number DESC LIMIT 5",
    "quests_unfinished_idx": (
        "SELECT * FROM quests WHERE world_id = ANY (<worlds>) AND status IN ('open', 'mustering', 'underway')"
    ),
    "quest_assignments_pair_key": (
        "SELECT * FROM quest_assignments WHERE world_id = ANY (<worlds>) AND quest_id = ANY (<quests>)"
    ),
    "quest_assignments_hero_idx": (
        "SELECT * FROM quest_assignments WHERE world_id = <their_world> AND hero_id = <hero>"
    ),
    # the log: the report since a step, a hero's days, headlines, an outcome anywhere, an hour of real time
    "activity_log_order_key": (
        "SELECT * FROM activity_log WHERE world_id = <world> AND step > 9900 ORDER BY step, seq"
    ),
    "activity_log_deeds_idx": (
        "SELECT * FROM activity_log WHERE world_id = <world> AND hero_id = <old_hero> "
        "ORDER BY step DESC, seq DESC LIMIT 50"
    ),
    "activity_log_headlines_idx": (
        "SELECT * FROM activity_log WHERE world_id = <world> AND importance >= 60 ORDER BY step DESC LIMIT 20"
    ),
    "activity_log_data_idx": (
        """SELECT world_id, hero_id FROM activity_log WHERE importance >= 60 AND data @> '{"trial": "lost"}'"""
    ),
    "activity_log_real_at_idx": (
        "SELECT world_id, action FROM activity_log "
        "WHERE real_at BETWEEN '2026-01-02T10:00Z' AND '2026-01-02T10:05Z'"
    ),
    # the archive: a hero's weeks, a world's weeks, an id, where the ledger starts
    "activity_archive_hero_idx": (
        "SELECT * FROM activity_archive WHERE hero_id = <hero> AND world_id = <their_world> AND week < 9"
    ),
    "activity_archive_world_idx": "SELECT * FROM activity_archive WHERE world_id = <world> AND week BETWEEN 3 AND 4",
    "activity_archive_moments_idx": (
        "SELECT * FROM activity_archive WHERE world_id = <world> AND id_moments(ids) && ARRAY[12345::bigint]"
    ),
    "archive_checkpoints_subject_key": (
        "SELECT * FROM archive_checkpoints WHERE world_id = <their_world> AND hero_id = <hero>"
    ),
}


def question(index: str) -> str:
    """What is asked of an index."""
    return asked(QUESTIONS[index])


def asked(text: str) -> str:
    """A question about rows that are there."""
    return re.sub(r"<(\w+)>", lambda found: ROWS[found[1]], text)
