"""For every CHECK constraint two generators: values that it must let pass, and values that it must refuse.

Table → subject → `Trial`. Both yield the columns to write; everything else is taken from a row that is in order.
"""

from dataclasses import dataclass
from typing import Any, Final

from django.db.models import TextChoices
from hypothesis import strategies as some
from hypothesis.strategies import SearchStrategy

from heroes.choices import ActivityKind, HeroClass, HeroStatus, MentorRole, RelationshipKind
from herotycoon.pg.rules import WHOLE_NUMBER_LIMIT
from herotycoon.storyteller.models import Purpose
from herotycoon.storyteller.outcomes import Outcome
from quests.choices import AssignmentStatus, QuestSource, QuestStatus
from tests.schema.documents import (
    damaged,
    is_personality,
    json_array,
    json_object,
    no_array,
    no_object,
    no_whole_numbers,
    personality,
    text,
    whole_numbers,
)
from worlds.choices import EventKind, EventSource, EventStatus, Policy, WorldStatus

Columns = SearchStrategy[dict[str, Any]]
SMALL: Final = 32_767


@dataclass(frozen=True)
class Trial:
    """What must pass, and what must be refused in the constraint's own name."""

    good: Columns
    bad: Columns


def of(column: str, good: SearchStrategy[Any], bad: SearchStrategy[Any]) -> Trial:
    """A constraint on one column."""
    return Trial(good.map(lambda value: {column: value}), bad.map(lambda value: {column: value}))


def numbers(column: str, low: int, high: int = WHOLE_NUMBER_LIMIT, *, limit: int = SMALL) -> Trial:
    """`low <= column <= high`; `limit` is what the column's type can hold."""
    beyond = some.integers(-limit - 1, low - 1)
    if high < limit:
        beyond |= some.integers(high + 1, limit)
    return of(column, some.integers(low, min(high, limit)), beyond)


def counts(*columns: str) -> dict[str, Trial]:
    """Columns that are not negative."""
    return {column: numbers(column, 0) for column in columns}


def percents(*columns: str) -> dict[str, Trial]:
    """Columns from 0 to 100."""
    return {column: numbers(column, 0, 100) for column in columns}


def scores(*columns: str) -> dict[str, Trial]:
    """Columns from -100 to 100."""
    return {column: numbers(column, -100, 100) for column in columns}


def words(column: str, choices: type[TextChoices]) -> Trial:
    """One word of a closed set; the same word in capitals, with a blank or cut short is another one."""
    right = some.sampled_from(choices.values)
    nearly = right.flatmap(lambda word: some.sampled_from([word.upper(), f"{word} "[:16], word[:-1]])) | text
    return of(column, right, nearly.filter(lambda word: word not in choices.values))


def some_text(*columns: str) -> dict[str, Trial]:
    """Texts that are not empty."""
    return {column: of(column, text.filter(bool), some.just("")) for column in columns}


def objects(*columns: str) -> dict[str, Trial]:
    """JSON objects, of whatever keys."""
    return {column: of(column, json_object, no_object) for column in columns}


def arrays(*columns: str) -> dict[str, Trial]:
    """JSON arrays, of whatever elements."""
    return {column: of(column, json_array, no_array) for column in columns}


def whole(column: str, low: int, high: int = WHOLE_NUMBER_LIMIT) -> Trial:
    """Objects of whole numbers."""
    return of(column, whole_numbers(low, high), no_whole_numbers(low, high))


def ordered(early: str, late: str, *, optional: bool = False) -> Trial:
    """Two columns in order of time, or alike; the later one may be missing where it is `optional`."""
    gap = some.tuples(some.integers(1, 9_999), some.integers(1, 9_999)).map(sorted)
    good: Columns = gap.map(lambda pair: {early: pair[0], late: pair[1]})
    if optional:
        good |= some.just({late: None})
    wrong = gap.filter(lambda pair: pair[0] < pair[1])
    return Trial(good, wrong.map(lambda pair: {early: pair[1], late: pair[0]}))


def begun(early: str, late: str) -> Trial:
    """A time that is not negative and that another one must not precede."""
    trial = numbers(early, 0)
    return Trial(trial.good.map(lambda row: row | {late: row[early]}), trial.bad)


