"""Who belongs to the guild: summoning, dismissing, renaming."""

from __future__ import annotations

from typing import Any

import numpy as np
from django.db.models import Max

from heroes.models import Hero
from heroes.services.journal import Refused, check_words, hero_of, note, save
from herotycoon.pg.bulk import raw_cursor
from herotycoon.storyteller.door import storyteller
from herotycoon.storyteller.schemas import HeroesRequest, WorldStory
from influence.services import feelings
from worlds.rows import birth
from worlds.rows.assemble import assemble
from worlds.rows.load import load
from worlds.rows.write import write
from worlds.services import guilds
from worlds.services.creation import MOST, insert_people
from worlds.services.moments import Held
from worlds.sim import genesis
from worlds.sim.step import wake

SUMMON_PRICE = 80
FAR = 2**31 - 2


def summon(at: Held) -> dict[str, Any]:
    """Call a new hero to the guild: born from the world's seed and their number, deciding at once what to do."""
    if at.guild.treasury < SUMMON_PRICE:
        raise Refused(f"calling a hero costs {SUMMON_PRICE} gold; the treasury holds {at.guild.treasury:,}")
    number = (Hero.objects.filter(world_id=at.world.id).aggregate(last=Max("number"))["last"] or 0) + 1
    if number >= MOST:
        raise Refused(f"a world holds at most {MOST:,} heroes")
    hero = _born(at, number)
    note(at.now, "summon", {}, answer={"hero": number}, changes={"treasury": -SUMMON_PRICE}, importance=66)
    guilds.pay(at, SUMMON_PRICE)
    _wake(at, number)
    return {"hero": number, "name": hero}


def _born(at: Held, number: int) -> str:
    newborn = genesis.heroes(at.world.seed, number, 1)
    guild = {"name": "-", "guild_name": at.guild.name, "guild_motto": at.guild.motto or "-"}
    story = WorldStory.model_validate(at.world.data | guild)
    request = HeroesRequest(seed=at.world.seed, world=story, sketches=birth.sketches(newborn, number))
    told = storyteller().heroes(request)
    row = birth.hero_row(newborn, 0, number, at.world.id, told[0].name, at.now.step)
    insert_people(raw_cursor(), [row], told, [], [birth.influence_row(newborn, 0, row)], at.guild.id)
    return row.name


def _wake(at: Held, number: int) -> None:
    """The newcomer looks around and decides; the rest of the world is only looked at."""
    cursor = raw_cursor()
    batch, roll = assemble(load(cursor, [at.world.id]))
    batch.worlds.seq[:] = at.now.seq
    wake(batch, np.flatnonzero(batch.heroes.number == number))
    write(cursor, batch, roll, storyteller())
    at.guild.refresh_from_db()


def dismiss(at: Held, *, hero: int) -> dict[str, Any]:
    """Send a hero away: an order to depart that cannot be refused, followed as soon as the hero is free."""
    who = hero_of(at.now, hero)
    felt = feelings.of(who)
    if felt.standing_order and felt.standing_order["action"] == "depart":
        raise Refused(f"{who.name} was dismissed already, and leaves as soon as they are free")
    felt.standing_order = {"action": "depart", "quest": None, "until": FAR, "asked": at.now.step}
    save(felt, "standing_order")
    if who.status != "away" and who.until_step > at.now.step + 1:
        who.until_step = at.now.step + 1
        save(who, "until_step")
    note(at.now, "dismiss", {"hero": hero}, hero=who, importance=80)
    return {"hero": hero}


def rename(at: Held, *, hero: int, name: str) -> dict[str, Any]:
    """Give a hero another name."""
    check_words("a hero's name", name, 80)
    who = hero_of(at.now, hero)
    before, who.name = who.name, name.strip()
    save(who, "name")
    note(at.now, "rename", {"hero": hero, "name": name}, hero=who, answer={"before": before})
    return {"hero": hero, "name": who.name}
