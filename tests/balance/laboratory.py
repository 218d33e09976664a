"""Worlds in memory, without a database: born, changed in one respect, turned for some days, and counted.

Everything is deterministic: the same guilds, turned for the same days, give the same study.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from heroes.sim.columns import Heroes
from heroes.sim.lexicon import ACTIONS, KINDS, Action, Status
from herotycoon.storyteller.template.teller import TemplateStoryteller
from influence.sim.columns import Influence
from quests.sim.columns import Assignments, Quests, QuestStatus
from worlds.rows.assemble import assemble
from worlds.rows.birth import birth
from worlds.rows.records import GuildRow, HeroRow, Rows
from worlds.sim.clock import STEPS_A_DAY
from worlds.sim.log import Log
from worlds.sim.state import Batch, Worlds
from worlds.sim.step import awaken, step

I64 = NDArray[np.int64]
Floats = NDArray[np.float64]
NOW = datetime(2024, 1, 1, tzinfo=UTC)


def guilds(seeds: Iterable[int], heroes: int = 20) -> Rows:
    """One newborn guild for each seed."""
    return together(birth(seed, heroes, TemplateStoryteller(), NOW).rows for seed in seeds)


def together(parts: Iterable[Rows]) -> Rows:
    """All of these guilds in one batch, in this order."""
    rows = Rows([], [], [], [], [], [])
    for part in parts:
        for name in ("worlds", "guilds", "heroes", "bonds", "influence"):
            getattr(rows, name).extend(getattr(part, name))
    return rows


def with_trait(rows: Rows, trait: str, value: int) -> Rows:
    """The same guilds with heroes who are all alike in one trait, and as they were in all else."""

    def change(hero: HeroRow) -> HeroRow:
        nature = hero.personality | {trait: value}
        return hero._replace(personality=nature, birth=hero.birth | {"personality": nature})

    return with_heroes(rows, change)


def with_guild(rows: Rows, change: Callable[[GuildRow], GuildRow]) -> Rows:
    """The same heroes in guilds that are kept differently."""
    return replace(rows, guilds=[change(guild) for guild in rows.guilds])


def with_heroes(rows: Rows, change: Callable[[HeroRow], HeroRow]) -> Rows:
    """The same guilds with heroes in another state."""
    return replace(rows, heroes=[change(hero) for hero in rows.heroes])


def expecting(rows: Rows, action: Action, satisfaction: int) -> Rows:
    """The same guilds, whose heroes have come to expect so much (−100 … 100) of an action, wherever it is done."""
    first, last = action * len(KINDS), (action + 1) * len(KINDS)

    def change(hero: HeroRow) -> HeroRow:
        expectations = list(hero.expectations)
        expectations[first:last] = [satisfaction] * len(KINDS)
        return hero._replace(expectations=expectations)

    return with_heroes(rows, change)


def awake(rows: Rows) -> Batch:
    """A batch in which everybody has just made the first decision."""
    batch, _ = assemble(rows)
    awaken(batch)
    return batch


@dataclass
class Day:
    """How things stand at midnight: (H,) or (H, k) of heroes, (W,) of worlds."""

    gold: I64
    energy: I64
    mood: I64
    health: I64
    trust: I64
    respect: I64
    fear: I64
    skills: I64
    traits: I64
    treasury: I64
    reputation: I64
    level: I64
    arrears: I64
    gone: NDArray[np.bool_]


@dataclass
class Study:
    """What was seen: activities (m,) in the order of their ends, and one ``Day`` for each midnight.

    ``joined``, ``turned_back`` (H,) how often each hero accepted a quest, and gave one up; ``past`` the quests that are
    over, which the batch was relieved of.
    """

    batch: Batch
    joined: I64
    turned_back: I64
    days: list[Day] = field(default_factory=list)
    parts: dict[str, list[I64]] = field(default_factory=dict)
    past: list[Quests] = field(default_factory=list)
    happenings: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> I64:
        """One column of the activities; one of ``SEEN``, or the ``danger`` of the quest it was part of."""
        parts = self.parts[name]
        parts[:] = [np.concatenate(parts)]
        return parts[0].astype(np.int64)

    @property
    def heroes(self) -> int:
        """How many heroes there are."""
        return len(self.batch.heroes)

    @cached_property
    def quests(self) -> Quests:
        """All quests there ever were."""
        every = _some(self.batch.quests, np.arange(len(self.batch.quests)))
        for past in self.past:
            every.append(past)
        return every

    @cached_property
    def tally(self) -> I64:
        """(H, A) how often each hero did each thing."""
        return self._by_action(np.ones(len(self["hero"]), dtype=np.int64)).astype(np.int64)

    @cached_property
    def time(self) -> Floats:
        """(H, A) the share of their time that each hero gave to each action."""
        spent = self._by_action(self["step"] - self["started"])
        shares: Floats = spent / np.maximum(spent.sum(axis=1, keepdims=True), 1)
        return shares

    def _by_action(self, amount: I64) -> Floats:
        pairs = self["hero"] * len(ACTIONS) + self["action"]
        total = np.bincount(pairs, weights=amount, minlength=self.heroes * len(ACTIONS)).astype(np.float64)
        return total.reshape(self.heroes, len(ACTIONS))

    def shares(self) -> dict[str, float]:
        """{action: share of all activities}."""
        total = self.tally.sum(axis=0)
        return dict(zip(ACTIONS, (total / total.sum()).tolist(), strict=True))

    def each(self, *actions: Action) -> Floats:
        """(H,) how often in a week each hero did any of these."""
        weekly: Floats = self.tally[:, list(actions)].sum(axis=1) * 7 / max(len(self.days), 1)
        return weekly

    def dared(self, difficulty: int) -> Floats:
        """(H,) how often in a week each hero faced a quest at least so hard."""
        at = (self["action"] == Action.QUEST_TRIAL) & (self["danger"] >= difficulty)
        faced = np.bincount(self["hero"][at], minlength=self.heroes)
        weekly: Floats = faced * 7 / max(len(self.days), 1)
        return weekly

    def total(self, amount: I64) -> Floats:
        """(H,) the sum of some amount over each hero's activities."""
        return np.bincount(self["hero"], weights=amount, minlength=self.heroes).astype(np.float64)

    def verdicts(self) -> dict[str, int]:
        """{status: how many quests ended in it}; ``abandoned`` are the failures that nobody dared to face."""
        quests = self.quests
        empty = (quests.status == QuestStatus.FAILED) & (quests.size() == 0)
        counts = {name.name.lower(): int((quests.status == name).sum()) for name in QuestStatus}
        return counts | {"failed": counts["failed"] - int(empty.sum()), "abandoned": int(empty.sum())}

    def curve(self, name: str) -> Floats:
        """(days, H or W) one column of the midnights."""
        return np.array([getattr(day, name) for day in self.days], dtype=np.float64)


