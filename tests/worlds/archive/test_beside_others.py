"""The archive beside ticks and other hands, and interrupted: transactions of its own, and others at the same time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
import pytest

from heroes.models import Activity, Decision
from herotycoon.accounts.models import AuditEntry, User
from herotycoon.pg.route import ENGINE, WEB
from herotycoon.pg.scope import as_player
from tests.worlds.archive.weeks import WEEK, archive, history, lived, told
from tests.worlds.lives import wrong
from tests.worlds.vandals import Vandal
from worlds.models import Checkpoint
from worlds.services.archive import drop as dropping
from worlds.services.archive import move as moving
from worlds.services.archive.drop import drop
from worlds.services.archive.move import move
from worlds.services.archive.packing import pack as really_pack
from worlds.services.archive.reach import Reach
from worlds.services.explain import NoDecision, explain

pytestmark = pytest.mark.django_db(transaction=True, databases=[ENGINE, WEB])


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE hero_decisions SET started_step = started_step + 1 WHERE id = %s",
        "UPDATE activity_log SET game_at = game_at + interval '1 hour' WHERE id = %s",
    ],
)
def test_rows_that_contradict_themselves_stay_for_somebody_to_look_at(
    master: User, vandal: Vandal, damage: str
) -> None:
    world = lived(master, weeks=1.2)
    pk = Decision.objects.filter(world=world, started_step__gt=20).order_by("id")[5].pk
    vandal(damage, pk)
    before, rows = wrong(world), history(world)
    assert before != []
    moved = archive(world, 1)
    assert moved.left == 1
    assert list(Activity.objects.filter(step__lt=WEEK).values_list("pk", flat=True)) == [pk]
    assert (wrong(world), history(world)) == (before, rows)


def test_a_world_under_a_tick_waits_and_is_then_moved(master: User, elsewhere: psycopg.Connection) -> None:
    world = lived(master, weeks=1.2)
    tried = []

    def hold(cursor: Any, id_: Any) -> bool:
        tried.append(real(cursor, id_))
        if not tried[-1]:
            elsewhere.execute("COMMIT")
        return tried[-1]

    real = moving.hold
    elsewhere.execute("BEGIN")
    elsewhere.execute("SELECT FROM worlds FOR NO KEY UPDATE")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moving, "hold", hold)
        assert move([Reach(world.pk, 0, 1)]).weeks == 1
    assert tried == [False, True]


def test_a_row_that_is_changed_meanwhile_is_moved_as_it_is_then(
    master: User, elsewhere: psycopg.Connection
) -> None:
    world = lived(master, weeks=1.2)
    pk = Activity.objects.filter(world=world, step=60)[0].pk
    changed: list[object] = []

    def pack(*args: Any) -> object:
        packed = really_pack(*args)
        if not changed:
            changed.append(elsewhere.execute("UPDATE activity_log SET importance = 99 WHERE id = %s", [pk]))
        return packed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moving, "pack", pack)
        move([Reach(world.pk, 0, 1)])
    told = elsewhere.execute("SELECT importance FROM activities_of(%s, %s)", [world.pk, [pk]]).fetchall()
    assert told == [(99,)]


def test_a_run_that_ends_between_the_file_and_the_rows_begins_the_week_again(
    master: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = lived(master)
    archive(world, 2)
    before = history(world)
    with monkeypatch.context() as patch:
        patch.setattr(dropping, "pack_inputs", interrupted)
        with pytest.raises(KeyboardInterrupt):
            drop([Reach(world.pk, 0, 1)], tmp_path)
    path = tmp_path / str(world.pk) / "week-00000.jsonl.gz"
    first = path.read_bytes()
    assert history(world) == before
    assert not Checkpoint.objects.exists()
    assert not AuditEntry.objects.filter(action="drop_archive").exists()
    drop([Reach(world.pk, 0, 1)], tmp_path)
    assert path.read_bytes() == first
    assert wrong(world) == []


def interrupted(*_: object) -> int:
    raise KeyboardInterrupt


def test_a_master_reads_the_archive_of_their_world_and_nobody_elses(
    master: User, second_master: User
) -> None:
    world = lived(master, weeks=1.2)
    why = Decision.objects.filter(world=world).order_by("id")[20].pk
    before = told(world, -1), history(world), explain(str(why)).stored
    archive(world, 1)
    with as_player(master.pk, [world.pk]):
        assert (told(world, -1), history(world), explain(str(why)).stored) == before
    with as_player(second_master.pk):
        assert history(world) == [[], []]
        with pytest.raises(NoDecision):
            explain(str(why))