def visits(moments: int) -> SearchStrategy[list[str]]:
    """So many moments in order, no two alike."""
    drawn = some.lists(some.datetimes(), min_size=moments, max_size=moments, unique=True)
    return drawn.map(lambda times: [f"{time.isoformat()}Z" for time in sorted(times)])


SEEN: Final = Trial(
    visits(2).map(lambda t: {"started_at": t[0], "last_seen_at": t[1]}),
    visits(2).map(lambda t: {"started_at": t[1], "last_seen_at": t[0]}),
)
ENDED: Final = Trial(
    visits(2).map(lambda t: {"started_at": t[0], "last_seen_at": t[0], "ended_at": t[1]})
    | some.just({"ended_at": None}),
    visits(2).map(lambda t: {"started_at": t[1], "last_seen_at": t[1], "ended_at": t[0]}),
)
ROLES: Final = some.tuples(some.sampled_from(RelationshipKind.values), some.sampled_from(MentorRole.values))
ROLE: Final = Trial(
    ROLES.filter(lambda pair: pair[1] == "" or pair[0] == "mentor").map(lambda p: {"kind": p[0], "role": p[1]}),
    (ROLES.filter(lambda p: p[1] != "" and p[0] != "mentor") | text.filter(bool).map(lambda t: ("mentor", t)))
    .filter(lambda pair: pair[0] != "mentor" or pair[1] not in MentorRole.values)
    .map(lambda pair: {"kind": pair[0], "role": pair[1]}),
)  # fmt: skip

LENGTHS: Final[Columns] = some.tuples(
    some.sampled_from(ActivityKind.values), some.integers(0, 99), some.integers(0, 3)
).map(lambda drawn: {"kind": drawn[0], "started_step": drawn[1], "step": drawn[1] + drawn[2]})
LENGTH: Final = Trial(
    LENGTHS.filter(lambda row: row["kind"] == "action" or row["step"] == row["started_step"]),
    LENGTHS.filter(lambda row: row["kind"] != "action" and row["step"] > row["started_step"]),
)


def numbered(column: str, right: SearchStrategy[int], wrong: SearchStrategy[int]) -> Trial:
    """A column of so many equal numbers."""
    return Trial(
        *(some.tuples(n, some.just(3)).map(lambda p: {column: [p[1]] * p[0]}) for n in (right, wrong))
    )


PACKED: Final[dict[str, Any]] = {
    **dict.fromkeys(("started_steps", "steps", "seqs", "mood_impacts", "importances"), 1),
    **{"ids": "00000000-0000-7000-8000-000000000000", "real_ats": "2026-01-01T00:00Z", "booked": True},
    **{"kinds": "action", "actions": "rest", "data": {}, "changes": {}},
}
"""The columns of an archived week that hold an element for each of its activities."""


def packed(size: int, odd: str = "", odd_size: int = 0) -> dict[str, Any]:
    """A week of so many activities, where one column may hold another number of them."""
    return {column: [value] * (odd_size if column == odd else size) for column, value in PACKED.items()}


PACKINGS: Final = some.builds(
    packed, some.integers(0, 4), some.sampled_from(sorted(PACKED)), some.integers(0, 4)
)
WEEK: Final = Trial(
    some.builds(packed, some.integers(1, 4)),
    PACKINGS.filter(lambda row: row["ids"] == [] or len({len(values) for values in row.values()}) > 1),
)