SEEN = (
    "hero", "action", "started", "step", "place", "partner", "effectiveness", "satisfaction",
    "gold", "wages", "treasury", "experience", "hurt", "trial", "causes", "skill", "learned",
)  # fmt: skip


def study(rows: Rows, days: int, meddle: Callable[[Batch, int], None] | None = None) -> Study:
    """Let the guilds live for so many days. ``meddle`` may change the batch each morning; it gets the day's number."""
    batch = awake(rows)
    none = np.zeros(len(batch.heroes), dtype=np.int64)
    seen = Study(
        batch, joined=none.copy(), turned_back=none.copy(), parts={name: [] for name in (*SEEN, "danger")}
    )
    for day in range(days):
        if meddle:
            meddle(batch, day)
        turn(batch, STEPS_A_DAY)
        _note(seen)
    return seen


def side_by_side(variants: Mapping[str, Rows], days: int) -> tuple[Study, dict[str, slice]]:
    """All variants in one batch (they never meet), and which heroes belong to each."""
    seen = study(together(variants.values()), days)
    lengths = [len(rows.heroes) for rows in variants.values()]
    first = np.cumsum([0, *lengths]).tolist()
    return seen, {name: slice(first[i], first[i + 1]) for i, name in enumerate(variants)}


def turn(batch: Batch, steps: int) -> None:
    """Move every world of the batch by so many steps."""
    batch.worlds.target[:] = batch.worlds.step + steps
    while (batch.worlds.step < batch.worlds.target).any():
        step(batch)


def _note(seen: Study) -> None:
    """Keep what the study is about, and let go of the rest of the log."""
    batch = seen.batch
    for name in SEEN:
        today = [getattr(entries, name) for entries in batch.log.entries]
        seen.parts[name].append(np.concatenate(today).astype(np.int32))
    quest = np.concatenate([entries.quest for entries in batch.log.entries])
    seen.parts["danger"].append(np.where(quest >= 0, batch.quests.difficulty[quest], 0))
    for one in batch.log.happenings:
        seen.happenings[one.action] = seen.happenings.get(one.action, 0) + 1
    status, hero = np.array(batch.assignments.status, dtype=int), np.array(batch.assignments.hero, dtype=int)
    seen.joined += np.bincount(hero[status == 0], minlength=seen.heroes)
    seen.turned_back += np.bincount(hero[status == 4], minlength=seen.heroes)
    batch.log, batch.assignments = Log(), Assignments([], [], [], [], [])
    sources: tuple[Heroes | Influence | Worlds, ...] = (batch.heroes, batch.influence, batch.worlds)
    columns = {
        one.name: next(getattr(s, one.name) for s in sources if hasattr(s, one.name)).copy()
        for one in fields(Day)
        if one.name != "gone"
    }
    if len(seen.days) % 20 == 19:
        _relieve(seen)
    seen.days.append(Day(gone=batch.heroes.status == Status.GONE, **columns))


def _relieve(seen: Study) -> None:
    """Take the quests that are over out of the batch: a tick would not have loaded them either."""
    batch = seen.batch
    kept = batch.quests.status <= QuestStatus.UNDERWAY
    kept[batch.heroes.quest[batch.heroes.quest >= 0]] = True
    position = np.append(np.cumsum(kept) - 1, -1)
    batch.heroes.quest[:] = position[batch.heroes.quest]
    seen.past.append(_some(batch.quests, np.flatnonzero(~kept)))
    batch.quests = _some(batch.quests, np.flatnonzero(kept))


def _some(quests: Quests, rows: NDArray[np.intp]) -> Quests:
    return Quests(*(getattr(quests, one.name)[rows] for one in fields(Quests)))


def cohen(more: Floats, less: Floats) -> float:
    """Cohen's d: by how many (pooled) standard deviations the first group lies above the second."""
    spread = np.sqrt((more.var(ddof=1) + less.var(ddof=1)) / 2)
    return float((more.mean() - less.mean()) / max(spread, 1e-9))
