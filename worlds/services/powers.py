"""What game masters can do to a world besides: send events, post quests, give and take, mend. Logged as inputs like the
master's own; whose hand it was, and why, is said by ``herotycoon.pg.hand.by`` around them.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Max
from django.utils import timezone
from uuid_utils.compat import uuid7

from heroes.models import Hero
from heroes.services.journal import Refused, check_words, hero_of, note, save
from heroes.sim.lexicon import ITEMS, STEPS_A_DAY
from heroes.sim.rules import PUBLISHED
from herotycoon.pg.route import here
from herotycoon.storyteller.door import storyteller
from herotycoon.storyteller.schemas import EventRequest
from influence.services import feelings
from influence.sim.causes import Effect
from quests.choices import QuestSource
from quests.services import bounties
from worlds.choices import EventSource, EventStatus, WorldStatus
from worlds.models import WorldEvent
from worlds.rows.lines import RULES
from worlds.rows.survey import shape, survey
from worlds.services import guilds
from worlds.services.moments import Held, real_time
from worlds.services.prose.deeds import plain
from worlds.sim.events import NATURES

LONGEST_DAYS = 30
LARGEST = 1_000_000
LONGEST_NAME = 80
GIFT = 60
"""How important it is that somebody was given something from nowhere."""
PERCENTS = ("energy", "mood", "health")
PILLARS = ("trust", "respect", "fear")
BELONGINGS = ("gold", "experience", *PERCENTS, *PILLARS, *ITEMS)
"""What can be given to a hero, and taken away."""
TREASURY = "treasury"
Json = dict[str, Any]


def start_event(at: Held, *, kind: str, days: int, place: int | None = None) -> Json:
    """Let something befall a place, or every place, from the next step on."""
    if kind not in NATURES:
        raise Refused(f"{kind!r} is no kind of event; there are {', '.join(NATURES)}")
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused(f"an event lasts 1 to {LONGEST_DAYS} game days, not {days}")
    name = _where(at, kind, place)
    rows = WorldEvent.objects.filter(world_id=at.world.id)
    number: int = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    asked = {"seed": at.world.seed, "number": number, "kind": kind, "place_name": name}
    story = storyteller().event(EventRequest.model_validate(asked))
    WorldEvent.objects.create(
        id=uuid7(),
        world_id=at.world.id,
        number=number,
        kind=kind,
        source=EventSource.GAME_MASTER,
        name=story.name,
        description=story.description,
        place=place,
        effects=NATURES[kind].effects,
        starts_step=at.now.step + 1,
        ends_step=at.now.step + 1 + days * STEPS_A_DAY,
    )
    note(at.now, "start_event", {"kind": kind, "days": days, "place": place}, answer={"event": number})
    return {"event": number, "name": story.name}


def _where(at: Held, kind: str, place: int | None) -> str | None:
    """The name of the place that an event befalls; None is everywhere. What is local by nature needs a place."""
    if not NATURES[kind].local:
        if place is not None:
            raise Refused(f"a {plain(kind)} befalls every place; leave the place empty")
        return None
    country = survey(at.world.data, at.guild.facilities)
    if place is None or not 2 <= place < 2 + country.biomes:
        told = ", ".join(f"{number} {country.names[number]}" for number in range(2, 2 + country.biomes))
        raise Refused(f"a {plain(kind)} befalls one stretch of country: {told}")
    return country.names[place]


def end_event(at: Held, *, event: int) -> Json:
    """Let an event end with the next step; one that is still to come does not come."""
    row = (
        WorldEvent.objects.select_for_update(no_key=True)
        .filter(world_id=at.world.id, number=event)
        .exclude(status=EventStatus.OVER)
        .first()
    )
    if row is None:
        raise Refused(f"no event {event} is coming or in force in this world")
    if row.status == EventStatus.COMING:
        row.status = EventStatus.OVER
    row.ends_step = max(row.starts_step, at.now.step)
    save(row, "status", "ends_step")
    note(at.now, "end_event", {"event": event}, answer={"name": row.name})
    return {"event": event, "name": row.name}


def post_quest(
    at: Held, *, title: str, description: str, place: int, difficulty: int, gold: int, days: int, party: int
) -> Json:
    """Put a quest on the board that the world pays for."""
    if not 0 <= gold <= guilds.LARGEST_BOUNTY:
        raise Refused(f"a quest pays 0 to {guilds.LARGEST_BOUNTY:,} gold, not {gold:,}")
    monster, number = guilds.quarry(at, place), guilds.next_quest(at)
    args: Json = {"title": title, "description": description, "place": place, "difficulty": difficulty, "gold": gold,
                  "days": days, "party": party}  # fmt: skip
    bounties.post(
        at.now,
        number=number,
        monster=monster,
        source=QuestSource.WORLD,
        **args | {"description": description or title},
    )
    note(at.now, "post_quest", args, answer={"quest": number})
    return {"quest": number}


def amend_quest(at: Held, *, quest: int, title: str, description: str) -> Json:
    """Say in other words what a quest is about."""
    bounties.amend(at.now, quest=quest, title=title, description=description)
    note(at.now, "amend_quest", {"quest": quest, "title": title, "description": description})
    return {"quest": quest}


def withdraw_quest(at: Held, *, quest: int) -> Json:
    """Take a quest off the board."""
    row = bounties.withdraw(at.now, quest=quest)
    note(at.now, "withdraw_quest", {"quest": quest}, answer={"title": row.title})
    return {"quest": quest, "title": row.title}


def grant(at: Held, *, what: str, change: int, hero: int | None = None) -> Json:
    """Give (above zero) or take (below) by difference: gold of the treasury, or what a hero has and feels."""
    if not change or abs(change) > LARGEST:
        raise Refused(f"a difference is −{LARGEST:,} to {LARGEST:,} and not 0; this is {change:,}")
    if hero is None:
        return _grant_guild(at, what, change)
    if what not in BELONGINGS:
        raise Refused(f"{what!r} is nothing that a hero has; there are {', '.join(BELONGINGS)}")
    who, args = hero_of(at.now, hero), {"what": what, "change": change, "hero": hero}
    if what in PILLARS:
        return _grant_feeling(at, who, args)
    before = who.items.get(what, 0) if what in ITEMS else getattr(who, what)
    _check_room(who.name, what, before, change)
    if what in ITEMS:
        who.items = who.items | {what: before + change}
    else:
        setattr(who, what, before + change)
    id_ = uuid7()
    save(who, "items" if what in ITEMS else what, explained_by=id_)
    moved: Json = {"items": {what: change}} if what in ITEMS else {what: change}
    mood = moved.pop("mood", 0)
    note(at.now, "grant", args, hero=who, changes=moved, mood=mood, importance=GIFT, id=id_)
    return {"hero": hero, "what": what, "now": before + change}


def _grant_guild(at: Held, what: str, change: int) -> Json:
    if what != TREASURY:
        raise Refused(f"{what!r} is nothing that a guild has; name a hero, or the treasury")
    _check_room("The treasury", "gold", at.guild.treasury, change)
    note(
        at.now,
        "grant",
        {"what": what, "change": change, "hero": None},
        changes={TREASURY: change},
        importance=GIFT,
    )
    guilds.pay(at, -change)
    return {"hero": None, "what": what, "now": at.guild.treasury}


def _grant_feeling(at: Held, who: Hero, args: Json) -> Json:
    felt, what, change = feelings.of(who), args["what"], args["change"]
    _check_room(who.name, what, getattr(felt, what), change)
    effect, id_ = Effect(0, 0, 0, 0)._replace(**{what: change}), uuid7()
    moved = feelings.move(felt, at.now, "grant", effect, id_)
    note(at.now, "grant", args, hero=who, changes={"influence": moved}, importance=GIFT, id=id_)
    return {"hero": args["hero"], "what": what, "now": getattr(felt, what)}


def _check_room(whose: str, what: str, before: int, change: int) -> None:
    """A difference that is clamped would not be the one that was asked for."""
    most = 100 if what in (*PERCENTS, *PILLARS) else 2**31 - 1
    if not 0 <= before + change <= most:
        room = f"at most {most - before:,} more" if change > 0 else f"at most {before:,} less"
        raise Refused(f"{whose} stands at {before:,} {what}: {room}, not {abs(change):,}")


def rename_world(at: Held, *, name: str) -> Json:
    """Call a world by another name."""
    check_words("a world's name", name, LONGEST_NAME)
    at.world.name = name.strip()
    at.world.save(update_fields=["name"])
    note(at.now, "rename_world", {"name": at.world.name})
    return {"name": at.world.name}


def redraw(at: Held, *, data: Json) -> Json:
    """Change what a world is: its lore, its places. As ``WorldShape`` wants it."""
    try:
        shape(data)
    except ValueError as error:
        raise Refused(f"this is no world: {error}") from error
    if (
        len(data.get("biomes", ())) != len(at.world.data.get("biomes", ()))
        and at.world.status != WorldStatus.SET_ASIDE
    ):
        raise Refused("places go by number: in a world that turns none can be added or taken away")
    at.world.data = data
    at.world.save(update_fields=["data"])
    note(at.now, "redraw", {"data": data})
    return {"data": data}


def adopt_rules(at: Held, *, version: int) -> Json:
    """Follow a later version of the rules from now on."""
    before = at.world.rules_version
    if version not in PUBLISHED or version <= before:
        later = ", ".join(str(one) for one in PUBLISHED if one > before) or "none"
        raise Refused(f"this world follows rules version {before}; published since: {later}")
    _keep_what_is_decided(at, before)
    at.world.rules_version = version
    at.world.save(update_fields=["rules_version"])
    note(at.now, "adopt_rules", {"version": version}, answer={"before": before})
    return {"version": version}


def _keep_what_is_decided(at: Held, version: int) -> None:
    """What heroes have decided and not done yet is logged later, and was decided by the rules of before."""
    with here().cursor() as cursor:
        cursor.execute(
            "UPDATE heroes SET carried = carried || jsonb_build_object(%s::text, %s::int), version = version + 1,"
            " updated_at = now() WHERE world_id = %s AND carried <> '{}' AND NOT carried ? %s",
            [RULES, version, at.world.id, RULES],
        )


def put_back(at: Held) -> Json:
    """Let a world that was set aside turn again, from where it stopped."""
    if at.world.status == WorldStatus.SET_ASIDE:
        at.world.anchor_real = max(timezone.now(), real_time(at.world, at.world.step))
        at.world.anchor_step, at.world.status, at.world.error = at.world.step, WorldStatus.RUNNING, ""
        at.world.save(update_fields=["anchor_real", "anchor_step", "status", "error"])
    note(at.now, "put_back", {})
    return {"status": at.world.status}