TRIALS: Final[dict[str, dict[str, Trial]]] = {
    "audit_log": {**some_text("action"), **objects("details")},
    "idempotent_answers": {
        **some_text("key"),
        **some_text("request"),
        "status": numbers("status", 200, 299),
        "document": of("document", some.none() | json_object, no_object),
    },
    "user_sessions": {"last_seen_at": SEEN, "ended_at": ENDED},
    "worlds": {
        **some_text("name"),
        **counts("seed", "seq", "revision"),
        "read_step": numbers("read_step", -1),
        "anchor_step": begun("anchor_step", "step"),
        "step": ordered("anchor_step", "step"),
        "rules_version": numbers("rules_version", 1),
        "status": words("status", WorldStatus),
        "time_scale": numbers("time_scale", 1, 1440),
        **objects("data", "settings"),
    },
    "guilds": {
        **some_text("name"),
        **counts("treasury", "wage", "arrears", "version"),
        "reputation": numbers("reputation", 0, 1000),
        "level": numbers("level", 1, 10),
        "policy": words("policy", Policy),
        "facilities": whole("facilities", 0, 5),
        **objects("birth"),
    },
    "world_events": {
        **some_text("name"),
        **counts("number", "version"),
        "starts_step": begun("starts_step", "ends_step"),
        "ends_step": ordered("starts_step", "ends_step"),
        "kind": words("kind", EventKind),
        "source": words("source", EventSource),
        "status": words("status", EventStatus),
        "place": of("place", some.none() | some.integers(0, SMALL), some.integers(-SMALL, -1)),
        "effects": whole("effects", -20, 20),
    },
    "api_keys": {**some_text("purpose", "provider", "key_id"), **counts("version")},
    "storyteller_calls": {
        **some_text("provider", "model", "prompt_hash"),
        **counts("attempt", "input_tokens", "output_tokens", "cost", "latency_ms"),
        "purpose": words("purpose", Purpose),
        "outcome": words("outcome", Outcome),
    },
    "heroes": {
        **some_text("name"),
        **counts("number", "gold", "experience", "place", "streak", "version"),
        "hero_class": words("hero_class", HeroClass),
        "status": words("status", HeroStatus),
        "personality": of(
            "personality", personality, no_object | damaged().filter(lambda traits: not is_personality(traits))
        ),
        "skills": whole("skills", 0, 100),
        "items": whole("items", 0),
        **percents("energy", "mood", "health"),
        "started_step": begun("started_step", "until_step"),
        "until_step": ordered("started_step", "until_step"),
        **arrays("quirks"),
        **objects("birth", "carried"),
        "memories": numbered("memories", some.sampled_from((0, 7, 56)), some.integers(57, 99) | some.just(8)),
        "expectations": numbered("expectations", some.just(192), some.integers(0, 300).filter(lambda n: n != 192)),
    },
    "hero_relationships": {
        "kind": words("kind", RelationshipKind),
        "role": ROLE,
        **scores("strength", "opening"),
        **counts("interactions", "last_step", "version"),
        **arrays("history"),
    },
    "activity_log": {
        "started_step": begun("started_step", "step"),
        "step": ordered("started_step", "step"),
        "length": LENGTH,
        **counts("seq"),
        **scores("mood_impact"),
        **percents("importance"),
        "kind": Trial(
            words("kind", ActivityKind).good.map(lambda row: row | {"started_step": 2}),
            words("kind", ActivityKind).bad.map(lambda row: row | {"started_step": 2}),
        ),
        **some_text("action"),
        **objects("data", "changes"),
    },
    "activity_archive": {**counts("week"), "lengths": WEEK},
    "archive_checkpoints": {**counts("step"), **objects("state")},
    "hero_decisions": {
        **counts("started_step"),
        "rules_version": numbers("rules_version", 1),
        **scores("satisfaction"),
        **some_text("chosen"),
        **objects("context", "options", "contributions", "personality_factors", "outcome"),
    },
    "quests": {
        **some_text("title"),
        **counts("number", "place", "reward_gold", "reward_experience", "travel", "trial", "version"),
        "posted_step": begun("posted_step", "expires_step"),
        "expires_step": ordered("posted_step", "expires_step"),
        "trial_step": Trial(
            ordered("posted_step", "trial_step", optional=True).good.map(lambda row: row | {"expires_step": 10_000}),
            ordered("posted_step", "trial_step").bad.map(lambda row: row | {"expires_step": 10_000}),
        ),
        "source": words("source", QuestSource),
        "status": words("status", QuestStatus),
        "party_max": numbers("party_max", 1, 4),
        **percents("difficulty"),
        **objects("outcome"),
    },
    "quest_assignments": {
        "status": words("status", AssignmentStatus),
        "assigned_step": begun("assigned_step", "ended_step"),
        "ended_step": ordered("assigned_step", "ended_step", optional=True),
        **counts("version"),
    },
    "master_influence": {
        **percents("trust", "respect", "fear"),
        **objects("baseline", "answers"),
        **{name: of(name, some.none() | json_object, no_object) for name in ("standing_order", "counsel")},
        **arrays("history", "promises"),
        **counts("version"),
    },
}  # fmt: skip
"""Those on subjects and on the other hero need ids that are there: `test_random_rows.py`."""
