"""A world comes to be."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

import orjson
from django.utils import timezone

from herotycoon.accounts.models import User
from herotycoon.pg.bulk import Cursor, copy_rows, raw_cursor, together
from herotycoon.pg.scope import widen
from herotycoon.storyteller.door import storyteller
from herotycoon.storyteller.schemas import HeroStory
from herotycoon.workers.errands import hand_over_later
from worlds.models import Guild, World
from worlds.rows.assemble import assemble
from worlds.rows.birth import RULES_VERSION, Birth, birth
from worlds.rows.records import BondRow, HeroRow, InfluenceRow
from worlds.rows.write import write
from worlds.services.tellers import default_kind
from worlds.sim.step import awaken

FEWEST, MOST = 1, 1_000
FEWEST_BY_CHANCE, MOST_BY_CHANCE = 5, 12
LARGEST_SEED = 2**63 - 1
SLOWEST, FASTEST = 1, 1440
_HERO = (
    "id", "world_id", "guild_id", "number", "name", "hero_class", "status", "personality", "skills", "items", "gold",
    "experience", "energy", "mood", "health", "place", "current_action", "started_step", "until_step", "fed_step",
    "met_step", "last_action", "streak", "backstory", "motivation", "quirks", "birth", "expectations", "carried",
)  # fmt: skip
_BOND = ("id", "world_id", "hero_id", "other_id", "kind", "role", "strength", "opening", "explained_by")
_INFLUENCE = ("id", "world_id", "hero_id", "trust", "respect", "fear", "baseline")


class InvalidOption(ValueError):
    """An option for a new world that makes no sense; the message says which, and what would."""


def create_world(
    *,
    owner: User,
    name: str = "",
    seed: int | None = None,
    heroes: int | None = None,
    time_scale: int = 12,
    now: datetime | None = None,
    rules_version: int = RULES_VERSION,
) -> World:
    """A new world of ``owner``, born now: everybody asleep at the guild hall, deciding what to do.

    Without a ``seed`` one is drawn; without a number of ``heroes`` the seed says how many (5–12). The words are the
    template's; a storyteller for hire may find better ones later. Raises ``InvalidOption``, and ``UnknownRules`` for a
    version of the rules that was never published; nothing is written then.
    """
    seed = secrets.randbits(40) if seed is None else seed
    heroes = FEWEST_BY_CHANCE + seed % (MOST_BY_CHANCE - FEWEST_BY_CHANCE + 1) if heroes is None else heroes
    _validate(name, seed, heroes, time_scale)
    born = birth(seed, heroes, storyteller(), now or timezone.now(), time_scale, rules_version)
    with together():
        world = _insert_world(owner, name or born.story.name, born, heroes)
        widen(world.id)
        guild = _insert_guild(born)
        cursor = raw_cursor()
        rows = born.rows
        insert_people(cursor, rows.heroes, born.heroes, rows.bonds, rows.influence, guild.id)
        batch, roll = assemble(born.rows)
        awaken(batch)
        write(cursor, batch, roll, storyteller())
        if world.settings["storyteller"] != "template":
            hand_over_later("worlds.tell", str(world.id))
    world.refresh_from_db()
    return world


def _validate(name: str, seed: int, heroes: int, time_scale: int) -> None:
    if len(name) > 80 or not name.isprintable() or (name and not name.strip()):
        raise InvalidOption("a world's name has at most 80 characters, all of them printable, not all blank")
    if not 0 <= seed <= LARGEST_SEED:
        raise InvalidOption(f"a seed is a whole number from 0 to {LARGEST_SEED}, not {seed}")
    if not FEWEST <= heroes <= MOST:
        raise InvalidOption(f"a world starts with {FEWEST} to {MOST:,} heroes, not {heroes:,}")
    if not SLOWEST <= time_scale <= FASTEST:
        raise InvalidOption(
            f"the time scale is {SLOWEST} to {FASTEST:,} game seconds per real second, not {time_scale:,}"
        )


def _insert_world(owner: User, name: str, born: Birth, heroes: int) -> World:
    row = born.rows.worlds[0]
    return World.objects.create(
        id=row.id,
        owner=owner,
        name=name,
        seed=row.seed,
        rules_version=row.rules_version,
        time_scale=row.time_scale,
        anchor_real=row.anchor_real,
        data=row.data,
        settings={
            "seed": row.seed,
            "heroes": heroes,
            "time_scale": row.time_scale,
            "rules_version": row.rules_version,
            "storyteller": default_kind(),
        },
    )


def _insert_guild(born: Birth) -> Guild:
    row = born.rows.guilds[0]
    return Guild.objects.create(
        id=row.id,
        world_id=row.world_id,
        name=born.story.guild_name,
        motto=born.story.guild_motto,
        treasury=row.treasury,
        reputation=row.reputation,
        level=row.level,
        policy=row.policy,
        wage=row.wage,
        facilities=row.facilities,
        birth={"treasury": row.treasury, "reputation": row.reputation},
    )


def insert_people(
    cursor: Cursor,
    heroes: list[HeroRow],
    stories: list[HeroStory],
    bonds: list[BondRow],
    influence: list[InfluenceRow],
    guild: UUID,
) -> None:
    """Store newborn heroes, whom they know, and what they feel about the master."""
    copy_rows(cursor, "heroes", _HERO, [
        (
            hero.id, hero.world_id, guild, hero.number, hero.name, hero.hero_class, hero.status, _json(hero.personality),
            _json(hero.skills), _json(hero.items), hero.gold, hero.experience, hero.energy, hero.mood, hero.health,
            hero.place, hero.current_action, hero.started_step, hero.until_step, hero.fed_step, hero.met_step,
            hero.last_action, hero.streak, story.backstory, story.motivation, _json(story.quirks),
            _json(hero.birth | {"pronoun": story.pronoun}),
            hero.expectations, "{}",
        )
        for hero, story in zip(heroes, stories, strict=True)
    ])  # fmt: skip
    copy_rows(cursor, "hero_relationships", _BOND, [
        # There since the birth of the world, which no activity tells of: the world itself explains them.
        (row.id, row.world_id, row.hero_id, row.other_id, row.kind, row.role, row.strength, row.strength, row.world_id)
        for row in bonds
    ])  # fmt: skip
    copy_rows(cursor, "master_influence", _INFLUENCE, [
        (row.id, row.world_id, row.hero_id, row.trust, row.respect, row.fear,
         _json({"trust": row.trust, "respect": row.respect, "fear": row.fear}))
        for row in influence
    ])  # fmt: skip


def _json(document: object) -> str:
    return orjson.dumps(document).decode()
