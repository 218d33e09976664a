"""Rows as they come from the database, and as a newborn world hands them over: named tuples in column order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

Json = dict[str, Any]


class WorldRow(NamedTuple):
    """Of ``worlds``."""

    id: UUID
    seed: int
    rules_version: int
    step: int
    seq: int
    time_scale: int
    anchor_step: int
    anchor_real: datetime
    data: Json


class GuildRow(NamedTuple):
    """Of ``guilds``."""

    id: UUID
    world_id: UUID
    treasury: int
    reputation: int
    level: int
    policy: str
    wage: int
    facilities: dict[str, int]
    arrears: int
    version: int


class HeroRow(NamedTuple):
    """Of ``heroes``."""

    id: UUID
    world_id: UUID
    number: int
    name: str
    hero_class: str
    status: str
    personality: dict[str, int]
    birth: Json
    skills: dict[str, int]
    items: dict[str, int]
    gold: int
    experience: int
    energy: int
    mood: int
    health: int
    place: int
    current_action: str
    started_step: int
    until_step: int
    fed_step: int
    met_step: int
    last_action: str
    streak: int
    partner: int | None
    quest_number: int | None
    expectations: list[int]
    memories: list[int]
    carried: Json
    version: int


class BondRow(NamedTuple):
    """Of ``hero_relationships``."""

    id: UUID
    world_id: UUID
    hero_id: UUID
    other_id: UUID
    kind: str
    role: str
    strength: int
    interactions: int
    last_step: int
    version: int


class InfluenceRow(NamedTuple):
    """Of ``master_influence``."""

    id: UUID
    world_id: UUID
    hero_id: UUID
    trust: int
    respect: int
    fear: int
    standing_order: Json | None
    counsel: Json | None
    promises: list[Json]
    version: int


class QuestRow(NamedTuple):
    """Of ``quests``."""

    id: UUID
    world_id: UUID
    number: int
    source: str
    place: int
    difficulty: int
    reward_gold: int
    reward_experience: int
    party_max: int
    status: str
    posted_step: int
    expires_step: int
    trial_step: int | None
    travel: int
    trial: int
    version: int


class AssignmentRow(NamedTuple):
    """Of ``quest_assignments``, with the numbers of quest and hero."""

    id: UUID
    world_id: UUID
    quest_id: UUID
    hero_id: UUID
    status: str
    version: int


class EventRow(NamedTuple):
    """Of ``world_events``."""

    id: UUID
    world_id: UUID
    number: int
    kind: str
    place: int | None
    effects: dict[str, int]
    starts_step: int
    ends_step: int
    status: str
    version: int


@dataclass
class Rows:
    """All rows that a bite needs of a batch of worlds; heroes by world and number, quests and events likewise.

    ``next_quest`` and ``next_event`` give the next free number in each world.
    """

    worlds: list[WorldRow]
    guilds: list[GuildRow]
    heroes: list[HeroRow]
    bonds: list[BondRow]
    influence: list[InfluenceRow]
    quests: list[QuestRow]
    assignments: list[AssignmentRow] = field(default_factory=list)
    events: list[EventRow] = field(default_factory=list)
    next_quest: dict[UUID, int] = field(default_factory=dict)
    next_event: dict[UUID, int] = field(default_factory=dict)
