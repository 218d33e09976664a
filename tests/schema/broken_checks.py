"""For every CHECK constraint the rows that it refuses: table → subject → what to write.

A value is written to the column that the constraint is named after; several columns are said with `Row`.
"""

from typing import Any, Final


class Row(dict[str, Any]):
    """The columns to write."""


NO_OBJECT: Final = [[], 3, "text", [{}]]
NO_ARRAY: Final = [{}, 3, "text"]
NO_PERCENT: Final = [-1, 101]
NO_COUNT: Final = [-1]
NO_TEXT: Final = [""]
NO_WORD: Final = ["", "nonsense", "Running"]
NO_TRAIT: Final[list[Any]] = [-1, 101, 0.5, "50", None, True, [50], {}]


def no_numbers(low: int, high: int) -> list[Any]:
    """Documents that are no objects of whole numbers from `low` to `high`."""
    wrong = [low - 1, high + 1, low + 0.5, str(low), None, True, [low], {"deep": low}]
    return [*NO_OBJECT, *({"good": low, "wrong": value} for value in wrong)]


TRAITS: Final = {
    **{"courage": 0, "greed": 100, "loyalty": 1, "curiosity": 99},
    **{"ambition": 50, "patience": 50, "empathy": 50},
}

BROKEN: Final[dict[str, dict[str, list[Any]]]] = {
    "user_sessions": {
        "last_seen_at": ["0999-01-01T00:00Z"],
        "ended_at": ["0999-01-01T00:00Z"],
    },
    "audit_log": {
        "action": NO_TEXT,
        "details": NO_OBJECT,
    },
    "idempotent_answers": {
        "key": NO_TEXT,
        "request": NO_TEXT,
        "status": [199, 300],
        "document": NO_OBJECT,
    },
    "worlds": {
        "name": NO_TEXT,
        "read_step": [-2],
        "seed": NO_COUNT,
        "seq": NO_COUNT,
        "revision": NO_COUNT,
        "anchor_step": [Row(anchor_step=-1, step=5)],
        "step": [-1, Row(step=4, anchor_step=5)],
        "rules_version": [0],
        "status": NO_WORD,
        "time_scale": [0, 1441],
        "data": NO_OBJECT,
        "settings": NO_OBJECT,
    },
    "guilds": {
        "name": NO_TEXT,
        "treasury": NO_COUNT,
        "wage": NO_COUNT,
        "arrears": NO_COUNT,
        "version": NO_COUNT,
        "reputation": [-1, 1001],
        "level": [0, 11],
        "policy": NO_WORD,
        "facilities": no_numbers(0, 5),
        "birth": NO_OBJECT,
    },
    "world_events": {
        "number": NO_COUNT,
        "starts_step": NO_COUNT,
        "version": NO_COUNT,
        "kind": NO_WORD,
        "source": NO_WORD,
        "name": NO_TEXT,
        "place": [-1],
        "effects": no_numbers(-20, 20),
        "ends_step": [Row(starts_step=5, ends_step=4)],
        "status": NO_WORD,
    },
    "api_keys": {
        **dict.fromkeys(("purpose", "provider", "key_id"), NO_TEXT),
        "version": NO_COUNT,
    },
    "storyteller_calls": {
        **dict.fromkeys(("provider", "model", "prompt_hash"), NO_TEXT),
        **dict.fromkeys(("attempt", "input_tokens", "output_tokens", "cost", "latency_ms"), NO_COUNT),
        "purpose": NO_WORD,
        "outcome": NO_WORD,
    },
    "heroes": {
        "number": NO_COUNT,
        "gold": NO_COUNT,
        "experience": NO_COUNT,
        "place": NO_COUNT,
        "started_step": NO_COUNT,
        "streak": NO_COUNT,
        "version": NO_COUNT,
        "name": NO_TEXT,
        "hero_class": NO_WORD,
        "status": NO_WORD,
        "personality": [
            *NO_OBJECT,
            {},
            {trait: value for trait, value in TRAITS.items() if trait != "empathy"},
            TRAITS | {"charm": 50},
            {"Courage" if trait == "courage" else trait: value for trait, value in TRAITS.items()},
            *(TRAITS | {"empathy": wrong} for wrong in NO_TRAIT),
        ],
        "skills": no_numbers(0, 100),
        "items": no_numbers(0, 2_147_483_647),
        "energy": NO_PERCENT,
        "mood": NO_PERCENT,
        "health": NO_PERCENT,
        "until_step": [Row(started_step=5, until_step=4)],
        "quirks": NO_ARRAY,
        "birth": NO_OBJECT,
        "carried": NO_OBJECT,
        "expectations": [[], [0] * 191, [0] * 193],
        "memories": [[1], [0] * 8, [0] * 63, [None] * 7, [[0] * 7, [0] * 7]],
    },
    "hero_relationships": {
        "other": [],  # needs a hero's id: tests/schema/test_breaking.py
        "kind": NO_WORD,
        "role": ["nonsense", "mentor", Row(kind="romantic", role="pupil"), Row(kind="mentor", role="friend")],
        "strength": [-101, 101],
        "opening": [-101, 101],
        "interactions": NO_COUNT,
        "last_step": NO_COUNT,
        "version": NO_COUNT,
        "history": NO_ARRAY,
    },
    "activity_log": {
        "subject": [Row(hero_id=None, guild_id=None)],
        "started_step": NO_COUNT,
        "seq": NO_COUNT,
        "step": [Row(started_step=5, step=4)],
        "length": [Row(kind=kind, started_step=1, step=2) for kind in ("input", "edit", "event")],
        "mood_impact": [-101, 101],
        "importance": NO_PERCENT,
        "kind": [Row(kind=kind, step=0, started_step=0) for kind in NO_WORD],
        "action": NO_TEXT,
        "data": NO_OBJECT,
        "changes": NO_OBJECT,
    },
    "hero_decisions": {
        "started_step": NO_COUNT,
        "rules_version": [0],
        "satisfaction": [-101, 101],
        "chosen": NO_TEXT,
        **dict.fromkeys(("context", "options", "contributions", "personality_factors", "outcome"), NO_OBJECT),
    },
    "activity_archive": {
        "subject": [Row(hero_id=None, guild_id=None)],
        "week": NO_COUNT,
        "lengths": [
            *(Row({column: []}) for column in ("ids", "steps", "data", "changes", "kinds", "real_ats")),
            *(Row({column: [1, 2]}) for column in ("started_steps", "seqs", "mood_impacts", "importances")),
            Row(booked=[True, False]),
            Row(actions=["rest", "rest"]),
        ],
    },
    "archive_checkpoints": {
        "subject": [Row(hero_id=None, guild_id=None)],
        "step": NO_COUNT,
        "state": NO_OBJECT,
    },
    "quests": {
        **dict.fromkeys(("number", "place", "reward_gold", "reward_experience", "posted_step"), NO_COUNT),
        **dict.fromkeys(("travel", "trial", "version"), NO_COUNT),
        "source": NO_WORD,
        "title": NO_TEXT,
        "difficulty": NO_PERCENT,
        "party_max": [0, 5],
        "status": NO_WORD,
        "expires_step": [Row(posted_step=5, expires_step=4)],
        "trial_step": [Row(posted_step=5, trial_step=4)],
        "outcome": NO_OBJECT,
    },
    "quest_assignments": {
        "status": NO_WORD,
        "assigned_step": NO_COUNT,
        "version": NO_COUNT,
        "ended_step": [Row(assigned_step=5, ended_step=4)],
    },
    "master_influence": {
        **dict.fromkeys(("trust", "respect", "fear"), NO_PERCENT),
        **dict.fromkeys(("baseline", "answers", "standing_order", "counsel"), NO_OBJECT),
        **dict.fromkeys(("history", "promises"), NO_ARRAY),
        "version": NO_COUNT,
    },
}
