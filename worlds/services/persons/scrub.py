"""Taking a master's own words out of a world that outlives their account.

A master can write four things: the world's name, the names they give to heroes, the titles of their bounties, and keys
of other services. Names go back to what the heroes were born with, wherever they are told, and bounties become just
that, in rows and in the log alike, so that the world still replays to the same fingerprint. What stays is what was
done: that there was a bounty of so much gold, and whom the master praised.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction

from heroes.models import Hero
from heroes.services.journal import save
from herotycoon.pg.route import alias, here
from influence.models import MasterInfluence
from quests.models import Quest
from worlds.models import World

BATCH = 5_000
"""Decisions whose words one transaction changes."""
TITLE = "A bounty"
"""What a bounty is called whose title is forgotten."""
FOREVER = 2**31 - 1
Json = dict[str, Any]


class Renamed(NamedTuple):
    """A name that a master gave, and the one the hero was born with."""

    given: str
    born: str


Names = dict[int, list[Renamed]]
"""By the number of the hero, the longest name first."""


class Input(NamedTuple):
    """A row of the log that holds words of the master, or of a hero to them."""

    id: UUID
    hero: int | None
    action: str
    data: Json


def scrub(world: UUID) -> None:
    """Take out every word, and last from the log, which says what words there were: safe to run again.

    Whoever turns the world meanwhile tells of the heroes by the names they were born with.
    """
    inputs = list(_inputs(world))
    names = _names(inputs)
    with _held(world):
        _scrub_rows(world, names)
    if names:
        _scrub_reasons(world, names)
        _scrub_archived_reasons(world, names)
    with _held(world):
        for one in inputs:
            _rewrite(world, one, _without_words(one, names))


@contextmanager
def _held(world: UUID) -> Iterator[None]:
    """A transaction in which nobody else turns the world."""
    with transaction.atomic(using=alias()):
        World.objects.select_for_update(no_key=True).get(pk=world)
        yield


def _inputs(world: UUID) -> Iterable[Input]:
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT done.id, heroes.number, done.action, done.data FROM activity_history(%s, -1, %s) AS done"
            " LEFT JOIN heroes ON heroes.id = done.hero_id AND heroes.world_id = done.world_id"
            " WHERE done.kind = 'input' AND done.action IN ('rename', 'bounty', 'order')"
            " ORDER BY done.step, done.seq",
            [world, FOREVER],
        )
        rows = cursor.fetchall()
    for id_, hero, action, data in rows:
        yield Input(id_, hero, action, json.loads(data))


def _names(inputs: Iterable[Input]) -> Names:
    """The names that were given to each hero; the first renaming tells what they were called before."""
    names: dict[int, set[Renamed]] = {}
    born: dict[int, str] = {}
    for one in inputs:
        if one.action == "rename" and one.hero is not None:
            name = born.setdefault(one.hero, one.data["answer"]["before"])
            names.setdefault(one.hero, set()).add(Renamed(one.data["args"]["name"].strip(), name))
    return {hero: sorted(pairs, key=lambda pair: -len(pair.given)) for hero, pairs in names.items()}


def _without_words(one: Input, names: Names) -> Json:
    args, answer = dict(one.data.get("args", {})), dict(one.data.get("answer", {}))
    if one.action == "bounty":
        args["title"] = TITLE
    elif one.hero in names:
        if one.action == "order":
            answer = _told(answer, names[one.hero])
        else:
            args["name"] = answer["before"] = names[one.hero][0].born
    return one.data | {"args": args, "answer": answer}


def _told(answer: Json, pairs: list[Renamed]) -> Json:
    """An answer of a hero that names them."""
    return answer | {"why": _as_born(answer["why"], pairs)} if "why" in answer else answer


def _as_born(text: str, pairs: Iterable[Renamed]) -> str:
    """The text with the name that a hero was born with; a name is a word of its own, or several."""
    for pair in pairs:
        text = re.sub(rf"(?<!\w){re.escape(pair.given)}(?!\w)", lambda _, name=pair.born: name, text)  # type: ignore[misc]
    return text


def _reason(text: str, company: object, names: Names) -> str:
    """The words of a decision, which name nobody but the hero at hand; ``company`` is one more than their number."""
    return _as_born(text, names.get(int(str(company or 0)) - 1, ()))


def _rewrite(world: UUID, one: Input, data: Json) -> None:
    """Change a row of the log, wherever it lies."""
    if data == one.data:
        return
    written = json.dumps(data)
    with here().cursor() as cursor:
        cursor.execute(
            "UPDATE activity_log SET data = %s::jsonb WHERE world_id = %s AND id = %s",
            [written, world, one.id],
        )
        if not cursor.rowcount:
            cursor.execute(
                "UPDATE activity_archive SET data[array_position(ids, %s)] = %s::jsonb"
                " WHERE world_id = %s AND ids @> ARRAY[%s]"
                " AND id_moments(ids) && id_moments(ARRAY[%s])",
                [one.id, written, world, one.id, one.id],
            )


def _scrub_rows(world: UUID, names: Names) -> None:
    """What heroes are called now, what they are thinking, what they answered, and what hangs on the board.

    Each write raises the version: it is no edit that the books should tell of.
    """
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT id, decision_context(carried -> 'context') ->> 'company' FROM heroes"
            " WHERE world_id = %s AND carried ? 'context'",
            [world],
        )
        company = dict(cursor.fetchall())
    numbers = {}
    for hero in Hero.objects.filter(world_id=world):
        numbers[hero.pk] = hero.number
        if hero.number in names:
            hero.name = names[hero.number][0].born
        if "reasoning" in hero.carried:
            hero.carried["reasoning"] = _reason(hero.carried["reasoning"], company.get(hero.pk), names)
        save(hero, "name", "carried")
    for feelings in MasterInfluence.objects.filter(world_id=world, hero__number__in=list(names)):
        pairs = names[numbers[feelings.hero_id]]
        feelings.answers = {order: _told(answer, pairs) for order, answer in feelings.answers.items()}
        save(feelings, "answers")
    for bounty in Quest.objects.filter(world_id=world, source="master").exclude(title=TITLE):
        bounty.description = bounty.description.replace(bounty.title, TITLE)
        bounty.title = TITLE
        save(bounty, "title", "description")


def _scrub_reasons(world: UUID, names: Names) -> None:
    """The prose of decisions that names one of them, a batch at a time."""
    given = sorted({pair.given for pairs in names.values() for pair in pairs})
    last = UUID(int=0)
    while True:
        with transaction.atomic(using=alias()), here().cursor() as cursor:
            cursor.execute(
                "SELECT id, reasoning, decision_context(context) ->> 'company' FROM hero_decisions"
                " WHERE world_id = %s AND id > %s"
                " AND EXISTS (SELECT FROM unnest(%s::text[]) AS name WHERE strpos(reasoning, name) > 0)"
                " ORDER BY id LIMIT %s",
                [world, last, given, BATCH],
            )
            rows = cursor.fetchall()
            if not rows:
                return
            texts = [_reason(text, company, names) for _, text, company in rows]
            cursor.execute(
                "UPDATE hero_decisions AS t SET reasoning = v.reasoning"
                " FROM unnest(%s::uuid[], %s::text[]) AS v (id, reasoning) WHERE t.world_id = %s AND t.id = v.id",
                [[id_ for id_, *_ in rows], texts, world],
            )
        last = rows[-1][0]


def _scrub_archived_reasons(world: UUID, names: Names) -> None:
    """The same in archived weeks, one at a time: the list of reasons is taken out, and put back where it changed."""
    with here().cursor() as cursor:
        cursor.execute(
            "SELECT id FROM activity_archive WHERE world_id = %s AND decisions IS NOT NULL", [world]
        )
        for (week,) in cursor.fetchall():
            cursor.execute(
                "SELECT told.reasoning, decision_context(told.context) ->> 'company' FROM activity_archive,"
                " ROWS FROM (jsonb_array_elements_text(decisions::jsonb -> 'reasoning'),"
                "            jsonb_array_elements(decisions::jsonb -> 'context'))"
                " WITH ORDINALITY AS told (reasoning, context, place) WHERE world_id = %s AND id = %s ORDER BY place",
                [world, week],
            )
            rows = cursor.fetchall()
            reasons = [text and _reason(text, company, names) for text, company in rows]
            if reasons != [text for text, _ in rows]:
                cursor.execute(
                    "UPDATE activity_archive"
                    " SET decisions = jsonb_set(decisions::jsonb, '{reasoning}', %s::jsonb)::json"
                    " WHERE world_id = %s AND id = %s",
                    [json.dumps(reasons), world, week],
                )
