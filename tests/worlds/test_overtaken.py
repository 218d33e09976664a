"""Nobody's change is overwritten: a row changed by another hand during a bite rolls the bite back, and it is retried."""

from __future__ import annotations

import psycopg
import pytest

from herotycoon.accounts.models import User
from quests.models import Quest
from tests.worlds.lives import DAY, aged, born, wrong
from tests.worlds.overtaken_scene import RENAMED, RICHER, behind, between_load_and_write, executing, gold
from worlds.services.fingerprint import fingerprint
from worlds.tick import tick

pytestmark = pytest.mark.django_db(transaction=True)


def test_gold_given_in_psql_during_a_bite_is_there_afterwards(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world, twin = aged(master, DAY), aged(master, DAY)
    elsewhere.execute(RICHER, [twin.id])

    with between_load_and_write(behind(elsewhere, executing(elsewhere, RICHER, world.id))) as begun:
        turned = tick({world.id: 2 * DAY})
    tick({twin.id: 2 * DAY})

    assert begun == [DAY, DAY]
    assert turned.steps == DAY
    assert fingerprint(world.id) == fingerprint(twin.id)
    assert wrong(world, decisions=True) == []


def test_a_plain_statement_in_psql_during_a_bite_is_not_lost(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world, twin = aged(master, DAY), aged(master, DAY)
    plain = "UPDATE heroes SET gold = gold + 1000 WHERE world_id = %s AND number = 0"
    elsewhere.execute(plain, [twin.id])

    with between_load_and_write(behind(elsewhere, executing(elsewhere, plain, world.id))):
        tick({world.id: 2 * DAY})
    tick({twin.id: 2 * DAY})

    assert gold(world) == gold(twin)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE heroes SET mood = 3, version = version + 1 WHERE world_id = %s AND number = 2",
        "UPDATE heroes SET personality = personality || '{\"courage\": 99}', version = version + 1"
        " WHERE world_id = %s AND number = 1",
        "UPDATE heroes SET place = 1 WHERE world_id = %s AND number = 1",
        RENAMED,
        "UPDATE guilds SET treasury = treasury + 77, version = version + 1 WHERE world_id = %s",
        "UPDATE guilds SET policy = 'martial' WHERE world_id = %s",
        "UPDATE hero_relationships SET strength = 44, version = version + 1"
        " WHERE id = (SELECT r.id FROM hero_relationships r JOIN heroes h ON h.id = r.hero_id"
        " JOIN heroes o ON o.id = r.other_id WHERE r.world_id = %s ORDER BY h.number, o.number, r.kind LIMIT 1)",
    ],
)
def test_an_edit_of_what_a_bite_writes_counts_as_if_made_before_it(
    master: User, elsewhere: psycopg.Connection, statement: str
) -> None:
    world, twin = aged(master, 2 * DAY), aged(master, 2 * DAY)
    elsewhere.execute(statement, [twin.id])

    with between_load_and_write(behind(elsewhere, executing(elsewhere, statement, world.id))) as begun:
        tick({world.id: 6 * DAY})
    tick({twin.id: 6 * DAY})

    assert len(begun) == 2
    assert fingerprint(world.id) == fingerprint(twin.id)
    assert wrong(world, decisions=True) == []


def test_an_edit_of_what_a_bite_only_reads_counts_as_if_made_after_it(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world = aged(master, 2 * DAY)
    dearer = (
        "UPDATE quests SET reward_gold = 999, version = version + 1 WHERE world_id = %s AND status = 'open'"
    )

    with between_load_and_write(lambda: elsewhere.execute(dearer, [world.id])):
        tick({world.id: 2 * DAY + 1})

    rewards = Quest.objects.filter(world=world, status="open", posted_step__lte=2 * DAY)
    assert set(rewards.values_list("reward_gold", flat=True)) == {999}
    assert wrong(world) == []


def test_an_edit_of_one_world_does_not_disturb_the_others_of_its_batch(
    master: User, elsewhere: psycopg.Connection
) -> None:
    batch = [born(master, seed) for seed in range(4)]
    alone = [born(master, seed) for seed in range(4)]
    elsewhere.execute(RICHER, [alone[2].id])

    with between_load_and_write(behind(elsewhere, executing(elsewhere, RICHER, batch[2].id))):
        turned = tick({world.id: DAY for world in batch})
    tick({world.id: DAY for world in alone})

    assert (turned.worlds, turned.steps) == (4, 4 * DAY)
    for world, twin in zip(batch, alone, strict=True):
        assert fingerprint(world.id) == fingerprint(twin.id)
